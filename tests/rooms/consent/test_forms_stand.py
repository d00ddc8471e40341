# SPDX-License-Identifier: Apache-2.0
"""What somebody was asked stays as it was, whatever becomes of the form."""

import inspect
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.consent import editing, queries, rules, service
from app.consent.documents import issued
from app.consent.errors import ConsentFormRetired, FormInUse, FormNeeded
from app.consent.rules import PurposeMeta
from app.consent.schemas import FormIn
from app.kit import clock, db
from app.kit.db import reading, writing
from app.kit.errors import Unavailable, Validation
from app.publishing.editions import Reason, Refused, Released
from tests.makers.stories import declare_story
from tests.rooms.consent.form_work import Phone, Steward, wish_of
from tests.rooms.publishing.desk_work import House

BY = uuid4()
Raw = list[tuple[Any, ...]]


@pytest.fixture
def steward(front_door: FastAPI, project_id: UUID) -> Steward:
    return Steward(front_door, project_id)


def rows(*tables: str) -> Raw:
    """As they lie in the database."""
    with db.engine().connect() as raw:
        return [tuple(row) for table in tables for row in raw.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))]


def rows_of_form(form_version_id: str) -> Raw:
    wanted = UUID(form_version_id)
    return [row for row in rows("consent_form_text", "purpose") if wanted in {_as_id(value) for value in row}]


def _as_id(value: object) -> UUID | None:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return None


def say_otherwise(statement: str, **values: object) -> None:
    """Past every verb of ours, as somebody at the database could."""
    with db.writing_engine().begin() as raw:
        assert raw.execute(text(statement), values).rowcount > 0


def asked(session: Session, story_id: UUID) -> rules.ParticipantTerms:
    [voice] = queries.terms_of(session, story_id)
    return voice


def test_a_new_version_changes_no_record_and_no_receipt(steward: Steward, project_id: UUID) -> None:
    story = declare_story(project_id, choices={"hold_and_transcribe": "given", "research": "given"})
    kept = ("consent_record", "consent_event", "consent_party", "consent_epoch", "consent_receipt", "receipt_code")
    first = steward.current()
    before, form_before = rows(*kept), rows_of_form(first["form_version_id"])
    with reading(project_id) as session:
        terms = asked(session, story.story_id)
        [receipt] = issued(session, terms.record_id)
    assert len(before) >= 5
    draft = steward.begin()
    draft["purposes"] = [one for one in draft["purposes"] if one["key"] != "research"]
    for told in draft["texts"].values():
        told["questions"].pop("research")
        told["cards"][0]["text"] = "Somebody else holds it."
    steward.publish(steward.save(draft))
    assert rows(*kept) == before
    assert rows_of_form(first["form_version_id"]) == form_before
    with reading(project_id) as session:
        assert asked(session, story.story_id) == terms
        assert issued(session, terms.record_id)[0].body == receipt.body
    assert {key: steward.read(first)[key] for key in ("sha256", "texts", "purposes", "terms", "is_whole")} == {
        key: first[key] for key in ("sha256", "texts", "purposes", "terms", "is_whole")
    }


CHANGING = ("save", "drop", "publish")
OTHERS = ("retire", "say_reviewed", "take_back_review", "begin")


def verbs(session: Session, project_id: UUID, form: UUID, etag: str, wish: FormIn) -> dict[str, Callable[[], object]]:
    at = clock.now()
    return {
        "save": lambda: editing.save(session, form, wish, etag, by=BY),
        "drop": lambda: editing.drop(session, form, etag, by=BY),
        "publish": lambda: editing.publish(session, form, etag, at, by=BY),
        "retire": lambda: editing.retire(session, form, 0, etag, at, by=BY),
        "say_reviewed": lambda: editing.say_reviewed(session, form, "en", "The elders", at.date(), at, by=BY),
        "take_back_review": lambda: editing.take_back_review(session, form, "en", by=BY),
        "begin": lambda: editing.begin(session, project_id, at, by=BY),
    }


def test_every_verb_is_tried() -> None:
    there = {
        name
        for name, verb in inspect.getmembers(editing, inspect.isfunction)
        if verb.__module__ == editing.__name__ and not name.startswith("_") and name != "etag"
    }
    assert there == {*CHANGING, *OTHERS}


@pytest.mark.parametrize("status", ["active", "retired"])
@pytest.mark.parametrize("verb", [*CHANGING, *OTHERS])
def test_no_verb_changes_what_a_published_version_says(
    steward: Steward, project_id: UUID, verb: str, status: str
) -> None:
    first = steward.current()
    steward.publish_another()
    steward.read(first)
    if status == "retired":
        steward.changes("POST", first, "/retire", {"grace_days": 9})
    before = rows_of_form(first["form_version_id"])
    wish = wish_of(first)
    wish["texts"]["en"]["questions"]["research"] = "May we sell it?"
    form_id, etag = UUID(first["form_version_id"]), steward.etags[first["form_version_id"]]
    with writing(project_id) as session:
        act = verbs(session, project_id, form_id, etag, FormIn.model_validate(wish))[verb]
        if verb in CHANGING or (verb, status) == ("retire", "retired"):
            with pytest.raises(FormInUse):
                act()
        else:
            act()
    assert rows_of_form(first["form_version_id"]) == before
    after = steward.read(first)
    assert after["sha256"] == first["sha256"]
    assert after["is_whole"]


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (
            "UPDATE consent_form_text SET questions = :it WHERE language = 'ur'",
            {"it": '{"research": {"text": "Yes?"}}'},
        ),
        ("UPDATE consent_form_text SET cards = :it WHERE language = 'en'", {"it": "[]"}),
        ("UPDATE purpose SET recipients = :it WHERE key = 'research'", {"it": '["research", "police"]'}),
        ("UPDATE purpose SET facets = :it WHERE key = 'public_words'", {"it": '["form"]'}),
        ("UPDATE consent_form SET controller = :it", {"it": "Somebody else"}),
        ("UPDATE consent_form SET partner_note = :it", {"it": "{}"}),
        ("DELETE FROM purpose WHERE key = :it", {"it": "recontact"}),
    ],
)
def test_a_form_that_no_longer_says_what_was_asked_opens_nothing(
    front_door: FastAPI, project_id: UUID, statement: str, values: dict[str, str]
) -> None:
    desk, phone = House(project_id), Phone(front_door, project_id)
    partner = desk.partner("research")
    story_id = desk.released()
    assert isinstance(desk.ask(story_id, partner), Released)
    say_otherwise(statement, **values)
    refused = desk.ask(story_id, partner)
    assert isinstance(refused, Refused)
    assert refused.reason == Reason.FORM_NOT_VALID
    with reading(project_id) as session:
        assert asked(session, story_id).form_status == queries.ALTERED
    assert phone.project().status_code == Unavailable.status
    assert not Steward(front_door, project_id).versions()[0]["is_whole"]


def test_nobody_can_have_answered_a_draft(steward: Steward, project_id: UUID) -> None:
    draft = steward.begin()
    with pytest.raises(Validation):
        declare_story(project_id, form_version=draft["version"])


def test_an_old_phone_is_heard_on_the_version_it_knows(steward: Steward, project_id: UUID) -> None:
    steward.publish_another()
    story = declare_story(project_id, form_version=1)
    with reading(project_id) as session:
        assert asked(session, story.story_id).form_status == "active"


def test_the_version_that_phones_ask_with_cannot_be_retired(steward: Steward, project_id: UUID) -> None:
    only = steward.current()
    answer = steward.changes("POST", only, "/retire", {"grace_days": 9})
    assert (answer.status_code, answer.json()["code"]) == (409, FormNeeded.slug)
    draft = steward.begin()
    assert steward.changes("POST", draft, "/retire", {"grace_days": 9}).status_code == 404


def test_a_retired_version_holds_for_its_days_of_grace_and_no_longer(
    steward: Steward, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = House(project_id)
    partner = desk.partner("research")
    first, story_id = steward.current(), desk.released()
    steward.publish_another()
    steward.read(first)
    retired = steward.changes("POST", first, "/retire", {"grace_days": 9}).json()
    assert retired["status"] == "retired"
    late = declare_story(project_id, form_version=1)
    with reading(project_id) as session:
        assert asked(session, late.story_id).form_status == "retired-in-grace"
    assert isinstance(desk.ask(story_id, partner), Released)

    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=9, seconds=1))
    refused = desk.ask(story_id, partner)
    assert isinstance(refused, Refused)
    assert refused.reason == Reason.FORM_NOT_VALID
    later = declare_story(project_id, form_version=1)
    with reading(project_id) as session:
        assert asked(session, later.story_id).form_status == "retired"


def test_a_retired_version_does_not_come_back(steward: Steward) -> None:
    first = steward.current()
    steward.publish_another()
    steward.read(first)
    steward.changes("POST", first, "/retire", {"grace_days": 0})
    answer = steward.changes("POST", first, "/retire", {"grace_days": 300})
    assert (answer.status_code, answer.json()["code"]) == (409, FormInUse.slug)


def test_more_is_allowed_only_on_the_form_of_today(steward: Steward, project_id: UUID) -> None:
    story = declare_story(project_id)
    with reading(project_id) as session:
        record_id = asked(session, story.story_id).record_id

    def says(choices: dict[str, str]) -> None:
        with writing(project_id) as session:
            service.narrow(
                session, record_id, choices, {}, actor_kind="reporter_receipt", at=clock.now(), may_widen=True
            )

    says({"research": "given"})
    steward.publish_another()
    says({"research": "refused"})
    with pytest.raises(ConsentFormRetired):
        says({"research": "given"})


def test_a_question_that_names_some_of_a_class_opens_for_no_others_in_it(steward: Steward, project_id: UUID) -> None:
    desk = House(project_id)
    named, other = desk.partner("research", "University"), desk.partner("research", "Institute")
    draft = steward.begin()
    next(one for one in draft["purposes"] if one["key"] == "research")["recipients"] = ["University"]
    steward.publish(steward.save(draft))
    story_id = desk.released()
    assert isinstance(desk.ask(story_id, named), Released)
    assert isinstance(desk.ask(story_id, other), Refused)


def test_a_question_that_names_its_class_opens_for_everybody_in_it() -> None:
    meta = PurposeMeta("research", False, ("research", "council"), ("audience",), "", None)
    assert rules.with_defaults({"research": "given"}, {}, {"research": meta}) == {"research": {}}
