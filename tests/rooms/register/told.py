# SPDX-License-Identifier: Apache-2.0
"""Stories whose register is looked at: a talk between two, and who is who in it."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient

from app.consent import queries as consent
from app.curation.models import Revision
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.stories import service as stories
from app.stories.schemas import StoryIn
from app.transcription import service as transcription
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.publishing.desk_work import OPEN, House


def talk(desk: House, *, label: str = "Amina") -> UUID:
    """Amina and Ben talk; the desk has marked whose words are whose."""
    with writing(desk.project_id) as session:
        form = form_of(session, desk.project_id)
    voices = [{**make_participant(form, choices=dict(OPEN)), "display_name": name} for name in ("Amina", "Ben")]
    told = make_declaration(voices, kind="dialogue", text="mulberry quicksand", title="A talk")
    sender, _ = make_phone(desk.project_id)
    with writing(desk.project_id) as session:
        story, _ = stories.declare(session, sender, new_id(), StoryIn.model_validate(told), clock.now())
    with writing(desk.project_id) as session:
        transcription.set_down_text(session, str(story.story_id))
    with writing(desk.project_id) as session:
        words = [
            {"id": "w0", "text": "mulberry", "start_ms": None, "end_ms": None, "probability": None, "speaker": label},
            {"id": "w1", "text": "quicksand", "start_ms": None, "end_ms": None, "probability": None, "speaker": "Ben"},
        ]
        session.add(
            Revision(
                project_id=desk.project_id,
                revision_id=new_id(),
                story_id=story.story_id,
                number=1,
                words=words,
                by=desk.facilitator.person_id,
                at=clock.now(),
            )
        )
    return story.story_id


def participants(desk: House, story_id: UUID) -> list[UUID]:
    with reading(desk.project_id) as session:
        told = consent.records_of(session, story_id)
        by_name = {one.participant_id: one.record_id for one in told}
        from app.stories.queries import participants as named

        return [one.participant_id for one in named(session, story_id) if one.participant_id in by_name]


def register(browser: TestClient, **wanted: str) -> list[dict[str, Any]]:
    answer = browser.get("/api/desk/register", params=wanted)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def sheet(browser: TestClient, **wanted: str) -> list[dict[str, str]]:
    answer = browser.get("/api/desk/register.csv", params=wanted)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def unpacked(browser: TestClient, participant_id: UUID) -> Mapping[str, bytes]:
    answer = browser.get(f"/api/desk/participants/{participant_id}/bundle")
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def read(files: Mapping[str, bytes], name: str) -> Any:
    return json.loads(files[name])


def acts(browser: TestClient, **wanted: str) -> list[dict[str, Any]]:
    answer = browser.get("/api/desk/audit", params=wanted)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items
