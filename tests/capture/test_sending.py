# SPDX-License-Identifier: Apache-2.0
"""A story on its way: whatever the line answers, the screen tells the truth, says what to do, and nothing is lost."""

import json
import re
import shutil
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from app.kit.keys import sha256_hex
from tests.capture.drafts import seed, short_sound
from tests.capture.line import CLOSED, SILENT, Line, Reply, line, page, problem
from tests.capture.phones import LOOK, Phone, ask, join_at_once, playwright, stories_on, town
from tests.capture.sending import app, arrives, chunks_on, held_by_server, look_at, phone, send_now
from tests.capture.tls import tls_door
from tests.journeys.conftest import ARGS
from tests.journeys.served import Served
from tests.trust.processes import eventually

__all__ = ["app", "line", "phone", "playwright", "town"]

WAITS = "Your story is safe on this phone"
ANSWERS: list[tuple[str, Reply, str, str]] = [
    ("a café asks to sign in first", page(200), "Waiting for network", "asks you to sign in first"),
    ("a café sends elsewhere", page(302, Location="/elsewhere"), "Waiting for network", "asks you to sign in first"),
    ("a network asks to sign in", page(511), "Waiting for network", "asks you to sign in first"),
    ("nobody answers", CLOSED, "Waiting for network", "sent by itself when there is a network"),
    ("408", problem(408, "timeout"), "Waiting for network", "sent by itself when there is a network"),
    ("423", problem(423, "upload-locked"), "Waiting for the server", "The server is busy"),
    ("429", problem(429, "rate-limited", Retry_After="900"), "Waiting for the server", "The server is busy"),
    ("429 quota", problem(429, "quota-exceeded", Retry_After="900"), "Waiting for the server", "takes no more from"),
    ("500", problem(500, "fault"), "Waiting for the server", "The server is busy"),
    ("a proxy's 502", page(502), "Waiting for the server", "The server is busy"),
    ("503", problem(503, "unavailable", Retry_After="900"), "Waiting for the server", "The server is busy"),
    ("507", problem(507, "storage-full", Retry_After="900"), "Waiting for the server", "The server is full"),
    ("401", problem(401, "auth-invalid"), "Needs you", "a new invitation"),
    ("409", problem(409, "idempotency-mismatch"), "Needs you", "another story under the same number"),
    ("409 consent", problem(409, "consent-missing"), "Needs you", "has not said yes"),
    ("413", problem(413, "media-too-large"), "Needs you", "larger than the server takes"),
    ("422", problem(422, "validation"), "Needs you", "could not read it"),
    ("a slug of tomorrow", problem(418, "teapot"), "Needs you", "As the server says"),
]


@pytest.mark.parametrize(("answer", "state", "says"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_whatever_the_line_answers_the_screen_tells_the_truth(
    app: Page, line: Line, answer: Reply, state: str, says: str
) -> None:
    line.trouble = lambda method, path: answer if method == "PUT" and path.startswith("/api/stories/") else None
    story = seed(app, short_sound())
    look_at(app, story)
    send_now(app)
    main = app.get_by_role("main")
    expect(main.get_by_text(state, exact=True)).to_be_visible(timeout=15_000)
    expect(main.get_by_text(WAITS)).to_contain_text(says)
    assert chunks_on(app) > 0
    if state == "Needs you":
        wanted = "Join again" if says == "a new invitation" else "Save a copy"
        expect(app.get_by_role("button", name=wanted)).to_be_visible()

    line.clear()
    send_now(app)
    arrives(app)
    assert chunks_on(app) == 0


def test_a_line_that_stands_and_says_nothing_is_given_up(app: Page, line: Line) -> None:
    """As a stalled TLS handshake does: connected, and then nothing ever comes."""
    story = seed(app, short_sound())
    look_at(app, story)
    line.trouble = lambda _method, _path: SILENT
    send_now(app)
    expect(app.get_by_text("Trying now …").or_(app.get_by_text("Sending 0 %")).first).to_be_visible()
    expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible(timeout=45_000)
    line.clear()
    send_now(app)
    arrives(app, seconds=20)


def test_a_tls_handshake_that_never_ends_is_given_up(playwright: Playwright, town: Served, tmp_path: Path) -> None:
    """`--ignore-certificate-errors`: a phone's worker registers with a certificate that nobody vouches for."""
    args = [*ARGS, "--ignore-certificate-errors"]
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), headless=True, args=args)
    with tls_door(town, tmp_path) as door:
        app = browser.new_context(ignore_https_errors=True, locale="en-GB").new_page()
        app.add_init_script(LOOK)
        app.goto(f"{door.origin}/r/")
        join_at_once(app, town)
        app.evaluate("() => navigator.serviceWorker.ready")
        door.stall()
        look_at(app, seed(app, short_sound()))
        expect(app.get_by_text("Trying now …")).to_be_visible()
        expect(app.get_by_text("Trying now …")).to_have_count(0, timeout=45_000)
        expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible()
        assert door.left_standing > 0
        assert chunks_on(app) > 0
        door.stalls.clear()
        send_now(app)
        arrives(app, seconds=20)
    browser.close()


def test_send_now_does_not_wait_for_a_try_that_stands_still(app: Page, line: Line) -> None:
    story = seed(app, short_sound())
    line.trouble = lambda _method, _path: SILENT
    look_at(app, story)
    expect(app.get_by_text("Trying now …")).to_be_visible()
    app.wait_for_timeout(5_000)
    line.clear()
    send_now(app)
    arrives(app, seconds=8)


def test_send_now_in_another_window_ends_a_try_that_stands_still_here(app: Page, line: Line, phone: Phone) -> None:
    story = seed(app, short_sound())
    line.trouble = lambda _method, _path: SILENT
    look_at(app, story)
    expect(app.get_by_text("Trying now …")).to_be_visible()
    other = phone.open(f"story/{story.story_id}/send")
    expect(other.get_by_role("button", name="Send now")).to_be_visible()
    other.wait_for_timeout(5_000)
    line.clear()
    send_now(other)
    arrives(other, seconds=8)


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("PATCH", problem(409, "upload-offset-conflict", Upload_Offset="0")),
        ("PATCH", problem(460, "upload-checksum-mismatch")),
        ("PATCH", problem(404, "not-found")),
        ("PATCH", problem(410, "upload-expired")),
        ("PATCH", problem(422, "upload-checksum-mismatch")),
        ("HEAD", Reply(410, b"", {"Tus-Resumable": "1.0.0"})),
        ("HEAD", Reply(404, b"", {"Tus-Resumable": "1.0.0"})),
        ("GET", problem(404, "not-found")),
    ],
    ids=["offset", "garbled", "unknown", "expired", "whole-garbled", "head-410", "head-404", "story-404"],
)
def test_what_asking_again_clears_up_is_asked_again_unseen(app: Page, line: Line, method: str, answer: Reply) -> None:
    once = [answer]
    line.trouble = lambda asked, path: once.pop() if asked == method and once and path.count("/") == 3 else None
    story = seed(app, short_sound())
    look_at(app, story)
    send_now(app)
    arrives(app)
    assert not once


def test_what_was_taken_back_is_wiped_here_and_the_screen_says_so(app: Page, line: Line) -> None:
    line.trouble = lambda method, _path: CLOSED if method == "PATCH" else None
    story = seed(app, short_sound())
    look_at(app, story)
    eventually(lambda: any(passed.method == "PUT" for passed in line.passed), "the story is declared")
    expect(app.get_by_text("Waiting for network", exact=True)).to_be_visible()
    withdraw(line, story.code)
    line.clear()
    send_now(app)
    expect(app.get_by_text("Taken back", exact=True)).to_be_visible()
    expect(app.get_by_text("removed from this phone too")).to_be_visible()
    assert chunks_on(app) == 0
    app.get_by_role("button", name="To my stories").click()
    expect(app.get_by_text("removed from this phone too")).to_be_visible()
    app.get_by_role("button", name="Take it off this list").click()
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible()
    assert stories_on(app) == []


def test_what_was_taken_back_after_it_arrived_is_said_in_my_stories(app: Page, line: Line) -> None:
    story = seed(app, short_sound())
    look_at(app, story)
    send_now(app)
    arrives(app)
    withdraw(line, story.code)
    app.get_by_role("button", name="To my stories").click()
    app.reload()
    expect(app.get_by_text("Taken back").first).to_be_visible()
    assert chunks_on(app) == 0


def test_allowing_less_after_sending_leaves_nothing_on_the_phone(app: Page, line: Line) -> None:
    story = seed(app, short_sound(), yes_to=["recontact"])
    look_at(app, story)
    send_now(app)
    arrives(app)

    standing = as_teller(line, story.code, "narrow", {"choices": {"recontact": "refused"}})

    assert standing["consent"]["choices"]["recontact"] == "refused"
    assert chunks_on(app) == 0
    assert stories_on(app) == []


def withdraw(line: Line, code: str) -> None:
    as_teller(line, code, "withdraw", {})


def as_teller(line: Line, code: str, act: str, wish: dict[str, Any]) -> dict[str, Any]:
    """At `/s/` with the receipt code; what stands then."""
    session = ask(line, "/api/receipts/open", {"code": code})["session"]
    request = urllib.request.Request(
        f"{line.house.origin}/api/receipts/{act}",
        json.dumps(wish).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {session}"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        told: dict[str, Any] = json.load(answer)
    return told


def test_a_phone_that_is_no_longer_known_joins_again_and_loses_nothing(app: Page, line: Line) -> None:
    """The server's own 401; a story that never went out and one that was half sent both arrive."""
    line.trouble = lambda method, _path: CLOSED if method == "PATCH" else None
    begun = seed(app, short_sound())
    look_at(app, begun)
    eventually(lambda: any(passed.method == "PUT" for passed in line.passed), "the story is declared")
    app.evaluate(
        """async () => {
          const { membership } = await phone.settings();
          await phone.put('settings', { ...membership, device_token: 'of-yesterday' }, 'membership');
        }"""
    )
    line.clear()
    fresh = seed(app, short_sound())
    look_at(app, fresh)
    send_now(app)
    expect(app.get_by_text("Needs you", exact=True)).to_be_visible()
    expect(app.get_by_role("main").get_by_text("a new invitation")).to_be_visible()
    assert len(stories_on(app)) == 2

    app.get_by_role("textbox", name=re.compile("Your invitation")).fill(line.command("invite", "create")["url"])
    app.get_by_role("button", name="Join again").click()
    arrives(app)
    app.get_by_role("button", name="To my stories").click()
    expect(app.get_by_text("Nothing is waiting here.")).to_be_visible(timeout=60_000)
    for story in (begun, fresh):
        assert [part.sha256 for part in held_by_server(story.story_id)[1]] == [sha256_hex(story.sounds[0])]
