# SPDX-License-Identifier: Apache-2.0
"""The machine took Amina's Urdu for Hindi. Sam has it heard again, and asks for a gist to find a way in."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from app.kit.db import reading, writing
from app.kit.lanes import Lane
from app.stories import queries as stories
from app.transcription import again, queries, service
from app.transcription.engine import Task
from app.transcription.errors import NobodyWantsIt
from tests.capture.hands import chromium
from tests.capture.looks import looking_for_faults
from tests.capture.phones import playwright
from tests.journeys.conftest import Watch
from tests.journeys.facilitator import PHONE, Opens, sam_opens
from tests.journeys.hearings import ENGINE, arrive, begin, end, hear, said, window
from tests.journeys.tellers import Partner, Still, codes, desk, nursery, partner, served
from tests.rooms.media.sounds import tone
from tests.rooms.publishing.desk_work import House
from tests.trust.processes import eventually

__all__ = ["chromium", "codes", "desk", "nursery", "partner", "playwright", "sam_opens", "served"]

SOUND = tone(300, 4_000)
HINDI = "हम रात को कराची से निकले।"
URDU = "ہم رات کو کراچی سے نکلے"
CANNOT = "This model knows English only."
RENDERS_MS = 90_000
GIST = "By night away from Karachi we went."
ISOLATED = "\u2068{}\u2069"


@pytest.fixture
def story_id(desk: House) -> UUID:
    """At the desk, in the words that the machine heard for Hindi."""
    arrived = arrive(desk.project_id, SOUND, title="رات", language=None)
    run_id = begin(desk.project_id, arrived, "hi", probability=0.4)
    end(desk.project_id, run_id, window(said(0, HINDI)), language="hi")
    return arrived


def machine(page: Page) -> Locator:
    return page.get_by_role("region", name="What the machine heard")


def words(page: Page) -> Locator:
    return page.get_by_role("group", name="Words")


def ask(page: Page, language: str) -> None:
    page.get_by_role("button", name="Have it heard again").click()
    page.get_by_role("combobox", name="Language spoken").select_option(language)
    page.get_by_role("button", name="Listen again", exact=True).click()
    expect(machine(page)).to_contain_text("It waits for its turn.")


def correct(page: Page, before: str, after: str) -> None:
    """Typed, and not kept yet."""
    page.get_by_role("option", name=before, exact=True).click()
    page.get_by_role("button", name="Correct").click()
    turn = page.get_by_role("textbox", name=re.compile("^Correct:"))
    turn.fill(turn.input_value().replace(before, after))


def test_sam_has_it_heard_again_as_the_language_that_was_spoken(story_id: UUID, desk: House, sam_opens: Opens) -> None:
    page = sam_opens(story_id)
    expect(machine(page)).to_contain_text(re.compile("The machine heard .?Hindi.?. It was not sure."))
    ask(page, "Urdu")
    expect(page.get_by_role("button", name="Have it heard again")).to_have_count(0)
    expect(words(page)).to_contain_text("कराची")

    run_id = begin(desk.project_id, story_id, "ur", probability=1.0)
    expect(machine(page)).to_contain_text("The machine is listening again.")
    hear(desk.project_id, run_id, window(said(0, URDU)), 60)
    expect(machine(page).get_by_role("progressbar", name="How far the machine is")).to_have_attribute("value", "60")
    machine(page).get_by_text("Written down so far").click()
    expect(machine(page)).to_contain_text(URDU)
    expect(words(page)).to_contain_text("कराची")
    assert asked(desk, story_id) == ("ur", "base")

    end(desk.project_id, run_id, window(said(0, URDU)), language="ur")
    expect(words(page)).to_contain_text("کراچی")
    expect(words(page)).not_to_contain_text("कराची")
    expect(words(page)).to_have_attribute("lang", "ur")
    expect(words(page)).to_have_css("direction", "rtl")
    expect(machine(page)).to_contain_text(re.compile("The machine was told that this is .?Urdu"))
    expect(machine(page).get_by_role("progressbar")).to_have_count(0)


def asked(desk: House, story_id: UUID) -> tuple[str | None, str]:
    with reading(desk.project_id) as session:
        run = queries.asked_run(session, story_id)
        assert run is not None
        return run.asked_language, run.asked_model


def test_sam_has_a_larger_model_hear_it(desk: House, sam_opens: Opens) -> None:
    story_id = arrive(desk.project_id, SOUND, title="A night")
    end(desk.project_id, begin(desk.project_id, story_id, "en", "tiny.en"), window(said(0, "We felt crotchety.")),
        language="en", model="tiny.en")  # fmt: skip
    page = sam_opens(story_id)
    expect(machine(page)).to_contain_text(re.compile("model .?tiny.en"))
    page.get_by_role("button", name="Have it heard again").click()
    model = page.get_by_role("combobox", name="Model")
    expect(model.get_by_role("option")).to_have_text([re.compile("tiny.en.*English only"), re.compile("base.*MB")])
    model.select_option(index=1)
    page.get_by_role("button", name="Listen again", exact=True).click()
    expect(machine(page)).to_contain_text("It waits for its turn.")
    assert asked(desk, story_id) == ("en", "base")
    end(desk.project_id, begin(desk.project_id, story_id, "en"), window(said(0, "We left Karachi.")), language="en")
    expect(words(page)).to_contain_text("We left Karachi.")
    expect(machine(page)).to_contain_text(re.compile("model .?base"))


def test_what_sam_puts_right_meanwhile_stays_and_the_page_says_so(
    story_id: UUID, desk: House, sam_opens: Opens
) -> None:
    page = sam_opens(story_id)
    ask(page, "Urdu")
    run_id = begin(desk.project_id, story_id, "ur", probability=1.0)
    expect(machine(page)).to_contain_text("The machine is listening again.")
    correct(page, "कराची", "Lahore")
    page.get_by_role("button", name="Keep the correction").click()
    expect(words(page)).to_contain_text("Lahore")
    expect(machine(page)).to_contain_text("Somebody began to work on the words, so those stay.")
    with pytest.raises(NobodyWantsIt):
        end(desk.project_id, run_id, window(said(0, URDU)), language="ur")
    page.reload()
    expect(words(page)).to_contain_text("Lahore")
    page.get_by_role("button", name="Have it heard again").click()
    expect(machine(page)).to_contain_text("A corrected text is never replaced.")
    expect(page.get_by_role("combobox", name="Language spoken")).to_have_count(0)


def test_new_words_that_come_while_sam_types_neither_take_nor_get_what_sam_wrote(
    story_id: UUID, desk: House, sam_opens: Opens, watch: Watch
) -> None:
    page = sam_opens(story_id)
    ask(page, "Urdu")
    run_id = begin(desk.project_id, story_id, "ur", probability=1.0)
    expect(machine(page)).to_contain_text("The machine is listening again.")
    correct(page, "कराची", "Lahore")
    end(desk.project_id, run_id, window(said(0, URDU)), language="ur")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_role("textbox", name="Your words were not saved")).to_have_value(re.compile("Lahore"))
    expect(words(page)).to_contain_text("کراچی")
    expect(words(page)).not_to_contain_text("Lahore")
    watch.seen[:] = [seen for seen in watch.seen if "412" not in seen]


def test_words_that_sam_had_chosen_are_not_others_when_new_ones_come(
    story_id: UUID, desk: House, sam_opens: Opens
) -> None:
    page = sam_opens(story_id)
    ask(page, "Urdu")
    run_id = begin(desk.project_id, story_id, "ur", probability=1.0)
    page.get_by_role("option", name="कराची", exact=True).click()
    expect(page.get_by_role("toolbar")).to_be_visible()
    end(desk.project_id, run_id, window(said(0, URDU)), language="ur")
    expect(words(page)).to_contain_text("کراچی")
    expect(page.get_by_role("toolbar")).to_have_count(0)


def test_a_gist_tells_sam_what_it_is_about_and_no_partner_anything(
    story_id: UUID, served: Still, desk: House, partner: Partner, sam_opens: Opens
) -> None:
    served.work(Lane.PROMPT, Lane.MEDIA)
    page = sam_opens(story_id)
    page.get_by_role("button", name="Make a rough English translation").click()
    expect(machine(page)).to_contain_text("It waits for its turn.")
    run_id = begin(desk.project_id, story_id, "hi")
    expect(machine(page)).to_contain_text("The machine is making a rough translation.")
    end(desk.project_id, run_id, window(said(0, GIST)), language="hi")
    machine(page).get_by_text("Rough English translation", exact=True).click()
    expect(machine(page)).to_contain_text("A rough machine translation. Do not quote it.")
    gist = machine(page).get_by_text(GIST)
    expect(gist).to_be_visible()
    expect(gist.locator("xpath=ancestor::*[@lang][1]")).to_have_attribute("lang", "en")
    expect(words(page)).to_contain_text("कराची")
    expect(words(page)).not_to_contain_text("Karachi")
    expect(page.get_by_role("option", name="Karachi")).to_have_count(0)

    page.get_by_role("link", name="Release", exact=True).click()
    page.get_by_role("button", name="Make the proof").click()
    page.get_by_role("button", name="Share with 1 partner").click(timeout=RENDERS_MS)
    expect(page.get_by_text("This story is shared as shown here.")).to_be_visible(timeout=RENDERS_MS)
    expect(page.get_by_role("main")).not_to_contain_text("Karachi")
    eventually(lambda: bool(partner.hears_of()), "the partner hears of it")
    told = str(partner.gets(story_id))
    assert "कराची" in told
    assert "Karachi" not in told


@pytest.mark.parametrize(("locale", "hindi"), [("en-GB", "Hindi"), ("ar", "الهندية"), ("ur", "ہندی")])
def test_nobody_is_shut_out_of_having_it_heard_again(
    story_id: UUID, desk: House, sam_opens: Opens, locale: str, hindi: str
) -> None:
    found: list[str] = []
    page = sam_opens(story_id, PHONE, locale)
    look = looking_for_faults(page, found)
    main = page.get_by_role("main")
    for name in (hindi, ENGINE, "base"):
        expect(main).to_contain_text(ISOLATED.format(name))
    page.get_by_role("button", expanded=False).first.click()
    page.get_by_role("combobox").first.select_option("en")
    expect(page.get_by_role("main").locator("form").get_by_role("combobox")).to_have_count(2)
    look(f"the question, {locale}")
    wish(desk, story_id, Task.TRANSCRIBE)
    run_id = begin(desk.project_id, story_id, "ur", probability=1.0)
    hear(desk.project_id, run_id, window(said(0, URDU)), 60)
    page.locator("summary").first.click()
    expect(page.get_by_text(URDU)).to_be_visible()
    look(f"listening, {locale}")
    with writing(desk.project_id) as session:
        service.wait(session, run_id, CANNOT)
    expect(page.get_by_text(CANNOT)).to_have_css("direction", "ltr")
    look(f"in vain, {locale}")
    wish(desk, story_id, Task.TRANSLATE)
    end(desk.project_id, begin(desk.project_id, story_id, "hi"), window(said(0, GIST)), language="hi")
    page.locator("summary").first.click()
    expect(page.get_by_text(GIST)).to_have_css("direction", "ltr")
    look(f"the gist, {locale}")
    assert not found, "\n".join(found)


def wish(desk: House, story_id: UUID, task: Task) -> None:
    with writing(desk.project_id) as session:
        story = stories.story_for_update(session, story_id)
        again.ask(session, story, task, "ur", "base", by=desk.facilitator.person_id)
