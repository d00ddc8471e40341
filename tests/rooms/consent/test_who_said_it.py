# SPDX-License-Identifier: Apache-2.0
"""The receipt says whose word each answer is, also where somebody asked the desk to write it down."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.consent import queries, service
from app.consent.service import OnRecord
from app.kit import clock
from app.kit.db import reading, writing
from tests.makers.stories import TOLD_AT, declare_story

YES = {"hold_and_transcribe": "given", "project_team": "given", "share_partner:services": "given"}
SERVICES = "share_partner:services"
AT_THE_DESK = {"dpv:hasIndicationMethod": "asked-at-the-desk"}


def asked(by: str) -> OnRecord:
    return OnRecord(actor="sam", asked_by=by, reason="changed_mind")


def record_of(project_id: UUID, story_id: UUID) -> UUID:
    with reading(project_id) as session:
        return queries.records_of(session, story_id)[0].record_id


def child(project_id: UUID) -> UUID:
    guardian = {"relation": "mother", "choices": YES, "given_at": TOLD_AT}
    story = declare_story(project_id, choices=YES, capacity_basis="guardian", guardian=guardian)
    return record_of(project_id, story.story_id)


def said(project_id: UUID, record_id: UUID) -> dict[str, dict[str, Any]]:
    """The status of each answer on the newest receipt, without when."""
    with reading(project_id) as session:
        body = service.receipt_document(session, record_id)
    told = {one["dpv:hasPurpose"]: dict(one["dpv:hasConsentStatus"]) for one in body["dpv:hasRecordOfActivity"]}
    for status in told.values():
        del status["dpv:isIndicatedAtTime"]
    return told


@pytest.mark.parametrize(
    ("by", "who"),
    [
        ("speaker", "dpv:DataSubject"),
        ("next_of_kin", {"@type": "dpv:Entity", "dpv:hasRelationWithDataSubject": "next_of_kin"}),
        ("community_authority", {"@type": "dpv:Entity", "dpv:hasRelationWithDataSubject": "community_authority"}),
    ],
)
def test_an_answer_that_the_desk_wrote_down_names_who_asked(project_id: UUID, by: str, who: object) -> None:
    record_id = record_of(project_id, declare_story(project_id, choices=YES).story_id)
    with writing(project_id) as session:
        service.narrow(
            session, record_id, {SERVICES: "refused"}, {}, actor_kind="", at=clock.now(), on_record=asked(by)
        )
    told = said(project_id, record_id)
    assert told[SERVICES] == {"@type": "dpv:ConsentRefused", "dpv:isIndicatedBy": who, **AT_THE_DESK}
    assert told["project_team"] == {"@type": "dpv:ConsentGiven", "dpv:isIndicatedBy": "dpv:DataSubject"}


def test_a_guardian_who_asks_is_named_and_stays_named(project_id: UUID) -> None:
    record_id = child(project_id)
    guardians = {"@type": "dpv:ConsentRefused", "dpv:isIndicatedBy": "dpv:GuardianOfDataSubject", **AT_THE_DESK}
    with writing(project_id) as session:
        service.narrow(
            session, record_id, {SERVICES: "refused"}, {}, actor_kind="", at=clock.now(), on_record=asked("guardian")
        )
    assert said(project_id, record_id)[SERVICES] == guardians
    with writing(project_id) as session:
        service.narrow(
            session, record_id, {"project_team": "refused"}, {}, actor_kind="reporter_receipt", at=clock.now()
        )
    told = said(project_id, record_id)
    assert told[SERVICES] == guardians
    assert told["project_team"] == {"@type": "dpv:ConsentRefused", "dpv:isIndicatedBy": "dpv:DataSubject"}


def test_what_a_guardian_took_back_and_brought_back_is_their_word(project_id: UUID) -> None:
    record_id, at = child(project_id), clock.now()
    with writing(project_id) as session:
        service.withdraw(session, record_id, None, actor_kind="", at=at, on_record=asked("guardian"))
    told = said(project_id, record_id)
    assert {status["@type"] for status in told.values()} == {"dpv:ConsentWithdrawn"}
    assert {str(status["dpv:isIndicatedBy"]) for status in told.values()} == {"dpv:GuardianOfDataSubject"}
    with writing(project_id) as session:
        service.undo(session, record_id, at + timedelta(days=1), on_record=asked("guardian"))
    back = {"@type": "dpv:ConsentGiven", "dpv:isIndicatedBy": "dpv:GuardianOfDataSubject", **AT_THE_DESK}
    assert said(project_id, record_id)[SERVICES] == back
