# SPDX-License-Identifier: Apache-2.0
"""The consent form as the desk shows it to a steward."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, wording
from app.consent.editing import etag
from app.consent.models import ConsentForm, ConsentRecord, ConsentTextReview, Purpose
from app.consent.schemas import (
    FormAnswer,
    FormCardAnswer,
    FormListed,
    FormQuestionAnswer,
    FormTermsAnswer,
    FormWordsAnswer,
    ReviewAnswer,
)
from app.consent.versions import FormVersion
from app.kit.errors import NotFound


def listed(session: Session, project_id: UUID) -> list[FormListed]:
    """The newest version first."""
    sought = select(ConsentForm.form_version_id).where(ConsentForm.project_id == project_id)
    ids = list(session.execute(sought.order_by(col(ConsentForm.version).desc())).scalars())
    versions, answered = queries.versions_of(session, ids), _answered(session, ids)
    current = queries.current_form(session, project_id).form_version_id
    return [_line(versions[one], current, answered.get(one, 0)) for one in ids]


def shown(session: Session, form_version_id: UUID) -> tuple[FormAnswer, str]:
    """All that a version says, and the ETag of it as it stands."""
    version = queries.versions_of(session, [form_version_id]).get(form_version_id)
    if version is None:
        raise NotFound
    current = queries.current_form(session, version.form.project_id).form_version_id
    before = queries.versions_of(session, [current])[current]
    answered = _answered(session, [form_version_id]).get(form_version_id, 0)
    reviews = _reviews(session, version)
    asked = [_question(purpose) for purpose in version.purposes]
    answer = FormAnswer(
        **_line(version, current, answered).model_dump(),
        source=wording.source_of(version.texts),
        terms=FormTermsAnswer(**{name: getattr(version.form, name) for name in FormTermsAnswer.model_fields}),
        purposes=asked,
        texts={tag: _words(version, before, tag, reviews) for tag in wording.in_order(version.texts)},
        more=[key for key in wording.KNOWN if key not in {one.key for one in asked}],
    )
    return answer, etag(version.form)


def _line(version: FormVersion, current: UUID, answered: int) -> FormListed:
    form = version.form
    return FormListed(
        form_version_id=form.form_version_id,
        version=form.version,
        status=form.status,
        is_current=form.form_version_id == current,
        is_whole=version.is_whole(),
        since=form.created_at,
        grace_until=form.grace_until,
        sha256=form.sha256,
        languages=[tag for tag in wording.in_order(version.texts) if not version.texts[tag].needs_translation],
        answered=answered,
    )


def _words(version: FormVersion, before: FormVersion, tag: str, reviews: Mapping[str, ReviewAnswer]) -> FormWordsAnswer:
    text = version.texts[tag]
    return FormWordsAnswer(
        cards=[FormCardAnswer(title=card.get("title", ""), text=card["text"]) for card in text.cards],
        questions={key: told["text"] for key, told in text.questions.items()},
        confidentiality_limits=version.form.confidentiality_limits.get(tag, ""),
        partner_note=version.form.partner_note.get(tag, ""),
        missing=wording.missing(version, tag),
        behind=wording.behind(version, before, tag),
        review=reviews.get(text.sha256),
    )


def _question(purpose: Purpose) -> FormQuestionAnswer:
    return FormQuestionAnswer(
        key=purpose.key,
        required=purpose.required,
        recipients=purpose.recipients,
        facets=purpose.facets,
        may_offer=list(wording.may_offer(purpose.key)),
        expires_after_days=purpose.expires_after_days,
    )


def _reviews(session: Session, version: FormVersion) -> dict[str, ReviewAnswer]:
    """By the hash of the text that somebody looked at."""
    hashes = [text.sha256 for text in version.texts.values()]
    told = select(ConsentTextReview).where(
        ConsentTextReview.project_id == version.form.project_id, col(ConsentTextReview.text_sha256).in_(hashes)
    )
    return {
        row.text_sha256: ReviewAnswer(reviewed_by=row.reviewed_by, reviewed_on=row.reviewed_on)
        for row in session.execute(told).scalars()
    }


def _answered(session: Session, form_version_ids: Collection[UUID]) -> dict[UUID, int]:
    """By so many voices."""
    told = select(ConsentRecord.form_version_id, func.count()).where(
        col(ConsentRecord.form_version_id).in_(form_version_ids)
    )
    return {row[0]: row[1] for row in session.execute(told.group_by(col(ConsentRecord.form_version_id)))}
