# SPDX-License-Identifier: Apache-2.0
"""A caretaker loses a server and brings the house back from an archive: whole, but for what was taken back since."""

import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.cli import backup, replaying, restoring
from app.consent import objections
from app.consent import queries as consent_queries
from app.consent import service as consent
from app.consent.errors import ChildObjects
from app.consent.rules import ParticipantTerms
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import across_projects, is_sqlite, reading, writing
from app.publishing import returning
from app.publishing import service as publishing_verbs
from app.publishing.editions import Refused, Released
from app.publishing.models import FeedEntry
from app.receipts.service import carry_out
from app.register import chains
from app.stories import ledger, queries
from app.stories import service as story_verbs
from app.stories.jobs import erase_withdrawn
from app.stories.models import Recording, Story
from tests.rooms.cli.houses import Elsewhere, hashes, standing, work
from tests.rooms.publishing.desk_work import House
from tests.rooms.receipts import conftest as receipts
from tests.rooms.receipts.test_guardian import GUARDIAN
from tests.trust import canary
from tests.trust.canary import Told

Drain = Callable[[], None]


@pytest.fixture
def tell(client: TestClient, desk: House, drain: Drain, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Told]:
    canary.hire(monkeypatch)
    return lambda: Told(client, desk, drain)


def test_a_house_comes_back_whole_on_another_machine(
    tell: Callable[[], Told], kept: Path, elsewhere: Elsewhere
) -> None:
    tell().work_on()
    assert backup.make(kept)["lost"] == []
    before, sounds = standing(), hashes()
    with elsewhere():
        restoring.restore(kept)
        after = standing()
        assert hashes() == sounds
        assert set(store().list("")) == set(sounds)
        for table in ("audit_entry", "audit_detail", "highest_time"):  # which say that it came back, and when
            assert before.pop(table) != after.pop(table)
        assert after == before
        assert are_unbroken()


def are_unbroken() -> bool:
    with reading() as session, across_projects(session):
        projects = set(session.execute(select(Story.project_id)).scalars())
        return all(chains.verify(session, project_id).is_unbroken for project_id in projects)


def test_an_erased_story_does_not_come_back_with_an_older_archive(
    tell: Callable[[], Told], kept: Path, elsewhere: Elsewhere
) -> None:
    story = tell()
    story.work_on()
    backup.make(kept)
    story.take_back()
    story.rounds()
    with elsewhere() as place:
        restoring.restore(kept)
        assert_it_is_nowhere(place)
        assert [entry.type for entry in feed()] == ["story.released", "story.withdrawn"]
        work(housekeeping)
        assert_it_is_nowhere(place)
        assert canary.is_done()
        assert are_unbroken()


def housekeeping() -> None:
    """Its rounds, until the database has given up what it held."""
    for _ in range(10):
        erase_withdrawn()
        if canary.is_done():
            return
        time.sleep(0.3)


def feed() -> list[FeedEntry]:
    with reading() as session, across_projects(session):
        return list(session.execute(select(FeedEntry).order_by(FeedEntry.seq)).scalars())  # type: ignore[arg-type]


def assert_it_is_nowhere(place: Path) -> None:
    assert canary.rows_with_it() == set()
    assert canary.files_with_it(place) == {}
    assert list(store().list("")) == []
    with reading() as session, across_projects(session):
        assert session.execute(select(Story)).first() is None
    if not is_sqlite():
        assert canary.postgresql_files_with_it() == {}


def test_without_the_replay_an_erased_story_would_come_back(
    tell: Callable[[], Told], kept: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tell()
    backup.make(kept)
    story.take_back()
    story.rounds()
    monkeypatch.setattr(replaying, "_marked", lambda *_told: [])
    with elsewhere() as place:
        restoring.restore(kept)
        with pytest.raises(AssertionError):
            assert_it_is_nowhere(place)


def take_back(desk: House, story_id: UUID) -> None:
    """As the storyteller's page does it."""
    at = clock.now()
    with writing(desk.project_id) as session:
        for voice in consent_queries.terms_of(session, story_id):
            taken = consent.withdraw(session, voice.record_id, None, actor_kind="reporter_receipt", at=at)
        carry_out(session, story_id, taken, actor="storyteller", at=at)


def bring_back(desk: House, story_id: UUID) -> None:
    with writing(desk.project_id) as session:
        for voice in consent_queries.terms_of(session, story_id):
            consent.undo(session, voice.record_id, clock.now())
        story_verbs.restore(session, story_id, at=clock.now())
        publishing_verbs.reconcile(session, story_id, clock.now())


def test_a_story_that_was_taken_back_since_comes_up_taken_back(desk: House, kept: Path, elsewhere: Elsewhere) -> None:
    reader = desk.partner()
    story_id, other_id = desk.released(), desk.released()
    before = [change.seq for change in desk.feed(reader)]
    backup.make(kept)
    take_back(desk, story_id)
    with reading(desk.project_id) as session:
        until = queries.get_story(session, story_id).undo_until
    with elsewhere():
        restoring.restore(kept)
        assert desk.status(story_id) == "withdrawn"
        with reading(desk.project_id) as session:
            assert queries.get_story(session, story_id).undo_until == until
        answer = desk.ask(story_id, reader)
        assert isinstance(answer, Refused)
        assert answer.shown_as == 410
        assert isinstance(desk.ask(other_id, reader), Released)
        later = [change for change in desk.feed(reader) if change.seq > max(before) + 1]
        assert [change.type for change in later] == ["story.withdrawn"], "behind every number the reader has seen"
        assert are_unbroken()
        bring_back(desk, story_id)
        assert desk.status(story_id) == "in_review"


def test_without_the_daybook_a_story_that_was_taken_back_since_would_leave_the_house(
    desk: House, kept: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, story_id = desk.partner(), desk.released()
    backup.make(kept)
    take_back(desk, story_id)
    monkeypatch.setattr(replaying, "_say_again", lambda *_told: set())
    monkeypatch.setattr(returning, "take_back", lambda *_told: set())
    with elsewhere():
        restoring.restore(kept)
        assert isinstance(desk.ask(story_id, reader), Released)


def test_a_story_taken_back_and_brought_back_since_waits_for_a_person(
    desk: House, kept: Path, elsewhere: Elsewhere
) -> None:
    reader, story_id = desk.partner(), desk.released()
    backup.make(kept)
    take_back(desk, story_id)
    bring_back(desk, story_id)
    with elsewhere():
        restoring.restore(kept)
        assert desk.status(story_id) == "in_review"
        assert isinstance(desk.ask(story_id, reader), Refused)
        assert not any(voice.withdrawn or voice.hidden for voice in voices(desk, story_id))
        desk.decide(story_id, "approve")
        assert desk.release(story_id)
        assert isinstance(desk.ask(story_id, reader), Released)


def voices(desk: House, story_id: UUID) -> list[ParticipantTerms]:
    with reading(desk.project_id) as session:
        return list(consent_queries.terms_of(session, story_id))


def test_whoever_allowed_less_since_is_hidden_until_they_say_otherwise(
    desk: House, kept: Path, elsewhere: Elsewhere
) -> None:
    reader, story_id = desk.partner(), desk.released()
    backup.make(kept)
    desk.narrow(story_id, {"research": "refused"})
    with elsewhere():
        restoring.restore(kept)
        [voice] = voices(desk, story_id)
        assert voice.hidden
        assert isinstance(desk.ask(story_id, reader), Refused)
        assert are_unbroken()
        with writing(desk.project_id) as session:
            consent.embargo(session, voice.record_id, clock.now(), at=clock.now(), may_widen=True)
        assert not voices(desk, story_id)[0].hidden


def test_a_child_s_word_against_their_guardian_since_still_stands(
    client: TestClient, desk: House, kept: Path, elsewhere: Elsewhere
) -> None:
    noor = receipts.tell(client, desk.project_id, capacity_basis="guardian", guardian=GUARDIAN)
    noor.opens()
    for objects in (True, False):
        noor.asks("objection", objects=objects)
    backup.make(kept)
    noor.asks("objection", objects=True)
    [record_id] = desk.records(noor.story_id)
    with elsewhere():
        restoring.restore(kept)
        with reading(desk.project_id) as session:
            assert [one.objects for one in objections.of_record(session, record_id)] == [True, False, True]
            with pytest.raises(ChildObjects):
                objections.require_no_objection(session, record_id)


def test_readers_are_told_to_remove_what_this_house_has_never_heard_of(
    desk: House, kept: Path, elsewhere: Elsewhere
) -> None:
    """It came after the archive, and so did its storyteller's code: nobody here could take it back from them."""
    reader, known_id = desk.partner(), desk.released()
    backup.make(kept)
    lost_id = desk.released()
    told = desk.feed(reader)
    with elsewhere():
        restoring.restore(kept)
        [known, gone] = desk.feed(reader)
        assert known == told[0]
        assert (gone.type, gone.public_id) == ("story.withdrawn", told[1].public_id)
        assert gone.seq > told[1].seq
        assert gone.version > told[1].version
        assert isinstance(desk.ask(known_id, reader), Released)
        with reading(desk.project_id) as session:
            assert queries.find_story(session, lost_id) is None


def test_what_left_in_another_shape_since_is_approved_again(desk: House, kept: Path, elsewhere: Elsewhere) -> None:
    """A name was redacted after the archive: the edition in it still has the name."""
    reader, story_id = desk.partner(), desk.released()
    backup.make(kept)
    desk.decide(story_id, "reopen")
    desk.redact(story_id, desk.words(story_id)["Karachi"])
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    assert desk.feed(reader)[-1].type == "story.updated"
    with elsewhere():
        restoring.restore(kept)
        assert desk.feed(reader)[-1].type == "story.withdrawn"
        assert isinstance(desk.ask(story_id, reader), Refused)
        assert desk.status(story_id) == "in_review"


def test_what_waited_for_a_worker_is_done_in_the_house_that_came_back(
    client: TestClient, desk: House, kept: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary.hire(monkeypatch)
    story = Told(client, desk, lambda: None)
    assert backup.make(kept)["lost"] == []
    with elsewhere():
        restoring.restore(kept)
        work()
        assert desk.status(story.story_id) == "in_review"
        with reading(desk.project_id) as session:
            [recording] = session.execute(select(Recording)).scalars()
        assert recording.key is not None
        assert store().get(recording.key) == story.sound


@pytest.mark.parametrize("cut", ["since", "before"])
def test_a_voice_that_was_cut_out_does_not_come_back(cut: str, desk: House, kept: Path, elsewhere: Elsewhere) -> None:
    """In an archive from before the cut it is in everything that was told; in one from after it is in nothing."""
    story_id = desk.told(tellers=2)

    def cut_out() -> None:
        with writing(desk.project_id) as session:
            voice = queries.participants(session, story_id)[0]
            ledger.write(session, desk.project_id, [ledger.mark("participant", voice.participant_id)], clock.now())

    if cut == "before":
        cut_out()
    backup.make(kept)
    if cut == "since":
        cut_out()
    with elsewhere():
        restoring.restore(kept)
        with reading(desk.project_id) as session:
            assert (queries.find_story(session, story_id) is None) == (cut == "since")
