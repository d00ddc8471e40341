# SPDX-License-Identifier: Apache-2.0
"""The media child many times over: a process that has loaded it and forks, so that the walls, the limits and the work
are the product's own and only Python's own start is saved. `strace` looks on at every call of every child."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, NoReturn, Self

import pytest

from app.media import sandbox, service
from tests.trust.nursery import ROOT

MIB: Final = 1024**2
WATCHED: Final = "open,openat,openat2,creat,socket,connect,bind,sendto,sendmsg,execve,mount,ptrace"
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)$", re.MULTILINE)
_PATH = re.compile(r'"([^"]*)"')
_OPENS = frozenset({"open", "openat", "openat2", "creat"})
_OWN = ("/proc/self/", "/proc/mounts", "/dev/null", "/dev/urandom", "/etc/localtime", "/usr/share/zoneinfo")


@dataclass(frozen=True)
class Ended:
    """How one child ended: `status` as `Popen` has it."""

    status: int
    wall_s: float
    cpu_s: float
    rss_bytes: int
    temp_bytes: int


@dataclass
class Walled:
    """Our end of it. `ended` has a line for each child."""

    folder: Path
    patch: str = ""
    ended: list[Ended] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._book = self.folder / "calls.txt"
        watch = ["strace", "-f", "-qq", "-s", "400", "-e", f"trace={WATCHED}", "-o", str(self._book)]
        limits = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [*watch, sys.executable, "-s", "-m", "tests.trust.walled", self.patch],
            cwd=ROOT,
            env=limits,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._keeper = int(self._process.stdout.readline())
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def supervise(self, request: bytes, told: IO[bytes], wall_s: int) -> int:
        """In the place of `service._supervise`."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = json.loads(request)
        line = {"request": {**asked, "parent": self._keeper}, "told": told.name, "wall_s": wall_s}
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        temp = sum(path.stat().st_blocks * 512 for path in Path(asked["out"]).iterdir())
        self.ended.append(Ended(**ended, temp_bytes=temp))
        return int(ended["status"])

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Every child of the media room is one of these meanwhile."""
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(service, "_supervise", self.supervise)
            yield

    def calls(self) -> list[tuple[str, str]]:
        """What the children called and with what, of all that is watched; to be asked when it is over."""
        seen = _CALL.findall(self._book.read_text(errors="replace"))
        return [(name, rest) for pid, name, rest in seen if int(pid) != self._keeper]


def reached(calls: Sequence[tuple[str, str]], own: Path) -> list[str]:
    """Each call that a decoder has no business to make: any but an open, and an open of anything but its own folder,
    its libraries and what Python itself asks for."""
    allowed = (str(own), *_OWN, *map(str, sandbox._libraries()))
    foreign = []
    for name, rest in calls:
        path = _PATH.search(rest)
        if name in _OPENS and path is not None and path[1].startswith(allowed):
            continue
        foreign.append(f"{name}({rest}")
    return foreign


def _keep(patch: str) -> None:
    from app.media import child

    exec(patch, {})
    _say(str(os.getpid()))
    for line in sys.stdin:
        told = json.loads(line)
        began = time.monotonic()
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(write)
            _live(child, told, read)
        os.close(read)
        os.write(write, json.dumps(told["request"]).encode())
        os.close(write)
        status, used = _wait(pid, told["wall_s"])
        ended = {
            "status": os.waitstatus_to_exitcode(status),
            "wall_s": time.monotonic() - began,
            "cpu_s": used.ru_utime + used.ru_stime,
            "rss_bytes": used.ru_maxrss * 1024,
        }
        _say(json.dumps(ended))


def _wait(pid: int, wall_s: int) -> tuple[int, resource.struct_rusage]:
    def kill(*_: object) -> None:
        os.killpg(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, kill)
    signal.alarm(wall_s)
    _, status, used = os.wait4(pid, 0)
    signal.alarm(0)
    return status, used


def _live(child: Any, told: dict[str, Any], read: int) -> NoReturn:
    ended = 1
    try:
        os.setsid()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        reply, nowhere = os.open(told["told"], os.O_WRONLY), os.open(os.devnull, os.O_WRONLY)
        for own, place in ((read, 0), (reply, 1), (nowhere, 2)):
            os.dup2(own, place)
        os.closerange(3, 256)
        child.main()
        ended = 0
    except BaseException:  # noqa: BLE001 - as an interpreter would end
        ended = 1
    finally:
        os._exit(ended)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _keep(sys.argv[1])
