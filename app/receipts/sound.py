# SPDX-License-Identifier: Apache-2.0
"""The storyteller's own sound: as they said it, or as it would leave. Asked again while it runs."""

from datetime import datetime
from typing import Literal

from fastapi import Response
from sqlalchemy.orm import Session

from app.consent.errors import SecondStepRequired
from app.consent.service import ReceiptHolder
from app.kit import audit, clock, etags, ranges
from app.kit.db import reading
from app.kit.errors import NotFound
from app.publishing import queries as publishing
from app.receipts.queries import find_shared, own_words

Which = Literal["original", "release"]
Form = Literal["opus", "aac"]


def answer(
    session: Session,
    holder: ReceiptHolder,
    which: Which,
    form: Form,
    *,
    at: datetime,
    range_header: str | None = None,
    if_range: str | None = None,
) -> Response:
    """Raises 403 `second-step-required` for the code alone, 404 while there is no such sound."""
    if not holder.second_step:
        raise SecondStepRequired
    key, total, media_type = _find(session, holder, which, form, at=at)
    audit.record(
        session,
        project_id=holder.project_id,
        actor=f"receipt:{holder.record_id}",
        action="heard_own_story",
        subject=holder.story_id,
        details={"rendition": which},
    )
    return ranges.sound_response(
        key=key,
        total=total,
        media_type=media_type,
        etag=etags.make("own sound", key),
        range_header=range_header,
        if_range=if_range,
        still_allowed=lambda: _is_still_there(holder, which, form, key),
    )


def _find(session: Session, holder: ReceiptHolder, which: Which, form: Form, *, at: datetime) -> tuple[str, int, str]:
    if which == "release":
        released = find_shared(session, holder, at=at)
        if released is None or released.audio is None:
            raise NotFound
        rendition = released.audio.aac if form == "aac" else released.audio.opus
        return rendition.key, rendition.bytes, rendition.media_type
    said = own_words(session, holder)
    key, total = (said.aac_key, said.aac_bytes) if form == "aac" else (said.opus_key, said.opus_bytes)
    if key is None:
        raise NotFound
    return key, total, publishing.AAC if form == "aac" else publishing.OPUS


def form_for(accept: str) -> Form:
    """Opus, save for who asks for MP4."""
    return "aac" if "mp4" in accept else "opus"


def _is_still_there(holder: ReceiptHolder, which: Which, form: Form, key: str) -> bool:
    at = clock.now()
    if holder.lent_until is not None and at >= holder.lent_until:
        return False
    with reading(holder.project_id) as session:
        try:
            return _find(session, holder, which, form, at=at)[0] == key
        except NotFound:
            return False
