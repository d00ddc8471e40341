# SPDX-License-Identifier: Apache-2.0
"""People record, are interrupted, and go on; what they see while they do is true."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from app.media.rules import LONGEST_GAP_MS
from tests.capture.phones import (
    Phone,
    begin_story,
    join_at_once,
    kept_by,
    parts_of,
    phone,
    playback_ms,
    playwright,
    received_at,
    record_for,
    seconds_in,
    silence,
    sound_on,
    stop,
    stories_on,
    town,
)
from tests.capture.words import word
from tests.journeys.reporter import keep_receipt
from tests.journeys.served import Served

__all__ = ["phone", "playwright", "silence", "town"]

INTERRUPT = "kind => phone.stream.getAudioTracks()[0].dispatchEvent(new Event(kind))"
SAFE = re.compile("Your story is safe")


@pytest.fixture
def page(phone: Phone, town: Served) -> Page:
    opened = phone.switch_on()
    join_at_once(opened, town)
    return opened


@pytest.fixture
def told(page: Page) -> str:
    """On the Record screen of a story whose consent is given."""
    story_id = begin_story(page)
    page.goto(f"{page.url.split('#')[0]}#/story/{story_id}/record")
    expect(page.get_by_role("heading", name="Record")).to_be_visible()
    return story_id


def test_a_call_closes_the_part_one_tap_opens_the_next_and_the_house_joins_them(
    phone: Phone, page: Page, told: str
) -> None:
    record_for(page, 2.5)
    page.evaluate(INTERRUPT, "mute")
    expect(page.get_by_text(SAFE)).to_be_visible()
    page.wait_for_timeout(1500)
    record_for(page, 2.5)
    page.evaluate(INTERRUPT, "ended")
    expect(page.get_by_text(SAFE)).to_be_visible()
    record_for(page, 2)
    stop(page)

    first, second, third = parts_of(page, told)
    assert first["gap_before_ms"] == 0
    assert second["gap_before_ms"] >= 1500
    assert third["gap_before_ms"] > 0
    sounds = [sound_on(page, part["part_id"]) for part in (first, second, third)]
    for part, sound in zip((first, second, third), sounds, strict=True):
        assert part["closed"]["sha256"]
        assert abs(seconds_in(sound) * 1000 - part["duration_ms"]) < 900

    keep_receipt(page)
    expect(page.get_by_text("Arrived, thank you").first).to_be_visible(timeout=60_000)
    assert kept_by(phone.served, told) == sounds
    joined_ms = playback_ms(phone.served, told)
    gaps_ms = sum(min(part["gap_before_ms"], LONGEST_GAP_MS) for part in (second, third))
    assert abs(joined_ms - gaps_ms - 1000 * sum(map(seconds_in, sounds))) < 500


def test_a_headset_that_is_pulled_out_closes_the_part(page: Page, told: str) -> None:
    record_for(page, 2)
    page.evaluate(
        """() => {
          MediaDevices.prototype.enumerateDevices = async () => [];
          navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        }"""
    )
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert len(parts_of(page, told)) == 1


def test_a_microphone_switched_off_while_recording_closes_the_part(phone: Phone, town: Served) -> None:
    page = phone.switch_on(asks=True)
    join_at_once(page, town)
    told = begin_story(page)
    page.goto(f"{town.origin}/r/#/story/{told}/record")
    record_for(page, 2)
    allowed = {"permission": {"name": "microphone"}, "origin": town.origin}
    phone.devtools().send("Browser.setPermission", {**allowed, "setting": "denied"})
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert parts_of(page, told)[0]["closed"]
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert").get_by_text("The microphone is switched off for this page.")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("switch for the microphone"))).to_be_visible()
    expect(page.get_by_label("Choose a file")).to_be_visible()
    expect(page.get_by_role("button", name="Write instead")).to_be_visible()
    phone.devtools().send("Browser.setPermission", {**allowed, "setting": "granted"})
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    page.wait_for_timeout(1500)
    stop(page)
    assert len(parts_of(page, told)) == 2


def test_a_pause_of_more_than_two_minutes_closes_the_part(page: Page, told: str) -> None:
    page.evaluate(
        """() => {
          const later = window.setTimeout;
          window.setTimeout = (act, after, ...rest) => later(act, after === 120_000 ? 500 : after, ...rest);
        }"""
    )
    record_for(page, 2)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text(re.compile("^Paused"))).to_be_visible()
    expect(page.get_by_role("button", name="Listen back")).to_be_visible()
    assert parts_of(page, told)[0]["closed"]
    record_for(page, 1.5)
    stop(page)
    assert len(parts_of(page, told)) == 2


def test_a_phone_that_slept_says_how_long_it_heard_nothing(phone: Phone, page: Page, told: str) -> None:
    record_for(page, 2.5)
    phone.freeze(6)
    expect(page.get_by_text(re.compile("This phone slept for"))).to_be_visible()
    page.wait_for_timeout(2500)
    stop(page)
    before, after = parts_of(page, told)
    assert 3_500 <= after["gap_before_ms"] <= 30_000
    for part in (before, after):
        assert abs(seconds_in(sound_on(page, part["part_id"])) * 1000 - part["duration_ms"]) < 1_200


def test_the_screen_is_kept_on_again_each_time_it_is_seen(page: Page, told: str) -> None:
    page.evaluate(
        """() => {
          phone.locks = [];
          const ask = WakeLock.prototype.request;
          WakeLock.prototype.request = async function (...words) {
            phone.locks.push(await ask.apply(this, words));
            return phone.locks.at(-1);
          };
        }"""
    )
    record_for(page, 1)
    assert page.evaluate("() => phone.locks.map(({ released }) => released)") == [False]
    page.evaluate(
        "async () => { await phone.locks[0].release(); document.dispatchEvent(new Event('visibilitychange')); }"
    )
    page.wait_for_function("() => phone.locks.length === 2 && !phone.locks[1].released")
    expect(page.get_by_text(re.compile("^Keep the screen on"))).to_have_count(0)
    page.wait_for_timeout(700)
    stop(page)
    assert page.evaluate("() => phone.locks.every(({ released }) => released)")


def test_a_phone_that_will_not_stay_awake_says_so_and_records(phone: Phone, town: Served) -> None:
    page = phone.switch_on(may=("microphone",))
    join_at_once(page, town)
    story_id = begin_story(page)
    page.goto(f"{town.origin}/r/#/story/{story_id}/record")
    record_for(page, 2)
    expect(page.get_by_text(re.compile("^Keep the screen on"))).to_be_visible()
    stop(page)
    assert parts_of(page, story_id)[0]["duration_ms"] > 1500


def test_a_part_that_is_recorded_again_takes_the_old_one_s_place(page: Page, told: str) -> None:
    for _ in range(2):
        record_for(page, 1.5)
        stop(page)
        page.get_by_role("button", name="Add more").click()
    record_for(page, 1.5)
    stop(page)
    first, second, third = (part["part_id"] for part in parts_of(page, told))

    page.get_by_role("button", name=word("en", "part-again", number=2)).click()
    record_for(page, 2.5)
    stop(page)
    expect(page.get_by_text(word("en", "part-newer", number=2, newer=3))).to_be_visible()
    parts = [part["part_id"] for part in parts_of(page, told)]
    assert [parts[0], parts[1], parts[3]] == [first, second, third]

    page.get_by_role("button", name=word("en", "delete-part", number=2)).click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("region", name=word("en", "part", number=4))).to_have_count(0)
    assert [part["part_id"] for part in parts_of(page, told)] == [first, parts[2], third]


def test_an_iphone_is_told_when_it_records_and_when_it_plays_again(page: Page) -> None:
    page.add_init_script("""navigator.audioSession = { told: [], set type(now) { this.told.push(now); } };""")
    story_id = begin_story(page)
    page.goto(f"{page.url.split('#')[0]}#/story/{story_id}/record")
    page.reload()
    record_for(page, 1)
    assert page.evaluate("() => navigator.audioSession.told") == ["play-and-record"]
    stop(page)
    assert page.evaluate("() => navigator.audioSession.told") == ["play-and-record", "playback"]


def test_questions_turn_while_one_speaks_and_the_sound_goes_on(page: Page) -> None:
    story_id = begin_story(page)
    page.evaluate("story_id => phone.withPrompt(story_id)", story_id)
    page.goto(f"{page.url.split('#')[0]}#/story/{story_id}/record")
    question = page.get_by_role("region", name="Question")
    asked = question.get_by_role("paragraph").inner_text()
    record_for(page, 1)
    page.get_by_role("button", name="Next question", exact=True).click()
    expect(question.get_by_role("paragraph")).not_to_have_text(asked)
    question.get_by_role("button", name="The question before").click()
    expect(question.get_by_role("paragraph")).to_have_text(asked)
    box = question.get_by_role("paragraph").bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 12)
    page.mouse.up()
    expect(question.get_by_role("paragraph")).not_to_have_text(asked)
    page.get_by_role("button", name="Hide the question").click()
    expect(question).to_have_count(0)
    page.get_by_role("button", name="Show the question").click()
    expect(question).to_be_visible()
    page.wait_for_timeout(1000)
    stop(page)
    [part] = parts_of(page, story_id)
    assert abs(seconds_in(sound_on(page, part["part_id"])) * 1000 - part["duration_ms"]) < 900


def test_the_last_minutes_are_counted_and_the_limit_ends_it_cleanly(phone: Phone, town: Served) -> None:
    page = phone.switch_on()
    join_at_once(page, town, recording_ms=5_000)
    story_id = begin_story(page)
    page.goto(f"{town.origin}/r/#/story/{story_id}/record")
    record_for(page, 0.5)
    expect(page.get_by_text("One minute left")).to_be_visible()
    expect(page.get_by_role("heading", name="Listen back")).to_be_visible(timeout=10_000)
    [part] = parts_of(page, story_id)
    assert 4_500 <= part["duration_ms"] <= 6_000
    assert part["closed"]


def test_a_second_window_says_that_a_story_is_being_recorded(phone: Phone, page: Page, told: str) -> None:
    record_for(page, 2)
    other = phone.open("mine")
    expect(other.get_by_text("Recording", exact=True)).to_be_visible()
    expect(other.get_by_text(re.compile("^You have a story from"))).to_have_count(0)
    second = begin_story(other)
    other.goto(f"{phone.served.origin}/r/#/story/{second}/record")
    expect(other.get_by_text(re.compile("^A story is being recorded in another window"))).to_be_visible()
    other.get_by_role("button", name="Try again").click()
    expect(other.get_by_text(re.compile("^A story is being recorded in another window"))).to_be_visible()
    other.goto(f"{phone.served.origin}/r/#/story/{told}")
    expect(other.get_by_text(re.compile("^A story is being recorded in another window"))).to_be_visible()
    expect(other.get_by_role("button", name="Delete")).to_have_count(0)
    page.bring_to_front()
    stop(page)
    [part] = parts_of(page, told)
    assert part["closed"]
    assert seconds_in(sound_on(page, part["part_id"])) > 1.5
    assert parts_of(page, second) == []


def test_a_clock_set_back_three_years_changes_neither_order_nor_length(phone: Phone, page: Page, told: str) -> None:
    page.evaluate(
        """() => {
          const Right = Date;
          phone.back_ms = 0;
          window.Date = class extends Right {
            constructor(...words) { super(...(words.length > 0 ? words : [Right.now() - phone.back_ms])); }
            static now() { return Right.now() - phone.back_ms; }
          };
        }"""
    )
    record_for(page, 1.5)
    page.evaluate("() => phone.back_ms = 3 * 365 * 24 * 3_600_000")
    page.wait_for_timeout(1500)
    page.evaluate(INTERRUPT, "mute")
    expect(page.get_by_text(SAFE)).to_be_visible()
    page.wait_for_timeout(500)
    record_for(page, 2)
    stop(page)
    first, second = parts_of(page, told)
    assert first["began_at"] > second["began_at"]
    assert 500 <= second["gap_before_ms"] < 60_000
    for part in (first, second):
        assert abs(seconds_in(sound_on(page, part["part_id"])) * 1000 - part["duration_ms"]) < 900
    keep_receipt(page)
    expect(page.get_by_text("Arrived, thank you").first).to_be_visible(timeout=60_000)
    assert len(kept_by(phone.served, told)) == 2
    assert abs(received_at(phone.served, told).timestamp() - time.time()) < 120


def test_going_back_keeps_by_default_and_deletes_only_what_is_new(page: Page, told: str) -> None:
    record_for(page, 1.5)
    stop(page)
    page.get_by_role("button", name="Add more").click()
    record_for(page, 1.5)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_text("Do you want to stop here?")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("heading", name="Listen back")).to_be_visible()
    assert len(parts_of(page, told)) == 1
    assert [story["draft"]["state"] for story in stories_on(page)] == ["saved"]


@pytest.fixture
def deaf(playwright: Playwright, town: Served, tmp_path: Path, silence: Path) -> Iterator[Phone]:
    made = Phone(playwright, town, tmp_path / "deaf", silence)
    yield made
    made.switch_off()
    assert not made.watch.seen, "\n".join(made.watch.seen)


def test_a_silent_microphone_is_told_within_five_seconds_and_may_be_kept(deaf: Phone, town: Served) -> None:
    page = deaf.switch_on()
    join_at_once(page, town)
    story_id = begin_story(page)
    page.goto(f"{town.origin}/r/#/story/{story_id}/record")
    record_for(page, 0)
    began = time.monotonic()
    expect(page.get_by_role("alert").get_by_text(re.compile("^We cannot hear you"))).to_be_visible()
    assert time.monotonic() - began <= 5.0
    stop(page)
    expect(page.get_by_text(word("en", "part-silent", number=1))).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="A few details")).to_be_visible()
