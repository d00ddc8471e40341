# SPDX-License-Identifier: Apache-2.0
"""What every door of the partner API has in common."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.routing import APIRoute

from app.kit.errors import DomainError, PreconditionRequired, Validation

PRIVATE = {"Cache-Control": "private, no-cache"}
KEY_LONGEST = 255


class Metered(APIRoute):
    """Every answer to a known key says how many calls are left, refusals too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def metered(request: Request) -> Response:
            try:
                response = await answer(request)
            except DomainError as refusal:
                refusal.headers = {**_rate(request), **PRIVATE, **refusal.headers}
                raise
            response.headers.update({**_rate(request), **PRIVATE})
            return response

        return metered


def _rate(request: Request) -> dict[str, str]:
    rate = getattr(request.state, "rate", None)
    return rate.headers if rate is not None else {}


def required_key(idempotency_key: str | None) -> str:
    """Raises 428 without one, 422 for one of no length or too much."""
    if idempotency_key is None:
        raise PreconditionRequired("Send an Idempotency-Key, so that a repeated call does not do it twice.")
    if not 1 <= len(idempotency_key) <= KEY_LONGEST:
        raise Validation(errors=[{"pointer": "/header/idempotency-key", "rule": "too_long"}])
    return idempotency_key


IdempotencyHeader = Annotated[str | None, Header()]
