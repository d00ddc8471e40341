# SPDX-License-Identifier: Apache-2.0
"""Amina and Ben talk to each other: she for two seconds, then he. Each in a tone of their own, each with a code."""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.curation import queries
from app.curation import service as curation
from app.curation.rules import Wish
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.stories import queries as stories
from app.transcription import listening
from tests.makers.stories import form_of, make_code, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import Float, recorded, tone
from tests.rooms.publishing.desk_work import OPEN, House
from tests.stand_ins.engines import ScriptedEngine

AMINAS_HZ, BENS_HZ = 600, 997
TURN_MS = 2_000
AMINA_SAID = "We left at night and my mother carried the small one all the way to the river where we waited."
BEN_SAID = "I stood at the ferry and I told the soldier a lie which I have never told my own brother."
LIE = "lie"
TUS = {"Tus-Resumable": "1.0.0"}
VOICED = {**OPEN, "public_voice": "given"}


def sound() -> Float:
    return np.concatenate([tone(AMINAS_HZ, TURN_MS), tone(BENS_HZ, TURN_MS)])


class Talk:
    """As a phone, the machine and the desk leave it. `told`: nobody recorded it, it came in writing."""

    def __init__(
        self,
        client: TestClient,
        house: House,
        drain: Callable[[], None],
        *,
        is_written: bool = False,
        names: tuple[str, str] = ("Amina", "Ben"),
        roles: tuple[str, str] = ("storyteller", "storyteller"),
        choices: dict[str, str] | None = None,
        his: dict[str, Any] | None = None,
        **changed: Any,
    ) -> None:
        self.client, self.house, self.drain = client, house, drain
        self.project_id, self.story_id = house.project_id, new_id()
        _, token = make_phone(self.project_id)
        self.phone = {"Authorization": f"Bearer {token}"}
        self.codes = [make_code(), make_code()]
        self.sound = recorded(sound(), "flac", "flac")
        with reading(self.project_id) as session:
            form = form_of(session, self.project_id)
        answers: list[dict[str, Any]] = [{"choices": choices or VOICED}, {"choices": VOICED, **(his or {})}]
        voices = [
            make_participant(form, code=code, role=role, receipt={"code_alone": True}, **told)
            for code, role, told in zip(self.codes, roles, answers, strict=True)
        ]
        for voice, name in zip(voices, names, strict=True):
            voice["display_name"] = name
        self.amina, self.ben = (UUID(voice["participant_id"]) for voice in voices)
        text = {"text": f"{AMINA_SAID}\n\n{BEN_SAID}"} if is_written else {}
        about = {"kind": "dialogue", "title": "At the river", "place": "Ferry", **text, **changed}
        self.declaration = make_declaration(voices, sounds=0 if is_written else 1, **about)
        for part in self.declaration["recordings"]:
            part |= {"bytes": len(self.sound), "sha256": hashlib.sha256(self.sound).hexdigest()}
            part["media_type"] = "audio/flac"
        assert self.declare().status_code == 201
        drain()

    @property
    def part(self) -> dict[str, Any]:
        part: dict[str, Any] = self.declaration["recordings"][0]
        return part

    def declare(self) -> Response:
        return self.client.put(f"/api/stories/{self.story_id}", json=self.declaration, headers=self.phone)

    def held(self) -> Response:
        return self.client.get(f"/api/stories/{self.story_id}", headers=self.phone)

    def begin_upload(self) -> Response:
        length = {"Upload-Length": str(len(self.sound)), "Upload-Metadata": self._named()}
        return self.client.post("/api/uploads", headers={**self.phone, **TUS, **length})

    def _named(self) -> str:
        return f"recording_id {base64.b64encode(self.part['recording_id'].encode()).decode()}"

    def send(self) -> Response:
        at = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        path = f"/api/uploads/{self.part['recording_id']}"
        return self.client.patch(path, content=self.sound, headers={**self.phone, **TUS, **at})

    def arrive(self) -> "Talk":
        assert self.begin_upload().status_code == 201
        assert self.send().status_code == 204
        self.drain()
        return self

    def label(self) -> "Talk":
        """The desk says who speaks: the first half Amina, the second Ben."""
        words = self.words()
        mine = len(AMINA_SAID.split())
        wished = [Wish(one["id"], one["text"], "Amina" if at < mine else "Ben") for at, one in enumerate(words)]
        with writing(self.project_id) as session:
            curation.revise(session, self.story_id, 0, wished, by=self.house.facilitator, at=clock.now())
        return self

    def words(self) -> list[dict[str, Any]]:
        with reading(self.project_id) as session:
            return queries.current_words(session, self.story_id)[1]

    def status(self) -> str:
        with reading(self.project_id) as session:
            return stories.get_story(session, self.story_id).status

    def open(self, who: int) -> Response:
        return self.client.post("/api/receipts/open", json={"code": self.codes[who]})

    def ask(self, who: int, act: str, **wish: Any) -> Response:
        opened = self.open(who)
        assert opened.status_code == 200, opened.text
        session = {"Authorization": f"Bearer {opened.json()['session']}"}
        return self.client.post(f"/api/receipts/{act}", json=wish, headers=session)

    def take_back(self, who: int = 1) -> "Talk":
        answer = self.ask(who, "withdraw")
        assert answer.status_code == 200, answer.text
        self.drain()
        return self


class Calendar:
    """Days go by for everybody."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._real = clock.now

    def add(self, days: int) -> None:
        ahead = timedelta(days=days)

        def now() -> datetime:
            return self._real() + ahead

        self._monkeypatch.setattr(clock, "now", now)


class Desk:
    """A facilitator's browser before the narrow door."""

    def __init__(self, browser: TestClient, story_id: UUID) -> None:
        self.browser, self.path = browser, f"/api/desk/stories/{story_id}"

    def etag(self) -> str:
        etag: str = self.browser.get(self.path).headers["ETag"]
        return etag

    def claim(self) -> "Desk":
        answer = self.browser.post(f"{self.path}/claim", headers={"If-Match": self.etag()})
        assert answer.status_code == 204, answer.text
        return self

    def look(self) -> Response:
        return self.browser.get(f"{self.path}/cutting")

    def mark(self, **told: Any) -> Response:
        return self.browser.put(f"{self.path}/cutting", json=told, headers={"If-Match": self.etag()})

    def hear(self, from_ms: int = 0, to_ms: int = 2 * TURN_MS) -> Response:
        return self.browser.post(f"{self.path}/cutting/heard", json={"from_ms": from_ms, "to_ms": to_ms})

    def finish(self) -> Response:
        return self.browser.post(f"{self.path}/cutting/finish", headers={"If-Match": self.etag()})

    def listen(self) -> Response:
        return self.browser.get(f"{self.path}/cutting/audio")


BENS_TURN = {"start_ms": TURN_MS, "end_ms": 2 * TURN_MS}


def hire(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that hears both."""
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(AMINA_SAID, BEN_SAID))
