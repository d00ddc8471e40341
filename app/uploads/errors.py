# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError

TUS_VERSION = "1.0.0"


class UploadNotFound(DomainError):
    """Unknown, another phone's, another project's, or not declared: all the same from outside."""

    slug = "not-found"
    status = 404


class OffsetConflict(DomainError):
    slug = "upload-offset-conflict"
    status = 409

    def __init__(self, offset: int) -> None:
        super().__init__(headers={"Upload-Offset": str(offset)})


class UploadFinished(DomainError):
    slug = "upload-finished"
    status = 409


class LengthMismatch(DomainError):
    """More bytes came than were declared."""

    slug = "upload-length-mismatch"
    status = 400


class ChunkChecksumMismatch(DomainError):
    slug = "upload-checksum-mismatch"
    status = 460


class WholeChecksumMismatch(DomainError):
    """Every byte is here and they are not the ones declared; the upload starts again from nothing."""

    slug = "upload-checksum-mismatch"
    status = 422


class ChunkTooLarge(DomainError):
    """A chunk with a checksum is kept whole or not at all, so it has a bound."""

    slug = "malformed-request"
    status = 413


class VersionUnsupported(DomainError):
    slug = "upload-version"
    status = 412

    def __init__(self) -> None:
        super().__init__(headers={"Tus-Version": TUS_VERSION})


class UploadExpired(DomainError):
    slug = "upload-expired"
    status = 410


class UploadOfErasedStory(DomainError):
    slug = "upload-of-erased-story"
    status = 410


class RecordingTooLarge(DomainError):
    slug = "media-too-large"
    status = 413
