# SPDX-License-Identifier: Apache-2.0
"""A voice that was cut out of a talk is in no byte of the house, and the other voice is all there."""

import base64
import io
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import select
from structlog.testing import capture_logs

from app.consent import queries as consent
from app.consent.models import ConsentParty, ConsentReceipt
from app.curation import cutting, replacing
from app.curation import queries as desk_queries
from app.curation import service as curation
from app.curation.jobs import go_on_cutting
from app.curation.models import Cutting
from app.curation.rules import Wish
from app.curation.schemas import DetailsIn
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import is_sqlite, reading, writing
from app.kit.ids import new_id
from app.publishing import service as publishing
from app.publishing.editions import Released
from app.publishing.jobs import forget_cut_voices
from app.publishing.models import SignOff
from app.stories import queries as stories
from app.transcription import cutting as transcription
from app.transcription import listening
from app.transcription.models import Run
from tests.rooms.curation import two_voices
from tests.rooms.curation.conftest import SignIn, sign_in  # noqa: F401 - a fixture
from tests.rooms.curation.two_voices import AMINA_SAID, AMINAS_HZ, BENS_TURN, TURN_MS, Calendar, Desk, Talk
from tests.rooms.media.sounds import heard, level_at
from tests.rooms.publishing.desk_work import House
from tests.stand_ins.engines import ScriptedEngine
from tests.trust import canary, register
from tests.trust.canary import CANARY
from tests.trust.test_erasure import cheap_hashes  # noqa: F401 - a fixture

HE_SAID = f"I stood at the {CANARY} and told the soldier a lie which I never told my own brother at home."
PLANTED = {
    "consent_event": ["facets"],
    "consent_party": ["relation"],
    "consent_receipt": ["body"],
    "consent_record": ["explained_by"],
    "decision": ["note"],
    "desk": ["title", "summary"],
    "edition": ["content"],
    "message": ["text"],
    "participant": ["display_name"],
    "redaction": ["replacement"],
    "revision": ["words"],
    "run": ["message"],
    "heard_window": ["heard"],
    "segment": ["words"],
    "sign_off": ["note"],
    "story": ["title", "decline_note"],
    "upload": ["metadata_echo"],
}
"""Fields of a talk that words of one voice can get into."""


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def said() -> Iterator[Callable[[], str]]:
    """All that is logged meanwhile."""
    written = io.StringIO()
    listener = logging.StreamHandler(written)
    logging.getLogger().addHandler(listener)
    with capture_logs() as told:
        yield lambda: written.getvalue() + repr(told)
    logging.getLogger().removeHandler(listener)


class Known(Talk):
    """Ben's word, which nobody else says, in everything that words can get into."""

    def _named(self) -> str:
        name = base64.b64encode(f"{CANARY}.flac".encode()).decode()
        return f"{super()._named()},filename {name}"

    def work_on(self) -> None:
        """The desk says who speaks, clears it, shares it; Ben answers and writes."""
        mine, words = len(AMINA_SAID.split()), self.words()
        wished = [Wish(one["id"], one["text"], "Amina" if at < mine else CANARY) for at, one in enumerate(words)]
        with writing(self.project_id) as session:
            curation.revise(session, self.story_id, 0, wished, by=self.house.facilitator, at=clock.now())
            told = {"title": "At the river", "summary": HE_SAID, "place": {}, "themes": [], "tags": []}
            precise = {"content_warnings": [], "place_precision": "area", "date_precision": "month"}
            details = DetailsIn.model_validate({**told, **precise})
            curation.note_decision(session, self.story_id, "kept", HE_SAID, by=self.house.facilitator, at=clock.now())
            curation.touch_for_concern(session, self.story_id, "*")
            curation.set_details(session, self.story_id, details, by=self.house.facilitator)
        self.house.redact(self.story_id, words[-1]["id"], replacement=CANARY)
        self.house.quote(self.story_id, words[mine]["id"], words[mine + 3]["id"])
        reader = self.house.partner()
        self.house.decide(self.story_id, "approve")
        self.drain()
        self.house.listen(self.story_id, 0, 2 * TURN_MS)
        self.house.decide(self.story_id, "approve")
        self.drain()
        assert isinstance(self.house.ask(self.story_id, reader), Released)
        key = {"Idempotency-Key": str(new_id())}
        opened = self.open(1).json()["session"]
        left = self.client.post(
            "/api/receipts/message",
            json={"kind": "message", "text": HE_SAID},
            headers={"Authorization": f"Bearer {opened}", **key},
        )
        assert left.status_code < 300, left.text
        self._plant()

    def _plant(self) -> None:
        """Where no door of today leads with a word of one's own."""
        at = clock.now()
        with writing(self.project_id) as session:
            records = consent.records_of(session, self.story_id)
            [his] = [one for one in records if one.participant_id == self.ben]
            mine: dict[str, Any] = {"project_id": self.project_id, "record_id": his.record_id}
            relation: dict[str, Any] = {"role": "guardian", "relation": HE_SAID, "choices": two_voices.VOICED}
            session.add(ConsentParty(**mine, **relation, party_id=new_id(), given_at=at))
            told: dict[str, Any] = {"story_id": self.story_id, "decision": "change", "note": HE_SAID, "at": at}
            session.add(SignOff(**mine, **told, sign_off_id=new_id(), proof_sha256=""))
            story = stories.story_for_update(session, self.story_id)
            story.decline_note = HE_SAID
            his.explained_by = CANARY
            added = desk_queries.desk(session, self.story_id)
            assert added is not None
            added.title = story.title
            receipts = select(ConsentReceipt).where(ConsentReceipt.record_id == his.record_id)
            for receipt in session.execute(receipts).scalars():
                receipt.body = {**receipt.body, "note": CANARY}
            session.add(canary.window_left(session.execute(select(Run)).scalars().first()))
            session.flush()
            session.connection().execute(text("UPDATE run SET message = :words"), {"words": HE_SAID})


@pytest.fixture
def talk(client: TestClient, desk: House, drain: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Known:
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(AMINA_SAID, HE_SAID))
    credit = {"facets": {"public_words": {"name": "pseudonym", "credit": CANARY}}}
    made = Known(client, desk, drain, names=("Amina", CANARY), his=credit, title=CANARY)
    made.arrive()
    made.work_on()
    return made


@pytest.fixture
def cut(talk: Known, desk: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:  # noqa: F811
    """Ben goes, his days are over, Fay cuts him out and reads again what was written about the whole."""

    def run(*, at_most: int = 40) -> None:
        talk.take_back()
        Calendar(monkeypatch).add(15)
        fays = Desk(sign_in(desk.facilitator.person_id), talk.story_id).claim()
        assert fays.mark(spans=[BENS_TURN]).status_code == 200
        assert fays.hear().json()["left"] == []
        answer = fays.finish()
        assert answer.json()["look_at"] == ["summary"], answer.text
        rounds(talk, at_most=at_most)
        told = {"title": "A crossing", "summary": "", "place": {}, "themes": [], "tags": [], "content_warnings": []}
        precise = {"place_precision": "area", "date_precision": "month"}
        assert "details-unconfirmed" in [one["slug"] for one in fays.browser.get(fays.path).json()["obstacles"]]
        saved = fays.browser.put(f"{fays.path}/details", json={**told, **precise}, headers={"If-Match": fays.etag()})
        assert saved.status_code == 204, saved.text
        rounds(talk, at_most=at_most)

    return run


def rounds(talk: Talk, *, at_most: int = 40) -> None:
    """The worker run dry, and what housekeeping does in its minutes, until it is done."""
    for _ in range(at_most):
        talk.drain()
        go_on_cutting()
        forget_cut_voices()
        if state(talk) == cutting.DONE:
            return
        time.sleep(0.3)


def state(talk: Talk) -> str:
    with reading(talk.project_id) as session:
        return session.execute(select(Cutting.state)).scalar_one()


def assert_he_is_nowhere(house: Path, said: str) -> None:
    assert canary.rows_with_it() == set()
    assert canary.objects_with_it() == []
    assert canary.objects_with_the_tone() == []
    assert canary.files_with_it(house) == {}
    assert canary.hits(said.encode()) == 0
    if not is_sqlite():
        assert canary.postgresql_files_with_it() == {}


def assert_she_is_all_there(talk: Talk) -> None:
    assert " ".join(word["text"] for word in talk.words()) == AMINA_SAID
    sounding = [key for key in store().list("") if key.endswith((".flac", ".ogg", ".m4a"))]
    assert len(sounding) == 3, "what stays of the original, and two copies to listen to"
    for key in sounding:
        sound = heard(store().get(key))
        assert abs(sound.size / 48 - 2 * TURN_MS) < 80
        assert level_at(sound[: 1_650 * 48], AMINAS_HZ) > 0.1


def test_nothing_of_a_voice_that_was_cut_out_is_left_in_any_byte_of_the_house(
    talk: Known, cut: Callable[..., None], house: Path, said: Callable[[], str]
) -> None:
    wanted = {(table, column) for table, columns in PLANTED.items() for column in columns}
    assert wanted - canary.rows_with_it() == set(), "a field that words get into was not tried"
    assert len(canary.objects_with_the_tone()) >= 5
    cut()
    assert state(talk) == cutting.DONE
    assert register.failed_jobs() == []
    assert_he_is_nowhere(house, said())
    assert_she_is_all_there(talk)


@pytest.mark.parametrize("room", ["words", "sound", "editions"])
def test_a_room_that_keeps_him_is_found_out(
    room: str, talk: Known, cut: Callable[..., None], house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keeps(*_told: object) -> None:
        """Does nothing."""

    if room == "words":
        monkeypatch.setattr(transcription, "cut_words", keeps)
    elif room == "sound":
        monkeypatch.setattr(replacing, "delete_objects", keeps)
        monkeypatch.setattr("app.uploads.intake.drop_all_but", keeps)
    else:
        monkeypatch.setattr(publishing, "forget_before", keeps)
    cut(at_most=3)
    with pytest.raises(AssertionError):
        assert_he_is_nowhere(house, "")
