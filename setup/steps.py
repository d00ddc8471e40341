# SPDX-License-Identifier: Apache-2.0
"""One step of the set-up: done once, remembered by the content it was made from, and passed over until that changes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "setup" / "pins"
LINES_SHOWN = 15


class SetUpFailed(Exception):
    """The set-up cannot go on; the message says what to do."""


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def house_environment() -> dict[str, str]:
    """What every process of ours is started with: no telemetry, no packages from the person's own site folder."""
    return {**os.environ, "ORT_DISABLE_TELEMETRY": "1", "PYTHONNOUSERSITE": "1"}


def run(command: Sequence[str | Path], *, cwd: Path = ROOT, extra: Mapping[str, str] | None = None) -> None:
    """Run quietly; a failure shows what the command had to say. Raises `SetUpFailed`."""
    done = attempt(command, cwd=cwd, extra=extra)
    if done.returncode != 0:
        raise SetUpFailed(f"{_in_short(done.stdout)}\nThis did not work: {' '.join(map(str, command))}")


def _in_short(words: str) -> str:
    """How it began and how it ended: npm says what is wrong at the top, pip at the bottom."""
    lines = words.splitlines()
    if len(lines) > 2 * LINES_SHOWN:
        lines = [*lines[:LINES_SHOWN], "…", *lines[-LINES_SHOWN:]]
    return "\n".join(lines)


def attempt(
    command: Sequence[str | Path], *, cwd: Path = ROOT, extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run quietly and hand back how it went, whichever way."""
    return subprocess.run(  # noqa: S603 - commands of our own, nothing from outside
        [str(part) for part in command],
        cwd=cwd,
        env={**house_environment(), **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def digest(*parts: str | Path, folder: Path = ROOT) -> str:
    """One key for words and files. A path counts by content and place below `folder`; a missing one counts too."""
    key = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            content = part.read_bytes() if part.is_file() else b"\0missing"
            named = part.relative_to(folder).as_posix() if part.is_relative_to(folder) else part.name
            key.update(f"{named}\0{hashlib.sha256(content).hexdigest()}\n".encode())
        else:
            key.update(f"{part}\n".encode())
    return key.hexdigest()


def files_below(folder: Path, *, without: Iterable[str] = ()) -> list[Path]:
    """Every file below `folder` in a fixed order, leaving out folders and files of the names in `without`."""
    left_out = set(without)
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - left_out)
        found += [Path(place) / name for name in sorted(set(names) - left_out)]
    return found


def once(stamp: Path, key: str, words: str, act: Callable[[], None]) -> bool:
    """Do `act` unless `stamp` says that it was done for this very `key`. True when it was done now."""
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key:
        return False
    say(f"· {words} …")
    started = time.monotonic()
    act()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key, encoding="utf-8")
    say(f"  done in {time.monotonic() - started:.0f} s")
    return True
