# SPDX-License-Identifier: Apache-2.0
"""Bytes on their way into the store. All of it blocks and runs in a thread; each transaction is short and its own."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.errors import StorageFull
from app.kit.ids import new_id
from app.media import service as media
from app.media.errors import ForbiddenContainer, TypeMismatch
from app.people.access import Device
from app.uploads import queries, running, service
from app.uploads.errors import ChunkChecksumMismatch, OffsetConflict, WholeChecksumMismatch
from app.uploads.models import UploadSegment
from app.uploads.rules import Checksum
from app.uploads.service import Line

PIECE_BYTES = 4 * 1024 * 1024
HEAD_BYTES = 4096
RESERVE_BYTES = 200 * 1024 * 1024
"""Kept free on the disk, so that a sign-in, a withdrawal and its tombstones still commit."""


def segments_folder(project_id: UUID) -> str:
    return f"{project_id}/seg"


def recordings_folder(project_id: UUID) -> str:
    return f"{project_id}/recordings"


def folders_of(project_id: object, upload_id: object) -> tuple[str, str]:
    """Where every byte of one upload lies: in segments, then as one recording."""
    return f"{project_id}/seg/{upload_id}", f"{project_id}/recordings/{upload_id}"


def create(
    phone: Device, upload_id: UUID, *, length: int, sha256: str | None, metadata_echo: str, at: datetime
) -> Line:
    """Open or find the upload; ends what was all here but never said so."""
    with writing(phone.project_id) as session:
        line = service.create(
            session,
            upload_id,
            phone,
            length=length,
            sha256=sha256,
            metadata_echo=metadata_echo,
            at=at,
        )
        refuse_when_full()
    return _settled(line)


def take_over(phone: Device, upload_id: UUID, *, at: datetime) -> Line:
    """Take the upload over, wherever it stands; ends what was all here but never said so."""
    with writing(phone.project_id) as session:
        line = service.take_over(session, upload_id, phone.device_id, at=at)
    return _settled(line)


def take_over_at(phone: Device, upload_id: UUID, *, offset: int, at: datetime) -> Line:
    """Take the upload over to write at `offset`."""
    with writing(phone.project_id) as session:
        line = service.take_over_at(session, upload_id, phone.device_id, offset=offset, at=at)
        refuse_when_full()
    return line


def find_at(phone: Device, upload_id: UUID, *, offset: int, at: datetime) -> Line:
    """The line to write one whole chunk at `offset`; nothing is taken over before the chunk is here and verified."""
    with reading(phone.project_id) as session:
        line = service.find_at(session, upload_id, phone.device_id, offset=offset, at=at)
    refuse_when_full()
    return line


def terminate(phone: Device, upload_id: UUID, *, at: datetime) -> None:
    with writing(phone.project_id) as session:
        dropped = service.terminate(session, upload_id, phone.device_id, at=at)
    drop(dropped)


def keep(line: Line, data: bytes, checksum: Checksum | None = None) -> Line:
    """Store `data` at the line's offset: durable first, then counted. Refuses what is no sound by its first bytes."""
    if checksum is not None and not checksum.agrees_with(data):
        raise ChunkChecksumMismatch
    _sniff(line, data)
    refuse_when_full()
    key = f"{segments_folder(line.project_id)}/{line.upload_id}/{line.offset}-{new_id()}"
    store().put(key, data)
    segment = UploadSegment(
        project_id=line.project_id,
        segment_id=new_id(),
        upload_id=line.upload_id,
        offset=line.offset,
        bytes=len(data),
        key=key,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    try:
        with writing(line.project_id) as session:
            service.advance(session, line, segment, at=clock.now())
    except OffsetConflict:
        store().delete(key)
        raise
    running.count(line.upload_id, line.offset, key, data)
    return replace(line, offset=line.offset + len(data))


def conclude(line: Line) -> None:
    """All bytes are durable: end the upload, or start it again where they are not the declared ones."""
    with reading(line.project_id) as session:
        keys = [segment.key for segment in queries.segments(session, line.upload_id)]
    if (running.finish(line.upload_id, keys) or _read_back(keys)) == line.sha256:
        with writing(line.project_id) as session:
            service.complete(session, line)
        return
    with writing(line.project_id) as session:
        dropped = service.start_again(session, line)
    drop(dropped)
    raise WholeChecksumMismatch


def join(project_id: str, upload_id: str) -> str | None:
    """Make one object of the segments and answer its key; None where there is nothing to join any more."""
    with reading(UUID(project_id)) as session:
        keys = [segment.key for segment in queries.segments(session, UUID(upload_id))]
    if not keys:
        return None
    key = f"{project_id}/recordings/{upload_id}/{new_id()}"
    store().put(key, _streamed(keys))
    return key


def drop(keys: Sequence[str]) -> None:
    for key in keys:
        store().delete(key)


def drop_all_but(project_id: str, upload_id: str, kept: str | None) -> None:
    """Every other byte that ever came for this upload, what a crash left included."""
    for folder in folders_of(project_id, upload_id):
        drop([key for key in store().list(folder) if key != kept])


def refuse_when_full() -> None:
    """Raises `StorageFull`; asked last, so that a phone whose story was taken back still hears so and wipes."""
    free = store().free_bytes()
    if free is not None and free < RESERVE_BYTES:
        raise StorageFull


def _settled(line: Line) -> Line:
    if not (line.is_open and line.is_full):
        return line
    try:
        conclude(line)
    except WholeChecksumMismatch:
        return replace(line, offset=0)
    return replace(line, is_open=False)


def _read_back(keys: Sequence[str]) -> str:
    counted = hashlib.sha256()
    for piece in _streamed(keys):
        counted.update(piece)
    return counted.hexdigest()


def _sniff(line: Line, data: bytes) -> None:
    """Looks once, with the bytes that decide."""
    decides_at = min(HEAD_BYTES, line.length)
    if not line.offset < decides_at <= line.offset + len(data):
        return
    with reading(line.project_id) as session:
        before = [segment.key for segment in queries.segments(session, line.upload_id)]
    head = b"".join(store().get(key) for key in before) + data[:HEAD_BYTES]
    try:
        media.check_head(head[:HEAD_BYTES])
    except (ForbiddenContainer, TypeMismatch) as unfit:
        with writing(line.project_id) as session:
            dropped = service.find_unfit(session, line, unfit.slug)
        drop(dropped)
        raise


def _streamed(keys: Sequence[str]) -> Iterator[bytes]:
    for key in keys:
        yield from store().stream(key)
