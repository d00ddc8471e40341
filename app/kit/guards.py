# SPDX-License-Identifier: Apache-2.0
"""What every request passes before a route sees it, and every answer on its way out."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import structlog
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kit import ballast, bodies
from app.kit.errors import (
    BodyTooLarge,
    CrossSite,
    DomainError,
    Fault,
    Forbidden,
    FormTooLarge,
    HeaderTooLarge,
    MalformedRequest,
    MethodNotAllowed,
    Misdirected,
    NotAcceptable,
    NotText,
    UnsupportedMediaType,
    UriTooLong,
)
from app.kit.ids import new_id
from app.settings import settings

LONGEST_PATH = 2_000
LARGEST_HEADERS = 16 * 1024
LARGEST_JSON = 1024 * 1024
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
DEEPEST_JSON = 100
THREADS = 200
"""For doors and their answers: more than can ever wait for the database (`kit/db.py`), or whoever holds it starves."""

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)
_OFF = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), payment=(), usb=()"
PERMISSIONS = {
    "/r/": f"{_OFF}, microphone=(self), screen-wake-lock=(self)",
    "/desk/": f"{_OFF}, microphone=(self), screen-wake-lock=()",
}
PERMISSIONS_ELSEWHERE = f"{_OFF}, microphone=(), screen-wake-lock=()"
ALWAYS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
HSTS = "max-age=31536000"
OVERRIDES = frozenset({"x-http-method-override", "x-http-method", "x-method-override"})
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
ANSWERABLE = ("*/*", "application/", "audio/", "text/*", "text/vtt", "text/plain", "text/event-stream", "image/")
log = structlog.get_logger()
Render = Callable[[DomainError, str], tuple[int, dict[str, str], bytes]]


def is_api(path: str) -> bool:
    return path.startswith(("/api/", "/partner/v1"))


def is_upload(path: str) -> bool:
    return path.startswith("/api/uploads")


class Guards:
    """Refuses what no route should see; gives each request its id and each answer its headers."""

    def __init__(self, app: ASGIApp, *, render: Render) -> None:
        self.app = app
        self.render = render

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            to_thread.current_default_thread_limiter().total_tokens = THREADS
            await to_thread.run_sync(ballast.lay)
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = str(new_id())
        scope.setdefault("state", {})["request_id"] = request_id
        answer = Answering(send, scope["path"], request_id)
        try:
            _check(scope)
            await self.app(scope, await _checked_json(scope, receive), answer)
        except DomainError as refusal:
            await _refuse(answer, scope, *self.render(refusal, request_id))
        except bodies.CallerLeft:
            return
        except Exception as error:
            if answer.has_begun:
                raise
            told = {"error": type(error).__name__, "place": _place_of(error), "request_id": request_id}
            log.error("fault", **told)  # noqa: TRY400 - a traceback would hold what people said
            await _refuse(answer, scope, *self.render(Fault(), request_id))


def _check(scope: Scope) -> None:
    headers = Headers(scope=scope)
    _check_size(scope)
    _check_place(scope["method"], headers, overrides=is_upload(scope["path"]))
    _check_framing(headers)
    _check_form(scope, headers)
    if is_api(scope["path"]):
        _check_api(headers)
    _check_origin(scope["method"], scope["path"], headers)


def _check_size(scope: Scope) -> None:
    if len(scope.get("raw_path", b"")) > LONGEST_PATH:
        raise UriTooLong
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
        raise HeaderTooLarge


def _check_place(method: str, headers: Headers, *, overrides: bool) -> None:
    if not _is_our_host(headers.get("host", "")):
        raise Misdirected
    if method not in METHODS or (not overrides and OVERRIDES.intersection(headers.keys())):
        raise MethodNotAllowed
    if method == "OPTIONS" and "access-control-request-method" in headers:
        raise Forbidden


def _check_framing(headers: Headers) -> None:
    if headers.get("content-encoding", "identity") != "identity":
        raise UnsupportedMediaType
    if "content-length" in headers and "transfer-encoding" in headers:
        raise MalformedRequest(headers={"Connection": "close"})
    if not headers.get("content-length", "0").isdigit():
        raise MalformedRequest(headers={"Connection": "close"})


def _check_form(scope: Scope, headers: Headers) -> None:
    """Forms in parts are for pages; the desk and tus's `PATCH` name the type they take instead."""
    page_or_own = scope["path"].startswith(("/s/", "/api/desk", "/r/share")) or scope["method"] == "PATCH"
    if headers.get("content-type", "").lower().startswith("multipart/") and not page_or_own:
        raise MalformedRequest


def _check_api(headers: Headers) -> None:
    if not any(part.strip().startswith(ANSWERABLE) for part in headers.get("accept", "*/*").split(",")):
        raise NotAcceptable
    if headers.get("service-worker") == "script":
        raise Forbidden


def _check_origin(method: str, path: str, headers: Headers) -> None:
    """A write that a browser would send with the desk's cookie must come from our own pages (trust.md §2)."""
    if method in {"GET", "HEAD", "OPTIONS"} or not path.startswith("/api/desk"):
        return
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise CrossSite
    if headers.get("origin", "null" if "cookie" in headers else "") not in {"", *_own_origins(headers.get("host", ""))}:
        raise CrossSite
    body_expected = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
    if body_expected and not headers.get("content-type", "").startswith("application/json"):
        raise UnsupportedMediaType


def _own_origins(host: str) -> set[str]:
    public = urlsplit(settings().public_url)
    return {f"{public.scheme}://{public.netloc}", f"{public.scheme}://{host}"}


def _is_our_host(host: str) -> bool:
    public = urlsplit(settings().public_url)
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return host == public.netloc or name == public.hostname or name in LOOPBACK


def _no_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made


def _no_constant(_name: str) -> None:
    raise ValueError("no JSON number")


async def _checked_json(scope: Scope, receive: Receive) -> Receive:
    """Read the body whole, bounded; refuse JSON that RFC 8259 or our limits refuse; hand on the same bytes."""
    headers = Headers(scope=scope)
    if scope["method"] in {"GET", "HEAD", "OPTIONS", "DELETE"} or is_upload(scope["path"]):
        return receive
    too_large = FormTooLarge if headers.get("content-type", "").lower().startswith("multipart/") else BodyTooLarge
    if int(headers.get("content-length", "0")) > LARGEST_JSON:
        raise too_large
    held = bytearray()
    async for piece in bodies.pieces(receive):
        held += piece
        if len(held) > LARGEST_JSON:
            raise too_large
    body = bytes(held)
    if body and headers.get("content-type", "").startswith("application/json"):
        _check_json(body)
    return _again({"type": "http.request", "body": body, "more_body": False}, then=receive)


def _check_json(body: bytes) -> None:
    try:
        told = body.decode()
    except UnicodeDecodeError:
        raise NotText from None
    try:
        json.loads(told, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise MalformedRequest from None
    if _depth(body) > DEEPEST_JSON:
        raise MalformedRequest


def _depth(body: bytes) -> int:
    deepest = now = 0
    for bracket in re.findall(rb"[\[{\]}]", re.sub(rb'"(?:[^"\\]|\\.)*"', b"", body)):
        now += 1 if bracket in b"[{" else -1
        deepest = max(deepest, now)
    return deepest


def _again(message: Message, *, then: Receive) -> Receive:
    waiting = [message]

    async def receive() -> Message:
        return waiting.pop() if waiting else await then()

    return receive


class Answering:
    """The way out: puts our headers on every answer, and knows whether one has begun."""

    def __init__(self, send: Send, path: str, request_id: str) -> None:
        self.has_begun = False
        self._send, self._path, self._request_id = send, path, request_id

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            self._dress(MutableHeaders(scope=message))
        await self._send(message)

    def _dress(self, headers: MutableHeaders) -> None:
        for name, value in ALWAYS.items():
            headers.setdefault(name, value)
        headers["X-Request-Id"] = self._request_id
        headers.setdefault("Permissions-Policy", _permissions(self._path))
        if settings().public_url.startswith("https:"):
            headers.setdefault("Strict-Transport-Security", HSTS)
        partner = self._path.startswith("/partner/v1")
        headers.setdefault("Cache-Control", "private, no-cache" if partner else "no-store")


def _permissions(path: str) -> str:
    return next((told for prefix, told in PERMISSIONS.items() if path.startswith(prefix)), PERMISSIONS_ELSEWHERE)


def _place_of(error: BaseException) -> str:
    """File and line where it was raised; never what was in hand there."""
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    return f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else ""


async def _refuse(send: Send, scope: Scope, status: int, headers: dict[str, str], body: bytes) -> None:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
