# SPDX-License-Identifier: Apache-2.0
import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import select
from structlog.testing import capture_logs

from app.consent import service as consent
from app.consent.errors import ReceiptInvalid
from app.kit import audit, clock, jobs
from app.kit.blobs import store
from app.kit.db import engine, is_sqlite, reading, writing
from app.kit.ids import new_id
from app.people.access import Device
from app.stories import erasure, queries, service
from app.stories.errors import TransitionNotAllowed
from app.stories.jobs import erase_withdrawn
from app.stories.models import ErasureLedger, Participant
from app.transcription.models import Run
from tests.makers.stories import form_of, make_code, make_declaration, make_participant, make_phone

CANARY = "kingfisher-7731"
LONG_READ = {True: "SERIALIZABLE", False: "REPEATABLE READ"}


class Told:
    """One story with a word that is nowhere else, and how its phone sent it."""

    def __init__(self, client: TestClient, project_id: UUID, *, sounds: int = 0) -> None:
        self.client, self.project_id, self.code, self.story_id = client, project_id, make_code(), new_id()
        phone: tuple[Device, str] = make_phone(project_id)
        self.headers = {"Authorization": f"Bearer {phone[1]}"}
        with reading(project_id) as session:
            voice = make_participant(form_of(session, project_id), code=self.code)
        voice["display_name"] = CANARY
        words = {"title": CANARY, "place": CANARY} | ({} if sounds else {"text": f"I saw a {CANARY}."})
        self.declaration = make_declaration([voice], sounds=sounds, **words)
        assert self.put().status_code == 201

    def put(self, **changed: object) -> httpx2.Response:
        body = json.loads(json.dumps({**self.declaration, **changed}))
        answer: httpx2.Response = self.client.put(f"/api/stories/{self.story_id}", json=body, headers=self.headers)
        return answer

    def renew(self, text: str) -> None:
        """Another story from the same phone."""
        self.story_id = new_id()
        with reading(self.project_id) as session:
            voice = make_participant(form_of(session, self.project_id))
        self.declaration = make_declaration([voice], title=CANARY, text=text)

    def tell_anew(self, text: str) -> None:
        self.renew(text)
        assert self.put().status_code == 201, self.put().text

    def get(self) -> httpx2.Response:
        answer: httpx2.Response = self.client.get(f"/api/stories/{self.story_id}", headers=self.headers)
        return answer

    def withdraw(self, **changed: object) -> None:
        at = clock.now()
        with writing(self.project_id) as session:
            service.withdraw(session, self.story_id, actor="storyteller", at=at, **changed)  # type: ignore[arg-type]

    def erase(self) -> bool:
        return erasure.erase_if_due(str(self.project_id), str(self.story_id))


def test_a_story_is_erased_when_its_days_are_over_and_not_before(
    client: TestClient, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Told(client, project_id)
    story.withdraw()
    assert not story.erase()
    assert story.get().json()["status"] == "withdrawn"
    later = clock.now() + timedelta(days=14)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert story.erase()
    assert not story.erase()


def test_an_erased_story_is_gone_for_its_phone_for_its_code_and_for_good(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    story.erase()
    for answer in (story.get(), story.put(), story.put(title="Again")):
        assert (answer.status_code, answer.json()["code"]) == (410, "story-erased")
    with pytest.raises(ReceiptInvalid):
        consent.open_code(story.code, source="a", at=clock.now())
    assert story.client.get("/api/stories", headers=story.headers).json()["items"] == []


def test_the_same_sound_or_words_do_not_come_back_under_new_ids(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id, sounds=1)
    story.withdraw()
    story.story_id = new_id()
    story.declaration["recordings"][0]["recording_id"] = str(new_id())
    story.declaration["participants"][0]["participant_id"] = str(new_id())
    assert story.put().json()["code"] == "story-erased"


def test_not_a_word_is_left_in_the_database(client: TestClient, project_id: UUID, house: Path) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    story.erase()
    with reading(project_id) as session:
        row = queries.get_story(session, story.story_id)
        assert (row.title, row.text, row.place, row.language) == ("", "", "", None)
        assert session.execute(select(Participant)).all() == []
        assert audit.is_unbroken(session, project_id)
    if is_sqlite():
        raw = b"".join(file.read_bytes() for file in house.glob("heardwell.db*"))
        assert CANARY.encode() not in raw
        assert str(project_id).replace("-", "").encode() in raw


def test_the_bare_row_goes_and_the_ledger_still_knows_it(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    story.erase()
    assert erasure.clear_bare_rows() == 1
    assert story.get().json()["code"] == "story-erased"
    with reading(project_id) as session:
        assert queries.find_story(session, story.story_id) is None
        done = [row.done_at for row in session.execute(select(ErasureLedger)).scalars() if row.kind == "story"]
    assert all(done)


def test_a_crash_between_ledger_and_rows_is_made_good(
    client: TestClient, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    with monkeypatch.context() as torn:
        torn.setattr(erasure, "delete_objects", lambda _keys: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            story.erase()
    assert story.put().json()["code"] == "story-erased"
    assert story.erase()


def test_the_rounds_of_housekeeping_erase_what_is_due(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    assert "stories.erase_withdrawn" in [chore.name for chore in jobs.CHORES]
    with reading(project_id) as session:
        assert erasure.due_for_erasure(session, clock.now()) == [(project_id, story.story_id)]
    erase_withdrawn()
    assert story.get().status_code == 410


LONG = f"I saw a {CANARY} by the river. " * 6


def test_somebody_elses_same_words_are_never_refused(client: TestClient, project_id: UUID) -> None:
    """A phone that hears `story-erased` wipes its only copy."""
    story, neighbour = Told(client, project_id), Told(client, project_id)
    for words in ("Thank you.", LONG):
        story.tell_anew(words)
        story.withdraw(erase_now=True)
        story.erase()
        neighbour.tell_anew(words)
        assert neighbour.get().status_code == 200


def test_on_a_phone_that_many_write_on_a_short_thanks_is_everybodys(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id)
    story.tell_anew("Thank you.")
    story.withdraw(erase_now=True)
    story.erase()
    story.tell_anew("Thank you.")
    assert story.get().json()["status"] == "in_review"


def test_a_phone_cannot_send_an_erased_text_again_under_new_ids(client: TestClient, project_id: UUID) -> None:
    story = Told(client, project_id)
    story.tell_anew(LONG)
    story.withdraw(erase_now=True)
    story.erase()
    story.renew(LONG)
    assert story.put().json()["code"] == "story-erased"


def test_no_undo_once_the_erasure_has_begun_whatever_the_clock_says(
    client: TestClient, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Told(client, project_id)
    story.withdraw(erase_now=True)
    earlier = clock.now() - timedelta(hours=3)
    monkeypatch.setattr(clock, "now", lambda: earlier)
    with writing(project_id) as session, pytest.raises(TransitionNotAllowed):
        service.restore(session, story.story_id, at=earlier)
    with reading(project_id) as session:
        assert erasure.due_for_erasure(session, earlier) == [(project_id, story.story_id)]
    assert story.erase()


def done(project_id: UUID) -> list[bool]:
    with reading(project_id) as session:
        rows = session.execute(select(ErasureLedger).where(ErasureLedger.kind == "story")).scalars()
        return [row.done_at is not None for row in rows]


def test_an_erasure_is_not_done_while_somebody_still_reads_the_old_rows(
    client: TestClient, project_id: UUID, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "PATIENCE_MS", 50)
    story = Told(client, project_id)
    with engine().connect().execution_options(isolation_level=LONG_READ[is_sqlite()]) as reader:
        reader.execute(text("SELECT count(*) FROM story")).scalar_one()
        story.withdraw(erase_now=True)
        erase_withdrawn()
        assert story.get().status_code == 410
        assert done(project_id) == [False]
        if is_sqlite():
            assert b"".join(file.read_bytes() for file in house.glob("heardwell.db*")).count(CANARY.encode())
    erase_withdrawn()
    assert done(project_id) == [True]
    if is_sqlite():
        assert CANARY.encode() not in b"".join(file.read_bytes() for file in house.glob("heardwell.db*"))


def test_bytes_that_come_after_the_rows_are_found_before_it_is_called_done(
    client: TestClient, project_id: UUID
) -> None:
    story = Told(client, project_id, sounds=1)
    story.withdraw(erase_now=True)
    story.erase()
    recording_id = story.declaration["recordings"][0]["recording_id"]
    late = (f"stories/{story.story_id}/playback/{new_id()}/sound.ogg", f"recordings/{recording_id}/{new_id()}")
    for key in late:
        store().put(f"{project_id}/{key}", b"OggS late")
    assert erasure.clear_bare_rows() == 1
    assert list(store().list(str(project_id))) == []


def test_what_a_dead_job_left_of_a_story_that_is_gone_is_swept(client: TestClient, project_id: UUID) -> None:
    gone, living = Told(client, project_id), Told(client, project_id)
    gone.withdraw(erase_now=True)
    erase_withdrawn()
    keys = [f"{project_id}/stories/{story.story_id}/editions/{new_id()}/x/sound.ogg" for story in (gone, living)]
    for key in keys:
        store().put(key, b"OggS")
    assert erasure.drop_orphans() == 1
    assert list(store().list(str(project_id))) == [keys[1]]


def test_a_room_that_did_not_finish_is_asked_again_and_an_alarm_rings(
    client: TestClient, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Told(client, project_id)
    with writing(project_id) as session:
        session.add(
            Run(project_id=project_id, run_id=new_id(), story_id=story.story_id, status="done", consent_epoch=1)
        )
    story.withdraw(erase_now=True)
    erase_withdrawn()
    assert done(project_id) == [False]
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    with capture_logs() as said:
        erase_withdrawn()
    assert [(line["event"], line["stories"]) for line in said] == [("erasure_unfinished", 1)]
    with reading(project_id) as session:
        asked = [entry for entry in audit.entries_about(session, story.story_id) if entry.action == "StoryErased"]
    assert len(asked) == 2
