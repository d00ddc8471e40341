# SPDX-License-Identifier: Apache-2.0
"""What a phone does to a story, and what is left of it: all but the last moments, and never a false word about it."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Dialog, Error, Page, expect

from tests.capture.phones import (
    Phone,
    begin_story,
    join_at_once,
    kept_by,
    parts_of,
    phone,
    playwright,
    record_for,
    seconds_in,
    sound_on,
    stop,
    stories_on,
    town,
)
from tests.journeys.reporter import answer_cards, answer_consent, keep_receipt
from tests.journeys.served import Served

__all__ = ["phone", "playwright", "town"]

KEEP = "keep your story"
ARRIVED = "Arrived, thank you"
MOST_LOST_S = 3.0
ROOM_BYTES = 60_000
FOUND_AGAIN = re.compile("^You have a story from")
FULL = re.compile("Everything up to here is safe, but the last seconds are not saved yet")


@pytest.fixture
def page(phone: Phone, town: Served) -> Page:
    opened = phone.switch_on()
    join_at_once(opened, town)
    return opened


@contextmanager
def full(phone: Phone, page: Page) -> Iterator[None]:
    """Hardly any room is left on the phone."""
    devtools = phone.context.new_cdp_session(page)
    used = page.evaluate("() => navigator.storage.estimate().then(({ usage }) => usage)")
    quota = {"origin": phone.served.origin, "quotaSize": used + ROOM_BYTES}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    yield
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": phone.served.origin})


def before_recording(page: Page, phone: Phone) -> str:
    story_id = begin_story(page)
    page.goto(f"{phone.served.origin}/r/#/story/{story_id}/record")
    return story_id


def switched_on_again(page: Page, phone: Phone) -> tuple[Page, str]:
    """After a first story, before a second: the browser asks for the space that is left only once in a while."""
    before_recording(page, phone)
    record_for(page, 1.5)
    stop(page)
    phone.kill()
    page = phone.switch_on()
    return page, before_recording(page, phone)


def recording(page: Page, phone: Phone) -> str:
    story_id = before_recording(page, phone)
    record_for(page, 4.5)
    return story_id


def test_a_story_survives_a_crash_is_heard_and_sent(phone: Phone, page: Page) -> None:
    answer_consent(page, yes_to=[KEEP], voice=True)
    record_for(page, 5)
    began_s = page.evaluate("() => phone.began_at") / 1000
    said_s = time.time() - began_s
    with suppress(Error):
        page.goto("chrome://crash", timeout=3_000)
    page.close()

    page = phone.open()
    expect(page.get_by_text(FOUND_AGAIN)).to_be_visible()
    for act in ("Listen", "Go on"):
        expect(page.get_by_role("link", name=act)).to_be_visible()
    expect(page.get_by_role("button", name="Delete")).to_be_visible()
    [story] = stories_on(page)
    [part] = parts_of(page, story["story_id"])
    assert said_s - seconds_in(sound_on(page, part["part_id"])) <= MOST_LOST_S

    page.get_by_role("link", name="Listen").click()
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    sound = sound_on(page, part["part_id"])
    page.goto(f"{phone.served.origin}/r/#/")
    page.get_by_role("link", name="Go on").click()
    record_for(page, 1.5)
    stop(page)
    keep_receipt(page)
    expect(page.get_by_text(ARRIVED).first).to_be_visible(timeout=60_000)
    first, second = kept_by(phone.served, story["story_id"])
    assert first == sound
    assert seconds_in(second) > 1
    assert page.evaluate("() => phone.chunks()") == 0


def test_airplane_mode_while_recording_breaks_nothing_and_the_story_goes_later(phone: Phone, page: Page) -> None:
    page.evaluate("() => navigator.serviceWorker.ready")
    answer_consent(page, yes_to=[KEEP], voice=True)
    record_for(page, 1.5)
    phone.context.set_offline(True)
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    stop(page)
    [story] = stories_on(page)
    keep_receipt(page)
    expect(page.get_by_text("Waiting for network").first).to_be_visible()
    phone.context.set_offline(False)
    expect(page.get_by_text(ARRIVED).first).to_be_visible(timeout=60_000)
    assert len(kept_by(phone.served, story["story_id"])) == 1


def test_a_full_phone_stops_cleanly_and_goes_on_when_there_is_room(phone: Phone, page: Page) -> None:
    page, story_id = switched_on_again(page, phone)
    page.wait_for_timeout(3_000)
    with full(phone, page):
        record_for(page, 4.5)
        expect(page.get_by_role("alert").get_by_text(FULL)).to_be_visible(timeout=40_000)
        expect(page.get_by_text("Delete a story you no longer need")).to_be_visible()
        expect(page.get_by_role("list", name="On this phone").get_by_role("button", name="Delete")).to_be_visible()
        [part] = parts_of(page, story_id)
        assert part["closed"] is None
        on_disk_s = seconds_in(sound_on(page, part["part_id"]))
        assert on_disk_s > 3

        with page.expect_download() as saved:
            page.get_by_role("button", name="Save a copy").click()
        copied_s = seconds_in(saved.value.path().read_bytes())
        assert copied_s > on_disk_s
        again = page.get_by_role("button", name="Try again")
        again.click()
        expect(again).to_be_enabled()  # it has been tried
        expect(page.get_by_role("alert").get_by_text(FULL)).to_be_visible()

    again.click()
    expect(page.get_by_role("button", name="Listen back")).to_be_visible()
    [part] = parts_of(page, story_id)
    assert part["closed"]
    assert abs(seconds_in(sound_on(page, part["part_id"])) - copied_s) < 0.2
    record_for(page, 1.5)
    stop(page)
    assert len(parts_of(page, story_id)) == 2


def test_who_closes_a_full_phone_is_asked_first_and_room_that_is_made_takes_the_last_seconds(
    phone: Phone, page: Page
) -> None:
    page, _ = switched_on_again(page, phone)
    page.wait_for_timeout(3_000)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with full(phone, page):
        record_for(page, 4.5)
        expect(page.get_by_role("alert").get_by_text(FULL)).to_be_visible(timeout=40_000)
        with page.expect_event("dialog"):
            page.close(run_before_unload=True)
        assert asked == ["beforeunload"]
        page.get_by_role("button", name="Back").click()
        expect(page.get_by_text(FULL)).to_be_visible()
        page.get_by_role("button", name="Keep", exact=True).click()
        expect(page.get_by_role("button", name="Try again")).to_be_enabled()  # it has been tried
        expect(page.get_by_role("alert").get_by_text(FULL)).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("button", name="Listen back")).to_be_visible()
    page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_a_database_that_dies_under_the_recorder_is_opened_again(phone: Phone, page: Page) -> None:
    story_id = recording(page, phone)
    page.evaluate(
        """() => {
          const begin = IDBDatabase.prototype.transaction;
          phone.died = 0;
          IDBDatabase.prototype.transaction = function (...words) {
            if (phone.died < 2 && [words[0]].flat().includes('chunks') && words[1] === 'readwrite') {
              phone.died += 1;
              if (phone.died === 1) this.close();
              else {
                const broken = begin.apply(this, words);
                queueMicrotask(() => { try { broken.abort(); } catch { phone.died -= 1; } });
                return broken;
              }
            }
            return begin.apply(this, words);
          };
        }"""
    )
    page.wait_for_function("() => phone.died === 2")
    page.wait_for_timeout(2000)
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    stop(page)
    [part] = parts_of(page, story_id)
    assert abs(seconds_in(sound_on(page, part["part_id"])) * 1000 - part["duration_ms"]) < 900


def test_what_is_written_survives_a_killed_browser(phone: Phone, page: Page) -> None:
    page.get_by_role("button", name="Write instead").click()
    page.get_by_role("button", name=re.compile("^Monologue")).click()
    page.get_by_role("button", name="Answer this question").click()
    answer_cards(page, yes_to=[KEEP], voice=False)
    box = page.get_by_role("textbox", name="Your story")
    box.press_sequentially("When I came out of hospital the last bus had already gone.", delay=10)
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    expect(page.get_by_text(re.compile(r"(now|\d+ seconds ago)"))).to_be_visible()
    page.wait_for_timeout(1000)
    phone.kill()

    page = phone.switch_on()
    page.get_by_role("link", name="My stories").click()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_text("When I came out of hospital the last bus had already gone.")).to_be_visible()
    page.get_by_role("button", name="Go on writing").click()
    expect(page.get_by_role("textbox", name="Your story")).to_have_value(
        "When I came out of hospital the last bus had already gone."
    )


def test_half_a_record_at_the_end_of_the_browser_s_log_costs_nothing_later(phone: Phone, page: Page) -> None:
    """Chromium writes on behind what a kill tore off, and at the start after the next throws the database away."""
    story_id = before_recording(page, phone)
    record_for(page, 1.5)
    stop(page)
    phone.kill()
    log = max(phone.profile.glob("Default/IndexedDB/*.leveldb/*.log"))
    checksum, length, whole = bytes(4), (4_000).to_bytes(2, "little"), b"\x01"
    with log.open("ab") as torn:
        torn.write(checksum + length + whole)

    page = phone.switch_on()
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()
    page.wait_for_timeout(2_000)
    page.goto(f"{phone.served.origin}/r/#/story/{story_id}/record")
    record_for(page, 2)
    phone.kill()

    page = phone.switch_on()
    expect(page.get_by_text(FOUND_AGAIN)).to_be_visible()
    assert len(parts_of(page, story_id)) == 2


def test_a_story_that_is_being_told_is_not_offered_as_found_again(phone: Phone, page: Page) -> None:
    story_id = recording(page, phone)
    other = phone.open()
    expect(other.get_by_role("button", name="Record", exact=True)).to_be_visible()
    expect(other.get_by_text(FOUND_AGAIN)).to_have_count(0)
    other.close()
    page.bring_to_front()
    stop(page)
    assert parts_of(page, story_id)[0]["closed"]
