# SPDX-License-Identifier: Apache-2.0
"""Somebody phones, or comes by without their phone: the desk makes less of it for them, on the record."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.consent import chain
from app.consent import queries as consent
from app.curation import service as curation
from app.kit import audit, clock
from app.kit.audit import AuditDetail
from app.kit.db import reading, writing
from app.people import service as people
from app.people.access import Staff
from app.publishing import queries as publishing
from app.stories import queries as stories
from tests.makers.stories import TOLD_AT
from tests.rooms.receipts.at_the_desk import Desk, sign_in
from tests.rooms.receipts.conftest import PIN, YES, Teller, tell

Decide = Callable[[Teller, str], None]
SPOKEN: dict[str, Any] = {"asked_by": "speaker", "reason": "changed_mind"}
GUARDIAN = {"relation": "mother", "choices": YES, "given_at": TOLD_AT}


@pytest.fixture
def sam(front_door: FastAPI, facilitator: Staff) -> Desk:
    """Sam's browser."""
    return Desk(sign_in(front_door, facilitator.person_id))


def colleague(front_door: FastAPI, project_id: UUID, role: str, name: str = "Gus") -> tuple[UUID, Desk]:
    with writing(project_id) as session:
        address = f"{name.lower()}@river.test"
        person_id = people.add_person(session, project_id, address, role, name=name, at=clock.now()).person_id
    return person_id, Desk(sign_in(front_door, person_id))


def told_to(council: UUID, project_id: UUID) -> list[str]:
    with reading(project_id) as session:
        return [one.type for one in publishing.changes(session, council, after=0, limit=20)]


def choices(teller: Teller, project_id: UUID, place: int = 0) -> dict[str, str]:
    with reading(project_id) as session:
        return dict(consent.terms_of(session, teller.story_id)[place].choices)


def happened(shown: dict[str, Any]) -> list[str]:
    return [entry["what"] for entry in shown["history"]]


def test_amina_phones_and_the_services_lose_it_at_once(
    amina: Teller, sam: Desk, council: UUID, decide: Decide, project_id: UUID
) -> None:
    decide(amina, "approve")
    assert told_to(council, project_id) == ["story.released"]
    sam.does(amina, "narrow", choices={"share_partner:services": "refused"}, **SPOKEN)
    assert choices(amina, project_id)["share_partner:services"] == "refused"
    assert told_to(council, project_id) == ["story.released", "story.withdrawn"]


def test_her_page_says_that_it_was_done_because_she_asked(amina: Teller, sam: Desk) -> None:
    sam.does(amina, "narrow", choices={"recontact": "refused"}, **SPOKEN)
    shown = amina.opens()
    assert happened(shown)[-1] == "narrowed-for-speaker"
    assert "choices" not in happened(shown)
    page = amina.browser.post("/s/", data={"session": amina.session, "lang": "en"}).text
    assert "We made less of it for you, because you asked us to." in page


def test_who_asked_who_did_it_and_why_stand_in_the_chain(
    amina: Teller, sam: Desk, facilitator: Staff, project_id: UUID
) -> None:
    sam.does(amina, "narrow", choices={"recontact": "refused"}, asked_by="next_of_kin", reason="died")
    with reading(project_id) as session:
        record = consent.records_of(session, amina.story_id)[0]
        last = consent.events_of(session, record.record_id)[-1]
        assert (last.actor_kind, last.actor) == ("facilitator", str(facilitator.person_id))
        assert (last.asked_by, last.reason_code) == ("next_of_kin", "died")
        assert last.hash == chain.hash_of(last)
        last.asked_by = "speaker"
        assert last.hash != chain.hash_of(last)
        session.expire(last)
        entry = audit.entries_about(session, record.record_id)[-1]
        assert (entry.action, entry.actor) == ("ConsentNarrowed", str(facilitator.person_id))
        detail = session.get(AuditDetail, entry.entry_id)
        assert detail is not None
        assert detail.details == {"asked_by": "next_of_kin", "reason": "died"}
        assert audit.is_unbroken(session, project_id)


def test_the_desk_sees_what_was_done_and_by_whom(amina: Teller, sam: Desk) -> None:
    sam.does(amina, "narrow", choices={"recontact": "refused"}, **SPOKEN)
    deed = sam.sees(amina)[0]["deeds"][0]
    assert (deed["what"], deed["by"]) == ("narrowed", "Sam")
    assert (deed["asked_by"], deed["reason"]) == ("speaker", "changed_mind")


def test_who_looked_at_the_people_in_it_is_written_down_once_in_half_an_hour(
    amina: Teller, sam: Desk, facilitator: Staff, project_id: UUID
) -> None:
    for _ in range(3):
        sam.sees(amina)
    with reading(project_id) as session:
        looked = [one.actor for one in audit.entries_about(session, amina.story_id) if one.action == "saw_voices"]
    assert looked == [str(facilitator.person_id)]


@pytest.mark.parametrize(
    "more",
    [
        {"choices": {"research": "given"}},
        {"choices": {"recontact": "refused", "public_words": "given"}},
        {"facets": {"share_partner:services": {"form": "voice"}}},
        {"facets": {"share_partner:services": {"place": "exact"}}},
        {"facets": {"share_partner:services": {"name": "real", "credit": "Amina"}}},
    ],
    ids=["a purpose", "one less and one more", "the voice", "the place", "the name"],
)
def test_the_desk_never_allows_more_whoever_asks(
    amina: Teller, sam: Desk, project_id: UUID, more: dict[str, Any]
) -> None:
    before = choices(amina, project_id)
    refusal = sam.does(amina, "narrow", 403, **more, **SPOKEN)
    assert refusal["code"] == "only-less"
    assert choices(amina, project_id) == before
    assert happened(amina.opens()).count("narrowed-for-speaker") == 0


def test_an_open_window_lets_the_storyteller_allow_more_but_never_the_desk(amina: Teller, sam: Desk) -> None:
    sam.opens_window(amina)
    sam.does(amina, "narrow", 403, choices={"research": "given"}, **SPOKEN)


def test_nobody_becomes_a_guardian_by_asking(amina: Teller, sam: Desk) -> None:
    for act in ("narrow", "withdraw", "hide"):
        refusal = sam.does(amina, act, 422, asked_by="guardian", reason="afraid")
        assert refusal["errors"] == [{"pointer": "/asked_by", "rule": "no_guardian"}]


def test_the_mother_on_the_record_takes_it_back_through_the_desk(
    client: TestClient, project_id: UUID, facilitator: Staff, sam: Desk
) -> None:
    child = tell(client, project_id, capacity_basis="guardian", guardian=GUARDIAN)
    assert sam.sees(child)[0]["has_guardian"]
    sam.does(child, "withdraw", asked_by="guardian", reason="afraid")
    shown = child.opens()
    assert shown["story"]["status"] == "withdrawn"
    assert "withdrawn-for-guardian" in happened(shown)


@pytest.mark.parametrize("asked_by", ["next_of_kin", "community_authority"])
def test_kin_and_community_make_less_of_it_but_destroy_nothing(amina: Teller, sam: Desk, asked_by: str) -> None:
    sam.does(amina, "withdraw", 422, asked_by=asked_by, reason="died")
    sam.does(amina, "hide", asked_by=asked_by, reason="died")
    assert happened(amina.opens())[-1] == f"hidden-for-{asked_by.replace('_', '-')}"


def test_taking_it_back_at_the_desk_stops_everything(
    amina: Teller, sam: Desk, council: UUID, decide: Decide, project_id: UUID
) -> None:
    decide(amina, "approve")
    sam.does(amina, "withdraw", **SPOKEN)
    assert told_to(council, project_id) == ["story.released", "story.withdrawn"]
    with reading(project_id) as session:
        assert stories.get_story(session, amina.story_id).status == "withdrawn"
    shown = amina.opens()
    assert shown["story"]["undo_until"]
    assert happened(shown).count("withdrawn") == 1
    assert "withdrawn-for-speaker" in happened(shown)


def test_only_her_code_brings_it_back(amina: Teller, sam: Desk) -> None:
    sam.does(amina, "withdraw", **SPOKEN)
    refusal = sam.does(amina, "narrow", 409, choices={"recontact": "given"}, **SPOKEN)
    assert refusal["code"] == "consent-withdrawn"
    assert sam.tries(amina, "undo", **SPOKEN) == 422
    amina.opens()
    assert amina.asks("undo")["story"]["status"] in {"received", "in_review"}


def test_taking_back_one_use_leaves_the_rest(amina: Teller, sam: Desk, project_id: UUID) -> None:
    sam.does(amina, "withdraw", purposes=["recontact"], **SPOKEN)
    now = choices(amina, project_id)
    assert (now["recontact"], now["share_partner:services"]) == ("refused", "given")


def test_of_two_only_the_one_who_asked_goes(client: TestClient, project_id: UUID, sam: Desk) -> None:
    amina = tell(client, project_id, others=[{"choices": YES}])
    ben = amina.others[0]
    amina.opens()
    mine = sam.place_of(amina, project_id)
    sam.does(amina, "withdraw", place=mine, **SPOKEN)
    shown, other = amina.opens(), ben.opens()
    assert (shown["consent"]["withdrawn"], other["consent"]["withdrawn"]) == (True, False)
    assert "withdrawn-for-speaker" in happened(shown)
    assert "withdrawn-for-speaker" not in happened(other)
    assert other["story"]["is_shut"]


def test_a_lost_code_hides_it_at_once_and_destroys_nothing(
    amina: Teller, sam: Desk, council: UUID, decide: Decide, project_id: UUID
) -> None:
    decide(amina, "approve")
    sam.does(amina, "hide", asked_by="speaker", reason="lost_code")
    assert told_to(council, project_id) == ["story.released", "story.withdrawn"]
    shown = amina.opens()
    assert shown["consent"]["hidden"]
    assert "undo_until" not in shown["story"]
    amina.asks("embargo", status=403, until="2027-01-01T00:00:00Z")
    amina.asks("second-step", pin=PIN)
    assert not amina.asks("embargo", until="2027-01-01T00:00:00Z")["consent"]["hidden"]


def test_hiding_twice_is_one_deed(amina: Teller, sam: Desk) -> None:
    for _ in range(2):
        sam.does(amina, "hide", asked_by="speaker", reason="lost_code")
    assert len(sam.sees(amina)[0]["deeds"]) == 1


def test_a_colleague_who_holds_the_story_is_not_in_the_way(
    amina: Teller, sam: Desk, front_door: FastAPI, project_id: UUID
) -> None:
    person_id, _ = colleague(front_door, project_id, "facilitator")
    gus = Staff(person_id, "Gus", "", frozenset({project_id}), frozenset({"facilitator"}), {})
    with writing(project_id) as session:
        curation.claim(session, amina.story_id, by=gus, at=clock.now())
    sam.does(amina, "hide", asked_by="speaker", reason="afraid")


def test_the_desk_acts_also_where_it_may_not_read_and_names_nobody(
    client: TestClient, project_id: UUID, facilitator: Staff, sam: Desk
) -> None:
    shut = tell(client, project_id, choices={**YES, "project_team": "refused"})
    voice = sam.sees(shut)[0]
    assert (voice["display_name"], voice["role"], voice["place"]) == ("", "storyteller", 1)
    sam.does(shut, "withdraw", **SPOKEN)
    assert shut.opens()["story"]["status"] == "withdrawn"


def test_a_voice_of_another_story_is_not_found(client: TestClient, amina: Teller, project_id: UUID, sam: Desk) -> None:
    other = tell(client, project_id)
    stranger = sam.voice(other)
    assert sam.tries(amina, "withdraw", participant_id=stranger, **SPOKEN) == 404
    assert other.opens()["story"]["status"] != "withdrawn"


def test_a_write_without_its_version_or_with_an_old_one_changes_nothing(amina: Teller, sam: Desk) -> None:
    voice = sam.voice(amina)
    assert sam.tries(amina, "hide", etag=None, participant_id=voice, asked_by="speaker", reason="afraid") == 428
    assert sam.tries(amina, "hide", etag='"old"', participant_id=voice, asked_by="speaker", reason="afraid") == 412
    assert not amina.opens()["consent"]["hidden"]


@pytest.mark.parametrize("act", ["narrow", "withdraw", "hide", "window"])
def test_only_facilitators_of_the_project_act(
    amina: Teller, sam: Desk, front_door: FastAPI, project_id: UUID, act: str
) -> None:
    _, steward = colleague(front_door, project_id, "steward", "Ada")
    wish: dict[str, Any] = {"in_person": True} if act == "window" else SPOKEN
    assert steward.tries(amina, act, participant_id=sam.voice(amina), **wish) == 403
    nobody = Desk(TestClient(front_door, base_url=str(sam.browser.base_url), headers=dict(sam.browser.headers)))
    assert nobody.tries(amina, act, participant_id=sam.voice(amina), **wish) == 401


def test_words_instead_of_a_reason_are_refused(amina: Teller, sam: Desk) -> None:
    assert sam.tries(amina, "hide", asked_by="speaker", reason="she is afraid of her brother") == 422
    assert sam.tries(amina, "hide", asked_by="facilitator", reason="afraid") == 422
    assert sam.tries(amina, "hide", asked_by="speaker") == 422
