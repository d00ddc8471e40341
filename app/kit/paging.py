# SPDX-License-Identifier: Apache-2.0
import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

from app.kit.errors import CursorInvalid
from app.kit.keys import derive

SEAL_BYTES = 12


def seal(principal: str, value: list[Any]) -> str:
    """An opaque cursor that only `principal` can use; `value` is JSON and is not secret, merely sealed."""
    body = json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_mark(principal, body) + body).rstrip(b"=").decode()


def unseal(principal: str, cursor: str) -> list[Any]:
    """What was sealed; raises 400 `cursor-invalid` for an edited cursor or another principal's."""
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (UnicodeEncodeError, binascii.Error):
        raise CursorInvalid from None
    body = raw[SEAL_BYTES:]
    if not hmac.compare_digest(raw[:SEAL_BYTES], _mark(principal, body)):
        raise CursorInvalid
    value: list[Any] = json.loads(body)
    return value


def _mark(principal: str, body: bytes) -> bytes:
    return hmac.new(derive("cursor"), principal.encode() + b"\x1f" + body, hashlib.sha256).digest()[:SEAL_BYTES]
