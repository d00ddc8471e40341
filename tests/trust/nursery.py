# SPDX-License-Identifier: Apache-2.0
"""A process that has loaded Heardwell and does nothing but fork: what it forks begins in a moment, runs the very
command it is given, and can be killed and followed by another as often as a test needs."""

import contextlib
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[2]
LONG_TO_LOAD = ("app.cli", "app.main", "app.worker", "faster_whisper")


def say(words: str) -> None:
    """A figure or a seed, for whoever reads the run."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Nursery:
    """Our end of it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.nursery"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "ORT_DISABLE_TELEMETRY": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def fork(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path, patch: str) -> int:
        """Start `python -m …` as leader of a new group; `patch` takes a guard out from outside, before it begins."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        told = {"arguments": arguments, "environment": dict(environment), "log": str(log), "patch": patch}
        with self._turn:
            self._process.stdin.write(json.dumps(told) + "\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


def _keep() -> None:
    for name in LONG_TO_LOAD:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    born = []
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _live(json.loads(line))
        born.append(pid)
        say(str(pid))
    for pid in born:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def _live(told: dict[str, Any]) -> NoReturn:
    ended = 1
    try:
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        log = os.open(told["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        for stream in (1, 2):
            os.dup2(log, stream)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.environ.clear()
        os.environ.update(told["environment"])
        sys.argv = told["arguments"][1:]
        exec(told["patch"], {})
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        ended = 0
    except SystemExit as end:
        ended = int(end.code or 0) if not isinstance(end.code, str) else 1
    except BaseException:  # noqa: BLE001 - said in its log, as an interpreter would
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(ended)


if __name__ == "__main__":
    _keep()
