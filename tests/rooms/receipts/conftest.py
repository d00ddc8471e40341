# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.curation import service as curation
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.partners import service as partners
from app.people import service as people
from app.people import slow_hash
from app.people.access import Staff
from app.publishing import service as publishing
from tests.makers.stories import form_of, make_code, make_declaration, make_participant, make_phone

PIN = "4826"
YES = {"hold_and_transcribe": "given", "project_team": "given", "share_partner:services": "given", "recontact": "given"}


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at its cheapest: these tests are not about its cost."""
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@dataclass
class Teller:
    """A storyteller with a code and a phone's browser."""

    browser: TestClient
    code: str
    story_id: UUID
    session: str = ""
    others: "list[Teller]" = field(default_factory=list)
    """Who else tells in it."""

    def opens(self) -> dict[str, Any]:
        answer = self.browser.post("/api/receipts/open", json={"code": self.code})
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        self.session = shown["session"]
        return shown

    def asks(self, act: str, status: int = 200, headers: dict[str, str] | None = None, **wish: Any) -> dict[str, Any]:
        sent = {"Authorization": f"Bearer {self.session}", **(headers or {})}
        answer = self.browser.post(f"/api/receipts/{act}", json=wish, headers=sent)
        assert answer.status_code == status, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def looks(self, what: str, status: int = 200) -> dict[str, Any]:
        answer = self.browser.get(f"/api/receipts/{what}", headers={"Authorization": f"Bearer {self.session}"})
        assert answer.status_code == status, answer.text
        told: dict[str, Any] = answer.json()
        return told


@pytest.fixture
def amina(client: TestClient, project_id: UUID) -> Teller:
    """She told in writing, lets local services have it, and locked it with a PIN."""
    return tell(client, project_id)


def tell(
    browser: TestClient,
    project_id: UUID,
    *,
    wants_sign_off: bool = False,
    others: Sequence[dict[str, Any]] = (),
    **answers: Any,
) -> Teller:
    """A story in writing, sent as the phone sends it; `others` are the answers of further storytellers."""
    code, story_id = make_code(), new_id()
    codes = [make_code() for _ in others]
    told = {"choices": YES, "receipt": {"pin": PIN}, **answers}
    _, token = make_phone(project_id)
    with reading(project_id) as session:
        form = form_of(session, project_id)
    voices = [make_participant(form, code=code, **told)]
    voices += [
        make_participant(form, code=other, **{"receipt": {"pin": PIN}, **told})
        for other, told in zip(codes, others, strict=True)
    ]
    sent = make_declaration(voices, kind="dialogue" if others else "monologue", wants_sign_off=wants_sign_off)
    phone = {"Authorization": f"Bearer {token}"}
    answer = browser.put(f"/api/stories/{story_id}", json=sent, headers=phone)
    assert answer.status_code == 201, answer.text
    return Teller(browser, code, story_id, others=[Teller(browser, other, story_id) for other in codes])


@pytest.fixture
def facilitator(project_id: UUID) -> Staff:
    with writing(project_id) as session:
        sam = people.add_person(session, project_id, "sam@river.test", "facilitator", name="Sam", at=clock.now())
    roles = frozenset({"facilitator"})
    return Staff(sam.person_id, "Sam", "sam@river.test", frozenset({project_id}), roles, {project_id: roles})


@pytest.fixture
def council(project_id: UUID) -> UUID:
    """A partner of the class that Amina named."""
    with writing(project_id) as session:
        made = partners.create_partner(
            session, project_id, "City Council", "services", ["stories:read"], at=clock.now()
        )
        return made[0].partner_id


@pytest.fixture
def decide(project_id: UUID, facilitator: Staff, drain: Callable[[], None]) -> Callable[[Teller, str], None]:
    """Sam decides, waiting for the proof where one has to be made."""

    def run(teller: Teller, decision: str) -> None:
        drain()
        for _ in range(2):
            with writing(project_id) as session:
                curation.claim(session, teller.story_id, by=facilitator, at=clock.now())
                waits = publishing.decide(session, teller.story_id, decision, note="", by=facilitator, at=clock.now())
            drain()
            if waits is None:
                return

    return run
