# SPDX-License-Identifier: Apache-2.0
"""Every refusal, whoever raised it, as `application/problem+json` (RFC 9457) and never an echo of what was sent."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from app.kit.errors import (
    BodyTooLarge,
    DomainError,
    MalformedRequest,
    MethodNotAllowed,
    NotFound,
    Unavailable,
    UnsupportedMediaType,
    Validation,
)
from app.kit.problems import PROBLEMS
from app.kit.shapes import Shape

MEDIA_TYPE = "application/problem+json"
BY_STATUS: dict[int, type[DomainError]] = {
    400: MalformedRequest,
    404: NotFound,
    405: MethodNotAllowed,
    413: BodyTooLarge,
    415: UnsupportedMediaType,
    422: Validation,
}
log = structlog.get_logger()


def render(refusal: DomainError, request_id: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one refusal."""
    problem = PROBLEMS[refusal.slug]
    told: dict[str, Any] = {
        "type": f"/problems/{refusal.slug}",
        "title": problem.title,
        "status": refusal.status,
        "detail": refusal.detail or problem.detail,
        "code": refusal.slug,
        "request_id": request_id,
    }
    if refusal.errors:
        told["errors"] = refusal.errors
    body = json.dumps(told, ensure_ascii=False).encode()
    return refusal.status, {**refusal.headers, "Content-Type": MEDIA_TYPE, "Content-Length": str(len(body))}, body


def respond(request: Request, refusal: DomainError) -> Response:
    status, headers, body = render(refusal, request.scope["state"]["request_id"])
    return Response(b"" if request.method == "HEAD" else body, status_code=status, headers=headers)


def _declared_only(problems: Sequence[Any]) -> list[dict[str, str]]:
    """Pointers of declared names and the rule that failed; an unknown field is reported at its parent."""
    told = []
    for problem in problems:
        path = [str(part) for part in problem["loc"][1:]]
        if problem["type"] == "extra_forbidden":
            path = path[:-1]
        if problem["loc"][0] != "body":
            path = [str(problem["loc"][0]), *path]
        told.append({"pointer": "/" + "/".join(part for part in path if _is_declared(part)), "rule": problem["type"]})
    return told


def _is_declared(part: str) -> bool:
    return part.isdigit() or part in _declared_names()


@lru_cache(maxsize=1)
def _declared_names() -> frozenset[str]:
    """Every field that some shape of ours names, and the places a value can come from."""
    shapes, names = [Shape], {"query", "header", "cookie", "body"}
    while shapes:
        shape = shapes.pop()
        shapes += shape.__subclasses__()
        names |= set(shape.model_fields)
    return frozenset(names)


def _refusal(request: Request, refusal: DomainError) -> Response:
    return respond(request, refusal)


def _shape(request: Request, error: RequestValidationError) -> Response:
    problems = error.errors()
    if any(problem["type"] == "json_invalid" for problem in problems):
        return respond(request, MalformedRequest())
    if any(problem["loc"][0] == "path" for problem in problems):
        return respond(request, NotFound())
    return respond(request, Validation(errors=_declared_only(problems)))


def _framework(request: Request, error: HTTPException) -> Response:
    kind = BY_STATUS.get(error.status_code, MalformedRequest)
    return respond(request, kind(headers=error.headers))


def _database_away(request: Request, _error: OperationalError) -> Response:
    log.error("database_away", request_id=request.scope["state"]["request_id"])
    return respond(request, Unavailable())


def install(app: FastAPI) -> None:
    """Make this app answer every refusal as a problem."""
    app.exception_handlers |= {
        DomainError: _refusal,
        RequestValidationError: _shape,
        HTTPException: _framework,
        OperationalError: _database_away,
    }
