# SPDX-License-Identifier: Apache-2.0
"""The built front end: hashed assets for a year, all else asked for anew; the stored `.br` or `.gz` where taken."""

import mimetypes
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

from app.kit.errors import NotFound

ROOT = Path(__file__).parent.parent / "static"
FOREVER = "public, max-age=31536000, immutable"
ENCODINGS = {"br": ".br", "gzip": ".gz"}
NOT_BUILT = "The front end is not built yet. Run: make frontend\n"
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/plain", ".ftl")

router = APIRouter(include_in_schema=False)


def _bundle(folder: str, path: str, accept_encoding: str) -> Response:
    base = (ROOT / folder).resolve()
    if not base.is_dir():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    asked = (base / (path or "index.html")).resolve()
    if not asked.is_relative_to(base) or not asked.is_file() or asked.suffix in ENCODINGS.values():
        raise NotFound
    media_type = mimetypes.guess_type(asked.name)[0] or "application/octet-stream"
    headers = {"Cache-Control": FOREVER if "assets" in asked.relative_to(base).parts else "no-cache"}
    for name, suffix in ENCODINGS.items():
        packed = asked.with_name(asked.name + suffix)
        if name in accept_encoding and packed.is_file():
            headers |= {"Content-Encoding": name, "Vary": "Accept-Encoding"}
            return FileResponse(packed, media_type=media_type, headers=headers)
    return FileResponse(asked, media_type=media_type, headers=headers)


AcceptEncoding = Annotated[str, Header()]


@router.get("/")
def front() -> Response:
    return RedirectResponse("/r/", status_code=303)


@router.get("/r/{path:path}")
def reporter(path: str, accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("reporter", path, accept_encoding)


@router.get("/desk/{path:path}")
def desk(path: str, accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("desk", path, accept_encoding)


@router.get("/partners/")
def partner_page(accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("desk", "partner/index.html", accept_encoding)
