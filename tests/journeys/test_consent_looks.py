# SPDX-License-Identifier: Apache-2.0
"""Every state of the storyteller's page, in each language we ship: nobody is shut out of it, nothing is cut off."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from sqlmodel import select

from app.consent import service as consent_service
from app.consent.models import ReceiptCode
from app.kit import clock
from app.kit.db import writing
from app.publishing import service as publishing
from tests.capture.hands import chromium
from tests.capture.looks import looking_for_faults
from tests.capture.phones import playwright
from tests.journeys.conftest import Watch
from tests.journeys.tellers import PIN, Partner, Teller, codes, comes_back, desk, nursery, partner, served, share_voice
from tests.makers.stories import make_code
from tests.rooms.publishing.desk_work import OPEN
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "comes_back", "desk", "nursery", "partner", "playwright", "served"]

Comes = Callable[..., Teller]
Look = Callable[[str], None]
WIDE = {"form": "voice", "name": "real", "place": "exact", "date": "exact", "reuse": "quote"}


@pytest.fixture(params=["en", "es", "ar", "ur"])
def amina(request: pytest.FixtureRequest, comes_back: Comes) -> Teller:
    return comes_back(request.param)


@pytest.fixture
def look(amina: Teller, watch: Watch) -> Iterator[Look]:
    """Collects whatever shuts somebody out of a screen."""
    found: list[str] = []
    faults = looking_for_faults(amina.page, found)

    def at(screen: str) -> None:
        faults(screen)
        watch.seen[:] = [seen for seen in watch.seen if "status of 4" not in seen]

    yield at
    assert not found, "\n".join(found)


def unfold(amina: Teller) -> None:
    """Everything that is folded away."""
    amina.page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")


@pytest.fixture
def shared(desk: Desk, partner: Partner) -> UUID:
    """Researchers have words and voice, as exact as it gets."""
    story_id = share_voice(desk, choices={**OPEN, "public_words": "refused"}, facets={"research": WIDE})
    assert partner.gets(story_id, "/audio")[0] == 200
    return story_id


@pytest.mark.usefixtures("shared")
def test_a_story_that_was_shared(codes: list[str], amina: Teller, look: Look) -> None:
    amina.types(make_code())
    look("another code")
    amina.opens(codes[0])
    unfold(amina)
    look("shared")
    amina.presses("receipt-document-open")
    look("on paper")
    amina.presses("receipt-back")
    amina.presses("receipt-hide")
    look("hide")
    amina.presses("receipt-hide-do")
    amina.reads("receipt-done-hidden")
    look("hidden")
    amina.presses("receipt-withdraw")
    look("take back")
    amina.presses("receipt-withdraw-do")
    amina.reads("receipt-status-withdrawn")
    look("taken back")


@pytest.mark.usefixtures("shared")
def test_what_is_allowed_less_and_more(codes: list[str], amina: Teller, look: Look) -> None:
    amina.opens(codes[0])
    amina.presses("receipt-narrow")
    unfold(amina)
    look("allow less")
    amina.presses("receipt-leave-as-is")
    amina.presses("receipt-widen")
    look("allow more, locked")
    amina.locks_open("0000")
    look("a wrong PIN")
    amina.locks_open(PIN)
    unfold(amina)
    look("allow more")
    amina.presses("receipt-leave-as-is")
    amina.presses("receipt-read")
    look("read")


def test_a_story_that_waits_for_an_answer(desk: Desk, codes: list[str], amina: Teller, look: Look) -> None:
    story_id = desk.told(facets={"research": WIDE}, wants_sign_off=True)
    said = desk.words(story_id)
    desk.redact(story_id, said["Karachi"])
    desk.quote(story_id, said["Two"], said["had."])
    desk.decide(story_id, "ask_sign_off")
    amina.opens(codes[0])
    look("waiting")
    amina.locks_open(PIN)
    amina.presses("receipt-look")
    look("what we would share")


def test_a_story_of_two_whose_other_voice_has_gone(desk: Desk, codes: list[str], amina: Teller, look: Look) -> None:
    story_id = desk.released(tellers=2)
    take_one_voice_back(desk, story_id, codes[1])
    amina.opens(codes[0])
    amina.reads("receipt-shut")
    look("shut")
    amina.presses("receipt-close")
    look("closed")


def take_one_voice_back(desk: Desk, story_id: UUID, code: str) -> None:
    with writing(desk.project_id) as session:
        mine = select(ReceiptCode.record_id).where(ReceiptCode.selector == code[:6])
        record_id = session.execute(mine).scalar_one()
        consent_service.withdraw(session, record_id, None, actor_kind="reporter_receipt", at=clock.now())
        session.flush()
        publishing.reconcile(session, story_id, clock.now())
