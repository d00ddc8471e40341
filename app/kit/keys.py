# SPDX-License-Identifier: Apache-2.0
"""The server's one secret and what is derived from it, each use under its own label (HKDF-SHA-256, RFC 5869)."""

import hashlib
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.settings import Settings, settings

SECRET_BYTES = 32


class WeakSecret(RuntimeError):
    """The secret is missing, short, readable by others, or one that examples use."""


@lru_cache(maxsize=1)
def _secret() -> bytes:
    given = settings().secret_key
    return parse_secret(given) if given else parse_secret(secret_file(settings()).read_text().strip())


def secret_file(chosen: Settings) -> Path:
    return chosen.secret_key_file or chosen.data_dir / "secret.key"


def make_secret(path: Path) -> bool:
    """Make the secret file, readable by its owner only; answers False where one is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(SECRET_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return True


def parse_secret(told: str) -> bytes:
    """The secret's bytes; raises `WeakSecret` unless it is 32 bytes in hex with the variety of chance."""
    try:
        secret = bytes.fromhex(told)
    except ValueError:
        raise WeakSecret("The secret key must be 32 random bytes in hex.") from None
    if len(secret) != SECRET_BYTES or len(set(secret)) < SECRET_BYTES // 2:
        raise WeakSecret("The secret key must be 32 random bytes in hex.")
    return secret


def is_private(path: Path) -> bool:
    """Whether nobody but its owner can read the file."""
    return path.stat().st_mode & 0o077 == 0


@lru_cache(maxsize=64)
def derive(label: str) -> bytes:
    """32 bytes for one use, named by `label`; another label tells nothing about them."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"heardwell/" + label.encode()).derive(_secret())


def new_token() -> str:
    """256 random bits for a header or a link."""
    return secrets.token_urlsafe(32)


def sha256_hex(data: str | bytes) -> str:
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def forget_secret() -> None:
    _secret.cache_clear()
    derive.cache_clear()
