# SPDX-License-Identifier: Apache-2.0
"""Killed, closed, in two windows, with a wrong clock: a story goes on from where it was, once, and can be let go."""

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from app.kit.db import across_projects, reading
from app.kit.keys import sha256_hex
from app.stories.models import Recording, Story
from app.uploads.models import Upload
from tests.capture.drafts import long_sound, seed, short_sound
from tests.capture.line import CLOSED, Line, Reply, line, problem
from tests.capture.phones import Phone, playwright, stories_on, town
from tests.capture.sending import app, arrives, chunks_on, held_by_server, look_at, phone, send_now
from tests.trust.processes import eventually

__all__ = ["app", "line", "phone", "playwright", "town"]


def test_a_server_killed_in_mid_file_gets_the_rest_and_no_byte_twice(app: Page, line: Line) -> None:
    story = seed(app, long_sound(60))
    line.bytes_per_s = 60_000
    look_at(app, story)
    eventually(lambda: sum(sent(line)) > 0, "some bytes are held")
    line.house.kill()
    expect(app.get_by_text(re.compile("^Waiting for"))).to_be_visible(timeout=40_000)
    line.house.start()
    line.bytes_per_s = 0
    send_now(app)
    arrives(app, seconds=60)
    assert sum(sent(line)) == len(story.sounds[0])
    assert len(held_by_server(story.story_id)[1]) == 1


def sent(line: Line) -> list[int]:
    """The bytes of each piece that the server acknowledged."""
    return [passed.bytes for passed in line.passed if passed.method == "PATCH" and passed.status == 204]


def test_two_windows_send_nothing_twice_and_the_second_says_who_sends(app: Page, line: Line, phone: Phone) -> None:
    story = seed(app, long_sound(40))
    line.bytes_per_s = 60_000
    look_at(app, story)
    expect(app.get_by_text(re.compile("^Sending"))).to_be_visible()
    other = phone.open(f"story/{story.story_id}/send")
    expect(other.get_by_text(re.compile("^Sending"))).to_be_visible()
    expect(other.get_by_text("Another window of this app is sending just now.")).to_be_visible()
    send_now(other)
    line.bytes_per_s = 0
    arrives(app)
    arrives(other)
    assert sum(sent(line)) == len(story.sounds[0])
    assert len([1 for passed in line.passed if passed.method == "PUT"]) == 1


def test_a_window_closed_in_mid_file_leaves_a_true_state_and_the_next_goes_on(
    app: Page, line: Line, phone: Phone
) -> None:
    story = seed(app, long_sound(60))
    line.bytes_per_s = 30_000
    other = phone.open(f"story/{story.story_id}/send")
    expect(other.get_by_text(re.compile(r"^Sending \W?[1-9]"))).to_be_visible(timeout=20_000)
    other.close()
    line.trouble = lambda _method, _path: CLOSED
    look_at(app, story)
    expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible()
    line.clear()
    send_now(app)
    arrives(app)
    assert sum(sent(line)) < len(story.sounds[0])


def test_the_worker_sends_when_the_app_is_closed(app: Page, line: Line, phone: Phone) -> None:
    line.trouble = lambda _method, _path: CLOSED
    story = seed(app, short_sound())
    look_at(app, story)
    expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible()
    app.goto(f"{line.origin}/healthz")
    line.clear()
    dispatch_sync(app, phone)
    eventually(lambda: bool(held_by_server_or_none(story.story_id)), "the worker sent it")
    app.goto(f"{line.origin}/r/#/mine")
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible()
    assert chunks_on(app) == 0


def test_a_worker_stopped_in_the_middle_leaves_a_true_state(app: Page, line: Line, phone: Phone) -> None:
    line.trouble = lambda _method, _path: CLOSED
    story = seed(app, long_sound(40))
    look_at(app, story)
    app.goto(f"{line.origin}/healthz")
    line.clear()
    line.bytes_per_s = 40_000
    session = dispatch_sync(app, phone)
    eventually(lambda: sum(sent(line)) > 0, "the worker sends")
    assert [kept["draft"]["state"] for kept in stories_on(app)] == ["sending"]
    session.send("ServiceWorker.stopAllWorkers")
    line.trouble = lambda _method, _path: CLOSED
    app.goto(f"{line.origin}/r/#/story/{story.story_id}/send")
    expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible()
    line.clear()
    send_now(app)
    arrives(app)


def dispatch_sync(app: Page, phone: Phone) -> Any:
    """As the system does when there is a network again."""
    session = phone.context.new_cdp_session(app)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"] if not one["isDeleted"]),
    )
    session.send("ServiceWorker.enable")
    until = time.monotonic() + 10
    while not found and time.monotonic() < until:
        app.wait_for_timeout(50)
    origin = phone.served.origin
    wish = {"origin": origin, "registrationId": found[0], "tag": "send", "lastChance": False}
    session.send("ServiceWorker.dispatchSyncEvent", wish)
    return session


def held_by_server_or_none(story_id: str) -> list[Recording]:
    with reading() as session, across_projects(session):
        story = session.execute(select(Story).where(col(Story.story_id) == UUID(story_id))).scalar_one_or_none()
        upload = session.execute(select(Upload)).scalars().all() if story else []
        kept = {row.upload_id for row in upload if row.status not in {"declared", "open"}}
    parts = held_by_server(story_id)[1] if story else []
    return [part for part in parts if part.recording_id in kept]


ON_MOBILE_DATA = """
  const line = new EventTarget();
  Object.assign(line, { type: 'cellular', saveData: true });
  Object.defineProperty(navigator, 'connection', { get: () => line });
  window.nowOn = (type) => { line.type = type; line.dispatchEvent(new Event('change')); };
"""


def test_only_on_wifi_waits_for_it_says_so_and_can_be_overruled(app: Page, line: Line) -> None:
    app.add_init_script(ON_MOBILE_DATA)
    story = seed(app, long_sound(60), draft={"state": "saved"})
    look_at(app, story)
    wifi = app.get_by_role("checkbox", name=re.compile("^Only on Wi-Fi"))
    expect(wifi).not_to_be_checked()
    expect(app.get_by_text("You can wait for Wi-Fi.")).to_be_visible()
    expect(app.get_by_text(re.compile(r"minute of speech, \W?[\d.]+\W? MB"))).to_be_visible()
    wifi.check()
    app.evaluate("id => phone.draft(id, { state: 'waiting', why: 'network' })", story.story_id)
    app.reload()
    expect(app.get_by_text("Waiting for Wi-Fi", exact=True)).to_be_visible()
    assert not any(passed.method in {"PUT", "PATCH"} for passed in line.passed)
    app.evaluate("() => nowOn('wifi')")
    arrives(app)

    second = seed(app, short_sound())
    look_at(app, second)
    expect(app.get_by_text("Waiting for Wi-Fi", exact=True)).to_be_visible()
    expect(app.get_by_text("“Send now” uses mobile data")).to_be_visible()
    send_now(app)
    arrives(app)
    app.evaluate("() => phone.put('settings', false, 'wifi_only')")


@pytest.mark.parametrize("years", [3, -3])
def test_a_clock_that_is_wrong_by_years_changes_nothing(app: Page, line: Line, years: int) -> None:
    app.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=365 * years))
    first, second = short_sound(), short_sound(2500)
    story = seed(app, first, second)
    look_at(app, story)
    send_now(app)
    arrives(app)
    kept, parts = held_by_server(story.story_id)
    assert [part.sha256 for part in sorted(parts, key=lambda part: part.position)] == [
        sha256_hex(sound) for sound in (first, second)
    ]
    assert abs(kept.declared_at - datetime.now(UTC)) < timedelta(minutes=5)


def test_the_clock_may_jump_while_it_is_sent(app: Page, line: Line) -> None:
    line.bytes_per_s = 60_000
    story = seed(app, long_sound(30))
    look_at(app, story)
    expect(app.get_by_text(re.compile("^Sending"))).to_be_visible()
    app.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=1100))
    app.wait_for_timeout(500)
    app.clock.set_fixed_time(datetime.now(UTC) - timedelta(days=1100))
    line.bytes_per_s = 0
    arrives(app)
    assert sum(sent(line)) == len(story.sounds[0])


STATES: list[dict[str, Any]] = [
    {"state": "saved"},
    {"state": "waiting", "why": "full"},
    {"state": "needs_you", "slug": "media-too-large", "detail": "As the server says."},
    {"state": "recording"},
]


@pytest.mark.parametrize("draft", STATES, ids=[draft["state"] for draft in STATES])
def test_every_unsent_story_can_be_heard_renamed_copied_and_deleted(
    app: Page, line: Line, draft: dict[str, Any]
) -> None:
    line.trouble = lambda _method, _path: problem(507, "storage-full")
    told = seed(app, short_sound(), draft=draft)
    app.evaluate("() => { location.hash = '#/mine'; }")
    app.reload()
    card = app.get_by_role("region", name="Monologue")
    expect(card).to_be_visible()
    more = card.get_by_role("button", name=re.compile("^More"))
    more.click()
    card.get_by_role("button", name="Rename").click()
    card.get_by_role("textbox", name="Its name on this phone").fill("The bus")
    card.get_by_role("button", name="Rename").click()
    card = app.get_by_role("region", name="The bus")
    expect(card).to_be_visible()
    card.get_by_role("button", name=re.compile("^More")).click()
    with app.expect_download() as saved:
        card.get_by_role("button", name="Save a copy").click()
    assert Path(saved.value.path()).read_bytes() == told.sounds[0]
    card.get_by_role("button", name="Delete").click()
    app.get_by_role("button", name="Yes, delete it").click()
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible()
    assert chunks_on(app) == 0


def test_a_story_with_a_piece_missing_is_told_of_and_can_be_deleted(app: Page, line: Line) -> None:
    story = seed(app, short_sound())
    app.evaluate("() => phone.clear('chunks')")
    look_at(app, story)
    send_now(app)
    expect(app.get_by_text("A piece of it is missing on this phone.")).to_be_visible()
    app.get_by_role("button", name="To my stories").click()
    app.get_by_role("button", name=re.compile("^More")).click()
    app.get_by_role("button", name="Delete").click()
    app.get_by_role("button", name="Yes, delete it").click()
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible()


def test_one_story_that_the_server_cannot_take_holds_up_no_other(app: Page, line: Line) -> None:
    stuck, broken, good = seed(app, short_sound()), seed(app, short_sound()), seed(app, short_sound())
    refusals = {stuck.story_id: problem(409, "consent-missing"), broken.story_id: problem(500, "fault")}
    line.trouble = lambda method, path: refusals.get(path.rsplit("/", 1)[1]) if method == "PUT" else None
    look_at(app, good)
    arrives(app)
    states = {kept["story_id"]: kept["draft"]["state"] for kept in stories_on(app)}
    assert states == {stuck.story_id: "needs_you", broken.story_id: "waiting"}


def test_a_name_given_after_the_server_was_told_stays_here_and_holds_nothing_up(app: Page, line: Line) -> None:
    line.trouble = lambda method, _path: CLOSED if method == "PATCH" else None
    story = seed(app, short_sound(), title="The bus")
    look_at(app, story)
    eventually(lambda: any(passed.method == "PUT" for passed in line.passed), "the story is declared")
    line.trouble = lambda _method, _path: problem(507, "storage-full")
    app.evaluate("() => { location.hash = '#/mine'; }")
    app.get_by_role("button", name=re.compile("^More")).click()
    expect(app.get_by_text("The server may have part of it already.")).to_be_visible()
    app.get_by_role("button", name="Rename").click()
    app.get_by_role("textbox", name="Its name on this phone").fill("Mine")
    app.get_by_role("button", name="Rename").click()
    line.clear()
    look_at(app, story)
    send_now(app)
    arrives(app)
    assert held_by_server(story.story_id)[0].title == "The bus"


def delete_here(app: Page) -> None:
    app.evaluate("() => { location.hash = '#/mine'; }")
    app.get_by_role("button", name=re.compile("^More")).click()
    app.get_by_role("button", name="Delete").click()
    app.get_by_role("button", name="Yes, delete it").click()
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible()


def test_a_story_deleted_in_the_middle_of_being_sent_is_gone_from_the_server_too(app: Page, line: Line) -> None:
    line.bytes_per_s = 60_000
    story = seed(app, long_sound(60))
    look_at(app, story)
    eventually(lambda: sum(sent(line)) > 0, "some bytes are held")
    delete_here(app)
    eventually(lambda: held_by_server(story.story_id)[0].erased_at is not None, "the story is erased")
    assert chunks_on(app) == 0


def test_what_has_wholly_arrived_is_not_taken_back_by_deleting_the_phones_copy(app: Page, line: Line) -> None:
    asked = [0]

    def trouble(method: str, path: str) -> Reply | None:
        """The first answer to whether all is kept is lost; nothing is tried again after it."""
        if method == "PUT" and asked[0]:
            return problem(507, "storage-full")
        if method != "GET" or not path.startswith("/api/stories/"):
            return None
        asked[0] += 1
        return problem(503, "unavailable") if asked[0] == 1 else None

    line.trouble = trouble
    story = seed(app, short_sound())
    look_at(app, story)
    eventually(lambda: asked[0] == 1, "the phone asked whether all is kept")
    delete_here(app)
    eventually(lambda: asked[0] == 2, "the phone asked what the server has")
    app.wait_for_timeout(1000)
    kept, (part,) = held_by_server(story.story_id)
    assert kept.erased_at is None
    assert kept.status != "withdrawn"
    assert part.sha256 == sha256_hex(story.sounds[0])
