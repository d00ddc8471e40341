# SPDX-License-Identifier: Apache-2.0
"""A steward's work on the consent form. Only a draft is ever changed; publishing ends that for good, and older stories
keep the version that they were told on."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, wording
from app.consent.errors import FormIncomplete, FormInUse, FormNeeded
from app.consent.forms import ART9_CONDITION, LAWFUL_BASIS, QUESTIONS
from app.consent.lifecycle import FormAction, FormStatus, next_status
from app.consent.models import ConsentForm, ConsentFormText, ConsentTextReview, Purpose
from app.consent.rules import HOLD
from app.consent.schemas import FormIn, FormQuestion, FormWords
from app.consent.versions import FormVersion, hash_of_form, hash_of_text
from app.kit import audit, etags
from app.kit.db import serialise
from app.kit.errors import NotFound, Validation
from app.kit.ids import new_id
from app.projects.languages import written
from app.projects.queries import get_project

DPV: Final = {question.key: question.dpv_uri for question in QUESTIONS}


def etag(form: ConsentForm) -> str:
    return etags.make("form", form.form_version_id, form.status, form.sha256, form.grace_until)


def begin(session: Session, project_id: UUID, at: datetime, *, by: UUID) -> ConsentForm:
    """A draft that says what the version in use says, with room for each language of the project; the one that stands
    where there is one already."""
    _in_turn(session, project_id)
    standing = select(ConsentForm).where(ConsentForm.project_id == project_id, ConsentForm.status == FormStatus.DRAFT)
    before = session.execute(standing).scalar_one_or_none()
    if before is not None:
        return before
    current = queries.current_form(session, project_id)
    version = queries.versions_of(session, [current.form_version_id])[current.form_version_id]
    newest = select(func.max(ConsentForm.version)).where(ConsentForm.form_id == current.form_id)
    draft = ConsentForm(
        **current.model_dump(exclude={"form_version_id", "version", "status", "grace_until", "created_at"}),
        form_version_id=new_id(),
        version=session.execute(newest).scalar_one() + 1,
        status=FormStatus.DRAFT,
        created_at=at,
    )
    session.add(draft)
    session.flush()
    spoken = [*version.texts, *map(written, get_project(session, project_id).languages)]
    texts = [_copied(draft, version, language) for language in dict.fromkeys(spoken)]
    draft.confidentiality_limits = _only_written(draft.confidentiality_limits, version)
    draft.partner_note = _only_written(draft.partner_note, version)
    kept = {"purpose_id", "form_version_id"}
    asked = [
        Purpose(**one.model_dump(exclude=kept), purpose_id=new_id(), form_version_id=draft.form_version_id)
        for one in version.purposes
    ]
    session.add_all([*texts, *asked])
    _seal(FormVersion(draft, asked, {text.language: text for text in texts}))
    session.flush()
    _tell(session, draft, "FormBegun", by)
    return draft


def save(session: Session, form_version_id: UUID, wish: FormIn, if_match: str, *, by: UUID) -> ConsentForm:
    """The whole draft as it is to stand. Raises 409 `form-in-use` for any version that was published."""
    draft = _draft(session, form_version_id, if_match)
    before = queries.versions_of(session, [form_version_id])[form_version_id]
    _check(wish, before)
    for name, value in wish.terms.model_dump().items():
        setattr(draft, name, value)
    draft.confidentiality_limits = {tag: told.confidentiality_limits for tag, told in wish.texts.items()}
    draft.partner_note = {tag: told.partner_note for tag, told in wish.texts.items()}
    _clear(session, form_version_id)
    keys = [one.key for one in wish.purposes]
    texts = [_worded(draft, tag, told, keys) for tag, told in wish.texts.items()]
    lasting = {purpose.key: purpose for purpose in before.purposes}
    asked = [_asked(draft, place, one, lasting.get(one.key)) for place, one in enumerate(wish.purposes)]
    session.add_all([*texts, *asked])
    _seal(FormVersion(draft, asked, {text.language: text for text in texts}))
    session.flush()
    _tell(session, draft, "FormChanged", by)
    return draft


def drop(session: Session, form_version_id: UUID, if_match: str, *, by: UUID) -> None:
    """Only a draft goes; what people could answer stays for good."""
    draft = _draft(session, form_version_id, if_match)
    _tell(session, draft, "FormDropped", by)
    _clear(session, form_version_id)
    session.delete(draft)
    session.flush()


def publish(session: Session, form_version_id: UUID, if_match: str, at: datetime, *, by: UUID) -> ConsentForm:
    """Phones ask with it from now on. A language in which something is missing stays out. Raises 409 `form-incomplete`
    where something is missing for everybody."""
    draft = _draft(session, form_version_id, if_match)
    version = queries.versions_of(session, [form_version_id])[form_version_id]
    gaps = wording.unwritten(version)
    if gaps:
        raise FormIncomplete(errors=[{"pointer": pointer, "rule": "missing"} for pointer in gaps])
    whole = {language: text for language, text in version.texts.items() if not wording.missing(version, language)}
    for language in version.texts.keys() - whole.keys():
        session.delete(version.texts[language])
    draft.confidentiality_limits = {tag: said for tag, said in draft.confidentiality_limits.items() if tag in whole}
    draft.partner_note = {tag: said for tag, said in draft.partner_note.items() if tag in whole}
    draft.status = next_status(draft.status, FormAction.PUBLISH)
    draft.created_at = at
    _seal(FormVersion(draft, version.purposes, whole))
    session.flush()
    _tell(session, draft, "FormPublished", by)
    return draft


def retire(
    session: Session, form_version_id: UUID, grace_days: int, if_match: str, at: datetime, *, by: UUID
) -> ConsentForm:
    """What was told on this version is shared for so many days more, then no longer. There is no way back. Raises 409
    `form-needed` for the version that phones ask with."""
    form = _found(session, form_version_id, if_match)
    if form.status == FormStatus.DRAFT:
        raise NotFound
    if form.status == FormStatus.RETIRED:
        raise FormInUse
    if queries.current_form(session, form.project_id).form_version_id == form_version_id:
        raise FormNeeded
    form.status = next_status(form.status, FormAction.RETIRE)
    form.grace_until = at + timedelta(days=grace_days)
    session.flush()
    _tell(session, form, "FormRetired", by)
    return form


def say_reviewed(
    session: Session, form_version_id: UUID, language: str, reviewed_by: str, on: date, at: datetime, *, by: UUID
) -> None:
    """A community has looked at the form in its language. Said again, the newest word stands."""
    form, text = _text(session, form_version_id, language)
    _forget_review(session, text)
    session.add(
        ConsentTextReview(
            project_id=form.project_id,
            review_id=new_id(),
            text_sha256=text.sha256,
            reviewed_by=reviewed_by,
            reviewed_on=on,
            told_by=by,
            told_at=at,
        )
    )
    session.flush()
    _tell(session, form, "FormReviewed", by, language=language, text_sha256=text.sha256)


def take_back_review(session: Session, form_version_id: UUID, language: str, *, by: UUID) -> None:
    form, text = _text(session, form_version_id, language)
    _forget_review(session, text)
    _tell(session, form, "FormReviewTakenBack", by, language=language, text_sha256=text.sha256)


def _in_turn(session: Session, project_id: UUID) -> None:
    """One change of a project's forms at a time."""
    serialise(session, f"form:{project_id}")


def _found(session: Session, form_version_id: UUID, if_match: str | None = None) -> ConsentForm:
    sought = select(ConsentForm).where(ConsentForm.form_version_id == form_version_id)
    form = session.execute(sought).scalar_one_or_none()
    if form is None:
        raise NotFound
    _in_turn(session, form.project_id)
    again = sought.with_for_update().execution_options(populate_existing=True)
    form = session.execute(again).scalar_one_or_none()
    if form is None:
        raise NotFound
    if if_match is not None:
        etags.require(if_match, etag(form))
    return form


def _draft(session: Session, form_version_id: UUID, if_match: str) -> ConsentForm:
    form = _found(session, form_version_id, if_match)
    if form.status != FormStatus.DRAFT:
        raise FormInUse
    return form


def _text(session: Session, form_version_id: UUID, language: str) -> tuple[ConsentForm, ConsentFormText]:
    form = _found(session, form_version_id)
    text = queries.texts_of(session, form_version_id).get(language)
    if text is None:
        raise NotFound
    return form, text


def _forget_review(session: Session, text: ConsentFormText) -> None:
    in_project = col(ConsentTextReview.project_id) == text.project_id
    session.execute(delete(ConsentTextReview).where(in_project, col(ConsentTextReview.text_sha256) == text.sha256))


def _clear(session: Session, form_version_id: UUID) -> None:
    for table in (ConsentFormText, Purpose):
        session.execute(delete(table).where(col(table.form_version_id) == form_version_id))


def _copied(draft: ConsentForm, version: FormVersion, language: str) -> ConsentFormText:
    """As it stands; room for as many cards where nobody has translated it."""
    source = version.texts[wording.source_of(version.texts)]
    told = version.texts.get(language)
    cards = [{"title": "", "text": ""} for _ in source.cards]
    questions = {key: {"text": ""} for key in source.questions}
    if told is not None and not told.needs_translation:
        cards, questions = told.cards, told.questions
    return _new_text(draft, language, cards, questions)


def _only_written(said: dict[str, str], version: FormVersion) -> dict[str, str]:
    written_in = {language for language, text in version.texts.items() if not text.needs_translation}
    return {language: told for language, told in said.items() if language in written_in}


def _worded(draft: ConsentForm, language: str, told: FormWords, asked: Sequence[str]) -> ConsentFormText:
    cards = [{"title": card.title, "text": card.text} for card in told.cards]
    return _new_text(draft, language, cards, {key: {"text": told.questions.get(key, "")} for key in asked})


def _new_text(
    draft: ConsentForm, language: str, cards: list[dict[str, str]], questions: dict[str, dict[str, str]]
) -> ConsentFormText:
    return ConsentFormText(
        project_id=draft.project_id,
        text_id=new_id(),
        form_version_id=draft.form_version_id,
        language=language,
        cards=cards,
        questions=questions,
        sha256=hash_of_text(language, cards, questions),
    )


def _asked(draft: ConsentForm, place: int, told: FormQuestion, before: Purpose | None) -> Purpose:
    return Purpose(
        project_id=draft.project_id,
        purpose_id=new_id(),
        form_version_id=draft.form_version_id,
        position=place,
        key=told.key,
        required=told.key == HOLD,
        recipients=list(told.recipients),
        facets=list(told.facets),
        lawful_basis=before.lawful_basis if before else LAWFUL_BASIS,
        art9_condition=before.art9_condition if before else ART9_CONDITION,
        expires_after_days=told.expires_after_days,
        dpv_uri=before.dpv_uri if before else DPV.get(told.key, ""),
    )


def _seal(version: FormVersion) -> None:
    """The hash of what it says now; a language with gaps waits for its translation."""
    for language, text in version.texts.items():
        text.needs_translation = bool(wording.missing(version, language))
    version.form.sha256 = hash_of_form(version.form, version.purposes, version.texts.values())


def _check(wish: FormIn, before: FormVersion) -> None:
    """Raises 422 where the parts do not fit each other."""
    keys = [one.key for one in wish.purposes]
    cards = {len(told.cards) for told in wish.texts.values()}
    faults = [
        *([("/purposes", "first_is_keeping")] if keys[0] != HOLD else []),
        *([("/purposes", "twice")] if len(set(keys)) != len(keys) else []),
        *([("/texts", "cards_differ")] if len(cards) > 1 else []),
        *([("/texts", "source_missing")] if wording.source_of(before.texts) not in wish.texts else []),
        *_misfits(wish.purposes),
        *(("/texts", "unknown_purpose") for told in wish.texts.values() if not told.questions.keys() <= set(keys)),
    ]
    if faults:
        raise Validation(errors=[{"pointer": pointer, "rule": rule} for pointer, rule in faults])


def _misfits(purposes: Iterable[FormQuestion]) -> Iterable[tuple[str, str]]:
    for place, one in enumerate(purposes):
        if not wording.is_known(one.key):
            yield f"/purposes/{place}/key", "unknown_purpose"
        if not set(one.facets) <= set(wording.may_offer(one.key)):
            yield f"/purposes/{place}/facets", "facet_outside_purpose"


def _tell(session: Session, form: ConsentForm, action: str, by: UUID, **more: str) -> None:
    audit.record(
        session,
        project_id=form.project_id,
        actor=str(by),
        action=action,
        subject=form.form_version_id,
        details={"version": form.version, "sha256": form.sha256, **more},
    )
