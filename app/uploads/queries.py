# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.uploads.errors import UploadNotFound
from app.uploads.lifecycle import UploadStatus
from app.uploads.models import Upload, UploadSegment

ARRIVED = frozenset({UploadStatus.COMPLETE, UploadStatus.ASSEMBLED})


class State(NamedTuple):
    """`sha256` is the one the server counted, known once all is here; `status` tells `refused` for what never came."""

    status: str
    offset: int
    sha256: str | None


def states(session: Session, upload_ids: Sequence[UUID]) -> dict[UUID, State]:
    """Where these uploads stand; those that were never declared are left out."""
    found = session.execute(select(Upload).where(col(Upload.upload_id).in_(upload_ids))).scalars()
    return {upload.upload_id: _state(upload) for upload in found}


def _state(upload: Upload) -> State:
    if upload.status in ARRIVED:
        return State(upload.status, upload.offset, upload.sha256)
    return State("refused" if upload.refused else upload.status, upload.offset, None)


def sound_key(session: Session, upload_id: UUID) -> str:
    """The key of the assembled recording."""
    upload = session.get(Upload, upload_id)
    if upload is None or upload.key is None:
        raise UploadNotFound
    return upload.key


def segments(session: Session, upload_id: UUID) -> Sequence[UploadSegment]:
    """In the order of their bytes."""
    wanted = select(UploadSegment).where(col(UploadSegment.upload_id) == upload_id)
    return session.execute(wanted.order_by(col(UploadSegment.offset))).scalars().all()


def recording_keys(session: Session) -> set[str]:
    return {key for key in session.execute(select(col(Upload.key))).scalars() if key is not None}


def erased(session: Session) -> set[str]:
    """Ids of uploads whose story was erased."""
    gone = select(col(Upload.upload_id)).where(col(Upload.status) == UploadStatus.ERASED)
    return {str(upload_id) for upload_id in session.execute(gone).scalars()}


def segment_keys(session: Session) -> set[str]:
    return set(session.execute(select(col(UploadSegment.key))).scalars())
