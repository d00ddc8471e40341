# SPDX-License-Identifier: Apache-2.0
"""`/s/`: plain pages and forms that work without script. The receipt session travels in a hidden field, never in an
address or a cookie. A refusal is a page too, so each act has its own transaction here, committed before the page."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Final, Literal, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import ValidationError
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from app.consent import service as consent
from app.consent.service import ReceiptHolder
from app.kit import clock
from app.kit.db import insist, reading
from app.kit.errors import AuthInvalid, AuthRequired, DomainError, UnsupportedMediaType
from app.receipts import choices, page, queries, service, sound, widening, words
from app.receipts.access import unhurried
from app.receipts.choices import NoSuchDay
from app.receipts.page import LENGTHS, Reader
from app.receipts.schemas import MessageIn, QuoteAnswer, Shown, SignOffIn

router = APIRouter(prefix="/s", include_in_schema=False)
FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS: Final = 300
LARGEST_FIELD: Final = 32 * 1024
PROBLEMS: Final[Mapping[str, str]] = {
    "receipt-invalid": "receipt-problem-invalid",
    "rate-limited": "receipt-problem-wait",
    "second-step-required": "receipt-problem-second-step",
    "nothing-to-undo": "receipt-problem-undo",
    "proof-changed": "receipt-problem-proof",
    "transition-not-allowed": "receipt-problem-stands",
    "consent-withdrawn": "receipt-problem-stands",
    "consent-form-retired": "receipt-problem-form",
    "validation": "receipt-problem-words",
}
NO_SUCH_DAY: Final = "receipt-problem-day"
MEDIA_TYPES: Final = {"style.css": "text/css", "listen.js": "text/javascript"}


async def _form(request: Request) -> FormData:
    """The fields of one small form; files are none of it."""
    if not request.headers.get("content-type", "").startswith(FORMS):
        raise UnsupportedMediaType
    return await request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD)


Form = Annotated[FormData, Depends(_form)]


class Visit(NamedTuple):
    """One request to the page: what the form holds, who reads, and who they proved to be."""

    form: FormData
    reader: Reader
    holder: ReceiptHolder


Act = Callable[[Session, Visit], Response]


@router.get("/style.css")
def style() -> Response:
    return _static("style.css")


@router.get("/listen.js")
def listen() -> Response:
    return _static("listen.js")


@router.get("/")
def box(request: Request, lang: str = "") -> Response:
    return page.box(Reader(words.choose(lang, request.headers.get("accept-language", "")), clock.now()))


@router.get("/{act}")
def begin_again(act: Literal["narrow", "widen", "hide", "withdraw", "story"]) -> Response:
    """Somebody reloaded the address of an act: there is nothing to see without its form."""
    del act
    return RedirectResponse("/s/", status_code=303)


@router.post("/", dependencies=[Depends(unhurried)])
def open_story(form: Form, request: Request) -> Response:
    reader = _reader(form, request)
    if not _field(form, "code"):
        return _visit(form, request, _story)
    try:
        source = request.client.host if request.client else ""
        opened = consent.open_code(_field(form, "code"), source=source, at=reader.at)
    except DomainError as refusal:
        return page.box(reader, _sentence(refusal), status=refusal.status)
    inside = FormData([("session", opened.session_token), ("lang", reader.language)])
    return _visit(inside, request, _story)


@router.post("/second-step")
def second_step(form: Form, request: Request) -> Response:
    reader, wants_more = _reader(form, request), _field(form, "then") == "widen"
    try:
        holder = consent.receipt_session(reader.session, reader.at)
        consent.second_step(holder, _field(form, "pin"), reader.at)
    except (AuthInvalid, AuthRequired):
        shut = _widen_with if wants_more else _story_with
        return _visit(form, request, shut("receipt-problem-pin", status=401))
    return _visit(form, request, _widen if wants_more else _story_with(done="receipt-done-second-step"))


@router.post("/story")
def own_story(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        told = queries.own_story(session, visit.holder, at=visit.reader.at)
        return page.look(visit.reader, _shown(session, visit), queries.my_terms(session, visit.holder), told)

    return _visit(form, request, act)


@router.post("/sound")
def own_sound(form: Form, request: Request) -> Response:
    kind = sound.form_for(request.headers.get("accept", ""))
    which: sound.Which = "release" if _field(form, "rendition") == "release" else "original"

    def act(session: Session, visit: Visit) -> Response:
        return sound.answer(session, visit.holder, which, kind, at=visit.reader.at)

    return _visit(form, request, act)


@router.post("/narrow")
def narrow(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        mine = queries.my_terms(session, visit.holder)
        if not _is_sure(form):
            return page.narrow(visit.reader, _shown(session, visit), mine)
        try:
            wish = choices.wants_less(form, mine, visit.reader.at)
        except NoSuchDay:
            return page.narrow(visit.reader, _shown(session, visit), mine, NO_SUCH_DAY, status=422)
        service.narrow(session, _code_alone(visit.holder), *wish, at=visit.reader.at)
        return _done(session, visit, "receipt-done-narrowed")

    return _visit(form, request, act)


@router.post("/widen")
def widen(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        if not _is_sure(form):
            return _widen(session, visit)
        mine = queries.my_terms(session, visit.holder)
        if not widening.door(session, visit.holder, mine, visit.reader.language).is_open:
            return _widen_with(status=403)(session, visit)
        try:
            wish = choices.wants_more(form, mine, visit.reader.at)
        except NoSuchDay:
            return _widen_with(NO_SUCH_DAY, status=422)(session, visit)
        widening.allow(session, visit.holder, *wish, visit.reader.at)
        return _done(session, visit, "receipt-done-widened" if any(wish) else "receipt-done-unchanged")

    return _visit(form, request, act)


@router.post("/stop-contact")
def stop_contact(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        service.narrow(session, visit.holder, {"recontact": "refused"}, {}, at=visit.reader.at)
        return _done(session, visit, "receipt-done-contact")

    return _visit(form, request, act)


@router.post("/hide")
def hide(form: Form, request: Request) -> Response:
    length, day = _field(form, "length"), _field(form, "until")

    def act(session: Session, visit: Visit) -> Response:
        at = visit.reader.at
        if length not in {*LENGTHS, "day"}:
            return page.hide(visit.reader, _shown(session, visit), queries.my_terms(session, visit.holder))
        try:
            lasts = LENGTHS.get(length)
            until = choices.day_of(day, at) if length == "day" else at + lasts if lasts else None
        except NoSuchDay:
            mine = queries.my_terms(session, visit.holder)
            return page.hide(visit.reader, _shown(session, visit), mine, NO_SUCH_DAY, status=422)
        service.embargo(session, _code_alone(visit.holder), until, at=at)
        return _done(session, visit, "receipt-done-until" if until else "receipt-done-hidden")

    return _visit(form, request, act)


@router.post("/show")
def show(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        service.embargo(session, visit.holder, visit.reader.at, at=visit.reader.at)
        return _done(session, visit, "receipt-done-shown")

    return _visit(form, request, act)


@router.post("/withdraw")
def withdraw(form: Form, request: Request) -> Response:
    urgent = _field(form, "urgent") == "yes"

    def act(session: Session, visit: Visit) -> Response:
        if not _is_sure(form):
            return page.withdraw(visit.reader, _shown(session, visit), queries.my_terms(session, visit.holder))
        is_destroyed = service.withdraw(session, visit.holder, None, urgent=urgent, at=visit.reader.at)
        if is_destroyed:
            return page.box(visit.reader, done="receipt-done-destroyed")
        return _done(session, visit, "receipt-done-not-destroyed" if urgent else None)

    return _visit(form, request, act)


@router.post("/undo")
def undo(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        service.undo(session, visit.holder, at=visit.reader.at)
        return _done(session, visit, "receipt-done-undone")

    return _visit(form, request, act)


@router.post("/objection")
def objection(form: Form, request: Request) -> Response:
    objects = _field(form, "objects") == "yes"

    def act(session: Session, visit: Visit) -> Response:
        service.object_to_changes(session, visit.holder, objects, at=visit.reader.at)
        return _done(session, visit, "receipt-done-objected" if objects else "receipt-done-agreed")

    return _visit(form, request, act)


@router.post("/sign-off")
def sign_off(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        wish = SignOffIn.model_validate(
            {
                "proof_sha256": _field(form, "proof_sha256"),
                "decision": _field(form, "decision"),
                "note": _field(form, "note"),
                "quotes": [
                    QuoteAnswer.model_validate({"quote_id": UUID(name.removeprefix("quote-")), "decision": answer})
                    for name, answer in form.multi_items()
                    if name.startswith("quote-")
                ],
            }
        )
        service.sign_off(session, visit.holder, wish, at=visit.reader.at)
        return _done(session, visit, f"receipt-done-{wish.decision}")

    return _visit(form, request, act)


@router.post("/message")
def message(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        told = MessageIn.model_validate({"kind": _field(form, "kind"), "text": _field(form, "text")})
        service.leave_message(session, visit.holder, told, _field(form, "key")[:255], at=visit.reader.at)
        return _done(session, visit, f"receipt-done-{told.kind}")

    return _visit(form, request, act)


@router.post("/receipt")
def document(form: Form, request: Request) -> Response:
    def act(session: Session, visit: Visit) -> Response:
        signed = consent.receipt_document(session, visit.holder.record_id)
        if _field(form, "save") == "yes":
            headers = {"Content-Disposition": 'attachment; filename="consent-receipt.json"'}
            written = json.dumps(signed, ensure_ascii=False, indent=2)
            return Response(written, media_type="application/json", headers=headers)
        return page.document(visit.reader, signed, _shown(session, visit), queries.my_terms(session, visit.holder))

    return _visit(form, request, act)


def _visit(form: FormData, request: Request, act: Act) -> Response:
    """Carry out one act and commit it; whatever is refused leaves nothing behind and is told on the page."""
    reader = _reader(form, request)
    try:
        holder = consent.receipt_session(reader.session, reader.at)
    except (AuthInvalid, AuthRequired):
        return page.box(reader, "receipt-problem-session", status=401)
    visit = Visit(form, reader, holder)
    try:
        return insist(lambda session: act(session, visit), holder.project_id)
    except ValidationError:
        return _refused(visit, "receipt-problem-words", 422)
    except (AuthInvalid, AuthRequired):
        return page.box(reader, "receipt-problem-session", status=401)
    except DomainError as refusal:
        return _refused(visit, _sentence(refusal), refusal.status)


def _refused(visit: Visit, problem: str, status: int) -> Response:
    with reading(visit.holder.project_id) as session:
        return _story_with(problem, status=status)(session, visit)


def _story(session: Session, visit: Visit) -> Response:
    return _story_with()(session, visit)


def _story_with(problem: str | None = None, *, done: str | None = None, status: int = 200) -> Act:
    def act(session: Session, visit: Visit) -> Response:
        mine, shown = queries.my_terms(session, visit.holder), _shown(session, visit)
        return page.story(visit.reader, shown, mine, problem=problem, done=done, status=status)

    return act


def _shown(session: Session, visit: Visit) -> Shown:
    return queries.shown(session, visit.holder, visit.reader.session)


def _code_alone(holder: ReceiptHolder) -> ReceiptHolder:
    """Whoever asks for less gets less, or is told: never more by a slip of the hand."""
    return replace(holder, second_step=False)


def _widen(session: Session, visit: Visit) -> Response:
    return _widen_with()(session, visit)


def _widen_with(problem: str | None = None, *, status: int = 200) -> Act:
    def act(session: Session, visit: Visit) -> Response:
        mine = queries.my_terms(session, visit.holder)
        door = widening.door(session, visit.holder, mine, visit.reader.language)
        return page.widen(visit.reader, _shown(session, visit), mine, door, problem, status=status)

    return act


def _done(session: Session, visit: Visit, done: str | None) -> Response:
    session.flush()
    return _story_with(done=done)(session, visit)


def _reader(form: FormData, request: Request) -> Reader:
    language = words.choose(_field(form, "lang"), request.headers.get("accept-language", ""))
    return Reader(language, clock.now(), _field(form, "session"))


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _is_sure(form: FormData) -> bool:
    return _field(form, "sure") == "yes"


def _sentence(refusal: DomainError) -> str:
    return PROBLEMS.get(refusal.slug, "receipt-problem-other")


def _static(name: str) -> Response:
    content = (page.PAGES / name).read_bytes()
    return Response(content, media_type=MEDIA_TYPES[name], headers={"Cache-Control": "no-cache"})
