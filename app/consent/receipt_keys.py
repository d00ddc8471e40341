# SPDX-License-Identifier: Apache-2.0
"""The keys that receipts are signed with. Their private halves come from the house's secret; every public one that
ever signed stays published, so that a receipt can still be checked when the secret is another one."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent.models import ReceiptKey
from app.kit.db import serialise
from app.kit.keys import derive

SIGNED_BY: Final = "receipt signature"
TURN: Final = "receipt_key"


def sign(body: Mapping[str, Any]) -> dict[str, Any]:
    """The object with its `signature` over the RFC 8785 bytes of all the rest."""
    key = _key()
    jwk = _jwk(key.public_key())
    signature = {"alg": "Ed25519", "kid": _thumbprint(jwk), "jwk": jwk, "value": _b64(key.sign(rfc8785.dumps(body)))}
    return {**body, "signature": signature}


def keep_published(session: Session, at: datetime) -> None:
    """The key that signs now is noted for good before its first receipt is out."""
    mine = public_jwk()
    if session.get(ReceiptKey, mine["kid"]) is not None:
        return
    serialise(session, TURN)
    if session.get(ReceiptKey, mine["kid"]) is None:
        session.add(ReceiptKey(kid=mine["kid"], x=mine["x"], first_used_at=at))
        session.flush()


def public_jwk() -> dict[str, str]:
    """The key that receipts are signed with today."""
    jwk = _jwk(_key().public_key())
    return {**jwk, "kid": _thumbprint(jwk)}


def published(session: Session) -> list[dict[str, str]]:
    """Every key that receipts were ever signed with, and today's: oldest first."""
    used = session.execute(select(ReceiptKey).order_by(col(ReceiptKey.first_used_at), col(ReceiptKey.kid))).scalars()
    keys = [{"kty": "OKP", "crv": "Ed25519", "x": row.x, "kid": row.kid} for row in used]
    mine = public_jwk()
    return keys if mine in keys else [*keys, mine]


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(derive(SIGNED_BY))


def _jwk(key: Ed25519PublicKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": _b64(key.public_bytes(Encoding.Raw, PublicFormat.Raw))}


def _thumbprint(jwk: Mapping[str, str]) -> str:
    return _b64(hashlib.sha256(rfc8785.dumps(dict(jwk))).digest())


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
