# SPDX-License-Identifier: Apache-2.0
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.media import service
from app.media.errors import SandboxFailed, Undecodable
from tests.rooms.media.sounds import Keep, live_webm, recorded, tone

ALL = ["open a socket", "read a foreign file", "write outside its folder", "start a program"]


def test_the_media_child_reaches_nothing_beyond_its_folder() -> None:
    report = service.sandbox_report()
    if report.missing:
        pytest.skip(f"this kernel lacks {report.missing}")
    assert report.escapes == []


def tried(tmp_path: Path, *walls: str) -> list[str]:
    """What a process can still do behind these walls alone."""
    foreign = tmp_path / "foreign"
    foreign.write_bytes(b"not yours")
    (tmp_path / "work").mkdir(exist_ok=True)
    program = f"""
import shutil
import json
import os
import shutil
from pathlib import Path
from app.media import sandbox
sandbox._prctl(38, 1)
for wall in {walls!r}:
    if wall == "seccomp":
        sandbox._seccomp()
    else:
        sandbox._landlock(sandbox._libraries(), Path({str(tmp_path)!r}, "work"))
print(json.dumps(sandbox.escapes(foreign=Path({str(foreign)!r}), outside=Path({str(tmp_path)!r}, "outside"))))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=service._HOME)
    return list(json.loads(ended.stdout))


def test_without_walls_the_same_attempts_succeed(tmp_path: Path) -> None:
    assert tried(tmp_path) == ALL


def test_each_wall_holds_alone_what_it_is_there_for(tmp_path: Path) -> None:
    if service.sandbox_report().missing:
        pytest.skip("this kernel lacks a wall")
    assert tried(tmp_path, "seccomp") == ["read a foreign file", "write outside its folder"]
    assert not {"read a foreign file", "write outside its folder"} & set(tried(tmp_path, "landlock"))


def test_a_child_that_will_not_end_is_killed_and_the_recording_kept(
    keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keep(recorded(tone(440, 60_000), "flac", "flac"))
    monkeypatch.setattr(service, "DECODE_CPU_S", 1)
    with pytest.raises(Undecodable), service.decode([key] * 150, max_ms=10**9):
        pass


def test_a_child_whose_worker_died_as_it_began_touches_nothing(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 1)
    with pytest.raises(SandboxFailed), service.decode([keep(live_webm(tone(440, 300)))], max_ms=10_000):
        pass


def test_a_child_that_cannot_start_is_not_the_recordings_fault(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    key = keep(live_webm(tone(440, 300)))
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(SandboxFailed), service.decode([key], max_ms=10_000):
        pass
