# SPDX-License-Identifier: Apache-2.0
"""What must outlive the database: one line for each deed that no older copy may undo, kept beside it and beside every
backup. Keyed hashes, ids and times; never a word that anybody said.

Lines are numbered and each is bound to the one before it, so that one changed, taken out or put in is found. The home
copy is the truth, and every other place holds its beginning: whatever it lacks is added with the next line.
"""

import fcntl
import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import structlog
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.kit.db import HouseSession
from app.kit.keys import derive
from app.settings import settings

NAME = "ledger.jsonl"
PLACES = "places"
START = "0" * 64
MARK_CHARACTERS = 64
TAIL_BYTES = 64 * 1024
Line = Mapping[str, Any]
log = structlog.get_logger()


class DaybookDamaged(RuntimeError):
    """A line was changed, taken out or put in, or was written by another house."""


def mark(kind: str, value: object) -> str:
    """What stands for an id where nobody may learn it."""
    return hmac.new(derive("daybook"), f"{kind}\x1f{value}".encode(), hashlib.sha256).hexdigest()


def home() -> Path:
    return (settings().ledger_dir or settings().data_dir / "ledger").resolve()


def keep_with(session: Session, line: Line) -> None:
    """Kept as soon as the caller's transaction is committed, and before its door answers. A disk that refuses it fails
    nobody's transaction: housekeeping adds what is missing."""
    session.info.setdefault("daybook", []).append(line)


@event.listens_for(HouseSession, "after_commit")
def _keep_waiting(session: Session) -> None:
    waiting = session.info.pop("daybook", [])
    if not waiting:
        return
    try:
        keep(waiting)
    except Exception as fault:  # noqa: BLE001 - what is committed is so, whatever a disk says
        log.error("daybook_not_kept", lines=len(waiting), error=type(fault).__name__)  # noqa: TRY400


@event.listens_for(HouseSession, "after_soft_rollback")
def _forget_waiting(session: Session, _before: object) -> None:
    session.info.pop("daybook", None)


def keep(lines: Iterable[Line]) -> None:
    """Durable at home once this returns, and in every other place that is there now. Raises where home is not."""
    with _at_home() as file:
        number, before = _last(file)
        written = b""
        for line in lines:
            number, before, told = number + 1, *_bind(number + 1, before, line)
            written += told
        file.write(written)
        _settle(file)
        for place in _places():
            _bring_up_to_date(place, file)


def read(folder: Path) -> list[dict[str, Any]]:
    """Every line there, oldest first; of one that a power cut left half written nobody was told. Raises
    `DaybookDamaged`, and `FileNotFoundError` where there is none."""
    told: list[dict[str, Any]] = []
    before = START
    whole, _, _ = (folder / NAME).read_bytes().rpartition(b"\n")
    for number, raw in enumerate(whole.split(b"\n") if whole else [], start=1):
        bound, body = raw[:MARK_CHARACTERS].decode("ascii", "replace"), raw[MARK_CHARACTERS + 1 :]
        if not hmac.compare_digest(bound.encode(), _mac(number, before, body).encode()):
            raise DaybookDamaged(f"Line {number} of {folder / NAME} is not as this house wrote it.")
        told.append(json.loads(body))
        before = bound
    return told


def stands() -> bool:
    return (home() / NAME).exists()


def add_place(folder: Path) -> None:
    """From here on every line is kept there too, beginning with all that are here. Raises `DaybookDamaged` where what
    lies there is not the beginning of ours."""
    with _at_home() as file:
        _add_to(folder, file)
        known = _places()
        if folder not in known:
            list_of_places = "".join(f"{place}\n" for place in (*known, folder))
            _replace(home() / PLACES, list_of_places.encode())


def adopt(folder: Path) -> None:
    """Go on from the lines there, where ours are their beginning. Raises `DaybookDamaged` where they differ."""
    with _at_home() as file, (folder / NAME).open("rb") as theirs:
        missing = _beyond(theirs, file)
        if missing is None:
            if _beyond(file, theirs) is None:
                raise DaybookDamaged(f"The ledger in {folder} and the one in {home()} have gone different ways.")
            return
        file.write(missing)
        _settle(file)


def away() -> list[Path]:
    """Places that cannot be reached, or lack something."""
    if not stands():
        return []
    size = (home() / NAME).stat().st_size
    return [place for place in _places() if not (place / NAME).exists() or (place / NAME).stat().st_size < size]


@contextmanager
def _at_home() -> Iterator[IO[bytes]]:
    """Our own copy, to be written by nobody else meanwhile."""
    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    is_new = not stands()
    with (home() / NAME).open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if is_new:
            (home() / NAME).chmod(0o600)
            _sync_folder(home())
        _drop_half_a_line(file)
        yield file


def _drop_half_a_line(file: IO[bytes]) -> None:
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - TAIL_BYTES))
    _, newline, half = file.read().rpartition(b"\n")
    if half:
        file.truncate(end - len(half) if newline else 0)
    file.seek(0, os.SEEK_END)


def _last(file: IO[bytes]) -> tuple[int, str]:
    """Number and binding of the last line."""
    end = file.seek(0, os.SEEK_END)
    if end == 0:
        return 0, START
    file.seek(max(0, end - TAIL_BYTES))
    last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
    file.seek(0, os.SEEK_END)
    return json.loads(last[MARK_CHARACTERS + 1 :])["n"], last[:MARK_CHARACTERS].decode()


def _bind(number: int, before: str, line: Line) -> tuple[str, bytes]:
    body = json.dumps({"n": number, **line}, separators=(",", ":"), ensure_ascii=True).encode()
    bound = _mac(number, before, body)
    return bound, bound.encode() + b" " + body + b"\n"


def _mac(number: int, before: str, body: bytes) -> str:
    told = f"{number}\x1f{before}\x1f".encode() + body
    return hmac.new(derive("daybook"), told, hashlib.sha256).hexdigest()


def _places() -> Sequence[Path]:
    try:
        return [Path(place) for place in (home() / PLACES).read_text(encoding="utf-8").splitlines() if place]
    except FileNotFoundError:
        return []


def _bring_up_to_date(place: Path, ours: IO[bytes]) -> None:
    """A place that is away, or is not ours any more, holds up nobody."""
    try:
        if not (place / NAME).exists():
            raise FileNotFoundError(place / NAME)
        _add_to(place, ours)
    except (OSError, DaybookDamaged) as fault:
        log.error("daybook_place_away", place=str(place), error=type(fault).__name__)  # noqa: TRY400


def _add_to(place: Path, ours: IO[bytes]) -> None:
    with (place / NAME).open("a+b") as theirs:
        _drop_half_a_line(theirs)
        missing = _beyond(ours, theirs)
        if missing is None:
            raise DaybookDamaged(f"The ledger in {place} is another house's, or has gone another way.")
        theirs.write(missing)
        _settle(theirs)
    _sync_folder(place)


def _beyond(longer: IO[bytes], shorter: IO[bytes]) -> bytes | None:
    """What `longer` has after the end of `shorter`; None where that is not its beginning."""
    end = shorter.seek(0, os.SEEK_END)
    start = max(0, end - TAIL_BYTES)
    shorter.seek(start)
    longer.seek(start)
    tail = shorter.read()
    found = longer.read()
    return found[len(tail) :] if found.startswith(tail) else None


def _settle(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(data)
        _settle(file)
    fresh.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
