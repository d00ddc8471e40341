# SPDX-License-Identifier: Apache-2.0
"""The room's verbs: blob keys and spans in, blob keys out. Every byte of sound is touched in a walled child."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

import app
from app.kit.blobs import store
from app.kit.workrooms import workroom
from app.media import rules
from app.media.errors import (
    Empty,
    Encrypted,
    ForbiddenContainer,
    SandboxFailed,
    TooLong,
    TypeMismatch,
    Undecodable,
)
from app.media.pcm import HEARING_RATE, RATE

DECODE_CPU_S: Final = 60
DECODE_WALL_S: Final = 120
RENDER_BASE_S: Final = 30
LONGEST_REPLY: Final = 1 << 20
FLAC: Final = "audio/flac"

_REFUSALS = {
    refusal.slug: refusal for refusal in (Empty, Encrypted, ForbiddenContainer, TooLong, TypeMismatch, Undecodable)
}
_HOME = Path(app.__file__).parent.parent


@dataclass(frozen=True)
class Sound:
    """Joined sound for an engine: mono floats at 16 kHz, valid while the context that gave it is open. `parts_ms`:
    how long each recording is, without the gap before it. `truncated`: which of them (from 0) broke off. `left_out`:
    which found no more room."""

    pcm: NDArray[np.float32]
    duration_ms: int
    parts_ms: list[int]
    truncated: list[int]
    left_out: list[int]


@dataclass(frozen=True)
class Rendition:
    key: str
    media_type: str
    bytes: int
    sha256: str
    duration_ms: int


@dataclass(frozen=True)
class Playback:
    """The same sound twice, for players that share no format, and its peaks. `truncated`: which originals (from 0)
    broke off. `left_out`: which found no more room."""

    opus: Rendition
    aac: Rendition
    peaks_key: str
    duration_ms: int
    truncated: list[int]
    left_out: list[int]


@dataclass(frozen=True)
class Muted:
    """What takes an original's place. `truncated`: an original broke off."""

    copy: Rendition
    truncated: bool


@dataclass(frozen=True)
class SandboxReport:
    """`missing`: walls this kernel does not give. `escapes`: what a child could really do in spite of them."""

    missing: list[str]
    escapes: list[str]


def check_head(head: bytes) -> None:
    """Refuses what is no sound by its first bytes (4096 are plenty): `Empty`, `ForbiddenContainer`, `TypeMismatch`."""
    rules.sniff(head)


@contextmanager
def decode(keys: Sequence[str], *, max_ms: int, gaps_ms: Sequence[int] = ()) -> Iterator[Sound]:
    """The recordings joined in this order, longest `max_ms` without the gaps; gone when the context closes. Where they
    are longer together, the first that does not fit is left out whole, and all after it.

    `gaps_ms` is how long nobody recorded before each of them, as phones tell it. `rules.gaps` says how much silence
    that becomes; every verb here joins in the same way, so that a time in one copy is the same moment in another.
    Raises `Unplayable` (its slug names the quarantine), `ForbiddenContainer` or `TypeMismatch` for what the bytes are,
    and `SandboxFailed` for what they are not to blame for.
    """
    with _decoded(keys, gaps_ms, rate=HEARING_RATE, max_ms=max_ms) as (work, reply):
        pcm = np.memmap(work / "sound.pcm", np.float32, "r")
        yield Sound(pcm, reply["duration_ms"], reply["parts_ms"], reply["truncated"], reply["left_out"])


def make_playback(keys: Sequence[str], *, prefix: str, max_ms: int, gaps_ms: Sequence[int] = ()) -> Playback:
    """Copies to listen to, kept under `prefix`: whole, of an even loudness (EBU R 128, one gain from end to end).
    Raises as `decode` does."""
    return _rendered(keys, [], prefix, max_ms, gaps_ms)


def render(
    keys: Sequence[str], *, spans: Sequence[tuple[int, int]], prefix: str, max_ms: int, gaps_ms: Sequence[int] = ()
) -> Playback:
    """Sound that may leave: a tone where the spans (ms, padded by the caller's rules) are, and an even loudness.

    Raises as `decode` does, and `ValueError` for spans that are out of order, overlap or end before they start.
    """
    _require_order(spans)
    return _rendered(keys, spans, prefix, max_ms, gaps_ms)


def _rendered(
    keys: Sequence[str], spans: Sequence[tuple[int, int]], prefix: str, max_ms: int, gaps_ms: Sequence[int]
) -> Playback:
    with _decoded(keys, gaps_ms, rate=RATE, max_ms=max_ms) as (work, decoded):
        seconds = RENDER_BASE_S + decoded["duration_ms"] // 1000 // 5
        request = {"op": "encode", "spans": _within(spans, decoded["duration_ms"])}
        _, reply = _run(request, inputs=[], work=work, cpu_s=seconds, wall_s=4 * seconds)
        peaks_key = f"{prefix}/peaks.json"
        store().put(peaks_key, work / "peaks.json")
        duration_ms = reply["duration_ms"]
        return Playback(
            opus=_keep(work / "sound.ogg", f"{prefix}/sound.ogg", "audio/ogg; codecs=opus", duration_ms),
            aac=_keep(work / "sound.m4a", f"{prefix}/sound.m4a", "audio/mp4", duration_ms),
            peaks_key=peaks_key,
            duration_ms=duration_ms,
            truncated=decoded["truncated"],
            left_out=decoded["left_out"],
        )


def mute(
    keys: Sequence[str], *, spans: Sequence[tuple[int, int]], prefix: str, max_ms: int, gaps_ms: Sequence[int] = ()
) -> Muted:
    """The recordings as one, with silence where the spans (ms, as `render` takes them) are, and of the same length:
    every time said about the sound stays true. Loudness as it was. Raises as `render` does, and `TooLong` rather than
    leave one out."""
    _require_order(spans)
    with _decoded(keys, gaps_ms, rate=RATE, max_ms=max_ms) as (work, decoded):
        if decoded["left_out"]:
            raise TooLong
        request = {"op": "mute", "spans": _within(spans, decoded["duration_ms"])}
        seconds = RENDER_BASE_S + decoded["duration_ms"] // 1000 // 5
        _, reply = _run(request, inputs=[], work=work, cpu_s=seconds, wall_s=4 * seconds)
        kept = _keep(work / "sound.flac", f"{prefix}/sound.flac", FLAC, reply["duration_ms"])
        return Muted(kept, bool(decoded["truncated"]))


def sandbox_report() -> SandboxReport:
    """What the walls are worth on this machine, tried from inside a child."""
    with TemporaryDirectory(prefix="media-") as folder:
        work, foreign = Path(folder, "work"), Path(folder, "foreign")
        work.mkdir()
        foreign.write_bytes(b"not yours")
        request = {"op": "escapes", "foreign": str(foreign), "outside": str(Path(folder, "outside"))}
        missing, reply = _run(request, inputs=[], work=work, cpu_s=DECODE_CPU_S, wall_s=DECODE_WALL_S)
        return SandboxReport(missing, reply["escapes"])


def _require_order(spans: Sequence[tuple[int, int]]) -> None:
    edges = [edge for span in spans for edge in span]
    if edges != sorted(edges) or any(edge < 0 for edge in edges):
        raise ValueError("spans must be apart and in order")


def _within(spans: Sequence[tuple[int, int]], duration_ms: int) -> list[tuple[int, int]]:
    return [(start, min(end, duration_ms)) for start, end in spans if start < duration_ms]


def _keep(path: Path, key: str, media_type: str, duration_ms: int) -> Rendition:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    store().put(key, path)
    return Rendition(key, media_type, path.stat().st_size, digest, duration_ms)


@contextmanager
def _decoded(
    keys: Sequence[str], gaps_ms: Sequence[int], *, rate: int, max_ms: int
) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A folder that holds `sound.pcm`, and what is known about it."""
    if not keys:
        raise Empty
    with workroom() as folder:
        work = folder / "work"
        work.mkdir()
        inputs = [folder / str(place) for place in range(len(keys))]
        for key, path in zip(keys, inputs, strict=True):
            store().fetch(key, path)
        gaps = rules.gaps(gaps_ms, len(keys))
        request = {"op": "decode", "rate": rate, "max_ms": max_ms, "gaps_ms": gaps}
        _, reply = _run(request, inputs=inputs, work=work, cpu_s=DECODE_CPU_S, wall_s=DECODE_WALL_S)
        for path in inputs:
            path.unlink()
        yield work, reply


def _run(
    request: Mapping[str, Any], *, inputs: Sequence[Path], work: Path, cpu_s: int, wall_s: int
) -> tuple[list[str], Mapping[str, Any]]:
    """The missing walls and the child's reply. A child that dies at its work is the sound's doing: `Undecodable`."""
    asked = {
        **request,
        "inputs": [str(path) for path in inputs],
        "out": str(work),
        "cpu_s": cpu_s,
        "parent": os.getpid(),
    }
    with (work.parent / "reply").open("w+b") as told:
        status = _supervise(json.dumps(asked).encode(), told, wall_s)
        told.seek(0)
        lines = told.read(LONGEST_REPLY).splitlines()
    if not lines:
        raise SandboxFailed("the media child did not start")
    missing, reply = json.loads(lines[0])["missing"], json.loads(lines[1]) if len(lines) > 1 else {}
    if refused := reply.get("refused"):
        if not inputs:
            raise SandboxFailed("the media child could not read what it made")
        raise _REFUSALS[refused]
    if not reply:
        raise Undecodable if inputs and status < 0 else SandboxFailed("the media child failed at its work")
    return missing, reply


def _supervise(request: bytes, told: IO[bytes], wall_s: int) -> int:
    child = subprocess.Popen(
        [sys.executable, "-s", "-m", "app.media.child"],
        cwd=_HOME,
        env={"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=told,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        child.communicate(request, timeout=wall_s)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return child.returncode
