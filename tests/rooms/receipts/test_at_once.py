# SPDX-License-Identifier: Apache-2.0
"""Several people, or one person twice, in the very same moment. PostgreSQL lets them; SQLite takes turns anyway."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.consent import chain, doors
from app.consent import queries as consent
from app.consent import service as consent_service
from app.consent.service import ReceiptHolder
from app.kit import clock, db
from app.kit.db import insist, reading, serialise, writing
from app.kit.errors import AuthInvalid
from app.kit.ids import new_id
from app.publishing import gate, readers
from app.publishing import queries as publishing
from app.publishing import service as publishing_service
from app.receipts import service
from app.stories import queries as stories
from app.stories import service as story_service
from tests.rooms.receipts.conftest import PIN, YES, Teller, tell

Decide = Callable[[Teller, str], None]
OFTEN = 24


def holder_of(teller: Teller) -> ReceiptHolder:
    if not teller.session:
        teller.opens()
    return consent_service.receipt_session(teller.session, clock.now())


def together(*acts: Callable[[], object]) -> list[BaseException]:
    """All at once; what went wrong."""
    faults: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as fault:  # noqa: BLE001 - looked at below
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return faults


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is about to write waits a moment for the other, as bad luck would have it."""
    point, real = threading.Barrier(2), consent_service._change

    def write(*told: object, **changed: object) -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            point.wait(1.0)
        real(*told, **changed)  # type: ignore[arg-type]

    monkeypatch.setattr(consent_service, "_change", write)


@pytest.mark.usefixtures("meeting")
def test_two_things_stopped_in_the_same_moment_both_stay_stopped(amina: Teller, project_id: UUID) -> None:
    holder = holder_of(amina)

    def stop(purpose: str) -> None:
        insist(lambda session: service.narrow(session, holder, {purpose: "refused"}, {}, at=clock.now()), project_id)

    assert together(lambda: stop("share_partner:services"), lambda: stop("recontact")) == []
    with reading(project_id) as session:
        choices = consent.terms_of(session, amina.story_id)[0].choices
    assert (choices["share_partner:services"], choices["recontact"]) == ("refused", "refused")


@pytest.mark.usefixtures("meeting")
def test_taking_back_everything_is_not_overwritten_by_allowing_less(amina: Teller, project_id: UUID) -> None:
    holder, less = holder_of(amina), {"recontact": "refused"}

    def take_back() -> None:
        insist(lambda session: service.withdraw(session, holder, None, urgent=False, at=clock.now()), project_id)

    def allow_less() -> None:
        insist(lambda session: service.narrow(session, holder, less, {}, at=clock.now()), project_id)

    together(take_back, allow_less)
    with reading(project_id) as session:
        assert consent.terms_of(session, amina.story_id)[0].withdrawn
        assert stories.get_story(session, amina.story_id).status == "withdrawn"


def test_consent_alone_takes_its_turn_before_it_reads(amina: Teller, project_id: UUID) -> None:
    """Also where no door took the story first."""
    record_id, asked = holder_of(amina).record_id, threading.Event()

    def stop(purpose: str) -> None:
        with writing(project_id) as session:
            asked.set()
            consent_service.narrow(session, record_id, {purpose: "refused"}, {}, actor_kind="x", at=clock.now())

    def hold() -> None:
        with writing(project_id) as session:
            chain.take_turn(session, amina.story_id)
            asked.wait(1.0)
            consent_service.narrow(session, record_id, {"recontact": "refused"}, {}, actor_kind="x", at=clock.now())

    assert together(hold, lambda: stop("share_partner:services")) == []
    with reading(project_id) as session:
        choices = consent.terms_of(session, amina.story_id)[0].choices
    assert (choices["share_partner:services"], choices["recontact"]) == ("refused", "refused")


def test_taking_it_back_never_loses_against_the_desk(
    amina: Teller, council: UUID, decide: Decide, project_id: UUID
) -> None:
    decide(amina, "approve")
    holder, desk_has_it = holder_of(amina), threading.Event()

    def reopen() -> None:
        with writing(project_id) as session:
            stories.story_for_update(session, amina.story_id)
            desk_has_it.set()
            threading.Event().wait(0.5)
            story_service.reopen(session, amina.story_id, by="sam")

    def take_back() -> None:
        desk_has_it.wait(10)
        insist(lambda session: service.withdraw(session, holder, None, urgent=False, at=clock.now()), project_id)

    assert together(reopen, take_back) == []
    with reading(project_id) as session:
        assert stories.get_story(session, amina.story_id).status == "withdrawn"
        told = publishing.changes(session, council, after=0, limit=10)
    assert told[-1].type == "story.withdrawn"


def test_a_partner_who_is_told_of_a_story_as_it_is_taken_back_hears_of_that_too(
    amina: Teller, council: UUID, decide: Decide, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job settles who has it, from what it saw before the storyteller spoke."""
    decide(amina, "approve")
    holder, newcomer = holder_of(amina), new_id()
    with monkeypatch.context() as unsettled, writing(project_id) as session:
        unsettled.setattr(readers, "_reconcile_all", lambda *_: None)
        readers.open_reader(session, project_id, newcomer, "Housing", "services", at=clock.now())
    has_looked, is_taken_back, real = threading.Event(), threading.Event(), gate.cases

    def settle() -> None:
        insist(lambda session: publishing_service.reconcile(session, amina.story_id, clock.now()), project_id)

    def look(*told: Any) -> Any:
        seen = real(*told)
        if not has_looked.is_set():
            has_looked.set()
            is_taken_back.wait(1.0)
        return seen

    def take_back() -> None:
        has_looked.wait(10)
        insist(lambda session: service.withdraw(session, holder, None, urgent=False, at=clock.now()), project_id)
        is_taken_back.set()

    monkeypatch.setattr(gate, "cases", look)
    assert together(settle, take_back) == []
    with reading(project_id) as session:
        told = publishing.changes(session, newcomer, after=0, limit=10)
    assert [one.type for one in told] == ["story.released", "story.withdrawn"]


@pytest.mark.parametrize("turns", [pytest.param(1, id="not tried again"), pytest.param(db.TURNS, id="tried again")])
def test_who_the_database_ends_for_anothers_sake_begins_again(
    turns: int, amina: Teller, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two locks in opposite order: somebody has to lose, and what they wanted happens all the same."""
    monkeypatch.setattr(db, "TURNS", turns)
    point, done = threading.Barrier(2), []

    def cross(first: str, second: str) -> None:
        def act(session: Session) -> None:
            serialise(session, first)
            with contextlib.suppress(threading.BrokenBarrierError):
                point.wait(1.0)
            serialise(session, second)

        insist(act, project_id)
        done.append(first)

    faults = together(lambda: cross("one", "other"), lambda: cross("other", "one"))
    is_ring = not db.is_sqlite() and turns == 1
    assert (len(faults), len(done)) == ((1, 1) if is_ring else (0, 2))


def test_no_more_than_five_pins_are_tried_however_many_come_at_once(
    amina: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, tried = holder_of(amina), []

    def guess() -> None:
        with pytest.raises(AuthInvalid) as refused:
            doors.second_step(holder, "0000", clock.now())
        if refused.value.detail is None:
            tried.append(1)

    assert together(*[guess] * OFTEN) == []
    assert len(tried) == doors.PIN_TRIES
    with pytest.raises(AuthInvalid):
        doors.second_step(holder, PIN, clock.now())


def test_two_voices_that_take_back_at_once_take_the_story_back(amina: Teller, project_id: UUID) -> None:
    """Neither may think that the other still stands."""
    both = tell(amina.browser, project_id, others=[{"choices": YES}])
    holders = [holder_of(both), holder_of(both.others[0])]

    def take_back(holder: ReceiptHolder) -> None:
        insist(lambda session: service.withdraw(session, holder, None, urgent=False, at=clock.now()), project_id)

    assert together(*[lambda holder=holder: take_back(holder) for holder in holders]) == []
    with reading(project_id) as session:
        assert stories.get_story(session, both.story_id).status == "withdrawn"
