# SPDX-License-Identifier: Apache-2.0
import threading
import time
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kit import clock
from app.kit.db import reading, writing
from app.publishing import queries, service
from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import House, Reader


def followed(ask: Ask, limit: int = 100) -> tuple[list[dict[str, Any]], str]:
    items, cursor, more = [], "", True
    while more:
        page = ask(f"/changes?limit={limit}{cursor and f'&cursor={cursor}'}").json()
        items += page["items"]
        cursor, more = page["next_cursor"], page["has_more"]
    return items, cursor


def standing(items: list[dict[str, Any]]) -> dict[str, int]:
    have: dict[str, int] = {}
    for item in items:
        have[item["id"]] = item["version"]
        if item["type"] == "story.withdrawn":
            del have[item["id"]]
    return have


def test_following_the_feed_from_zero_ends_in_what_the_list_shows(desk: House, ask: Ask) -> None:
    kept, gone, again = desk.released(), desk.released(), desk.released()
    desk.withdraw(gone)
    desk.decide(again, "unpublish")
    desk.decide(again, "approve")
    desk.release(again)
    desk.narrow(kept, {"research": "refused"})
    for limit in (1, 2, 100):
        items, _ = followed(ask, limit)
        assert [item["seq"] for item in items] == list(range(1, len(items) + 1))
        assert standing(items) == {item["id"]: item["version"] for item in ask("/stories").json()["items"]}


ACTS = st.lists(
    st.tuples(st.sampled_from(["tell", "unpublish", "reapprove", "narrow", "withdraw"]), st.integers(0, 3)), max_size=7
)


def happen(desk: House, told: list[UUID], act: str, story_id: UUID) -> None:
    status = desk.status(story_id)
    if act == "tell":
        told.append(desk.released())
    elif act == "withdraw" and status != "withdrawn":
        desk.withdraw(story_id)
    elif act == "narrow" and status != "withdrawn":
        desk.narrow(story_id, {}, {"public_words": {"place": "none", "date": "year"}})
    elif act == "unpublish" and status != "withdrawn":
        desk.decide(story_id, "unpublish")
    elif act == "reapprove" and status == "in_review":
        desk.decide(story_id, "approve")
        desk.release(story_id)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_whatever_happens_feed_and_list_agree(desk: House, library: Reader, acts: list[tuple[str, int]]) -> None:
    told = [desk.released()]
    for act, which in acts:
        happen(desk, told, act, told[which % len(told)])
    have: dict[object, int] = {}
    for change in desk.feed(library):
        have[change.public_id] = change.version
        if change.type == "story.withdrawn":
            del have[change.public_id]
    with writing(desk.project_id) as session:
        page = service.stories_page(
            session, library.principal, service.Wanted(), before=None, limit=200, at=clock.now()
        )
    assert have == {one.public_id: one.version for one in page.items}


def test_a_feed_carries_ids_and_kinds_alone(desk: House, ask: Ask) -> None:
    desk.released()
    [item] = followed(ask)[0]
    assert set(item) == {"seq", "type", "id", "version", "at"}


def test_a_cursor_goes_on_where_it_stopped_with_another_key_of_the_same_partner(desk: House, ask: Ask) -> None:
    desk.released()
    _, cursor = followed(ask)
    assert ask(f"/changes?cursor={cursor}").json() == {"items": [], "next_cursor": cursor, "has_more": False}
    desk.released()
    assert len(ask(f"/changes?cursor={cursor}").json()["items"]) == 1


def test_a_long_poll_answers_when_something_happens(desk: House, ask: Ask) -> None:
    story_id = desk.released()
    _, cursor = followed(ask)
    later = threading.Timer(0.7, desk.withdraw, [story_id])
    later.start()
    began = time.monotonic()
    [item] = ask(f"/changes?cursor={cursor}&wait=20").json()["items"]
    later.join()
    assert item["type"] == "story.withdrawn"
    assert time.monotonic() - began < 10


def test_an_acknowledged_tombstone_reaches_the_storyteller(desk: House, ask: Ask) -> None:
    story_id = desk.released()
    desk.withdraw(story_id)
    _, cursor = followed(ask)
    assert ask("/changes/acknowledge", method="POST", json={"cursor": cursor}).json() == {"acknowledged": 2}
    assert ask("/changes/acknowledge", method="POST", json={"cursor": cursor}).json() == {"acknowledged": 0}
    with reading(desk.project_id) as session:
        assert queries.recipients(session, story_id)[0].acknowledged_at is not None


def test_a_wait_longer_than_half_a_minute_is_refused(ask: Ask) -> None:
    assert ask("/changes?wait=31").status_code == 422
