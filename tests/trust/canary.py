# SPDX-License-Identifier: Apache-2.0
"""One story with a word that is nowhere else in every field that words can get into, and a tone in its sound; and the
one who looks for them in every byte a house keeps."""

import base64
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from av.error import FFmpegError
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import select

from app.consent.models import ConsentParty, ConsentReceipt, ConsentRecord
from app.curation import inbox
from app.curation import service as curation
from app.curation.models import Revision
from app.curation.schemas import DetailsIn
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import across_projects, engine, is_sqlite, reading, writing
from app.kit.ids import new_id
from app.partners import service as partners
from app.publishing.editions import Released
from app.publishing.models import SignOff
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.jobs import erase_withdrawn
from app.stories.models import ErasureLedger
from app.transcription import listening
from app.transcription.models import HeardWindow, Run
from tests.makers.stories import form_of, make_code, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import heard, level_at, recorded, tone
from tests.rooms.publishing.desk_work import OPEN, House, Reader
from tests.stand_ins.engines import ScriptedEngine

CANARY = "kingfisher-7731"
TONE_HZ = 997
TONE_MS = 1_500
SAID = f"We saw a {CANARY} by the river at night."
TUS = {"Tus-Resumable": "1.0.0"}
PLANTED = {
    "consent_event": ["facets"],
    "consent_party": ["relation"],
    "consent_receipt": ["body"],
    "consent_record": ["explained_by"],
    "concern": ["note"],
    "decision": ["note"],
    "desk": ["title", "summary", "themes", "tags", "content_warnings", "place_exact", "place_area"],
    "message": ["text"],
    "redaction": ["replacement"],
    "revision": ["words"],
    "theme": ["name"],
    "response": ["text", "idempotency_key"],
    "edition": ["content"],
    "sign_off": ["note"],
    "participant": ["display_name"],
    "story": ["title", "text", "place", "decline_note"],
    "run": ["message"],
    "heard_window": ["heard"],
    "segment": ["words"],
    "upload": ["metadata_echo"],
}
"""Fields of a story that words can get into."""


class Told:
    """The story, as a phone, a desk and a partner leave it."""

    def __init__(self, client: TestClient, house: House, drain: Callable[[], None]) -> None:
        self.client, self.house, self.drain = client, house, drain
        self.project_id = house.project_id
        self.device, token = make_phone(self.project_id)
        self.headers = {"Authorization": f"Bearer {token}"}
        self.sound = recorded(tone(TONE_HZ, TONE_MS), "flac", "flac")
        self.story_id = new_id()
        with reading(self.project_id) as session:
            form = form_of(session, self.project_id)
        facets = {"public_words": {"name": "pseudonym", "credit": CANARY}}
        self.code = make_code()
        voice = make_participant(form, code=self.code, choices={**OPEN, "public_voice": "given"}, facets=facets)
        voice["display_name"] = CANARY
        self.declaration = make_declaration([voice], sounds=1, title=CANARY, place=CANARY)
        self.part = self.declaration["recordings"][0]
        self.part |= {"bytes": len(self.sound), "sha256": hashlib.sha256(self.sound).hexdigest()}
        self.part["media_type"] = "audio/flac"
        answer = self.put()
        assert answer.status_code == 201, answer.text
        self.upload_url = f"/api/uploads/{self.part['recording_id']}"
        assert self.create_upload().status_code == 201
        assert self.patch().status_code == 204
        drain()

    def put(self) -> Any:
        return self.client.put(f"/api/stories/{self.story_id}", json=self.declaration, headers=self.headers)

    def create_upload(self) -> Any:
        named = {"recording_id": self.part["recording_id"], "filetype": "audio/flac", "filename": f"{CANARY}.flac"}
        told = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in named.items())
        length = {"Upload-Length": str(len(self.sound)), "Upload-Metadata": told}
        return self.client.post("/api/uploads", headers={**self.headers, **TUS, **length})

    def get(self) -> Any:
        return self.client.get(f"/api/stories/{self.story_id}", headers=self.headers)

    def patch(self) -> Any:
        at = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        return self.client.patch(self.upload_url, content=self.sound, headers={**self.headers, **TUS, **at})

    def work_on(self) -> None:
        """The desk names, describes and clears it; a partner reads and answers."""
        desk, story_id, at = self.house, self.story_id, clock.now()
        labels: dict[str, Any] = {"themes": [CANARY], "tags": [CANARY], "content_warnings": [CANARY]}
        place = {"exact": CANARY, "area": CANARY}
        precise = {"place_precision": "exact", "date_precision": "exact"}
        details = DetailsIn.model_validate({"title": CANARY, "summary": SAID, "place": place, **labels, **precise})
        with writing(self.project_id) as session:
            curation.set_details(session, story_id, details, by=desk.facilitator)
            curation.note_decision(session, story_id, "kept", SAID, by=desk.facilitator, at=at)
            inbox.leave_message(session, story_id, "message", SAID, at=at)
            concern = curation.raise_concern(session, story_id, "watch", SAID, by=desk.facilitator, at=at)
            curation.close_concern(session, story_id, concern, by=desk.facilitator, at=at)
        desk.redact(story_id, desk.words(story_id)["night."], replacement=CANARY)
        reader = desk.partner()
        desk.decide(story_id, "approve")
        self.drain()
        desk.listen(story_id, 0, TONE_MS + 1_000)
        assert desk.decide(story_id, "approve") is None
        self.drain()
        self._answer(reader)
        self._plant()

    def _answer(self, reader: Reader) -> None:
        answer = self.house.ask(self.story_id, reader)
        assert isinstance(answer, Released), answer
        assert answer.audio is not None
        with writing(self.project_id) as session:
            partners.respond(
                session,
                reader.principal.principal_id,
                self.project_id,
                answer.public_id,
                idempotency_key=CANARY,
                kind="heard",
                text=SAID,
                at=clock.now(),
            )

    def _plant(self) -> None:
        """Where no door of today leads with a word of one's own."""
        words = json.dumps([{"id": "w1", "text": CANARY}])
        at = clock.now()
        with writing(self.project_id) as session:
            story = stories.story_for_update(session, self.story_id)
            story.text = story.decline_note = SAID
            record_id = session.execute(select(ConsentRecord.record_id)).scalar_one()
            mine: dict[str, Any] = {"project_id": self.project_id, "record_id": record_id}
            session.add(
                ConsentParty(**mine, party_id=new_id(), role="guardian", relation=SAID, choices={}, given_at=at)
            )
            mine |= {"story_id": self.story_id, "at": at}
            session.add(SignOff(**mine, sign_off_id=new_id(), proof_sha256="", decision="change", note=SAID))
            session.add(
                Revision(
                    project_id=self.project_id,
                    revision_id=new_id(),
                    story_id=self.story_id,
                    number=9,
                    words=json.loads(words),
                    by=self.house.facilitator.person_id,
                    at=at,
                )
            )
            session.add(window_left(session.execute(select(Run)).scalars().first()))
            session.flush()
            receipt = session.execute(select(ConsentReceipt)).scalar_one()
            receipt.body = {**receipt.body, "note": CANARY}
            session.flush()
            for place in ("run SET message", "consent_record SET explained_by"):
                session.connection().execute(text(f"UPDATE {place} = :words"), {"words": words})

    def take_back(self) -> None:
        """Everything, at once and for good."""
        self.house.withdraw(self.story_id)
        with writing(self.project_id) as session:
            story_verbs.withdraw(session, self.story_id, actor="storyteller", at=clock.now(), erase_now=True)

    def rounds(self, *, at_most: int = 10) -> None:
        """The worker run dry, and what housekeeping does in its minutes, until it is done."""
        for _ in range(at_most):
            self.drain()
            erase_withdrawn()
            if is_done():
                break
            time.sleep(0.3)
        self.drain()


def window_left(run: Run | None) -> HeardWindow:
    """As a worker that was killed leaves it."""
    assert run is not None
    heard = {"speech": [], "segments": [{"text": SAID}]}
    mine = {"project_id": run.project_id, "story_id": run.story_id}
    return HeardWindow(**mine, run_id=run.run_id, start_ms=0, end_ms=1_000, heard=heard)


def is_done() -> bool:
    """Whether nothing of any story is left, as the ledger has it."""
    with reading() as session, across_projects(session):
        rows = session.execute(select(ErasureLedger).where(ErasureLedger.kind == "story")).scalars().all()
    return bool(rows) and all(row.done_at for row in rows)


def hire(monkeypatch: Any) -> None:
    """An engine that hears the word, whatever is said."""
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(SAID))


def rows_with_it() -> set[tuple[str, str]]:
    """Every (table, column) that holds the word now, job tables included."""
    found = set()
    with engine().connect() as connection:
        for schema, table, column in _columns(connection):
            place = f'"{schema}"."{table}"' if schema else f'"{table}"'
            cast = f'CAST("{column}" AS TEXT)'
            if connection.execute(
                text(f"SELECT 1 FROM {place} WHERE {cast} LIKE :like OR {cast} LIKE :coded LIMIT 1"),
                {"like": f"%{CANARY}%", "coded": f"%{_coded()[1].decode()}%"},
            ).first():
                found.add((table, column))
    return found


def _columns(connection: Any) -> list[tuple[str, str, str]]:
    if not is_sqlite():
        told = connection.execute(
            text(
                "SELECT table_schema, table_name, column_name FROM information_schema.columns JOIN"
                " information_schema.tables USING (table_schema, table_name) WHERE table_type = 'BASE TABLE' AND"
                " table_schema NOT IN ('pg_catalog', 'information_schema')"
            )
        )
        return [(row[0], row[1], row[2]) for row in told]
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    return [
        ("", table, column[1])
        for table in tables
        for column in connection.execute(text(f'PRAGMA table_info("{table}")')).all()
    ]


def _coded() -> list[bytes]:
    """The word as it may stand somewhere: plain, in each of base64's three ways, in UTF-16."""
    word = CANARY.encode()
    shifted = [base64.b64encode(b"x" * lead + word)[4 if lead else 0 : -4] for lead in range(3)]
    return [word, *shifted, CANARY.encode("utf-16-le")]


def hits(data: bytes) -> int:
    return sum(data.count(form) for form in _coded())


def files_with_it(folder: Path) -> dict[str, int]:
    """Every file below the data folder, whatever it is: database, log of the database, objects, temp, logs."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_relative_to(folder / "models"):
            count = hits(path.read_bytes())
            if count:
                found[str(path.relative_to(folder))] = count
    return found


def objects_with_it() -> list[str]:
    return [key for key in store().list("") if hits(store().get(key))]


def objects_with_the_tone() -> list[str]:
    return [key for key in store().list("") if _sounds(store().get(key))]


def _sounds(data: bytes) -> bool:
    try:
        sound = heard(data)
    except (FFmpegError, IndexError, ValueError):
        return False
    return level_at(sound, TONE_HZ) > 0.05 * float(np.abs(sound).max())


def postgresql_files_with_it() -> dict[str, int]:
    """The server's own files of this database, where they can be read; its log of changes stands apart."""
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        folder = Path(connection.execute(text("SHOW data_directory")).scalar_one())
        oid = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
    files = (folder / "base" / str(oid)).glob("*")
    return {path.name: count for path in files if path.is_file() and (count := hits(path.read_bytes()))}
