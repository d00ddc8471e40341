# SPDX-License-Identifier: Apache-2.0
"""Amina and Ben told a story together. Each has a code of their own, and each may go."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.kit import clock
from app.kit.db import reading
from app.publishing import queries as publishing
from app.stories import queries as stories
from tests.rooms.receipts.conftest import PIN, YES, Teller, tell

Decide = Callable[[Teller, str], None]


@pytest.fixture
def both(client: TestClient, project_id: UUID) -> tuple[Teller, Teller]:
    amina = tell(client, project_id, others=[{"choices": YES}])
    ben = amina.others[0]
    for teller in (amina, ben):
        teller.opens()
    return amina, ben


@pytest.fixture
def pass_days(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Everybody comes back with their code so many days from now."""
    today = clock.now()

    def later(days: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: today + timedelta(days=days))

    return later


def status(teller: Teller, project_id: UUID) -> str:
    with reading(project_id) as session:
        return stories.get_story(session, teller.story_id).status


def test_while_ben_has_gone_nobody_reads_or_hears_what_he_said(both: tuple[Teller, Teller]) -> None:
    amina, ben = both
    amina.asks("second-step", pin=PIN)
    assert amina.looks("story")["said"]["text"]
    assert ben.asks("withdraw")["story"]["is_shut"]
    amina.looks("story", status=404)
    amina.looks("audio?rendition=original", status=404)
    amina.looks("audio?rendition=release", status=404)
    shown = amina.opens()
    assert shown["story"]["is_shut"]
    assert not shown["consent"]["withdrawn"]
    ben.asks("undo")
    amina.asks("second-step", pin=PIN)
    assert amina.looks("story")["said"]["text"]


def test_aminas_page_says_why_it_is_shut(both: tuple[Teller, Teller]) -> None:
    amina, ben = both
    ben.asks("withdraw")
    page = amina.browser.post("/s/", data={"session": amina.session, "lang": "en"}).text
    assert "Somebody else in this story took their part back." in page


def test_amina_coming_back_does_not_bring_ben_back(
    both: tuple[Teller, Teller], council: UUID, decide: Decide, project_id: UUID
) -> None:
    amina, ben = both
    decide(amina, "approve")
    amina.asks("withdraw")
    assert ben.asks("withdraw")["story"]["status"] == "withdrawn"
    shown = amina.asks("undo")
    assert not shown["consent"]["withdrawn"]
    assert shown["story"]["is_shut"]
    assert ben.opens()["consent"]["withdrawn"]
    with reading(project_id) as session:
        told = publishing.changes(session, council, after=0, limit=10)
    assert [one.type for one in told] == ["story.released", "story.withdrawn"]


def test_bens_days_go_on_when_amina_comes_back(
    both: tuple[Teller, Teller], pass_days: Callable[[int], None], project_id: UUID
) -> None:
    amina, ben = both
    until = ben.asks("withdraw")["story"]["undo_until"]
    pass_days(10)
    amina.opens()
    assert amina.asks("withdraw")["story"]["undo_until"] > until
    amina.asks("undo")
    assert ben.opens()["story"]["undo_until"] == until
    pass_days(15)
    ben.opens()
    assert ben.asks("undo", status=409)["code"] == "nothing-to-undo"
    assert status(amina, project_id) != "withdrawn"


def test_asking_again_makes_nobodys_days_longer(both: tuple[Teller, Teller], pass_days: Callable[[int], None]) -> None:
    _, ben = both
    until = ben.asks("withdraw")["story"]["undo_until"]
    pass_days(5)
    ben.opens()
    ben.asks("second-step", pin=PIN)
    assert ben.asks("withdraw", urgent=True)["story"]["undo_until"] == until


def test_ben_alone_cannot_have_what_amina_tells_destroyed_and_is_told_so(
    both: tuple[Teller, Teller], project_id: UUID
) -> None:
    _, ben = both
    ben.asks("second-step", pin=PIN)
    sent = {"session": ben.session, "lang": "en", "sure": "yes", "urgent": "yes"}
    page = ben.browser.post("/s/withdraw", data=sent).text
    assert "is being destroyed" not in page
    assert "It is not destroyed yet, because somebody else tells it too." in page
    shown = ben.opens()
    assert shown["consent"]["withdrawn"]
    assert shown["story"]["status"] == status(ben, project_id) != "withdrawn"
    assert shown["story"]["undo_until"] > clock.now().isoformat()


def test_bens_hurry_does_not_cut_aminas_days_short(both: tuple[Teller, Teller]) -> None:
    amina, ben = both
    amina.asks("withdraw")
    ben.asks("second-step", pin=PIN)
    shown = ben.asks("withdraw", urgent=True)
    assert shown["story"]["status"] == "withdrawn"
    assert amina.opens()["story"]["undo_until"] > clock.now().isoformat()
    assert not amina.asks("undo")["consent"]["withdrawn"]


def test_when_both_are_in_a_hurry_it_is_destroyed_at_once(both: tuple[Teller, Teller]) -> None:
    for teller in both:
        teller.asks("second-step", pin=PIN)
        shown = teller.asks("withdraw", urgent=True)
    assert shown["story"]["undo_until"] <= clock.now().isoformat()
    for teller in both:
        assert teller.asks("undo", status=409)


def test_who_only_asked_the_questions_does_not_bring_the_story_back(client: TestClient, project_id: UUID) -> None:
    amina = tell(client, project_id, others=[{"choices": YES, "role": "interviewer"}])
    asker = amina.others[0]
    for teller in (asker, amina):
        teller.opens()
        teller.asks("withdraw")
    asker.asks("undo")
    assert status(amina, project_id) == "withdrawn"
