# SPDX-License-Identifier: Apache-2.0
"""One story from a phone without network to a partner, and back again."""

import json
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from app.settings import settings
from app.transcription import engine
from tests.journeys.conftest import Watch
from tests.journeys.reporter import Slip, answer_consent, join, keep_receipt, record
from tests.journeys.served import Served
from tests.journeys.sound import decoded

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1440, "height": 900}
NAME = "Margaret"
LISTENS_MS = 180_000
RENDERS_MS = 90_000


def test_a_story_walks_from_a_phone_to_a_partner_and_back(
    served: Served, browser: Browser, watch: Watch, house: Path
) -> None:
    invite = served.command("invite", "create")
    facilitator = served.command("people", "add", "fatima@riverside.test", "--role", "facilitator")
    partner = served.command("partner", "create", "River Research", "--audience", "research")
    key = {"Authorization": f"Bearer {partner['key']}"}

    slip = tell_without_network(served, browser, watch, invite["url"])
    curate_and_release(browser, watch, facilitator["sign_in_url"])
    public_id = pull_as_a_partner(served, key)
    take_it_back(served, browser, watch, slip)
    nothing_is_left(served, key, public_id)


def tell_without_network(served: Served, browser: Browser, watch: Watch, invite_url: str) -> Slip:
    context = browser.new_context(viewport=PHONE, permissions=["microphone", "screen-wake-lock"], locale="en-GB")
    phone = watch.over(context)
    join(phone, invite_url)
    context.set_offline(True)
    phone.reload()
    expect(phone.get_by_role("button", name="Record")).to_be_visible()

    answer_consent(phone, yes_to=["keep your story", "people who work on this project", "researchers"], voice=True)
    record(phone, seconds=16)
    slip = keep_receipt(phone)
    expect(phone.get_by_text("Waiting for network").first).to_be_visible()

    context.set_offline(False)
    expect(phone.get_by_text("Arrived, thank you").first).to_be_visible(timeout=60_000)
    assert sound_on(phone) == 0
    context.close()
    return slip


def sound_on(phone: Page) -> int:
    """How many chunks of sound the phone still holds, in whichever database the app keeps them."""
    return int(
        phone.evaluate(
            """async () => {
              let held = 0;
              for (const { name } of await indexedDB.databases()) {
                const db = await new Promise((done) => {
                  const asked = indexedDB.open(name);
                  asked.onsuccess = () => done(asked.result);
                });
                if (db.objectStoreNames.contains('chunks')) {
                  held += await new Promise((done) => {
                    const asked = db.transaction('chunks').objectStore('chunks').count();
                    asked.onsuccess = () => done(asked.result);
                  });
                }
                db.close();
              }
              return held;
            }"""
        )
    )


def curate_and_release(browser: Browser, watch: Watch, sign_in_url: str) -> None:
    context = browser.new_context(viewport=DESK, locale="en-GB")
    desk = watch.over(context)
    desk.goto(sign_in_url)
    expect(desk.get_by_role("heading", name="Stories that wait")).to_be_visible()
    desk.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    expect(desk.get_by_role("option", name=re.compile("hospital")).first).to_be_visible(timeout=LISTENS_MS)
    desk.get_by_role("button", name="Take this story").click()

    correct_a_word(desk)
    redact(desk, NAME)
    quote(desk, "Nobody", "home")
    describe(desk)
    release(desk)
    context.close()


def word(desk: Page, text: str) -> Locator:
    return desk.get_by_role("option", name=re.compile(rf"^{text}\W*$", re.IGNORECASE))


def correct_a_word(desk: Page) -> None:
    word(desk, "gone").first.click()
    desk.get_by_role("button", name="Correct").click()
    turn = desk.get_by_role("textbox", name=re.compile("^Correct:"))
    turn.fill(turn.input_value().replace("gone", "left"))
    desk.get_by_role("button", name="Keep the correction").click()
    expect(word(desk, "left").first).to_be_visible()


def redact(desk: Page, name: str) -> None:
    word(desk, name).first.click()
    desk.get_by_role("button", name="Redact").click()
    desk.get_by_role("radio", name="A name").check()
    desk.get_by_role("button", name="Remove from words and sound").click()
    expect(desk.get_by_text("A name").first).to_be_visible()


def quote(desk: Page, first: str, last: str) -> None:
    word(desk, first).last.click()
    word(desk, last).last.click(modifiers=["Shift"])
    desk.get_by_role("button", name="Quote", exact=True).click()
    expect(desk.get_by_role("button", name="No longer a quote")).to_be_visible()


def describe(desk: Page) -> None:
    desk.get_by_role("link", name="Details", exact=True).click()
    desk.get_by_label("Title").fill("The last bus")
    desk.get_by_label("Themes").fill("Getting home")
    desk.get_by_label("Content warnings").fill("Hospital")
    desk.get_by_role("button", name="Save the details").click()
    expect(desk.get_by_role("status").filter(has_text="Saved")).to_be_visible()


def release(desk: Page) -> None:
    desk.get_by_role("link", name="Release", exact=True).click()
    desk.get_by_role("button", name="Make the proof").click()
    desk.get_by_role("button", name="Listen to all of it").click(timeout=RENDERS_MS)
    everything = re.compile(r"(\d+)\D+of\D+\1\D+heard")
    expect(desk.get_by_text(everything).first).to_be_visible(timeout=RENDERS_MS)
    desk.get_by_role("button", name=re.compile("^Share with")).click()
    expect(desk.get_by_text("This story is shared as shown here.")).to_be_visible(timeout=RENDERS_MS)


def eventually_listed(served: Served, key: dict[str, str]) -> list[dict[str, Any]]:
    """The partner's list, once the release has been made: a moment after the approval."""
    until = time.monotonic() + RENDERS_MS / 1000
    while time.monotonic() < until:
        status, body, _ = served.ask("/partner/v1/stories", **key)
        assert status == 200
        if items := json.loads(body)["items"]:
            return list(items)
        time.sleep(0.2)
    raise AssertionError("the story never reached the partner")


def pull_as_a_partner(served: Served, key: dict[str, str]) -> str:
    [item] = eventually_listed(served, key)
    place = f"/partner/v1/stories/{item['id']}"
    status, body, headers = served.ask(place, **key)
    story = json.loads(body)
    assert story["title"] == "The last bus"
    assert story["themes"] == ["Getting home"]
    assert "hospital" in story["text"]
    assert "already left" in story["text"]
    assert "asked me how I would get home" in story["quotes"][0]["text"]
    assert served.ask(place, **key, **{"If-None-Match": headers["ETag"]})[0] == 304

    _, captions, _ = served.ask(f"{place}/transcript.vtt", **key)
    assert captions.startswith(b"WEBVTT")
    others = [served.ask(f"{place}/transcript.{kind}", **key)[1] for kind in ("srt", "txt", "json")]
    for told in (body, captions, *others):
        assert NAME.encode() not in told

    status, sound, headers = served.ask(f"{place}/audio", **key)
    assert status == 200
    assert len(sound) == story["audio"]["bytes"]
    status, part, headers = served.ask(f"{place}/audio", **key, Range="bytes=0-99")
    assert (status, part) == (206, sound[:100])
    heard = listened_to(sound)
    assert "hospital" in heard
    assert "margaret" not in heard

    feed = json.loads(served.ask("/partner/v1/changes", **key)[1])
    assert [(entry["type"], entry["id"]) for entry in feed["items"]] == [("story.released", item["id"])]
    return str(item["id"])


def listened_to(sound: bytes) -> str:
    """What Whisper hears in the released sound."""
    listener = engine.choose("faster-whisper", "base", settings().models_dir)
    heard = listener.listen(decoded(sound).astype(np.float32), language="en")
    return " ".join(segment.text for segment in heard.segments).lower()


def take_it_back(served: Served, browser: Browser, watch: Watch, slip: Slip) -> None:
    context = browser.new_context(viewport=PHONE, locale="en-GB", java_script_enabled=False)
    page = watch.over(context)
    page.goto(f"{served.origin}/s/")
    page.get_by_role("textbox").fill(slip.words)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text("River Research").first).to_be_visible()
    expect(page.get_by_text("hospital")).to_have_count(0)
    assert page.url == f"{served.origin}/s/"
    page.get_by_role("button", name="Take my story back").click()
    page.get_by_role("button", name="Take it back now").click()
    expect(page.get_by_text(re.compile("Stopped at")).first).to_be_visible()
    context.close()


def nothing_is_left(served: Served, key: dict[str, str], public_id: str) -> None:
    place = f"/partner/v1/stories/{public_id}"
    doors = ("", "/audio", "/transcript.vtt", "/transcript.srt", "/transcript.txt", "/transcript.json")
    for door in doors:
        status, body, _ = served.ask(place + door, **key)
        assert (door, status, json.loads(body)["code"]) == (door, 410, "story-withdrawn")
    assert json.loads(served.ask("/partner/v1/stories", **key)[1])["items"] == []
    feed = json.loads(served.ask("/partner/v1/changes", **key)[1])
    assert [entry["type"] for entry in feed["items"]] == ["story.released", "story.withdrawn"]
    assert {entry["id"] for entry in feed["items"]} == {public_id}
