# SPDX-License-Identifier: Apache-2.0
"""One person's data, for that person: their consent and its receipts, their own words and sound as far as these can be
told from anybody else's, who received it, what was answered, and who looked. Nobody else's words, voice or acts."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import objections
from app.consent import queries as consent
from app.consent.documents import issued
from app.consent.models import ConsentEvent, ConsentForm, ConsentParty, ConsentRecord
from app.curation import queries as curation
from app.kit import audit
from app.kit.blobs import store
from app.kit.errors import NotFound
from app.kit.ranges import NoLongerAllowed
from app.kit.shapes import told_instant
from app.partners import queries as partners
from app.publishing import queries as publishing
from app.publishing.models import SignOff
from app.register import auditing, rules, words
from app.register.rules import Withheld
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.stories.models import Participant, Story

ASK_EVERY_BYTES: Final = 1024 * 1024
ASK_EVERY_SECONDS: Final = 1.0
PIECE_BYTES: Final = 64 * 1024
GIST: Final = "gist.txt"
OWN_ACTS: Final = frozenset({"storyteller", "reporter_receipt", "guardian", "facilitator"})
"""Actors that stand for any voice of a story: where there are several, the record's own events tell whose it was."""


@dataclass(frozen=True)
class Bundle:
    """What goes into the archive: files by their names, and the key of the sound where there is one."""

    record_id: UUID
    project_id: UUID
    made_at: datetime
    files: Mapping[str, str]
    sound_key: str | None
    withheld: Withheld | None


def find(session: Session, participant_id: UUID) -> ConsentRecord:
    """Raises 404 for nobody of the session's projects, and once the story is erased: nothing is left to hand out."""
    sought = select(ConsentRecord).where(ConsentRecord.participant_id == participant_id)
    record = session.execute(sought).scalar_one_or_none()
    if record is None:
        raise NotFound
    return record


def gather(session: Session, record: ConsentRecord, *, at: datetime) -> Bundle:
    """All of it but the sound, as it stands now."""
    why, sound_key = open_to(session, record, at=at), None
    files = {
        "consent.json": _told(_consent(session, record)),
        "recipients.json": _told(_recipients(session, record)),
        "responses.json": _told(_responses(session, record)),
        "sign-off.json": _told(_sign_offs(session, record)),
        "who-did-what.json": _told(_acts(session, record)),
    }
    for number, receipt in enumerate(issued(session, record.record_id), start=1):
        files[f"receipts/{number:02d}-{receipt.receipt_id}.json"] = _told(receipt.body)
    if why in {None, Withheld.VOICES_TOGETHER}:
        files |= _said(session, record, alone=why is None)
    if why is None:
        playback = stories.playback(session, record.story_id)
        sound_key = playback.opus_key if playback else None
    has_sound, has_gist = sound_key is not None, GIST in files
    read_me = words.read_me(record.language, why, has_sound=has_sound, has_gist=has_gist)
    return Bundle(record.record_id, record.project_id, at, {"README.txt": read_me, **files}, sound_key, why)


def open_to(session: Session, record: ConsentRecord, *, at: datetime) -> Withheld | None:
    """What keeps words and sound out of this person's bundle now."""
    story = stories.get_story(session, record.story_id)
    voices = consent.terms_of(session, record.story_id, at=at)
    why = rules.withheld(voices, is_withdrawn=story.status == StoryStatus.WITHDRAWN)
    return why or (Withheld.VOICES_TOGETHER if len(voices) > 1 else None)


def pieces(bundle: Bundle, still_allowed: Callable[[], bool]) -> Iterator[bytes]:
    """The archive as it is written. `still_allowed` is asked before the sound, then before each MiB and each second;
    when it says no, the archive breaks off and cannot be opened."""
    sink = _Sink()
    archive = zipfile.ZipFile(sink, "w")  # type: ignore[call-overload]  # it only ever writes
    for name, text in bundle.files.items():
        archive.writestr(_entry(name, bundle.made_at), text.encode(), zipfile.ZIP_DEFLATED)
    yield sink.take()
    if bundle.sound_key is not None:
        with archive.open(_entry("sound.ogg", bundle.made_at), "w", force_zip64=True) as entry:
            for piece in _asked(store().stream(bundle.sound_key), still_allowed):
                entry.write(piece)
                yield sink.take()
    archive.close()
    yield sink.take()


def _asked(sound: Iterator[bytes], still_allowed: Callable[[], bool]) -> Iterator[bytes]:
    asked_at, since = float("-inf"), 0
    for block in sound:
        for start in range(0, len(block), PIECE_BYTES):
            if time.monotonic() - asked_at >= ASK_EVERY_SECONDS or since >= ASK_EVERY_BYTES:
                if not still_allowed():
                    raise NoLongerAllowed
                asked_at, since = time.monotonic(), 0
            piece = block[start : start + PIECE_BYTES]
            since += len(piece)
            yield piece


class _Sink:
    """Where the archive is written to, and taken from as it goes."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken, self._held = bytes(self._held), bytearray()
        return taken


def _entry(name: str, at: datetime) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))


def _consent(session: Session, record: ConsentRecord) -> dict[str, Any]:
    events = consent.events_of(session, record.record_id)
    form = session.execute(
        select(ConsentForm).where(ConsentForm.form_version_id == record.form_version_id)
    ).scalar_one()
    who = session.execute(select(Participant).where(Participant.participant_id == record.participant_id)).scalar_one()
    parties = session.execute(select(ConsentParty).where(ConsentParty.record_id == record.record_id)).scalars()
    return {
        "record_id": str(record.record_id),
        "display_name": who.display_name,
        "role": record.role,
        "form": {"form_id": str(form.form_id), "version": form.version, "text_sha256": record.text_sha256},
        "controller": {"name": form.controller, "contact": form.contact},
        "language": record.language,
        "method": record.method,
        "capacity_basis": record.capacity_basis,
        "explained_by": record.explained_by,
        "signed_on": record.signed_on.isoformat() if record.signed_on else None,
        "given_at": told_instant(record.server_time),
        "time_on_the_phone": told_instant(record.device_time),
        "wants_sign_off": record.wants_sign_off,
        "also_asked": [
            {"role": one.role, "relation": one.relation, "choices": one.choices, "given_at": told_instant(one.given_at)}
            for one in parties
        ],
        "events": [_event(one) for one in events],
        "objections": [
            {"objects": one.objects, "at": told_instant(one.at)}
            for one in objections.of_record(session, record.record_id)
        ],
    }


def _event(event: ConsentEvent) -> dict[str, Any]:
    return {
        "type": event.type,
        "at": told_instant(event.at),
        "by": event.actor_kind,
        "reason": event.reason_code,
        "choices": event.choices,
        "facets": event.facets,
        "embargo_until": told_instant(event.embargo_until) if event.embargo_until else None,
        "hidden": event.hidden,
    }


def _recipients(session: Session, record: ConsentRecord) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "form": one.form,
            "since": told_instant(one.since),
            "until": told_instant(one.until) if one.until else None,
            "first_read_at": told_instant(one.read_at) if one.read_at else None,
            "confirmed_at": told_instant(one.acknowledged_at) if one.acknowledged_at else None,
        }
        for one in publishing.recipients(session, record.story_id)
    ]


def _responses(session: Session, record: ConsentRecord) -> list[dict[str, Any]]:
    """What partners answered and the desk has let through, as the storyteller's own page shows it."""
    had = [one.public_id for one in publishing.recipients(session, record.story_id)]
    return [
        {"partner": one.partner, "kind": one.kind, "text": one.text, "at": told_instant(one.at)}
        for one in partners.answers_about(session, had)
    ]


def _sign_offs(session: Session, record: ConsentRecord) -> list[dict[str, Any]]:
    mine = select(SignOff).where(SignOff.record_id == record.record_id).order_by(col(SignOff.at))
    return [
        {
            "proof_sha256": one.proof_sha256,
            "of": "quote" if one.quote_id else "whole",
            "decision": one.decision,
            "note": one.note,
            "at": told_instant(one.at),
        }
        for one in session.execute(mine).scalars()
    ]


def _acts(session: Session, record: ConsentRecord) -> list[dict[str, str]]:
    """Who looked at, heard, released or took the story, and what was done to this record. Colleagues are `staff`."""
    voices = consent.records_of(session, record.story_id)
    entries = [
        *audit.entries_about(session, record.record_id),
        *(
            entry
            for entry in audit.entries_about(session, record.story_id)
            if len(voices) == 1 or not _is_anothers(entry.actor, record.record_id)
        ),
    ]
    told = auditing.told(session, sorted(entries, key=lambda entry: (entry.at, entry.seq)))
    return [
        {
            "at": told_instant(one.at),
            "what": one.action,
            "who": one.actor.kind,
            "name": one.actor.name if one.actor.kind == "partner" else "",
        }
        for one in told
    ]


def _is_anothers(actor: str, record_id: UUID) -> bool:
    """Whether it was done by a voice in the story that is not this one, or cannot be told from it."""
    return actor in OWN_ACTS or (actor.startswith(auditing.RECEIPT) and actor != f"{auditing.RECEIPT}{record_id}")


def _said(session: Session, record: ConsentRecord, *, alone: bool) -> dict[str, str]:
    """This voice's words. Of several voices only what is marked at the desk with a name that no other bears; of a gist
    nothing, for it does not say who said what."""
    _, written = curation.current_words(session, record.story_id)
    if alone:
        story = stories.get_story(session, record.story_id)
        return _whole(session, story, " ".join(word["text"].strip() for word in written))
    people = {one.participant_id: one.display_name for one in stories.participants(session, record.story_id)}
    mine = people.pop(record.participant_id, "")
    label = rules.own_label(mine, people.values())
    own = [
        word["text"].strip() for word in written if label is not None and (word.get("speaker") or "").strip() == label
    ]
    return {"words.txt": " ".join(own)} if own else {}


def _whole(session: Session, story: Story, heard: str) -> dict[str, str]:
    messages = [
        {"kind": one.kind, "text": one.text, "at": told_instant(one.at)}
        for one in curation.messages(session, story.story_id)
    ]
    told = {"title": story.title, "place": story.place, "recorded_at": told_instant(story.recorded_at)}
    gist = curation.gist(session, story.story_id)
    return {
        "story.json": _told({**told, "language": story.language, "kind": story.kind}),
        "words.txt": story.text or heard,
        **({GIST: gist} if gist else {}),
        "messages.json": _told(messages),
    }


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
