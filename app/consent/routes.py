# SPDX-License-Identifier: Apache-2.0
"""The reporter's way in: it needs the project and its consent form, so it stands in the topmost of the two rooms."""

from typing import Annotated, Any

import rfc8785
from fastapi import APIRouter, Header, Response
from pydantic import StringConstraints

from app.consent.bundle import bundle
from app.consent.documents import public_jwk
from app.kit import clock, etags
from app.kit.db import Db
from app.kit.shapes import Answer, Shape, Text
from app.people.access import CurrentDevice
from app.projects import service as projects

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


@router.get("/receipt-key")
def receipt_key() -> dict[str, str]:
    """The public key that consent receipts are checked with."""
    return public_jwk()
