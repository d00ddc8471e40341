# SPDX-License-Identifier: Apache-2.0
"""The storyteller's door: the API, and the page beside it."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, Response
from sqlalchemy.orm import Session

from app.consent import service as consent
from app.consent.service import ReceiptHolder
from app.kit import clock
from app.kit.db import AuditedDb, Db, insist, reading
from app.kit.errors import PreconditionRequired, Validation
from app.people.access import bearer
from app.receipts import page_routes, queries, service, sound, widening
from app.receipts.access import CurrentReceipt, unhurried
from app.receipts.schemas import (
    CodeIn,
    EmbargoIn,
    MessageIn,
    NarrowIn,
    ObjectionIn,
    OwnStory,
    PinIn,
    Shown,
    SignOffIn,
    UndoIn,
    WithdrawIn,
)
from app.settings import settings

KEY_LONGEST = 255
PROFILES = Path(__file__).parent / "profiles"
api = APIRouter(prefix="/api/receipts", tags=["receipts"])
IdempotencyKey = Annotated[str | None, Header()]


@api.post("/open", response_model_exclude_none=True, dependencies=[Depends(unhurried)])
def open_receipt(wish: CodeIn, request: Request) -> Shown:
    """What the code alone opens; 404 for every other code, in the same time."""
    at = clock.now()
    opened = consent.open_code(wish.code, source=source_of(request), at=at)
    holder = consent.receipt_session(opened.session_token, at)
    with reading(holder.project_id) as session:
        return queries.shown(session, holder, opened.session_token)


@api.post("/narrow", response_model_exclude_none=True)
def narrow(wish: NarrowIn, holder: CurrentReceipt, request: Request) -> Shown:
    return _carried_out(
        holder, request, lambda session, at: widening.allow(session, holder, wish.choices, wish.facets, at)
    )


@api.post("/withdraw", response_model_exclude_none=True)
def withdraw(wish: WithdrawIn, holder: CurrentReceipt, request: Request) -> Shown:
    """Everything, or these purposes. `urgent` destroys at once where every storyteller in it asks for that; until then
    the story is only hidden, and `undo_until` says how long this voice may still come back."""
    return _carried_out(
        holder,
        request,
        lambda session, at: service.withdraw(session, holder, wish.purposes, urgent=wish.urgent, at=at),
    )


@api.post("/undo", response_model_exclude_none=True)
def undo(holder: CurrentReceipt, request: Request, _wish: UndoIn | None = None) -> Shown:
    return _carried_out(holder, request, lambda session, at: service.undo(session, holder, at=at))


@api.post("/objection", response_model_exclude_none=True)
def objection(wish: ObjectionIn, holder: CurrentReceipt, request: Request) -> Shown:
    """A child's own word, by the code alone: while it stands, their guardian cannot have it changed or taken back."""
    return _carried_out(
        holder,
        request,
        lambda session, at: service.object_to_changes(session, holder, wish.objects, at=at),
    )


@api.post("/embargo", response_model_exclude_none=True)
def embargo(wish: EmbargoIn, holder: CurrentReceipt, request: Request) -> Shown:
    return _carried_out(holder, request, lambda session, at: service.embargo(session, holder, wish.until, at=at))


@api.post("/sign-off", response_model_exclude_none=True)
def sign_off(wish: SignOffIn, holder: CurrentReceipt, request: Request) -> Shown:
    return _carried_out(holder, request, lambda session, at: service.sign_off(session, holder, wish, at=at))


@api.post("/message", response_model_exclude_none=True)
def message(wish: MessageIn, holder: CurrentReceipt, request: Request, idempotency_key: IdempotencyKey = None) -> Shown:
    if not idempotency_key:
        raise PreconditionRequired
    if len(idempotency_key) > KEY_LONGEST:
        raise Validation(errors=[{"pointer": "/idempotency-key", "rule": "too_long"}])
    return _carried_out(
        holder, request, lambda session, at: service.leave_message(session, holder, wish, idempotency_key, at=at)
    )


@api.post("/second-step", response_model_exclude_none=True)
def second_step(wish: PinIn, holder: CurrentReceipt, request: Request, db: Db) -> Shown:
    opened = consent.second_step(holder, wish.pin, clock.now())
    return _now(db, opened, request)


@api.get("/story", response_model_exclude_none=True)
def story(holder: CurrentReceipt, db: AuditedDb) -> OwnStory:
    return queries.own_story(db, holder, at=clock.now())


@api.get("/audio")
def audio(rendition: sound.Which, holder: CurrentReceipt, request: Request, db: AuditedDb) -> Response:
    return sound.answer(
        db,
        holder,
        rendition,
        sound.form_for(request.headers.get("accept", "")),
        range_header=request.headers.get("range"),
        if_range=request.headers.get("if-range"),
        at=clock.now(),
    )


@api.get("/consent")
def document(holder: CurrentReceipt, db: Db) -> dict[str, Any]:
    """The newest signed consent receipt."""
    return consent.receipt_document(db, holder.record_id)


def source_of(request: Request) -> str:
    return request.client.host if request.client else ""


def _carried_out(holder: ReceiptHolder, request: Request, act: Callable[[Session, datetime], object]) -> Shown:
    """One act in a transaction of its own, committed before the answer, and how things stand after it."""

    def run(session: Session) -> Shown:
        act(session, clock.now())
        session.flush()
        return _now(session, holder, request)

    return insist(run, holder.project_id)


def _now(session: Session, holder: ReceiptHolder, request: Request) -> Shown:
    return queries.shown(session, holder, bearer(request))


profiles = APIRouter(prefix="/schemas", include_in_schema=False)


@profiles.get("/receipt-summary-1")
def receipt_profile() -> Response:
    """The profile that every signed receipt names in `dct:conformsTo`."""
    told = json.loads((PROFILES / "receipt-summary-1.json").read_text(encoding="utf-8"))
    named = {"$id": f"{settings().public_url.rstrip('/')}/schemas/receipt-summary-1", **told}
    headers = {"Cache-Control": "public, max-age=86400", "Access-Control-Allow-Origin": "*"}
    return Response(json.dumps(named, ensure_ascii=False), media_type="application/schema+json", headers=headers)


router = APIRouter()
router.include_router(api)
router.include_router(profiles)
router.include_router(page_routes.router)
