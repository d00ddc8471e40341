# SPDX-License-Identifier: Apache-2.0
"""A steward says the project's questions into the desk; people hear them where there is no network."""

import re

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys.conftest import Watch
from tests.journeys.reporter import answer_cards, join
from tests.journeys.served import Served

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
SPEAKER = "Read this screen aloud"
KEEP = "May we keep your story"
LISTENS = """() => {
  window.players = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    if (!window.players.includes(this)) window.players.push(this);
    this.addEventListener('ended', () => { this.heard_s = this.currentTime; });
    return play.call(this);
  };
}"""


def say(desk: Page, line: Locator) -> None:
    """Into the microphone, heard once, kept, and playable on every phone when this ends."""
    line.get_by_role("button", name=re.compile("^Record ?: ")).click()
    line.get_by_role("button", name="Record", exact=True).click()
    desk.wait_for_timeout(3000)
    line.get_by_role("button", name="Stop").click()
    expect(line.get_by_label("Listen to it")).to_be_visible()
    line.get_by_role("button", name="Keep this recording").click()
    expect(line.get_by_text("On its way to every phone")).to_be_visible(timeout=60_000)


def record_questions(served: Served, browser: Browser, watch: Watch) -> str:
    """The first prompt and the first question of consent; answers the prompt."""
    steward = served.command("people", "add", "sam@riverside.test", "--role", "steward")
    context = browser.new_context(viewport=DESK, permissions=["microphone"], locale="en-GB")
    desk = watch.over(context)
    desk.goto(steward["sign_in_url"])
    desk.get_by_role("link", name="Spoken words").click()
    expect(desk.get_by_role("heading", name="Let people hear every question")).to_be_visible()
    lines = desk.get_by_role("main").get_by_role("listitem")
    prompt = lines.first.get_by_role("paragraph").first.inner_text()
    say(desk, lines.filter(has_text=prompt))
    say(desk, lines.filter(has_text=KEEP))
    expect(desk.get_by_text(re.compile(r"1\W* of \W*4\W* recorded"))).to_be_visible()
    context.close()
    return prompt


def playing(phone: Page) -> bool:
    return bool(phone.evaluate("() => window.players.some((one) => !one.paused)"))


def heard_s(phone: Page) -> float:
    """How far the last sound was played, once it ended."""
    phone.wait_for_function("() => window.players.some((one) => one.heard_s > 0)", timeout=20_000)
    return float(phone.evaluate("() => window.players.at(-1).heard_s"))


def open_phone(served: Served, browser: Browser, watch: Watch) -> Page:
    """Joined, with both sounds on it, and from here on without a network."""
    context = browser.new_context(viewport=PHONE, permissions=["microphone"], locale="en-GB")
    context.add_init_script(f"({LISTENS})()")
    phone = watch.over(context)
    join(phone, served.command("invite", "create")["url"])
    expect(phone.get_by_role("button", name=SPEAKER)).to_be_visible()
    context.set_offline(True)
    phone.reload()
    return phone


def turn_to_the_question(phone: Page, origin: str) -> None:
    phone.goto(f"{origin}/r/#/tell/consent")
    main = phone.get_by_role("main")
    while not main.get_by_text(KEEP).is_visible():
        yes = "Yes" if main.get_by_text("years old").is_visible() else "No"
        main.get_by_role("button", name=re.compile(f"^({yes}|I understand)$")).first.click()
        phone.wait_for_timeout(50)


def nothing_is_said_into_the_microphone(phone: Page, speaker: Locator) -> None:
    """The question can be heard before and in a pause, and falls silent when the recording goes on."""
    main = phone.get_by_role("main")
    expect(speaker).to_be_visible()
    main.get_by_role("button", name="Record", exact=True).click()
    expect(main.get_by_role("button", name="Pause")).to_be_visible()
    expect(speaker).to_have_count(0)
    main.get_by_role("button", name="Pause").click()
    speaker.click()
    phone.wait_for_function("() => window.players.some((one) => !one.paused)")
    main.get_by_role("button", name="Go on").click()
    expect(speaker).to_have_count(0)
    assert not playing(phone)


def test_a_recorded_question_is_heard_without_a_network(served: Served, browser: Browser, watch: Watch) -> None:
    prompt = record_questions(served, browser, watch)
    phone = open_phone(served, browser, watch)
    speaker = phone.get_by_role("button", name=SPEAKER)
    expect(phone.get_by_text(prompt)).to_be_visible()
    speaker.click()
    expect(speaker).to_have_attribute("aria-pressed", "true")
    assert heard_s(phone) > 2
    expect(speaker).to_have_attribute("aria-pressed", "false")

    turn_to_the_question(phone, served.origin)
    phone.evaluate("() => window.players.forEach((one) => (one.heard_s = 0))")
    speaker.click()
    assert heard_s(phone) > 2

    speaker.click()
    phone.wait_for_function("() => window.players.some((one) => !one.paused)")
    phone.get_by_role("main").get_by_role("button", name="Yes").click()
    expect(phone.get_by_text(KEEP)).to_have_count(0)
    assert not playing(phone)
    expect(speaker).to_have_count(0)

    answer_cards(phone, yes_to=[], voice=False)
    nothing_is_said_into_the_microphone(phone, speaker)
    phone.context.close()
