# SPDX-License-Identifier: Apache-2.0
"""The built front end: hashed assets for a year, all else asked for anew; the stored `.br` or `.gz` where taken.

Assets of older builds are kept in the data folder: whoever opened a page just before an update still gets its parts.
"""

import mimetypes
import os
import shutil
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

from app.kit import clock
from app.kit.errors import NotFound
from app.settings import settings

ROOT = Path(__file__).parent.parent / "static"
FOREVER = "public, max-age=31536000, immutable"
ENCODINGS = {"br": ".br", "gzip": ".gz"}
ASSETS = "assets"
KEPT_FOR = timedelta(days=90)
NOT_BUILT = "The front end is not built yet. Run: make frontend\n"
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/plain", ".ftl")

router = APIRouter(include_in_schema=False)


def older_assets() -> Path:
    return settings().data_dir / "older-assets"


@lru_cache(maxsize=1)
def keep_assets(folder: Path, today: date) -> None:
    """Copy the assets of this build to where later builds find them, and drop what no build has had for 90 days."""
    del today
    at = clock.now()
    with suppress(OSError):  # a full disk must not keep anybody from opening the pages
        for asset in ROOT.glob(f"*/{ASSETS}/*"):
            _keep(asset, folder / asset.relative_to(ROOT), at.timestamp())
        for copy in folder.glob(f"*/{ASSETS}/*"):
            if copy.stat().st_mtime < (at - KEPT_FOR).timestamp():
                copy.unlink(missing_ok=True)


def _keep(asset: Path, copy: Path, at: float) -> None:
    if not copy.is_file():
        copy.parent.mkdir(parents=True, exist_ok=True)
        partial = copy.with_name(f".{copy.name}.{os.getpid()}")
        shutil.copyfile(asset, partial)
        partial.replace(copy)
    os.utime(copy, (at, at))


def _found(folder: str, path: str) -> Path:
    """The file of this build, or the asset of an older one."""
    older = older_assets()
    keep_assets(older, clock.now().date())
    for root in (ROOT, older):
        base = (root / folder).resolve()
        asked = (base / (path or "index.html")).resolve()
        if not asked.is_relative_to(base) or asked.suffix in ENCODINGS.values() or asked.name.startswith("."):
            raise NotFound
        if asked.is_file():
            return asked
    raise NotFound


def _bundle(folder: str, path: str, accept_encoding: str) -> Response:
    if not (ROOT / folder).is_dir():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    asked = _found(folder, path)
    media_type = mimetypes.guess_type(asked.name)[0] or "application/octet-stream"
    headers = {"Cache-Control": FOREVER if asked.parent.name == ASSETS else "no-cache"}
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


@router.api_route("/r/{path:path}", methods=["GET", "HEAD"])
def reporter(path: str, accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("reporter", path, accept_encoding)


@router.post("/r/share")
def shared_without_worker() -> Response:
    """The phone's own worker takes what is shared; where it is not there yet, the page asks for the file."""
    return RedirectResponse("/r/#/received/choose", status_code=303)


@router.get("/desk/{path:path}")
def desk(path: str, accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("desk", path, accept_encoding)


@router.get("/partners/")
def partner_page(accept_encoding: AcceptEncoding = "") -> Response:
    return _bundle("desk", "partner/index.html", accept_encoding)
