# SPDX-License-Identifier: Apache-2.0
"""Refusals: each names its slug in the one catalogue (`kit/problems.py`); doors render them, rooms raise them."""

from collections.abc import Mapping, Sequence
from typing import ClassVar


class DomainError(Exception):
    """A refusal in the domain's words. `slug` is the stable name, `status` its HTTP status."""

    slug: ClassVar[str]
    status: ClassVar[int]

    def __init__(
        self,
        detail: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(self.slug)
        self.detail = detail
        self.headers = dict(headers or {})
        self.errors = [dict(error) for error in errors]


class NotFound(DomainError):
    slug = "not-found"
    status = 404


class MalformedRequest(DomainError):
    slug = "malformed-request"
    status = 400


class Validation(DomainError):
    """`errors` names declared fields only: `{"pointer": "/title", "rule": "too_long"}`, never what was sent."""

    slug = "validation"
    status = 422


class NotText(DomainError):
    """Bytes that are no text in UTF-8."""

    slug = "validation"
    status = 400


class AuthRequired(DomainError):
    slug = "auth-required"
    status = 401


class AuthInvalid(DomainError):
    slug = "auth-invalid"
    status = 401


class Forbidden(DomainError):
    slug = "forbidden"
    status = 403


class CrossSite(DomainError):
    slug = "csrf"
    status = 403


class PreconditionFailed(DomainError):
    slug = "precondition-failed"
    status = 412


class PreconditionRequired(DomainError):
    slug = "precondition-required"
    status = 428


class IdempotencyMismatch(DomainError):
    """The same client-made id came again with other content."""

    slug = "idempotency-mismatch"
    status = 409


class IdempotencyKeyMismatch(DomainError):
    """An Idempotency-Key came again with another body."""

    slug = "idempotency-mismatch"
    status = 422


class RateLimited(DomainError):
    slug = "rate-limited"
    status = 429

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(headers={"Retry-After": str(retry_after_s)})


class QuotaExceeded(DomainError):
    slug = "quota-exceeded"
    status = 429

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(headers={"Retry-After": str(retry_after_s)})


class UnsupportedMediaType(DomainError):
    slug = "unsupported-media-type"
    status = 415


class UriTooLong(DomainError):
    slug = "uri-too-long"
    status = 414


class HeaderTooLarge(DomainError):
    slug = "header-too-large"
    status = 431


class BodyTooLarge(DomainError):
    """A body that no door of this kind takes."""

    slug = "validation"
    status = 413


class FormTooLarge(DomainError):
    """The same for a form in parts."""

    slug = "malformed-request"
    status = 413


class BodyStalled(DomainError):
    """Nothing, or next to nothing, came for a minute; of an upload, what had come is kept."""

    slug = "timeout"
    status = 408

    def __init__(self) -> None:
        super().__init__(headers={"Connection": "close"})


class Misdirected(DomainError):
    slug = "misdirected-request"
    status = 421


class MethodNotAllowed(DomainError):
    slug = "method-not-allowed"
    status = 405


class NotAcceptable(DomainError):
    slug = "not-acceptable"
    status = 406


class CursorInvalid(DomainError):
    slug = "cursor-invalid"
    status = 400


class RangeInvalid(DomainError):
    slug = "range-invalid"
    status = 416


class Fault(DomainError):
    """Ours, never an answer to input."""

    slug = "fault"
    status = 500


class StorageFull(DomainError):
    slug = "storage-full"
    status = 507

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "3600"})


class Unavailable(DomainError):
    """A dependency is down; nothing was changed and nothing leaves."""

    slug = "unavailable"
    status = 503

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "5"})
