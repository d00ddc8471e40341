# SPDX-License-Identifier: Apache-2.0
"""Stories as a phone declares them, whole and valid by default."""

import hashlib
import secrets
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import queries as consent
from app.consent.codes import split
from app.kit import clock
from app.kit.db import writing
from app.kit.ids import new_id
from app.people import queries as people
from app.people.access import Device
from app.projects import service as projects
from app.stories import service
from app.stories.models import Story
from app.stories.schemas import StoryIn

TOLD_AT = "2026-11-22T10:00:00Z"


def make_code() -> str:
    """Sixteen characters, as the QR carries them."""
    return "".join(split(secrets.randbits(80)))


def make_phone(project_id: UUID) -> tuple[Device, str]:
    """A phone that joined, and its token."""
    with writing(project_id) as session:
        _, secret = projects.create_invite(session, project_id, None, clock.now())
        token = projects.join(session, secret, clock.now()).device_token
        row = people.find_device(session, hashlib.sha256(token.encode()).hexdigest())
        assert row is not None
        return Device(row.device_id, row.project_id, row.invite_id), token


def make_participant(
    form: dict[str, Any], *, code: str | None = None, role: str = "storyteller", **answers: Any
) -> dict[str, Any]:
    """Somebody who allows that the story is kept and heard by the team; `answers` replace parts of the consent."""
    chosen = code or make_code()
    receipt = {"selector": chosen[:6], "verifier": chosen[6:], **answers.pop("receipt", {})}
    return {
        "participant_id": str(new_id()),
        "role": role,
        "display_name": "Amina",
        "consent": {
            **form,
            "language": "en",
            "method": "tick",
            "choices": {"hold_and_transcribe": "given", "project_team": "given"},
            "given_at": TOLD_AT,
            **answers,
        },
        "receipt": receipt,
    }


def form_of(session: Session, project_id: UUID) -> dict[str, Any]:
    form = consent.current_form(session, project_id)
    return {"form_id": str(form.form_id), "form_version": form.version}


def make_declaration(participants: list[dict[str, Any]], *, sounds: int = 0, **changed: Any) -> dict[str, Any]:
    """In writing, or with so many recordings."""
    recordings = [
        {
            "recording_id": str(new_id()),
            "bytes": 1000 + place,
            "sha256": hashlib.sha256(secrets.token_bytes(8)).hexdigest(),
            "media_type": "audio/webm;codecs=opus",
        }
        for place in range(sounds)
    ]
    told = (
        {"medium": "audio"} if sounds else {"medium": "text", "text": f"The bridge {secrets.token_hex(4)} was closed."}
    )
    return {
        "kind": "monologue",
        **told,
        "language": "en",
        "recorded_at": TOLD_AT,
        "recordings": recordings,
        "participants": participants,
        "wants_sign_off": False,
        **changed,
    }


def declare_story(
    project_id: UUID, *, device: Device | None = None, code: str | None = None, sounds: int = 0, **answers: Any
) -> Story:
    """One storyteller's story, declared as a phone does it; `answers` replace parts of the consent."""
    sender = device or make_phone(project_id)[0]
    with writing(project_id) as session:
        voices = [make_participant(form_of(session, project_id), code=code, **answers)]
        wanted = StoryIn.model_validate(make_declaration(voices, sounds=sounds))
    with writing(project_id) as session:
        return service.declare(session, sender, new_id(), wanted, clock.now())[0]
