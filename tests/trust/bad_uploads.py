# SPDX-License-Identifier: Apache-2.0
"""The table of bad inputs that one request can say, and the ways to say them."""

import gzip
import json
from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import UUID

from app.kit.ids import new_id
from app.kit.problems import PROBLEMS
from tests.makers.stories import make_declaration, make_participant
from tests.trust.callers import JSON, PLACE, Caller, metadata
from tests.trust.phones import BROKEN, OCTETS, TUS, Heard

MIB = 1024 * 1024
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
FLOOD = (
    b"".join(b'--x\r\nContent-Disposition: form-data; name="a%d"\r\n\r\n1\r\n' % n for n in range(10_000))
    + b"--x--\r\n"
)
LONG_HEADER = b'--x\r\nContent-Disposition: form-data; name="' + b"a" * 1_000_000 + b'"\r\n\r\n1\r\n--x--\r\n'
BOMB = gzip.compress(b" " * 10 * MIB)
Ask = Callable[[Caller], Heard]


class Row(NamedTuple):
    ask: Ask
    status: int
    slug: str


def creates(length: object, *, told: Mapping[str, str] | None = None, **headers: str) -> Ask:
    """Somebody opens the upload of a recording that was declared."""

    def ask(caller: Caller) -> Heard:
        named = metadata({"recording_id": str(caller.recording_id), **(told or {})})
        given = {} if length is None else {"Upload-Length": str(length)}
        return caller.ask("POST", PLACE, b"", {**TUS, "Upload-Metadata": named, **given, **headers})

    return ask


def sends(offset: object = 0, body: bytes = b"OggS", **headers: str) -> Ask:
    """Somebody sends bytes to the upload that stands open."""

    def ask(caller: Caller) -> Heard:
        at = {} if offset is None else {"Upload-Offset": str(offset)}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return caller.ask("PATCH", caller.place, body, {**TUS, **OCTETS, **at, **named})

    return ask


def says(method: str, path: str, headers: str, body: bytes = b"") -> Ask:
    """Somebody writes the request by hand, and is hung up on."""

    def ask(caller: Caller) -> Heard:
        return hung_up_on(caller, caller.head(method, path.format(place=caller.place), headers) + body)

    return ask


def says_half(method: str, path: str, headers: str, body: bytes = b"") -> Ask:
    """Somebody writes the request by hand, is answered before its end, and may go on."""
    return lambda caller: caller.say(caller.head(method, path.format(place=caller.place), headers) + body)[0]


def utters(spoken: bytes) -> Ask:
    return lambda caller: hung_up_on(caller, spoken)


def carries(keys: str) -> Ask:
    """Somebody with such a key, who listens once all of it has been said."""

    def ask(caller: Caller) -> Heard:
        try:
            return caller.ask("GET", "/api/project", None, {"Authorization": f"Bearer {keys}"})
        except BROKEN:
            raise AssertionError("cut off before all was said") from None

    return ask


def opens(code: str) -> Ask:
    return lambda caller: caller.ask("POST", "/api/receipts/open", json.dumps({"code": code}).encode(), JSON)


def hung_up_on(caller: Caller, spoken: bytes) -> Heard:
    heard, is_closed = caller.say(spoken)
    assert is_closed, "the line was left open"
    return heard


def declares(**changed: object) -> Ask:
    """Somebody declares a story in which a field is not right."""

    def ask(caller: Caller) -> Heard:
        told = make_declaration([make_participant(caller.form)], sounds=1, **changed)
        return caller.ask("PUT", f"/api/stories/{new_id()}", json.dumps(told).encode(), JSON)

    return ask


def names(path: str) -> Ask:
    """Somebody asks for what has no such name."""
    return lambda caller: caller.ask("DELETE" if "uploads" in path else "GET", path, None, TUS)


BY_HAND = f"Tus-Resumable: 1.0.0\r\nContent-Type: {OCTETS['Content-Type']}\r\nUpload-Offset: 0\r\n"
ROWS: dict[str, Row] = {
    "B1 nothing": Row(creates(0), 422, "media-empty"),
    "B2 over the limit": Row(creates(10**12), 413, "media-too-large"),
    "B2 over the limit, its body not sent": Row(
        says_half("POST", PLACE, f"Tus-Resumable: 1.0.0\r\nUpload-Length: {10**12}\r\nContent-Length: {10**12}\r\n"),
        413,
        "media-too-large",
    ),
    "B3 more than declared": Row(sends(body=b"OggS" + b"x" * 70_000), 400, "upload-length-mismatch"),
    "B3 more than declared, length untold": Row(
        says_half(
            "PATCH", "{place}", BY_HAND + "Transfer-Encoding: chunked\r\n", b"11170\r\nOggS" + b"x" * 69_996 + b"\r\n"
        ),
        400,
        "upload-length-mismatch",
    ),
    "B4 another place": Row(sends(7), 409, "upload-offset-conflict"),
    "B7 a garbled chunk": Row(sends(Upload_Checksum="sha1 " + "A" * 27 + "="), 460, "upload-checksum-mismatch"),
    **{
        f"B9 length {length!r}": Row(creates(length), 400, "malformed-request")
        for length in ("-1", "1.5", str(2**63), "many", "", None)
    },
    **{
        f"B9 offset {offset!r}": Row(sends(offset), 400, "malformed-request")
        for offset in ("-1", "1.5", str(2**63), "many", "", None)
    },
    "B10 another version": Row(sends(Tus_Resumable="0.2.2"), 412, "upload-version"),
    "B11 another type": Row(sends(Content_Type="application/octet-stream"), 415, "unsupported-media-type"),
    "B11 a form for a PATCH": Row(sends(Content_Type=MULTIPART["Content-Type"]), 415, "unsupported-media-type"),
    "B15 another length": Row(creates(59_999), 409, "idempotency-mismatch"),
    "B15 another hash": Row(creates(60_000, told={"sha256": "0" * 64}), 409, "idempotency-mismatch"),
    "B17 hardly a byte of JSON": Row(
        says("PUT", f"/api/stories/{new_id()}", "Content-Type: application/json\r\nContent-Length: 50\r\n", b"{"),
        408,
        "timeout",
    ),
    "B17 hardly a byte of a head": Row(utters(b"PATCH /api/upl"), 408, "timeout"),
    "B18 a flood of parts": Row(lambda caller: caller.ask("POST", "/s/", FLOOD, MULTIPART), 400, "malformed-request"),
    "B18 a part's header without end": Row(
        lambda caller: caller.ask("POST", "/s/", LONG_HEADER, MULTIPART), 400, "malformed-request"
    ),
    "B18 a form of two megabytes": Row(
        lambda caller: caller.ask("POST", "/s/", LONG_HEADER * 2, MULTIPART), 413, "malformed-request"
    ),
    "B18 parts for an upload": Row(
        lambda caller: caller.ask("POST", PLACE, FLOOD, {**TUS, **MULTIPART}), 400, "malformed-request"
    ),
    "B18 parts for a story": Row(
        lambda caller: caller.ask("PUT", f"/api/stories/{new_id()}", FLOOD, MULTIPART), 400, "malformed-request"
    ),
    "B19 a negative length": Row(
        says("PATCH", "{place}", BY_HAND + "Content-Length: -5\r\n"), 400, "malformed-request"
    ),
    "B19 two lengths": Row(
        says(
            "PATCH",
            "{place}",
            BY_HAND + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            b"5\r\nOggSx\r\n0\r\n\r\n",
        ),
        400,
        "malformed-request",
    ),
    "B19 two unequal lengths": Row(
        says("PATCH", "{place}", BY_HAND + "Content-Length: 5\r\nContent-Length: 6\r\n"), 400, "malformed-request"
    ),
    "B19 chunks that are none": Row(
        says("PATCH", "{place}", BY_HAND + "Transfer-Encoding: chunked\r\n", b"zz\r\nOggS"), 400, "malformed-request"
    ),
    "B19 no HTTP at all": Row(utters(b"\x16\x03\x01\x00\r\n\r\n"), 400, "malformed-request"),
    "B20 a packed story": Row(
        lambda caller: caller.ask("PUT", f"/api/stories/{new_id()}", BOMB, {"Content-Encoding": "gzip"}),
        415,
        "unsupported-media-type",
    ),
    "B20 packed sound": Row(sends(body=BOMB, Content_Encoding="gzip"), 415, "unsupported-media-type"),
    "B72 a key of ten megabytes": Row(carries("hw_" + "k" * 10_000_000), 431, "header-too-large"),
    "B72 a thousand keys": Row(
        carries(", ".join(f"hw_{number:048}" for number in range(1000))), 431, "header-too-large"
    ),
    **{
        f"B78 {path}{name[:40]}": Row(names(path + name), status, slug)
        for path in ("/api/stories/", "/api/uploads/")
        for name, status, slug in (
            ("1", 404, "not-found"),
            ("0192F3C4-0000-7000-8000-00000000000A", 404, "not-found"),
            ("%00", 404, "not-found"),
            ("..%2f..%2fetc", 404, "not-found"),
            ("x" * 5000, 414, "uri-too-long"),
        )
    },
    "B91 a language that is none": Row(declares(language="xx-YYYY"), 422, "validation"),
    "B91 a zone on Mars": Row(declares(recorded_at="2026-11-22T10:00:00[Mars/Base]"), 422, "validation"),
    "B91 beyond the pole": Row(declares(place={"lat": 91, "lon": "NaN"}), 422, "validation"),
    "B91 no number": Row(
        lambda caller: caller.ask("PUT", f"/api/stories/{new_id()}", b'{"place": {"lat": 1, "lon": NaN}}', JSON),
        400,
        "malformed-request",
    ),
}


def assert_refused(heard: Heard, status: int, slug: str) -> None:
    """As RFC 9457 says it, and with nothing of what was sent."""
    assert (heard.status, heard.headers.get("content-type")) == (status, "application/problem+json"), heard
    told = json.loads(heard.body)
    assert (told["code"], told["status"]) == (slug, status), heard
    assert set(told) <= {"type", "title", "status", "detail", "code", "request_id", "errors"}
    assert (told["type"], told["title"]) == (f"/problems/{slug}", PROBLEMS[slug].title)
    assert UUID(told["request_id"])
    assert heard.headers["cache-control"] == "no-store"
    if status in {429, 503, 507}:
        assert int(heard.headers["retry-after"]) > 0
