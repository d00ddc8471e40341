# SPDX-License-Identifier: Apache-2.0
"""The reporter's way in: it needs the project and its consent form, so it stands in the topmost of the two rooms."""

from typing import Annotated, Any

import rfc8785
from fastapi import APIRouter, Header, Path, Response
from pydantic import StringConstraints

from app.consent import receipt_keys
from app.consent.bundle import bundle
from app.kit import clock, etags
from app.kit.blobs import store
from app.kit.db import Db
from app.kit.errors import NotFound
from app.kit.shapes import Answer, Shape, Text
from app.people.access import CurrentDevice
from app.projects import service as projects
from app.projects import spoken

router = APIRouter(prefix="/api", tags=["reporter"])


class JoinIn(Shape):
    invite: Annotated[Text, StringConstraints(max_length=200)]


class JoinedAnswer(Answer):
    device_token: str
    project: dict[str, Any]


@router.post("/join", status_code=201)
def join(wish: JoinIn, db: Db) -> JoinedAnswer:
    joined = projects.join(db, wish.invite, clock.now())
    return JoinedAnswer(device_token=joined.device_token, project=bundle(db, joined.project_id))


@router.get("/project", response_model=None)
def project(
    device: CurrentDevice, db: Db, response: Response, if_none_match: Annotated[str | None, Header()] = None
) -> dict[str, Any] | Response:
    told = bundle(db, device.project_id)
    etag = etags.make("project", rfc8785.dumps(told).hex())
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etags.matches(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return told


@router.get("/spoken/{sha256}", response_class=Response)
def spoken_sound(
    sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$")],
    device: CurrentDevice,
    db: Db,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """A spoken sound of the phone's own project, whole; its bytes never change."""
    sound = spoken.find_playable(db, sha256)
    if sound is None or sound.key is None or sound.project_id != device.project_id:
        raise NotFound
    headers = {"ETag": etags.make("spoken", sha256), "Cache-Control": "private, max-age=31536000, immutable"}
    if etags.matches(if_none_match, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(store().get(sound.key), media_type=sound.media_type, headers=headers)


class PublicKey(Answer):
    """An Ed25519 key as a JSON Web Key; `kid` is its RFC 7638 thumbprint, which every receipt names."""

    kty: str
    crv: str
    x: str
    kid: str


class ReceiptKeys(PublicKey):
    """The key of today, and all that ever signed a receipt here: a JSON Web Key Set, oldest first."""

    keys: list[PublicKey]


@router.get("/receipt-key")
def receipt_key(db: Db) -> ReceiptKeys:
    """The public keys that consent receipts are checked with, those of before included."""
    return ReceiptKeys.model_validate({**receipt_keys.public_jwk(), "keys": receipt_keys.published(db)})
