# SPDX-License-Identifier: Apache-2.0
"""The finer choices of the page: less by the code alone, more never by it, and nothing that nobody said."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import FormData

from app.consent import queries as consent
from app.consent.rules import ParticipantTerms, PurposeMeta
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.receipts import choices
from app.receipts.choices import NoSuchDay
from tests.rooms.receipts.conftest import PIN, YES, Teller, tell
from tests.rooms.receipts.test_page import Page, enter, press

SERVICES = "share_partner:services"
EXACT = {"form": "voice", "name": "real", "place": "exact", "date": "exact", "reuse": "quote"}
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def amina(client: TestClient, project_id: UUID) -> Teller:
    """She allowed local services all there is, and locked her story with a PIN."""
    return tell(client, project_id, facets={SERVICES: EXACT})


def terms(teller: Teller, project_id: UUID) -> ParticipantTerms:
    with reading(project_id) as session:
        return consent.terms_of(session, teller.story_id)[0]


def question(project_id: UUID, purpose: str) -> str:
    with reading(project_id) as session:
        form = consent.current_form(session, project_id)
        return consent.texts_of(session, form.form_version_id)["en"].questions[purpose]["text"]


def allow_less(teller: Teller, status: int = 200, **answers: str) -> Page:
    chosen = {f"{SERVICES}.{name}": value for name, value in answers.items()}
    return press(teller.browser, press(teller.browser, enter(teller), "Allow less"), "Allow only this", status, chosen)


def unlocked(teller: Teller) -> Page:
    return press(teller.browser, enter(teller), "Open with my PIN", pin=PIN)


def test_amina_makes_each_thing_less_on_one_page(amina: Teller, project_id: UUID) -> None:
    page = allow_less(
        amina, place="area", date="year", name="none", reuse="view", embargo_until="2027-03-31", expires_at="2028-03-31"
    )
    assert "not before March 31, 2027 · only until March 31, 2028" in page.text
    facets = terms(amina, project_id).facets[SERVICES]
    assert {name: facets[name] for name in ("form", "place", "date", "name", "reuse")} == {
        "form": "voice",
        "place": "area",
        "date": "year",
        "name": "none",
        "reuse": "view",
    }
    paper = press(amina.browser, page, "Show it to print")
    for told in ("only with the area", "only with the year", "only whole, no quotes", "not before March 31, 2027"):
        assert told in paper.text


def test_what_nobody_touched_stays_as_it_was(amina: Teller, project_id: UUID) -> None:
    before = terms(amina, project_id)
    allow_less(amina)
    after = terms(amina, project_id)
    assert (after.choices, after.facets) == (before.choices, before.facets)


@pytest.mark.parametrize("day", ["2020-01-01", "soon", "2027-02-30", "9999-12-32"])
def test_a_day_that_has_begun_or_is_none_changes_nothing(amina: Teller, project_id: UUID, day: str) -> None:
    page = allow_less(amina, 422, place="none", embargo_until=day)
    assert "Please give a day that is still to come" in page.text
    assert terms(amina, project_id).facets[SERVICES]["place"] == "exact"


def test_a_day_is_taken_in_any_script_and_falls_where_no_clock_is_early() -> None:
    begins = datetime(2027, 3, 31, tzinfo=UTC)
    for written in ("2027-03-31", "٢٠٢٧-٠٣-٣١", "۲۰۲۷/۰۳/۳۱", " 2027.03.31 "):
        assert choices.day_of(written, AT) == begins + timedelta(hours=12)
        assert choices.day_of(written, AT, is_last=True) == begins - timedelta(hours=14)
    with pytest.raises(NoSuchDay):
        choices.day_of("2026-11-22", AT)


@pytest.mark.parametrize("facet", ["place", "date", "reuse"])
def test_allow_less_never_allows_more_even_with_the_pin(client: TestClient, project_id: UUID, facet: str) -> None:
    amina = tell(client, project_id, facets={SERVICES: {"place": "area", "date": "month", "reuse": "view"}})
    page = press(client, unlocked(amina), "Allow less")
    widest = {"place": "exact", "date": "exact", "reuse": "remix"}[facet]
    refused = press(client, page, "Allow only this", 403, {f"{SERVICES}.{facet}": widest})
    assert "This needs more than the code" in refused.text
    assert terms(amina, project_id).facets[SERVICES][facet] != widest


def test_by_the_code_alone_the_page_says_what_more_needs_and_does_nothing(amina: Teller, project_id: UUID) -> None:
    page = press(amina.browser, enter(amina), "Allow more")
    assert "To allow more, your code is not enough." in page.text
    assert question(project_id, "research") not in page.text
    session = page.form("Leave it as it is").fields["session"]
    sent = {"session": session, "lang": "en", "sure": "yes", "research": "yes"}
    assert amina.browser.post("/s/widen", data=sent).status_code == 403
    assert terms(amina, project_id).choices.get("research") != "given"


def test_with_the_pin_she_is_asked_again_and_a_new_yes_begins_with_the_least(
    client: TestClient, project_id: UUID
) -> None:
    amina = tell(client, project_id, choices={**YES, "research": "refused"})
    locked = press(client, enter(amina), "Allow more")
    wrong = press(client, locked, "Open with my PIN", 401, pin="0000")
    assert "That PIN was not right" in wrong.text
    asked = press(client, wrong, "Open with my PIN", pin=PIN)
    assert question(project_id, "research") in asked.text
    done = press(client, asked, "Allow this too", chosen={"research": "yes", SERVICES: "voice"})
    assert "From now on this is allowed too." in done.text
    now = terms(amina, project_id)
    assert now.choices["research"] == "given"
    assert now.facets["research"] == {
        "form": "words",
        "name": "none",
        "reuse": "view",
        "place": "area",
        "date": "month",
    }
    assert now.facets[SERVICES]["form"] == "voice"
    assert now.choices.get("public_words") != "given"


def test_nothing_is_chosen_beforehand_and_nothing_chosen_changes_nothing(amina: Teller, project_id: UUID) -> None:
    asked = press(amina.browser, unlocked(amina), "Allow more")
    before = terms(amina, project_id)
    done = press(amina.browser, asked, "Allow this too")
    assert "Nothing was changed." in done.text
    after = terms(amina, project_id)
    assert (after.choices, after.facets) == (before.choices, before.facets)


def test_a_name_that_is_to_be_shown_is_told_with_it(client: TestClient, project_id: UUID) -> None:
    amina = tell(client, project_id)
    asked = press(client, unlocked(amina), "Allow more")
    told = {f"{SERVICES}.name": "pseudonym", f"{SERVICES}.credit": "River Woman"}
    press(client, asked, "Allow this too", chosen=told)
    facets = terms(amina, project_id).facets[SERVICES]
    assert (facets["name"], facets["credit"]) == ("pseudonym", "River Woman")


def retire(project_id: UUID) -> None:
    """Today's questions are others."""
    with writing(project_id) as session:
        form = consent.current_form(session, project_id)
        form.status, form.grace_until = "retired", clock.now() + timedelta(days=30)


def test_on_another_form_than_todays_nobody_allows_more_here(amina: Teller, project_id: UUID) -> None:
    opened = unlocked(amina)
    retire(project_id)
    page = press(amina.browser, opened, "Allow more")
    assert "The questions are others now" in page.text
    session = page.form("Leave it as it is").fields["session"]
    sent = {"session": session, "lang": "en", "sure": "yes", "research": "yes"}
    assert amina.browser.post("/s/widen", data=sent).status_code == 403
    assert terms(amina, project_id).choices.get("research") != "given"


def test_the_api_too_allows_more_on_todays_form_alone_and_less_on_any(amina: Teller, project_id: UUID) -> None:
    amina.opens()
    amina.asks("second-step", pin=PIN)
    retire(project_id)
    assert amina.asks("narrow", status=409, choices={"research": "given"})["code"] == "consent-form-retired"
    assert terms(amina, project_id).choices.get("research") != "given"
    amina.asks("narrow", facets={SERVICES: {"place": "none"}})
    assert terms(amina, project_id).facets[SERVICES]["place"] == "none"


def test_whoever_answered_with_a_guardian_is_asked_again_with_them(client: TestClient, project_id: UUID) -> None:
    guardian = {"relation": "mother", "choices": YES, "given_at": "2026-11-22T10:00:00Z"}
    amina = tell(client, project_id, capacity_basis="guardian", guardian=guardian)
    page = press(client, unlocked(amina), "Allow more")
    assert "Somebody who looks after you answered with you." in page.text
    session = page.form("Leave it as it is").fields["session"]
    sent = {"session": session, "lang": "en", "sure": "yes", "research": "yes"}
    assert client.post("/s/widen", data=sent).status_code == 403


def test_amina_hides_it_until_a_day_of_her_own_and_makes_it_longer(amina: Teller, project_id: UUID) -> None:
    hiding = press(amina.browser, enter(amina), "Hide my story")
    hidden = press(amina.browser, hiding, "Hide until this day", until="2027-03-31")
    assert "Not before March 31, 2027" in hidden.text
    longer = press(amina.browser, hidden, "Hide it for longer")
    assert "For one month" not in longer.text
    later = press(amina.browser, longer, "Hide until this day", until="2028-03-31")
    assert "Not before March 31, 2028" in later.text
    until = terms(amina, project_id).embargo_until
    assert until == datetime(2028, 3, 31, 12, tzinfo=UTC)


def test_hiding_never_shortens_even_with_the_pin(amina: Teller, project_id: UUID) -> None:
    hiding = press(amina.browser, unlocked(amina), "Hide my story")
    page = press(amina.browser, hiding, "Hide until this day", until="2028-03-31")
    longer = press(amina.browser, page, "Hide it for longer")
    refused = press(amina.browser, longer, "Hide until this day", 403, until="2027-03-31")
    assert "This needs more than the code" in refused.text
    assert terms(amina, project_id).embargo_until == datetime(2028, 3, 31, 12, tzinfo=UTC)


def test_a_day_gone_by_hides_nothing_and_says_so(amina: Teller) -> None:
    hiding = press(amina.browser, enter(amina), "Hide my story")
    refused = press(amina.browser, hiding, "Hide until this day", 422, until="2020-01-01")
    assert "Please give a day that is still to come" in refused.text


@pytest.fixture
def many() -> ParticipantTerms:
    """She allowed three named partners."""
    partners = ("council", "clinic", "school")
    asked = PurposeMeta("share_partner:town", False, partners, ("audience", "embargo_until", "expires_at"), "", None)
    return ParticipantTerms(
        record_id=new_id(),
        participant_id=new_id(),
        role="storyteller",
        choices={"share_partner:town": "given"},
        facets={"share_partner:town": {"audience": list(partners)}},
        embargo_until=None,
        hidden=False,
        withdrawn=False,
        form_status="active",
        basis="adult",
        guardian_ok=True,
        wants_sign_off=False,
        given_at=AT,
        purposes_meta={asked.key: asked},
    )


def audience(*names: str) -> FormData:
    asked = ("share_partner:town.audience-asked", "yes")
    return FormData([asked, *(("share_partner:town.audience", name) for name in names)])


def test_she_leaves_one_of_many_out(many: ParticipantTerms) -> None:
    [step] = choices.less("en", many, AT)
    [whom] = [fork for fork in step.fine if fork.kind == "any"]
    assert list(whom.picked) == ["council", "clinic", "school"]
    assert choices.wants_less(audience("council", "clinic"), many, AT) == (
        {},
        {"share_partner:town": {"audience": ["council", "clinic"]}},
    )
    assert choices.wants_less(audience("council", "clinic", "school"), many, AT) == ({}, {})


def test_nobody_ticked_is_a_no(many: ParticipantTerms) -> None:
    assert choices.wants_less(audience(), many, AT) == ({"share_partner:town": "refused"}, {})


def every_question(mine: ParticipantTerms, language: str) -> list[Any]:
    return [*choices.less(language, mine, AT), *choices.more(language, mine, {}, AT)]


@pytest.mark.parametrize("language", ["en", "es", "ar", "ur"])
def test_every_question_has_its_words(amina: Teller, project_id: UUID, language: str) -> None:
    mine = terms(amina, project_id)
    asked = every_question(mine, language)
    assert {fork.kind for one in asked for fork in one.fine} >= {"one", "day"}
    assert all(words for one in asked for _, words in one.answers)
