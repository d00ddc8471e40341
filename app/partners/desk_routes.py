# SPDX-License-Identifier: Apache-2.0
"""What partners answered, before its storyteller reads it: somebody looks at it first."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from app.kit import clock
from app.kit.db import Db
from app.kit.etags import IfMatch
from app.kit.shapes import Answer, Instant
from app.partners import queries, service
from app.partners.queries import AnswerToLookAt
from app.people.access import CurrentFacilitator

router = APIRouter(prefix="/api/desk/responses", tags=["desk"])
MOST = 100
State = Literal["new", "shown", "kept_back"]


class DeskAnswer(Answer):
    """`story_id`: None once the story is gone. `etag`: for the decision's If-Match."""

    response_id: UUID
    story_id: UUID | None
    partner: str
    kind: str
    text: str
    at: Instant
    shown_at: Instant | None
    kept_back_at: Instant | None
    etag: str


class DeskAnswers(Answer):
    """`more`: others wait behind these."""

    items: list[DeskAnswer]
    more: bool


@router.get("")
def responses(_facilitator: CurrentFacilitator, db: Db, state: Annotated[State, Query()] = "new") -> DeskAnswers:
    found = queries.answers_to_look_at(db, state, MOST + 1)
    return DeskAnswers(items=[_answer(one) for one in found[:MOST]], more=len(found) > MOST)


@router.post("/{response_id}/show", status_code=204)
def show_response(response_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db) -> None:
    """The storyteller reads it on their page from now on."""
    service.show_response(db, response_id, if_match=version, by=facilitator, at=clock.now())


@router.post("/{response_id}/keep-back", status_code=204)
def keep_back_response(response_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db) -> None:
    """409 `already-shown` once the storyteller may have read it."""
    service.keep_back_response(db, response_id, if_match=version, by=facilitator, at=clock.now())


def _answer(one: AnswerToLookAt) -> DeskAnswer:
    said = one.response
    return DeskAnswer(
        response_id=said.response_id,
        story_id=one.story_id,
        partner=one.partner,
        kind=said.kind,
        text=said.text,
        at=said.at,
        shown_at=said.shown_at,
        kept_back_at=said.kept_back_at,
        etag=queries.response_etag(said),
    )
