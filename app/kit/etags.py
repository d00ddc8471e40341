# SPDX-License-Identifier: Apache-2.0
import hashlib
import hmac
from typing import Annotated

from fastapi import Depends, Header

from app.kit.errors import PreconditionFailed, PreconditionRequired
from app.kit.keys import derive


def make(*parts: object) -> str:
    """A strong ETag (RFC 9110 §8.8.3): a keyed hash, so that it tells nothing of what it names."""
    told = "\x1f".join(str(part) for part in parts).encode()
    return f'"{hmac.new(derive("etag"), told, hashlib.sha256).hexdigest()[:32]}"'


def matches(header: str | None, etag: str) -> bool:
    """Whether `If-None-Match` or `If-Match` names this ETag, or any."""
    if header is None:
        return False
    named = [part.strip().removeprefix("W/") for part in header.split(",")]
    return "*" in named or etag in named


def require(header: str, etag: str) -> None:
    """Raise 412 unless `header` names the thing as it stands now."""
    if not matches(header, etag):
        raise PreconditionFailed


def _if_match(if_match: Annotated[str | None, Header()] = None) -> str:
    if if_match is None:
        raise PreconditionRequired
    return if_match


IfMatch = Annotated[str, Depends(_if_match)]
"""The `If-Match` header of a write; 428 when it is not there."""
