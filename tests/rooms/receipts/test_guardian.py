# SPDX-License-Identifier: Apache-2.0
"""Noor is twelve. Her mother said yes beside her, and comes to the desk; the code is Noor's, and the last word too."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.consent import objections
from app.consent import queries as consent
from app.consent import service as consent_service
from app.consent.errors import NothingToUndo
from app.consent.models import ChildObjection
from app.kit import audit, daybook
from app.kit.db import reading, writing
from app.people.access import Staff
from app.publishing import keeping
from app.publishing import queries as publishing
from app.stories import queries as stories
from tests.makers.stories import TOLD_AT
from tests.rooms.receipts.at_the_desk import Desk, sign_in
from tests.rooms.receipts.conftest import YES, Teller, tell

Decide = Callable[[Teller, str], None]
SERVICES = "share_partner:services"
MOTHER: dict[str, Any] = {"asked_by": "guardian", "reason": "changed_mind"}
GUARDIAN = {"relation": "mother", "choices": YES, "given_at": TOLD_AT}
DEEDS: list[tuple[str, dict[str, Any]]] = [
    ("narrow", {"choices": {SERVICES: "refused"}}),
    ("hide", {}),
    ("withdraw", {}),
    ("withdraw", {"purposes": [SERVICES]}),
]


@pytest.fixture
def sam(front_door: FastAPI, facilitator: Staff) -> Desk:
    return Desk(sign_in(front_door, facilitator.person_id))


@pytest.fixture
def noor(client: TestClient, project_id: UUID) -> Teller:
    noor = tell(client, project_id, capacity_basis="guardian", guardian=GUARDIAN)
    noor.opens()
    return noor


def happened(teller: Teller) -> list[str]:
    return [entry["what"] for entry in teller.opens()["history"]]


def choices(teller: Teller, project_id: UUID) -> dict[str, str]:
    with reading(project_id) as session:
        return dict(consent.terms_of(session, teller.story_id)[0].choices)


def status(teller: Teller, project_id: UUID) -> str:
    with reading(project_id) as session:
        return str(stories.get_story(session, teller.story_id).status)


def page(teller: Teller, act: str = "", **fields: str) -> str:
    told = teller.browser.post(f"/s/{act}", data={"session": teller.session, "lang": "en", **fields}).text
    return str(told)


class TestBringingItBack:
    def test_her_mother_brings_back_what_she_had_taken_back(self, noor: Teller, sam: Desk, project_id: UUID) -> None:
        before = choices(noor, project_id)
        sam.does(noor, "withdraw", **MOTHER)
        assert sam.sees(noor)[0]["guardian_may_undo"]
        shown = sam.does(noor, "undo", **MOTHER)["items"][0]
        assert (shown["withdrawn"], shown["guardian_may_undo"]) == (False, False)
        assert [deed["what"] for deed in shown["deeds"]] == ["undone", "withdrawn"]
        assert {(deed["asked_by"], deed["reason"], bool(deed["by"])) for deed in shown["deeds"]} == {
            ("guardian", "changed_mind", True)
        }
        assert choices(noor, project_id) == before
        assert "undone-for-guardian" in happened(noor)
        assert "We brought it back, because your guardian asked us to." in page(noor)

    def test_it_comes_back_to_the_desk_and_to_nobody_else(
        self, noor: Teller, sam: Desk, council: UUID, decide: Decide, project_id: UUID
    ) -> None:
        decide(noor, "approve")
        sam.does(noor, "withdraw", **MOTHER)
        sam.does(noor, "undo", **MOTHER)
        assert status(noor, project_id) == "in_review"
        with reading(project_id) as session:
            told = [one.type for one in publishing.changes(session, council, after=0, limit=20)]
        assert told == ["story.released", "story.withdrawn"]

    def test_it_stands_in_the_audit(self, noor: Teller, sam: Desk, facilitator: Staff, project_id: UUID) -> None:
        sam.does(noor, "withdraw", **MOTHER)
        sam.does(noor, "undo", **MOTHER)
        with reading(project_id) as session:
            (record,) = consent.records_of(session, noor.story_id)
            entries = audit.entries_about(session, record.record_id)
            (event, _) = reversed(consent.events_of(session, record.record_id)[1:])
        assert [(entry.action, entry.actor) for entry in entries][-1] == (
            "ConsentUndone",
            str(facilitator.person_id),
        )
        assert (event.type, event.actor_kind, event.actor, event.asked_by) == (
            "undone",
            "facilitator",
            str(facilitator.person_id),
            "guardian",
        )

    @pytest.mark.parametrize("asked_by", ["speaker", "next_of_kin", "community_authority", "facilitator"])
    def test_the_desk_does_it_for_nobody_else(self, noor: Teller, sam: Desk, asked_by: str, project_id: UUID) -> None:
        sam.does(noor, "withdraw", **MOTHER)
        sam.does(noor, "undo", 422, asked_by=asked_by, reason="none_given")
        assert status(noor, project_id) == "withdrawn"

    def test_where_no_guardian_stands_on_the_record_nobody_is_one(self, amina: Teller, sam: Desk) -> None:
        sam.does(amina, "withdraw", asked_by="speaker", reason="afraid")
        assert not sam.sees(amina)[0]["guardian_may_undo"]
        assert sam.does(amina, "undo", 422, **MOTHER)["errors"][0]["rule"] == "no_guardian"

    def test_not_once_its_days_are_over(self, noor: Teller, sam: Desk, project_id: UUID) -> None:
        sam.does(noor, "withdraw", **MOTHER)
        with reading(project_id) as session:
            (record,) = consent.records_of(session, noor.story_id)
            until = consent.undo_until(session, record.record_id)
        assert until is not None
        asked = consent_service.OnRecord(actor="sam", asked_by="guardian", reason="none_given")
        with pytest.raises(NothingToUndo), writing(project_id) as session:
            consent_service.undo(session, record.record_id, until, on_record=asked)
        with reading(project_id) as session:
            assert not objections.guardian_may_undo(session, record.record_id, until)
            assert objections.guardian_may_undo(session, record.record_id, until - timedelta(seconds=1))

    def test_without_anything_taken_back_there_is_nothing(self, noor: Teller, sam: Desk) -> None:
        assert sam.does(noor, "undo", 409, **MOTHER)["code"] == "nothing-to-undo"

    def test_what_noor_took_back_herself_her_mother_cannot_bring_back(
        self, noor: Teller, sam: Desk, project_id: UUID
    ) -> None:
        noor.asks("withdraw")
        assert not sam.sees(noor)[0]["guardian_may_undo"]
        assert sam.does(noor, "undo", 403, **MOTHER)["code"] == "child-objects"
        assert status(noor, project_id) == "withdrawn"
        noor.asks("undo")
        assert status(noor, project_id) == "in_review"

    def test_nor_what_noor_asked_the_desk_to_take_back(self, noor: Teller, sam: Desk) -> None:
        sam.does(noor, "withdraw", asked_by="speaker", reason="afraid")
        assert sam.does(noor, "undo", 403, **MOTHER)["code"] == "child-objects"

    def test_noors_code_brings_back_what_her_mother_took_back(self, noor: Teller, sam: Desk, project_id: UUID) -> None:
        sam.does(noor, "withdraw", **MOTHER)
        noor.opens()
        noor.asks("undo")
        assert status(noor, project_id) == "in_review"


class TestObjecting:
    @pytest.mark.parametrize(("act", "wish"), DEEDS)
    def test_while_noor_objects_her_mother_changes_nothing(
        self, noor: Teller, sam: Desk, project_id: UUID, act: str, wish: dict[str, Any]
    ) -> None:
        before = choices(noor, project_id)
        assert noor.asks("objection", objects=True)["guardian"] == {"objects": True}
        refusal = sam.does(noor, act, 403, **wish, **MOTHER)
        assert refusal["code"] == "child-objects"
        assert "does not want" in refusal["title"]
        assert choices(noor, project_id) == before
        (voice,) = sam.sees(noor)
        assert (voice["objects"], voice["hidden"], voice["withdrawn"], voice["deeds"]) == (True, False, False, [])

    @pytest.mark.parametrize(("act", "wish"), DEEDS)
    def test_once_she_lifts_it_her_mother_can_ask_again(
        self, noor: Teller, sam: Desk, act: str, wish: dict[str, Any]
    ) -> None:
        noor.asks("objection", objects=True)
        assert noor.asks("objection", objects=False)["guardian"] == {"objects": False}
        sam.does(noor, act, **wish, **MOTHER)
        assert [entry for entry in happened(noor) if entry in {"objected", "agreed"}] == ["objected", "agreed"]

    def test_a_child_who_answered_alone_may_object_to_a_guardian_on_the_record(
        self, client: TestClient, project_id: UUID, sam: Desk
    ) -> None:
        competent = tell(client, project_id, capacity_basis="child_competent", guardian=GUARDIAN)
        competent.opens()
        competent.asks("objection", objects=True)
        sam.does(competent, "withdraw", 403, **MOTHER)
        competent.asks("objection", objects=False)
        sam.does(competent, "withdraw", **MOTHER)

    def test_her_mother_does_not_bring_it_back_against_her_word(self, noor: Teller, sam: Desk) -> None:
        sam.does(noor, "withdraw", **MOTHER)
        noor.opens()
        noor.asks("objection", objects=True)
        assert not sam.sees(noor)[0]["guardian_may_undo"]
        assert sam.does(noor, "undo", 403, **MOTHER)["code"] == "child-objects"

    def test_what_noor_does_and_asks_for_herself_always_works(self, noor: Teller, sam: Desk, project_id: UUID) -> None:
        noor.asks("objection", objects=True)
        noor.asks("narrow", choices={"recontact": "refused"})
        sam.does(noor, "narrow", choices={SERVICES: "refused"}, asked_by="speaker", reason="changed_mind")
        sam.does(noor, "withdraw", asked_by="speaker", reason="afraid")
        assert status(noor, project_id) == "withdrawn"
        noor.opens()
        assert noor.asks("undo")["guardian"] == {"objects": True}

    def test_a_hold_that_keeps_her_safe_is_set_all_the_same(
        self, noor: Teller, council: UUID, decide: Decide, project_id: UUID
    ) -> None:
        decide(noor, "approve")
        noor.opens()
        noor.asks("objection", objects=True)
        noor.asks("message", headers={"Idempotency-Key": "1"}, kind="harm", text="Somebody is after me.")
        with reading(project_id) as session:
            told = [one.type for one in publishing.changes(session, council, after=0, limit=20)]
        assert told == ["story.released", "story.withdrawn"]

    def test_saying_it_twice_says_nothing_new(self, noor: Teller, project_id: UUID) -> None:
        for objects in (True, True, False, False, True):
            noor.asks("objection", objects=objects)
        with reading(project_id) as session:
            (record,) = consent.records_of(session, noor.story_id)
            told = [
                (row.seq, row.objects)
                for row in session.query(ChildObjection).order_by("seq")
                if row.record_id == record.record_id
            ]
            actions = [entry.action for entry in audit.entries_about(session, record.record_id)]
        assert told == [(1, True), (2, False), (3, True)]
        assert actions[-3:] == [objections.OBJECTED, objections.LIFTED, objections.OBJECTED]

    def test_her_word_is_kept_outside_the_database_too(self, noor: Teller, monkeypatch: pytest.MonkeyPatch) -> None:
        def kept() -> list[bool]:
            return [line["objects"] for line in daybook.read(daybook.home()) if line["what"] == objections.SAID]

        def fail(_lines: object) -> None:
            raise OSError("the disk is full")

        noor.asks("objection", objects=True)
        assert kept() == [True]
        with monkeypatch.context() as full:
            full.setattr(daybook, "keep", fail)
            noor.asks("objection", objects=False)
        assert kept() == [True]
        assert keeping.mend() == 1
        assert kept() == [True, False]

    def test_on_her_page_without_script(self, noor: Teller, sam: Desk) -> None:
        assert "Do not change it for me" in page(noor)
        after = page(noor, "objection", objects="yes")
        assert "We wrote it down. Your guardian cannot have it changed; you still can, at any time." in after
        assert "Your guardian cannot have it changed or taken back." in after
        assert "You told us that your guardian may not have this changed." in after
        sam.does(noor, "hide", 403, **MOTHER)
        assert "My guardian may ask again" in page(noor)
        assert "We wrote it down. Your guardian may ask us again." in page(noor, "objection", objects="no")
        sam.does(noor, "hide", **MOTHER)

    @pytest.mark.parametrize("basis", ["adult", "supported", "child_competent"])
    def test_where_no_guardian_said_yes_there_is_nobody_to_object_to(
        self, client: TestClient, project_id: UUID, basis: str
    ) -> None:
        teller = tell(client, project_id, capacity_basis=basis)
        assert "guardian" not in teller.opens()
        assert teller.asks("objection", 422, objects=True)["errors"] == [{"pointer": "/objects", "rule": "no_guardian"}]
        assert "Your guardian" not in page(teller)

    def test_it_goes_with_the_story(self, noor: Teller, project_id: UUID) -> None:
        noor.asks("objection", objects=True)
        with writing(project_id) as session:
            consent_service.erase(session, noor.story_id)
        with reading(project_id) as session:
            assert session.query(ChildObjection).count() == 0


def test_the_paper_says_that_her_mother_asked(noor: Teller, sam: Desk) -> None:
    sam.does(noor, "narrow", choices={SERVICES: "refused"}, **MOTHER)
    noor.opens()
    assert page(noor, "receipt").count("at our desk, because your guardian asked us.") == 1
