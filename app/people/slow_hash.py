# SPDX-License-Identifier: Apache-2.0
"""Argon2id (RFC 9106), two at a time so that memory stays bounded. The only place that says how hard it is."""

import hmac
import secrets
import threading
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret_raw

MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
SALT_BYTES: Final = 16
HASH_BYTES: Final = 32
_turn = threading.Semaphore(2)


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def slow_hash(secret: bytes, salt: bytes) -> bytes:
    with _turn:
        return hash_secret_raw(secret, salt, PASSES, MEMORY_KIB, LANES, HASH_BYTES, Type.ID)


def is_hash_of(secret: bytes, salt: bytes, expected: bytes) -> bool:
    """Takes the same time whether or not it is."""
    return hmac.compare_digest(slow_hash(secret, salt), expected)


def hash_password(password: str) -> str:
    with _turn:
        return PasswordHasher(PASSES, MEMORY_KIB, LANES).hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Whether it is the password; with none kept, the same work for a no."""
    if kept is None:
        slow_hash(password.encode(), b"\x00" * SALT_BYTES)
        return False
    with _turn:
        try:
            return PasswordHasher().verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
