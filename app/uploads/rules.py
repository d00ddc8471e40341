# SPDX-License-Identifier: Apache-2.0
"""What the headers of tus 1.0.0 say; anything else is malformed."""

import base64
import binascii
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha1, sha256

from app.kit.errors import MalformedRequest

LARGEST_NUMBER = 2**63 - 1
_WHOLE = re.compile(r"[0-9]{1,19}", re.ASCII)
_HEX_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ALGORITHMS = {"sha1": sha1, "sha256": sha256}
ALGORITHMS = ",".join(_ALGORITHMS)


def whole_number(value: str | None) -> int:
    """A count of bytes below 2^63."""
    if value is None or not _WHOLE.fullmatch(value) or int(value) > LARGEST_NUMBER:
        raise MalformedRequest
    return int(value)


def metadata(header: str) -> Mapping[str, str]:
    """`Upload-Metadata`: pairs of a key and Base64, a key alone meaning nothing more than that it is there."""
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        if key in found or not key.isascii():
            raise MalformedRequest
        found[key] = _decoded(value).decode("utf-8", "replace")
    return found


def hex_sha256(value: str) -> str:
    if not _HEX_SHA256.fullmatch(value.lower()):
        raise MalformedRequest
    return value.lower()


@dataclass(frozen=True)
class Checksum:
    """What a chunk must hash to."""

    algorithm: str
    digest: bytes

    def agrees_with(self, data: bytes) -> bool:
        return hmac.compare_digest(_ALGORITHMS[self.algorithm](data).digest(), self.digest)


def checksum(header: str) -> Checksum:
    """`Upload-Checksum`: an algorithm we know and the digest in Base64."""
    algorithm, _, value = header.strip().partition(" ")
    if algorithm not in _ALGORITHMS:
        raise MalformedRequest
    return Checksum(algorithm, _decoded(value.strip()))


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as garbled:
        raise MalformedRequest from garbled
