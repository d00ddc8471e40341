# SPDX-License-Identifier: Apache-2.0
from fastapi import APIRouter, Request, Response

from app.kit import clock
from app.kit.db import Db
from app.people import service
from app.people.access import COOKIE, TOKEN_LONGEST
from app.people.rules import LONGEST
from app.people.schemas import LinkIn, SignInIn

router = APIRouter(prefix="/api/desk/session", tags=["desk"])


@router.post("", status_code=204)
def sign_in(entry: SignInIn, response: Response) -> None:
    _hand_over(response, service.sign_in(entry.email, entry.password, entry.totp, clock.now()))


@router.post("/link", status_code=204)
def sign_in_by_link(entry: LinkIn, response: Response, db: Db) -> None:
    _hand_over(response, service.use_link(db, entry.token, clock.now()))


@router.delete("", status_code=204)
def sign_out(request: Request, response: Response, db: Db) -> None:
    token = request.cookies.get(COOKIE, "")
    if 0 < len(token) <= TOKEN_LONGEST:
        service.sign_out(db, token, clock.now())
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")


def _hand_over(response: Response, token: str) -> None:
    response.set_cookie(
        COOKIE, token, max_age=int(LONGEST.total_seconds()), path="/", secure=True, httponly=True, samesite="strict"
    )
