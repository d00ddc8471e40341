# SPDX-License-Identifier: Apache-2.0
"""A facilitator's browser, at what the desk does for a storyteller."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.consent import queries as consent
from app.consent import service as consent_service
from app.kit import clock
from app.kit.db import reading, writing
from app.people import service as people
from app.people.access import COOKIE
from tests.conftest import ORIGIN
from tests.rooms.receipts.conftest import Teller

NOW = "as it stands"


def sign_in(front_door: FastAPI, person_id: UUID) -> TestClient:
    """A browser of its own for each person."""
    browser = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False, headers={"Origin": ORIGIN})
    with writing() as session:
        link = people.make_sign_in_link(session, person_id, clock.now(), timedelta(hours=1))
        browser.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
    return browser


@dataclass
class Desk:
    browser: TestClient

    def sees(self, teller: Teller) -> list[dict[str, Any]]:
        answer = self._look(teller)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    def voice(self, teller: Teller, place: int = 0) -> str:
        told: str = self.sees(teller)[place]["participant_id"]
        return told

    def place_of(self, teller: Teller, project_id: UUID) -> int:
        """Where among the voices the holder of this code stands."""
        teller.opens()
        holder = consent_service.receipt_session(teller.session, clock.now())
        with reading(project_id) as session:
            ids = [voice.record_id for voice in consent.terms_of(session, teller.story_id)]
        return ids.index(holder.record_id)

    def does(self, teller: Teller, act: str, status: int = 200, *, place: int = 0, **wish: Any) -> dict[str, Any]:
        answer = self._post(teller, act, self.voice(teller, place), NOW, wish)
        assert answer.status_code == status, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def tries(
        self, teller: Teller, act: str, *, etag: str | None = NOW, participant_id: str | None = None, **wish: Any
    ) -> int:
        """How the door answers."""
        return int(self._post(teller, act, participant_id or self.voice(teller), etag, wish).status_code)

    def opens_window(self, teller: Teller, *, place: int = 0) -> None:
        self.does(teller, "window", place=place, in_person=True)

    def closes_window(self, teller: Teller, *, place: int = 0) -> None:
        path = f"/api/desk/stories/{teller.story_id}/participants/{self.voice(teller, place)}/window"
        answer = self.browser.delete(path, headers={"If-Match": self._look(teller).headers["ETag"]})
        assert answer.status_code == 200, answer.text

    def _look(self, teller: Teller) -> Any:
        return self.browser.get(f"/api/desk/stories/{teller.story_id}/voices")

    def _post(self, teller: Teller, act: str, participant_id: str, etag: str | None, wish: dict[str, Any]) -> Any:
        version = self._look(teller).headers.get("ETag", '"none"') if etag == NOW else etag
        headers = {} if version is None else {"If-Match": version}
        path = f"/api/desk/stories/{teller.story_id}/participants/{participant_id}/{act}"
        return self.browser.post(path, json=wish, headers=headers)
