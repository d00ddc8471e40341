# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.publishing import rules
from app.publishing.editions import Outlet, Principal, PrincipalKind, Reason
from app.publishing.rules import Allowed, Denied, Facts, Voice, decide

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
ANNA, BEN = UUID(int=1), UUID(int=2)
PARTNER = UUID(int=99)
READERS = {
    "public": Principal(PrincipalKind.PARTNER, PARTNER, "Library", "public"),
    "research": Principal(PrincipalKind.PARTNER, PARTNER, "University", "research"),
    "services": Principal(PrincipalKind.PARTNER, PARTNER, "Council", "services"),
}
YES = {"hold_and_transcribe": "given", "public_words": "given"}


def voice(**told: Any) -> Voice:
    return Voice(**{"record_id": ANNA, "role": "storyteller", "choices": YES, **told})


def facts(*voices: Voice, **told: Any) -> Facts:
    standing: dict[str, Any] = {
        "story_status": "approved",
        "edition": "current",
        "edition_epoch": 3,
        "epoch": 3,
        "held": False,
        "voices": voices or (voice(),),
        "has_agreement": True,
        "is_heard": True,
        "sign_off_due": False,
        "is_signed": False,
    }
    return Facts(**{**standing, **told})


def to_the_public(known: Facts) -> rules.Verdict:
    return decide(known, Outlet.PARTNER, READERS["public"], NOW)


def test_a_story_given_to_the_public_leaves_as_words_without_a_name() -> None:
    verdict = to_the_public(facts())
    assert isinstance(verdict, Allowed)
    assert (verdict.form, verdict.credit, verdict.place, verdict.date) == ("words", "A storyteller", "area", "month")


REFUSALS = [
    ("nobody has answered", facts(voices=()), Reason.NO_CONSENT),
    ("it was taken back", facts(story_status="withdrawn"), Reason.WITHDRAWN),
    ("one voice took theirs back", facts(voice(), voice(record_id=BEN, withdrawn=True)), Reason.WITHDRAWN),
    ("a concern is open", facts(held=True), Reason.ON_HOLD),
    ("the edition was retracted", facts(edition="retracted"), Reason.EDITION_STALE),
    ("there is no edition", facts(edition=None), Reason.EDITION_STALE),
    ("consent moved on since", facts(epoch=4), Reason.EDITION_STALE),
    ("it was declined", facts(story_status="declined"), Reason.NOT_APPROVED),
    ("a proof nobody approved", facts(edition="proof", story_status="in_review"), Reason.NOT_APPROVED),
    ("a proof nobody heard through", facts(edition="proof", is_heard=False), Reason.NOT_APPROVED),
    ("a proof nobody signed", facts(edition="proof", sign_off_due=True), Reason.SIGN_OFF_MISSING),
    ("no agreement", facts(has_agreement=False), Reason.AGREEMENT_MISSING),
    ("the form is retired", facts(voice(form_stands=False)), Reason.FORM_NOT_VALID),
    ("no guardian", facts(voice(guardian_ok=False)), Reason.GUARDIAN_MISSING),
    ("it may not be kept", facts(voice(choices={"public_words": "given"})), Reason.NO_CONSENT),
    ("it is hidden", facts(voice(hidden=True)), Reason.EMBARGOED),
    ("embargoed", facts(voice(embargo_until=LATER)), Reason.EMBARGOED),
    (
        "embargoed for this use",
        facts(voice(facets={"public_words": {"embargo_until": LATER.isoformat()}})),
        Reason.EMBARGOED,
    ),
    ("an unreadable embargo", facts(voice(facets={"public_words": {"embargo_until": "soon"}})), Reason.EMBARGOED),
    ("expired", facts(voice(facets={"public_words": {"expires_at": NOW.isoformat()}})), Reason.EXPIRED),
    ("the form's term is over", facts(voice(expires_at={"public_words": EARLIER})), Reason.EXPIRED),
    ("unanswered is no", facts(voice(choices={"hold_and_transcribe": "given"})), Reason.PURPOSE_NOT_GIVEN),
    (
        "the other voice said no",
        facts(voice(), voice(record_id=BEN, choices={**YES, "public_words": "refused"})),
        Reason.PURPOSE_NOT_GIVEN,
    ),
    ("others were named", facts(voice(facets={"public_words": {"audience": ["BBC"]}})), Reason.RECIPIENT_NOT_NAMED),
    ("nobody was named", facts(voice(facets={"public_words": {"audience": []}})), Reason.RECIPIENT_NOT_NAMED),
    ("an unreadable list", facts(voice(facets={"public_words": {"audience": "public"}})), Reason.RECIPIENT_NOT_NAMED),
    (
        "the time for keeping it is over",
        facts(voice(facets={"hold_and_transcribe": {"expires_at": NOW.isoformat()}})),
        Reason.EXPIRED,
    ),
    ("ask each time", facts(voice(facets={"public_words": {"licence": "ask-each-time"}})), Reason.LICENCE_ASKS),
]


@pytest.mark.parametrize(("_name", "known", "reason"), REFUSALS, ids=[name for name, _, _ in REFUSALS])
def test_what_is_not_a_clear_yes_is_a_no(_name: str, known: Facts, reason: Reason) -> None:
    assert to_the_public(known) == Denied(reason)


@pytest.mark.parametrize("outlet", [Outlet.PUBLIC, Outlet.EMBED, Outlet.RECEIPT])
def test_a_partner_has_only_the_partners_doors(outlet: Outlet) -> None:
    assert isinstance(decide(facts(), outlet, READERS["public"], NOW), Denied)


@pytest.mark.parametrize("status", ["in_review", "awaiting_sign_off", "approved"])
def test_a_reopened_story_keeps_its_standing_edition(status: str) -> None:
    assert isinstance(to_the_public(facts(story_status=status)), Allowed)


def test_a_voice_reaches_the_public_only_by_a_yes_of_its_own() -> None:
    with_form = voice(facets={"public_words": {"form": "voice"}})
    spoken = voice(choices={**YES, "public_voice": "given"})
    silent = voice(record_id=BEN)
    assert _form(facts(with_form)) == "words"
    assert _form(facts(spoken)) == "voice"
    assert _form(facts(spoken, silent)) == "words"


def test_a_service_gets_the_voice_where_that_use_says_so() -> None:
    choices = {"hold_and_transcribe": "given", "share_partner:services": "given"}
    spoken = voice(choices=choices, facets={"share_partner:services": {"form": "voice"}})
    council = READERS["services"]
    assert _form(facts(spoken), council) == "voice"
    assert _form(facts(spoken, voice(record_id=BEN, choices=choices)), council) == "words"
    assert to_the_public(facts(spoken)) == Denied(Reason.PURPOSE_NOT_GIVEN)


def test_a_named_partner_opens_for_that_partner_alone() -> None:
    choices = {"hold_and_transcribe": "given", f"share_partner:{PARTNER}": "given"}
    other = replace(READERS["services"], principal_id=UUID(int=7))
    assert _form(facts(voice(choices=choices)), READERS["services"]) == "words"
    assert decide(facts(voice(choices=choices)), Outlet.PARTNER, other, NOW) == Denied(Reason.PURPOSE_NOT_GIVEN)


def test_a_no_to_one_partner_by_name_outweighs_the_yes_to_all_of_its_kind() -> None:
    choices = {"hold_and_transcribe": "given", "share_partner:services": "given", f"share_partner:{PARTNER}": "refused"}
    other = replace(READERS["services"], principal_id=UUID(int=7))
    known = facts(voice(choices=choices))
    assert decide(known, Outlet.PARTNER, READERS["services"], NOW) == Denied(Reason.PURPOSE_NOT_GIVEN)
    assert isinstance(decide(known, Outlet.PARTNER, other, NOW), Allowed)


def test_sound_that_nobody_heard_whole_leaves_as_words() -> None:
    spoken = voice(choices={**YES, "public_voice": "given"})
    assert _form(facts(spoken, is_heard=False)) == "words"
    assert to_the_public(facts(spoken, edition="proof", is_heard=False)) == Denied(Reason.NOT_APPROVED)


def test_what_the_public_hears_is_as_narrow_as_the_yes_to_the_voice_itself() -> None:
    choices = {**YES, "public_voice": "given"}
    told = {"public_words": {"place": "exact"}, "public_voice": {"place": "none", "audience": ["Library"]}}
    verdict = to_the_public(facts(voice(choices=choices, facets=told)))
    assert isinstance(verdict, Allowed)
    assert (verdict.form, verdict.place) == ("voice", "none")
    elsewhere = {**told, "public_voice": {"audience": ["BBC"]}}
    assert _form(facts(voice(choices=choices, facets=elsewhere))) == "words"


def test_a_pseudonym_is_never_the_line_that_went_with_the_real_name() -> None:
    named = f"share_partner:{PARTNER}"
    told = {
        "share_partner:services": {"name": "real", "credit": "Anna K."},
        named: {"name": "pseudonym", "credit": "The Weaver"},
    }
    choices = {"hold_and_transcribe": "given", "share_partner:services": "given", named: "given"}
    verdict = decide(facts(voice(choices=choices, facets=told)), Outlet.PARTNER, READERS["services"], NOW)
    assert isinstance(verdict, Allowed)
    assert verdict.credit == "The Weaver"


def test_the_narrowest_facet_wins_and_nonsense_is_narrowest() -> None:
    wide = voice(facets={"public_words": {"place": "exact", "date": "exact", "reuse": "remix"}})
    narrow = voice(record_id=BEN, facets={"public_words": {"place": "none", "date": "year", "reuse": "whatever"}})
    verdict = to_the_public(facts(wide, narrow))
    assert isinstance(verdict, Allowed)
    assert (verdict.place, verdict.date, verdict.reuse) == ("none", "year", "view")


@pytest.mark.parametrize(
    ("facets", "line"),
    [
        ({}, "A storyteller"),
        ({"name": "none", "credit": "Anna K."}, "A storyteller"),
        ({"name": "real"}, "Anna"),
        ({"name": "real", "credit": "Anna K."}, "Anna K."),
        ({"name": "pseudonym"}, "A storyteller"),
        ({"name": "pseudonym", "credit": "The Weaver"}, "The Weaver"),
    ],
)
def test_a_storyteller_is_credited_as_they_chose(facets: dict[str, str], line: str) -> None:
    verdict = to_the_public(facts(voice(display_name="Anna", facets={"public_words": facets})))
    assert isinstance(verdict, Allowed)
    assert verdict.credit == line


def test_the_one_who_asked_the_questions_is_not_credited() -> None:
    asked = voice(record_id=BEN, role="interviewer", display_name="Ben", facets={"public_words": {"name": "real"}})
    verdict = to_the_public(facts(voice(), asked))
    assert isinstance(verdict, Allowed)
    assert verdict.credit == "A storyteller"


def test_the_storyteller_has_their_own_copy_in_spite_of_a_hold_but_not_after_taking_it_back() -> None:
    anna = Principal(PrincipalKind.RECEIPT, ANNA)
    assert isinstance(decide(facts(held=True), Outlet.RECEIPT, anna, NOW), Allowed)
    assert decide(facts(story_status="withdrawn"), Outlet.RECEIPT, anna, NOW) == Denied(Reason.WITHDRAWN)
    stranger = Principal(PrincipalKind.RECEIPT, BEN)
    assert isinstance(decide(facts(), Outlet.RECEIPT, stranger, NOW), Denied)


def test_somebody_must_hear_all_of_it_where_any_reader_could_get_the_voice() -> None:
    choices = {"hold_and_transcribe": "given", "research": "given"}
    assert not rules.may_release_voice([voice()], NOW)
    assert rules.may_release_voice([voice(choices=choices, facets={"research": {"form": "voice"}})], NOW)
    assert rules.may_release_voice([voice(choices={**YES, "public_voice": "given"})], NOW)
    later = {"public_voice": {"embargo_until": LATER.isoformat()}}
    assert rules.may_release_voice([voice(choices={**YES, "public_voice": "given"}, facets=later)], NOW)


def _form(known: Facts, reader: Principal = READERS["public"]) -> str:
    verdict = decide(known, Outlet.PARTNER, reader, NOW)
    assert isinstance(verdict, Allowed)
    return verdict.form


choices = st.sampled_from(["given", "refused", None])
instants = st.sampled_from([None, EARLIER, NOW, LATER])
PURPOSES = ("hold_and_transcribe", "public_words", "public_voice", "research", "share_partner:services")


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    answered = {key: draw(choices) for key in PURPOSES}
    facets = {
        key: {
            "form": draw(st.sampled_from(["words", "voice", None])),
            "place": draw(st.sampled_from(["none", "area", "exact", None])),
            "expires_at": (when := draw(instants)) and when.isoformat(),
            "embargo_until": (until := draw(instants)) and until.isoformat(),
            "audience": draw(st.sampled_from([None, ["Library"], ["nobody"]])),
        }
        for key in PURPOSES
    }
    return Voice(
        record_id=draw(st.uuids()),
        role=draw(st.sampled_from(["storyteller", "interviewer"])),
        choices={key: choice for key, choice in answered.items() if choice},
        facets=facets,
        embargo_until=draw(instants),
        hidden=draw(st.integers(0, 9)) == 0,
        withdrawn=draw(st.integers(0, 9)) == 0,
        form_stands=draw(st.integers(0, 9)) > 0,
        guardian_ok=draw(st.integers(0, 9)) > 0,
    )


@st.composite
def cases(draw: st.DrawFn) -> Facts:
    return Facts(
        story_status=draw(st.sampled_from(["approved", "in_review", "awaiting_sign_off", "declined", "withdrawn"])),
        edition=draw(st.sampled_from(["proof", "current", "current", "superseded", "retracted", None])),
        edition_epoch=1,
        epoch=draw(st.sampled_from([1, 1, 1, 2])),
        held=draw(st.integers(0, 5)) == 0,
        voices=tuple(draw(st.lists(voices(), max_size=3))),
        has_agreement=draw(st.integers(0, 5)) > 0,
        is_heard=draw(st.booleans()),
        sign_off_due=draw(st.booleans()),
        is_signed=draw(st.booleans()),
    )


def oracle(known: Facts, audience: str) -> str | None:
    """The form that may leave, told once more from consent.md in other words; None for no."""
    purpose = {"public": "public_words", "research": "research", "services": "share_partner:services"}[audience]

    def is_given(one: Voice, key: str) -> bool:
        ends = one.facets[key]["expires_at"]
        return one.choices.get(key) == "given" and (ends is None or ends > NOW.isoformat())

    def says_yes(one: Voice, key: str) -> bool:
        begins, named = one.facets[key]["embargo_until"], one.facets[key]["audience"]
        is_named = named is None or (named == ["Library"] and audience == "public")
        return is_given(one, key) and is_named and (begins is None or begins <= NOW.isoformat())

    stands = known.edition == "current" and known.story_status not in {"declined", "withdrawn"}
    fresh = known.edition == "proof" and known.story_status == "approved" and known.is_heard
    fresh = fresh and (known.is_signed or not known.sign_off_due)
    if not (stands or fresh) or known.epoch != 1 or known.held or not known.has_agreement or not known.voices:
        return None
    for one in known.voices:
        is_kept = is_given(one, "hold_and_transcribe") and one.form_stands and one.guardian_ok
        is_away = one.withdrawn or one.hidden or one.embargo_until == LATER
        if not is_kept or is_away or not says_yes(one, purpose):
            return None
    if audience == "public":
        may_hear = all(says_yes(one, "public_voice") for one in known.voices)
    else:
        may_hear = all(one.facets[purpose]["form"] == "voice" for one in known.voices)
    return "voice" if may_hear and known.is_heard else "words"


@given(cases(), st.sampled_from(["public", "research", "services"]))
def test_the_gate_agrees_with_an_independent_telling_of_the_rule(known: Facts, audience: str) -> None:
    verdict = decide(known, Outlet.PARTNER, READERS[audience], NOW)
    assert (verdict.form if isinstance(verdict, Allowed) else None) == oracle(known, audience)


@given(cases(), voices(), st.sampled_from(["public", "research", "services"]))
def test_one_more_voice_never_widens(known: Facts, another: Voice, audience: str) -> None:
    alone = decide(known, Outlet.PARTNER, READERS[audience], NOW)
    together = decide(replace(known, voices=(*known.voices, another)), Outlet.PARTNER, READERS[audience], NOW)
    if isinstance(together, Allowed) and known.voices:
        assert isinstance(alone, Allowed)
        assert (together.form, alone.form) != ("voice", "words")
        assert PLACES.index(together.place) <= PLACES.index(alone.place)


PLACES = ("none", "area", "exact")


@given(st.lists(voices(), max_size=3))
def test_a_consent_without_obstacle_shares_something(told: list[Voice]) -> None:
    obstacle = rules.consent_obstacle(told, NOW)
    assert (obstacle is None) <= bool(rules.shared_purposes(told))
