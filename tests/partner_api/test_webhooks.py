# SPDX-License-Identifier: Apache-2.0
"""A partner says which of its servers hears of changes, and what came of each message. Ids and kinds, nothing else."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import Response

from app.partners import rules
from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import House, Reader
from tests.stand_ins.outside import Outside, Target, an_outside, saying

STORIES = ["story.released", "story.updated", "story.withdrawn"]
Add = Callable[..., Response]


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    with an_outside(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def add(ask: Ask) -> Add:
    def call(url: str, *, idempotency_key: str | None = None, key: str | None = None, **told: Any) -> Response:
        headers = {"Idempotency-Key": idempotency_key or str(uuid4())}
        return ask("/webhooks", method="POST", key=key, headers=headers, json={"url": url, "types": STORIES, **told})

    return call


@pytest.fixture
def hooks(outside: Outside, add: Add) -> tuple[Target, str]:
    """A target that is told of everything, and its path."""
    target = outside.target()
    made = add(target.url).json()
    target.secret = made["secret"]
    return target, f"/webhooks/{made['webhook_id']}"


def test_a_target_is_added_and_its_secret_shown_this_once(outside: Outside, ask: Ask, add: Add) -> None:
    target = outside.target()
    made = add(target.url)
    assert made.status_code == 201, made.text
    told = made.json()
    assert told["secret"].startswith("whsec_")
    assert (told["url"], told["types"], told["active"]) == (target.url, sorted(STORIES), True)
    shown = ask("/webhooks").json()
    assert [one["webhook_id"] for one in shown["items"]] == [told["webhook_id"]]
    assert "secret" not in json.dumps(shown)
    assert ask(f"/webhooks/{told['webhook_id']}").json() == shown["items"][0]
    assert target.calls == []


def test_the_same_call_again_answers_the_same_and_adds_nothing(outside: Outside, ask: Ask, add: Add) -> None:
    url = outside.target().url
    first, again = add(url, idempotency_key="one"), add(url, idempotency_key="one")
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert len(ask("/webhooks").json()["items"]) == 1
    other = add(url, idempotency_key="one", active=False)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-mismatch")


def test_it_needs_an_idempotency_key(outside: Outside, ask: Ask) -> None:
    wish = {"url": outside.target().url, "types": STORIES}
    without = ask("/webhooks", method="POST", json=wish)
    assert (without.status_code, without.json()["code"]) == (428, "precondition-required")
    long = ask("/webhooks", method="POST", json=wish, headers={"Idempotency-Key": "k" * 300})
    assert (long.status_code, long.json()["code"]) == (422, "validation")
    assert ask("/webhooks").json()["items"] == []


@pytest.mark.parametrize(
    "told",
    [
        {"types": []},
        {"types": ["story.read"]},
        {"types": None},
        {"active": "yes"},
        {"secret": "whsec_mine"},
        {"url": 7},
        {"url": "a\x00"},
    ],
)
def test_what_nobody_offered_is_refused(told: dict[str, Any], outside: Outside, add: Add, ask: Ask) -> None:
    answer = add(told.pop("url", outside.target().url), **told)
    assert (answer.status_code, answer.json()["code"]) == (422, "validation")
    assert ask("/webhooks").json()["items"] == []


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.council.example/",
        "https://127.0.0.1/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/",
        "https://2130706433/",
        "https://me:word@hooks.council.example/",
        "https://hooks.council.example:8443/",
        "https://printer.local/",
        "https://inside.council.example/",
        "https://unknown.council.example/",
    ],
)
def test_a_target_that_we_never_call_is_refused_and_not_repeated(
    url: str, outside: Outside, hooks: tuple[Target, str], add: Add, ask: Ask
) -> None:
    outside.names["inside.council.example"] = [["10.0.0.1"]]
    answer = add(url)
    assert (answer.status_code, answer.json()["code"]) == (422, "target-not-allowed")
    changed = ask(hooks[1], method="PATCH", json={"url": url})
    assert (changed.status_code, changed.json()["code"]) == (422, "target-not-allowed")
    assert url not in answer.text + changed.text
    assert ask(hooks[1]).json()["url"] == hooks[0].url
    assert outside.reached == []


def test_five_targets_are_enough(outside: Outside, add: Add, ask: Ask) -> None:
    url = outside.target().url
    made = [add(url) for _ in range(rules.WEBHOOKS_AT_MOST)]
    assert {one.status_code for one in made} == {201}
    assert len({one.json()["secret"] for one in made}) == rules.WEBHOOKS_AT_MOST
    more = add(url)
    assert (more.status_code, more.json()["code"]) == (409, "too-many-webhooks")
    assert ask(f"/webhooks/{made[0].json()['webhook_id']}", method="DELETE").status_code == 204
    assert add(url).status_code == 201


def test_a_partner_sees_nobody_elses(desk: House, hooks: tuple[Target, str], ask: Ask) -> None:
    council = desk.partner("services", "Council").key
    delivery = ask(f"{hooks[1]}/test", method="POST").json()["delivery_id"]
    assert ask("/webhooks", key=council).json()["items"] == []
    for method, path in [
        ("GET", hooks[1]),
        ("PATCH", hooks[1]),
        ("DELETE", hooks[1]),
        ("POST", f"{hooks[1]}/test"),
        ("GET", f"{hooks[1]}/deliveries"),
        ("POST", f"{hooks[1]}/deliveries/{delivery}/retry"),
    ]:
        answer = ask(path, method=method, key=council, **({"json": {"active": False}} if method == "PATCH" else {}))
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found"), (method, path)
    assert ask(hooks[1]).json()["active"] is True


def test_a_key_without_that_right_opens_none_of_it(desk: House, hooks: tuple[Target, str], ask: Ask) -> None:
    reader = desk.partner("public", "Reader", frozenset({"stories:read"})).key
    for method, path in [("GET", "/webhooks"), ("GET", hooks[1]), ("POST", f"{hooks[1]}/test")]:
        answer = ask(path, method=method, key=reader)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_what_happens_is_told_by_id_and_kind_and_signed(
    desk: House, ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]
) -> None:
    """What the target hears is what the partner's change feed shows, to the letter."""
    story_id = desk.released()
    drain()
    desk.withdraw(story_id)
    drain()
    target, path = hooks
    feed = ask("/changes").json()["items"]
    assert [one["type"] for one in feed] == ["story.released", "story.withdrawn"]
    assert target.opened() == [{name: one[name] for name in ("type", "id", "at")} for one in feed]
    assert str(story_id) not in str(target.calls)
    assert "Karachi" not in str(target.calls)
    assert len({call.message_id for call in target.calls}) == 2
    listed = ask(f"{path}/deliveries").json()["items"]
    assert [(one["type"], one["state"], one["tries"], one["http_status"]) for one in listed] == [
        ("story.withdrawn", "delivered", 1, 204),
        ("story.released", "delivered", 1, 204),
    ]
    assert [one["delivery_id"] for one in reversed(listed)] == [call.message_id for call in target.calls]
    assert all(one["next_try_at"] is None for one in listed)


def test_whoever_the_gate_does_not_name_hears_nothing(
    desk: House, outside: Outside, add: Add, ask: Ask, drain: Callable[[], None]
) -> None:
    council, target = desk.partner("services", "Council"), outside.target()
    add(target.url, key=council.key)
    desk.released(choices={"hold_and_transcribe": "given", "project_team": "given", "public_words": "given"})
    drain()
    assert ask("/changes", key=council.key).json()["items"] == []
    assert len(ask("/changes").json()["items"]) == 1
    assert target.calls == []


def test_only_the_types_that_were_asked_for(desk: House, outside: Outside, add: Add, drain: Callable[[], None]) -> None:
    target = outside.target()
    target.secret = add(target.url, types=["story.withdrawn"]).json()["secret"]
    story_id = desk.released()
    drain()
    desk.withdraw(story_id)
    drain()
    assert [told["type"] for told in target.opened()] == ["story.withdrawn"]


def test_a_test_is_a_signed_message_that_says_nothing(
    ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]
) -> None:
    target, path = hooks
    asked, again = ask(f"{path}/test", method="POST"), ask(f"{path}/test", method="POST")
    assert (asked.status_code, asked.json()["type"], asked.json()["state"]) == (202, "ping", "pending")
    assert again.json()["delivery_id"] == asked.json()["delivery_id"]
    drain()
    [told] = target.opened()
    assert (told["type"], told["id"]) == ("ping", path.rpartition("/")[2])
    [listed] = ask(f"{path}/deliveries").json()["items"]
    assert (listed["state"], listed["id"]) == ("delivered", None)


def test_a_test_that_fails_is_not_repeated(ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]) -> None:
    target, path = hooks
    target.answers(saying(500))
    ask(f"{path}/test", method="POST")
    drain()
    [listed] = ask(f"{path}/deliveries").json()["items"]
    assert (listed["state"], listed["tries"], listed["http_status"]) == ("given_up", 1, 500)
    assert (listed["failure"], listed["next_try_at"]) == ("target-failing", None)
    assert ask(path).json()["active"] is True


def test_a_delivery_is_sent_again_with_the_same_id(
    desk: House, ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]
) -> None:
    target, path = hooks
    desk.released()
    drain()
    [delivered] = ask(f"{path}/deliveries").json()["items"]
    again = ask(f"{path}/deliveries/{delivered['delivery_id']}/retry", method="POST")
    assert (again.status_code, again.json()["state"]) == (202, "pending")
    drain()
    first, second = target.calls
    assert first.message_id == second.message_id == delivered["delivery_id"]
    assert first.body == second.body
    assert ask(f"{path}/deliveries/{uuid4()}/retry", method="POST").status_code == 404


def test_what_the_partner_has_acted_on_is_not_told_any_more(
    desk: House, ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]
) -> None:
    target, path = hooks
    desk.withdraw(desk.released())
    page = ask("/changes").json()
    assert ask("/changes/acknowledge", method="POST", json={"cursor": page["next_cursor"]}).status_code == 200
    drain()
    assert target.calls == []
    assert {one["state"] for one in ask(f"{path}/deliveries").json()["items"]} == {"acknowledged"}


def test_deliveries_come_in_pages_of_ones_own(
    desk: House, ask: Ask, hooks: tuple[Target, str], library: Reader
) -> None:
    path = hooks[1]
    for _ in range(3):
        desk.released()
    first = ask(f"{path}/deliveries?limit=2").json()
    rest = ask(f"{path}/deliveries?limit=2&cursor={first['next_cursor']}").json()
    assert [len(first["items"]), len(rest["items"]), rest["next_cursor"]] == [2, 1, None]
    assert len({one["delivery_id"] for one in first["items"] + rest["items"]}) == 3
    changes = ask("/changes").json()["next_cursor"]
    assert ask(f"{path}/deliveries?cursor={changes}").json()["code"] == "cursor-invalid"
    assert ask(f"{path}/deliveries?limit=0").status_code == 422


def test_a_target_that_was_removed_hears_nothing_and_nothing_of_it_is_kept(
    desk: House, ask: Ask, hooks: tuple[Target, str], drain: Callable[[], None]
) -> None:
    target, path = hooks
    desk.released()
    assert ask(path, method="DELETE").status_code == 204
    drain()
    assert target.calls == []
    assert ask(path).status_code == 404
    assert ask(f"{path}/deliveries").status_code == 404


def test_every_answer_is_private_and_counted(ask: Ask, hooks: tuple[Target, str]) -> None:
    answer = ask("/webhooks")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "RateLimit-Remaining" in answer.headers
