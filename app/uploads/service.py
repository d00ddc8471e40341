# SPDX-License-Identifier: Apache-2.0
"""The upload's verbs over its rows. Bytes are durable before the offset moves; only the newest connection moves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit.db import across_projects
from app.kit.errors import IdempotencyMismatch
from app.kit.outbox import announce
from app.media.errors import ForbiddenContainer, TypeMismatch
from app.people.access import Device
from app.uploads import queries, quotas
from app.uploads.errors import OffsetConflict, UploadExpired, UploadFinished, UploadNotFound, UploadOfErasedStory
from app.uploads.events import UploadAssembled, UploadCompleted, UploadReleased
from app.uploads.lifecycle import UploadAction, UploadStatus, next_status
from app.uploads.models import Upload, UploadSegment

IDLE = timedelta(days=7)
ACTOR = "uploads"
_UNFIT = {refusal.slug: refusal for refusal in (ForbiddenContainer, TypeMismatch)}


@dataclass(frozen=True)
class Line:
    """One connection's hold on an upload: it may write at `offset` for as long as `epoch` stands."""

    project_id: UUID
    upload_id: UUID
    length: int
    sha256: str
    offset: int
    epoch: int
    is_open: bool
    expires_at: datetime
    metadata_echo: str

    @property
    def is_full(self) -> bool:
        return self.offset == self.length


def expect(
    session: Session,
    project_id: UUID,
    upload_id: UUID,
    device_id: UUID,
    *,
    bytes: int,  # noqa: A002 - the field's word
    sha256: str,
    media_type: str,
    at: datetime,
) -> None:
    """Make a place for a recording that a story declared. Raises `IdempotencyMismatch` where it was another one."""
    with across_projects(session):
        known = session.get(Upload, upload_id)
    if known is None:
        declared = Upload(
            project_id=project_id,
            upload_id=upload_id,
            device_id=device_id,
            status=UploadStatus.DECLARED,
            bytes=bytes,
            sha256=sha256.lower(),
            media_type=media_type,
            expires_at=at + IDLE,
        )
        session.add(declared)
        session.flush()
        return
    if known.status == UploadStatus.ERASED and known.project_id == project_id:
        raise UploadOfErasedStory
    declared_as = (known.project_id, known.device_id, known.bytes, known.sha256)
    if declared_as != (project_id, device_id, bytes, sha256.lower()):
        raise IdempotencyMismatch


def create(
    session: Session,
    upload_id: UUID,
    phone: Device,
    *,
    length: int,
    sha256: str | None,
    metadata_echo: str,
    at: datetime,
) -> Line:
    """Open the upload, or find it: creating again takes it over where it stands; an expired one starts anew.

    Raises 429 `quota-exceeded` where a new one would be too many.
    """
    upload = _upload_of(session, upload_id, phone.device_id)
    _refuse_gone(upload)
    if length != upload.bytes or sha256 not in (None, upload.sha256):
        raise IdempotencyMismatch
    if _is_idle(upload, at):
        _expire(session, upload)
    if upload.status in (UploadStatus.DECLARED, UploadStatus.EXPIRED):
        quotas.count(session, phone.project_id, phone.invite_id, length=length, at=at)
        upload.status = next_status(upload.status, UploadAction.CREATE)
        upload.created_at, upload.expires_at, upload.metadata_echo = at, at + IDLE, metadata_echo
    upload.epoch += 1
    return _line(upload)


def take_over(session: Session, upload_id: UUID, device_id: UUID, *, at: datetime) -> Line:
    """The newest connection wins: whoever held the upload before can no longer write."""
    upload = _created(session, upload_id, device_id, at)
    upload.epoch += 1
    return _line(upload)


def take_over_at(session: Session, upload_id: UUID, device_id: UUID, *, offset: int, at: datetime) -> Line:
    """The same for who wants to write at `offset`; refused where the upload continues elsewhere or has ended."""
    upload = _open_at(session, upload_id, device_id, offset, at)
    upload.epoch += 1
    return _line(upload)


def find_at(session: Session, upload_id: UUID, device_id: UUID, *, offset: int, at: datetime) -> Line:
    """The same without taking it over: of several such lines the first to be counted wins, by the offset alone."""
    return _line(_open_at(session, upload_id, device_id, offset, at))


def advance(session: Session, line: Line, segment: UploadSegment, *, at: datetime) -> None:
    """Count a segment that is durable already. Raises `OffsetConflict` for a connection that was overtaken."""
    moved = session.execute(
        update(Upload)
        .where(
            col(Upload.upload_id) == line.upload_id,
            col(Upload.offset) == line.offset,
            col(Upload.epoch) == line.epoch,
            col(Upload.status) == UploadStatus.OPEN,
            col(Upload.refused).is_(False),
        )
        .values(offset=line.offset + segment.bytes, expires_at=at + IDLE)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(moved, CursorResult)
    if moved.rowcount != 1:
        upload = session.get(Upload, line.upload_id)
        raise OffsetConflict(0 if upload is None else upload.offset)
    session.add(segment)


def complete(session: Session, line: Line) -> bool:
    """Every byte is durable and verified; said once, whoever comes second finds it done."""
    upload = _still_held(session, line)
    if upload is None:
        return False
    upload.status = next_status(upload.status, UploadAction.COMPLETE)
    event = UploadCompleted(project_id=upload.project_id, upload_id=upload.upload_id)
    announce(session, event, actor=upload.device_id)
    return True


def start_again(session: Session, line: Line) -> list[str]:
    """All came and it was something else: from nothing once more. Answers the keys of what to drop."""
    upload = _still_held(session, line)
    return [] if upload is None else _empty(session, upload)


def find_unfit(session: Session, line: Line, slug: str) -> list[str]:
    """Its first bytes are no sound: the upload ends. Answers the keys of what to drop."""
    upload = _still_held(session, line)
    if upload is None:
        return []
    upload.status = next_status(upload.status, UploadAction.FIND_UNFIT)
    upload.unfit = slug
    return _empty(session, upload)


def terminate(session: Session, upload_id: UUID, device_id: UUID, *, at: datetime) -> list[str]:
    """The phone gives up on what it sent; the declaration stands. Answers the keys of what to drop."""
    upload = _created(session, upload_id, device_id, at)
    if upload.status != UploadStatus.OPEN:
        raise UploadFinished
    upload.status = next_status(upload.status, UploadAction.TERMINATE)
    return _empty(session, upload)


def assembled(session: Session, upload_id: str, key: str) -> bool:
    """The recording is one object now; False where nobody wants it any more."""
    upload = session.get(Upload, UUID(upload_id), with_for_update=True)
    if upload is None or upload.status != UploadStatus.COMPLETE:
        return False
    upload.status = next_status(upload.status, UploadAction.ASSEMBLE)
    upload.key = key
    session.execute(delete(UploadSegment).where(col(UploadSegment.upload_id) == upload.upload_id))
    announce(session, UploadAssembled(project_id=upload.project_id, upload_id=upload.upload_id), actor=ACTOR)
    return True


def refuse(session: Session, upload_ids: Sequence[UUID]) -> None:
    """Their story was withdrawn: the phone hears 410 and wipes its copy; nothing more is taken."""
    _mark(session, upload_ids, refused=True)


def readmit(session: Session, upload_ids: Sequence[UUID]) -> None:
    """Their story came back."""
    _mark(session, upload_ids, refused=False)


def move_to(session: Session, upload_ids: Sequence[UUID], device_id: UUID) -> None:
    """The phone joined anew and goes on with them; whoever held them before can no longer write."""
    wanted = select(Upload).where(col(Upload.upload_id).in_(upload_ids)).with_for_update()
    for upload in session.execute(wanted).scalars():
        upload.device_id = device_id
        upload.epoch += 1


def release(session: Session, upload_ids: Sequence[UUID]) -> None:
    """Drop bytes and all that was known about them; the bare ids go on answering 410."""
    wanted = select(Upload).where(col(Upload.upload_id).in_(upload_ids)).with_for_update()
    for upload in session.execute(wanted).scalars().all():
        if upload.status == UploadStatus.ERASED:
            continue
        upload.status = next_status(upload.status, UploadAction.ERASE)
        _empty(session, upload)
        upload.refused, upload.key = True, None
        upload.bytes, upload.sha256, upload.media_type, upload.metadata_echo = 0, "", "", ""
        announce(session, UploadReleased(project_id=upload.project_id, upload_id=upload.upload_id), actor=ACTOR)


def expire_idle(session: Session, *, at: datetime) -> list[str]:
    """End what nobody went on with for seven days. Answers the keys of what to drop."""
    wanted = select(Upload).where(col(Upload.status) == UploadStatus.OPEN, col(Upload.expires_at) < at)
    idle = session.execute(wanted.with_for_update()).scalars().all()
    return [key for upload in idle for key in _expire(session, upload)]


def sound_key(session: Session, upload_id: UUID) -> str:
    """The key of the assembled recording."""
    return queries.sound_key(session, upload_id)


def _upload_of(session: Session, upload_id: UUID, device_id: UUID) -> Upload:
    upload = session.get(Upload, upload_id, with_for_update=True)
    if upload is None or upload.device_id != device_id:
        raise UploadNotFound
    return upload


def _created(session: Session, upload_id: UUID, device_id: UUID, at: datetime) -> Upload:
    upload = _upload_of(session, upload_id, device_id)
    _refuse_gone(upload)
    if upload.status == UploadStatus.DECLARED:
        raise UploadNotFound
    if upload.status == UploadStatus.EXPIRED or _is_idle(upload, at):
        raise UploadExpired
    return upload


def _open_at(session: Session, upload_id: UUID, device_id: UUID, offset: int, at: datetime) -> Upload:
    upload = _created(session, upload_id, device_id, at)
    if upload.status != UploadStatus.OPEN:
        raise UploadFinished
    if upload.offset != offset:
        raise OffsetConflict(upload.offset)
    return upload


def _refuse_gone(upload: Upload) -> None:
    if upload.refused:
        raise UploadOfErasedStory
    if upload.status == UploadStatus.UNFIT:
        raise _UNFIT[upload.unfit]


def _is_idle(upload: Upload, at: datetime) -> bool:
    return upload.status == UploadStatus.OPEN and upload.expires_at < at


def _expire(session: Session, upload: Upload) -> list[str]:
    upload.status = next_status(upload.status, UploadAction.EXPIRE)
    return _empty(session, upload)


def _still_held(session: Session, line: Line) -> Upload | None:
    upload = session.get(Upload, line.upload_id, with_for_update=True)
    if upload is None or upload.status != UploadStatus.OPEN or upload.refused:
        return None
    return upload if upload.epoch == line.epoch else None


def _empty(session: Session, upload: Upload) -> list[str]:
    keys = [segment.key for segment in queries.segments(session, upload.upload_id)]
    session.execute(delete(UploadSegment).where(col(UploadSegment.upload_id) == upload.upload_id))
    upload.offset = 0
    upload.epoch += 1
    return keys


def _mark(session: Session, upload_ids: Sequence[UUID], *, refused: bool) -> None:
    wanted = select(Upload).where(col(Upload.upload_id).in_(upload_ids)).with_for_update()
    for upload in session.execute(wanted).scalars():
        if upload.status != UploadStatus.ERASED:
            upload.refused = refused
            upload.epoch += 1


def _line(upload: Upload) -> Line:
    return Line(
        project_id=upload.project_id,
        upload_id=upload.upload_id,
        length=upload.bytes,
        sha256=upload.sha256,
        offset=upload.offset,
        epoch=upload.epoch,
        is_open=upload.status == UploadStatus.OPEN,
        expires_at=upload.expires_at,
        metadata_echo=upload.metadata_echo,
    )
