# SPDX-License-Identifier: Apache-2.0
import base64
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.cli.caretaker import found_project
from app.consent import chain, queries, rules, service
from app.consent.errors import ConsentMissing, ConsentWithdrawn, NothingToUndo, SecondStepRequired
from app.consent.sentence import say
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.errors import Validation
from app.kit.ids import new_id
from app.stories import service as stories
from app.stories.schemas import StoryIn
from tests.makers.stories import declare_story, form_of, make_declaration, make_participant, make_phone

SHARED: dict[str, Any] = {
    "choices": {"hold_and_transcribe": "given", "project_team": "given", "share_partner:services": "given"},
    "facets": {"share_partner:services": {"form": "voice", "name": "real"}},
}


def record_of(project_id: UUID, story_id: UUID) -> UUID:
    with reading(project_id) as session:
        return queries.records_of(session, story_id)[0].record_id


def is_signed(document: dict[str, Any]) -> bool:
    body = {name: value for name, value in document.items() if name != "signature"}
    signature = document["signature"]
    public, value = (base64.urlsafe_b64decode(told + "==") for told in (signature["jwk"]["x"], signature["value"]))
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(value, rfc8785.dumps(body))
    except InvalidSignature:
        return False
    return True


def test_what_nobody_answered_is_refused(project_id: UUID) -> None:
    story = declare_story(project_id)
    with reading(project_id) as session:
        (voice,) = queries.terms_of(session, story.story_id)
    assert voice.choices["research"] == "refused"
    assert voice.form_status == "active"
    assert rules.may_process([voice])


def test_a_given_purpose_has_the_facets_that_tell_least(project_id: UUID) -> None:
    choices = {"hold_and_transcribe": "given", "research": "given"}
    story = declare_story(project_id, choices=choices)
    with reading(project_id) as session:
        (voice,) = queries.terms_of(session, story.story_id)
    least = {"form": "words", "name": "none", "reuse": "view", "place": "area", "date": "month"}
    assert voice.facets["research"] == least


def test_without_a_yes_to_keeping_it_nothing_is_kept(project_id: UUID) -> None:
    with pytest.raises(ConsentMissing):
        declare_story(project_id, choices={"hold_and_transcribe": "refused", "research": "given"})


def test_a_guardians_no_to_keeping_it_is_a_no(project_id: UUID) -> None:
    guardian = {"relation": "mother", "choices": {}, "given_at": "2026-11-22T10:00:00Z"}
    with pytest.raises(ConsentMissing):
        declare_story(project_id, capacity_basis="guardian", guardian=guardian)


def test_a_childs_story_without_guardian_arrives_and_is_marked(project_id: UUID) -> None:
    story = declare_story(project_id, capacity_basis="guardian")
    with reading(project_id) as session:
        assert not queries.terms_of(session, story.story_id)[0].guardian_ok
        assert queries.allowed_by_all(session, story.story_id).shut == "guardian-missing"


@pytest.mark.parametrize(
    "answers",
    [
        {"choices": {"hold_and_transcribe": "given", "sell_it": "given"}},
        {"facets": {"research": {"colour": "red"}}},
        {"facets": {"project_team": {"form": "voice"}}},
        {"facets": {"research": {"form": "loud"}}},
        {"facets": {"research": {"expires_at": "tomorrow"}}},
        {"form_version": 99},
        {"language": "fr"},
    ],
)
def test_answers_to_questions_nobody_asked_are_refused(project_id: UUID, answers: dict[str, Any]) -> None:
    with pytest.raises(Validation):
        declare_story(project_id, **answers)


def test_narrowing_holds_at_once_and_raises_the_epoch(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        before = queries.epoch(session, story.story_id)
        facets = {"share_partner:services": {"form": "words"}}
        service.narrow(session, record_id, {}, facets, actor_kind="reporter_receipt", at=clock.now())
        (voice,) = queries.terms_of(session, story.story_id)
        assert queries.epoch(session, story.story_id) == before + 1
    assert voice.facets["share_partner:services"]["form"] == "words"
    assert voice.facets["share_partner:services"]["name"] == "real"


def test_the_code_alone_never_allows_more(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        with pytest.raises(SecondStepRequired):
            service.narrow(session, record_id, {"research": "given"}, {}, actor_kind="x", at=clock.now())
        facets = {"share_partner:services": {"reuse": "remix"}}
        with pytest.raises(SecondStepRequired):
            service.narrow(session, record_id, {}, facets, actor_kind="x", at=clock.now())
        soon, later = clock.now() + timedelta(days=1), clock.now() + timedelta(days=9)
        service.embargo(session, record_id, later, at=clock.now())
        with pytest.raises(SecondStepRequired):
            service.embargo(session, record_id, soon, at=clock.now())
        service.embargo(session, record_id, None, at=clock.now())
        with pytest.raises(SecondStepRequired):
            service.embargo(session, record_id, later, at=clock.now())
        service.embargo(session, record_id, later, at=clock.now(), may_widen=True)
        assert not queries.terms_of(session, story.story_id)[0].hidden


def test_taking_back_twice_is_taking_back_once_and_can_be_undone(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        first = service.withdraw(session, record_id, None, actor_kind="reporter_receipt", at=clock.now())
        epoch = queries.epoch(session, story.story_id)
        assert service.withdraw(session, record_id, None, actor_kind="reporter_receipt", at=clock.now()) == first
        assert (first.kind, queries.epoch(session, story.story_id)) == ("all", epoch)
        (voice,) = queries.terms_of(session, story.story_id)
        assert voice.withdrawn
        assert not rules.may_process([voice])
        with pytest.raises(ConsentWithdrawn):
            service.narrow(session, record_id, {"research": "refused"}, {}, actor_kind="x", at=clock.now())
        service.undo(session, record_id, clock.now())
        (voice,) = queries.terms_of(session, story.story_id)
        assert voice.choices["share_partner:services"] == "given"
        assert voice.facets["share_partner:services"]["form"] == "voice"
        with pytest.raises(NothingToUndo):
            service.undo(session, record_id, clock.now())


def test_taking_back_one_purpose_only_narrows(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        told = service.withdraw(session, record_id, ["share_partner:services"], actor_kind="x", at=clock.now())
        (voice,) = queries.terms_of(session, story.story_id)
    assert told.kind == "narrowed"
    assert not voice.withdrawn
    assert voice.choices["share_partner:services"] == "refused"


def test_of_two_voices_only_the_last_withdraws_the_story(project_id: UUID) -> None:
    device, _ = make_phone(project_id)
    with writing(project_id) as session:
        form = form_of(session, project_id)
    told = make_declaration([make_participant(form), make_participant(form)], kind="dialogue")
    with writing(project_id) as session:
        story, _ = stories.declare(session, device, new_id(), StoryIn.model_validate(told), clock.now())
        first, last = (record.record_id for record in queries.records_of(session, story.story_id))
        assert service.withdraw(session, first, None, actor_kind="x", at=clock.now()).kind == "narrowed"
        assert not rules.may_process(queries.terms_of(session, story.story_id))
        assert service.withdraw(session, last, None, actor_kind="x", at=clock.now()).kind == "all"


def test_every_word_about_it_brings_a_signed_receipt_that_names_the_last(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        given = service.receipt_document(session, record_id)
        service.withdraw(session, record_id, None, actor_kind="x", at=clock.now())
        withdrawn = service.receipt_document(session, record_id)
    assert is_signed(given)
    assert is_signed(withdrawn)
    assert not is_signed({**given, "dpv:hasJurisdiction": "FR"})
    assert withdrawn["dct:replaces"] == given["dct:identifier"]
    assert "Amina" not in str(given)
    told = {one["dpv:hasPurpose"]: one["dpv:hasConsentStatus"]["@type"] for one in given["dpv:hasRecordOfActivity"]}
    assert told["share_partner:services"] == "dpv:ConsentGiven"
    assert told["research"] == "dpv:ConsentRefused"


def test_the_receipt_of_a_child_says_whose_no_it_is(project_id: UUID) -> None:
    guardian = {
        "relation": "mother",
        "choices": {"hold_and_transcribe": "given", "project_team": "given"},
        "given_at": "2026-11-22T10:00:00Z",
    }
    story = declare_story(project_id, capacity_basis="guardian", guardian=guardian, **SHARED)
    with reading(project_id) as session:
        told = service.receipt_document(session, record_of(project_id, story.story_id))["dpv:hasRecordOfActivity"]
    said = {one["dpv:hasPurpose"]: one["dpv:hasConsentStatus"] for one in told}
    kinds = {purpose: (status["@type"], status["dpv:isIndicatedBy"]) for purpose, status in said.items()}
    both = ["dpv:DataSubject", "dpv:GuardianOfDataSubject"]
    assert kinds["project_team"] == ("dpv:ConsentGiven", both)
    assert kinds["share_partner:services"] == ("dpv:ConsentRefused", "dpv:GuardianOfDataSubject")
    assert kinds["research"] == ("dpv:ConsentRefused", "dpv:DataSubject")


def test_the_events_of_a_record_form_a_chain(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    record_id = record_of(project_id, story.story_id)
    with writing(project_id) as session:
        service.withdraw(session, record_id, None, actor_kind="x", at=clock.now())
    with reading(project_id) as session:
        first, second = queries.events_of(session, record_id)
    assert second.prev_hash == first.hash == chain.hash_of(first)


def test_a_language_nobody_translated_is_marked_and_not_good_enough(house: Path) -> None:
    project_id = found_project("Riverside", ["en", "so"], organisation="R", contact="c", country="GB")
    story = declare_story(project_id, language="so")
    with reading(project_id) as session:
        assert queries.terms_of(session, story.story_id)[0].form_status == "untranslated"


def test_a_wrong_phone_clock_is_kept_and_flagged(project_id: UUID) -> None:
    story = declare_story(project_id, given_at="1970-01-01T00:00:00Z")
    with reading(project_id) as session:
        assert queries.records_of(session, story.story_id)[0].device_time_doubtful


def test_consent_is_told_in_one_sentence(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    with reading(project_id) as session:
        told = say(queries.allowed_by_all(session, story.story_id))
    assert told.startswith("May go to services (words and voice, the real name).")
    assert "Not to research" in told


def test_of_two_voices_the_one_that_allows_less_is_told(project_id: UUID) -> None:
    until = {"form": "words", "expires_at": "2027-03-01T00:00:00Z"}
    with writing(project_id) as session:
        form = form_of(session, project_id)
    choices = {**SHARED["choices"], "research": "given", "recontact": "given"}
    open_handed = make_participant(form, choices=choices, facets=SHARED["facets"])
    careful = make_participant(form, choices=SHARED["choices"], facets={"share_partner:services": until})
    wanted = StoryIn.model_validate(make_declaration([open_handed, careful]))
    with writing(project_id) as session:
        story, _ = stories.declare(session, make_phone(project_id)[0], new_id(), wanted, clock.now())
    with reading(project_id) as session:
        told = queries.allowed_by_all(session, story.story_id)
    [way] = told.to
    assert (way.purpose, way.form, way.name) == ("share_partner:services", "words", "none")
    assert way.until is not None
    assert (way.until.year, way.until.month) == (2027, 3)
    assert "research" in told.not_to
    assert (told.to_team, told.may_ask_again, told.shut) == (True, False, None)


def test_nothing_of_a_consent_is_left_after_erasure(project_id: UUID) -> None:
    story = declare_story(project_id, **SHARED)
    with writing(project_id) as session:
        service.erase(session, story.story_id)
        assert queries.terms_of(session, story.story_id) == []
        assert queries.epoch(session, story.story_id) == 0
