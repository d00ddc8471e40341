# SPDX-License-Identifier: Apache-2.0
"""A Heardwell of real processes, each in a group of its own, to be killed and started again."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from app.cli import serving
from app.kit.db import writing

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN_S = 60


def eventually(holds: Callable[[], bool], what: str, *, seconds: float = READY_WITHIN_S) -> None:
    """Wait for what must come; the seconds only guard against waiting for ever."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"never happened: {what}"
        time.sleep(0.02)


def free_port() -> int:
    """Below the range that outgoing calls take theirs from: a phone that tries again must not meet itself."""
    for port in random.Random(time.time_ns()).sample(range(20_000, 30_000), 50):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port")


def altered(arguments: Sequence[str], patch: str) -> list[str]:
    """The same program with a guard taken out from outside, before it begins."""
    module, *rest = arguments[1:]
    begin = f"import runpy, sys\nsys.argv = {[module, *rest]!r}\n{patch}\n"
    return ["-c", f"{begin}runpy.run_module({module!r}, run_name='__main__', alter_sys=True)"]


@dataclass
class Process:
    """A program of ours. `before` goes in front of the interpreter: a tracer, a namespace."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    before: Sequence[str] = ()
    running: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                [*self.before, sys.executable, *self.arguments],
                cwd=ROOT,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """As a power cut would, for this process and all its children."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def is_alive(self) -> bool:
        return self.running is not None and self.running.poll() is None

    def said(self, words: str) -> int:
        """How often these words stand in its log."""
        return self.log.read_text(errors="replace").count(words) if self.log.exists() else 0

    def _end(self, how: signal.Signals) -> None:
        if self.running is None:
            return
        if self.running.poll() is None:
            os.killpg(self.running.pid, how)
        self.running.wait(timeout=30)
        self.running = None


class House:
    """One Heardwell on the ground that the environment names: a web process and workers, as `serve` starts them."""

    def __init__(self, folder: Path, project_id: UUID) -> None:
        self.project_id = project_id
        self.port = free_port()
        self._folder = folder
        self._processes: list[Process] = []
        self.environment = {
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "HEARDWELL_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "HEARDWELL_WHISPER_MODEL": "tiny.en",
        }

    def web(self, *, patch: str = "", before: Sequence[str] = ()) -> Process:
        """The web process, answering."""
        web = self._process("web", serving._web("127.0.0.1", self.port).arguments, patch, before)
        self.open(web)
        return web

    def open(self, web: Process) -> None:
        web.start()
        eventually(lambda: self._answers(web), "the web process answers")

    def worker(self, slot: str, *, lanes: str = "", patch: str = "", waits: bool = True) -> Process:
        """A worker of this name; `waits` until it holds its slot."""
        named = ["-m", "app.cli", "worker", "--name", slot, *(["--queues", lanes] if lanes else [])]
        worker = self._process(slot, named, patch, ())
        ready = worker.said("worker_ready")
        worker.start()
        if waits:
            eventually(lambda: worker.said("worker_ready") > ready, "the worker is ready")
        return worker

    def lapse_leases(self) -> None:
        """As if six seconds had gone by since a worker last gave a sign of life."""
        with writing() as session:
            session.execute(text("UPDATE worker_lease SET expires_at = 1.0"))

    def close(self) -> None:
        for process in self._processes:
            process.kill()

    def log(self) -> str:
        """The last of what every process said."""
        found = sorted(self._folder.glob("*.log"))
        return "\n".join(f"── {path.name}\n{path.read_text(errors='replace')[-3000:]}" for path in found)

    def _process(self, name: str, arguments: Sequence[str], patch: str, before: Sequence[str]) -> Process:
        told = altered(arguments, patch) if patch else arguments
        made = Process(name, told, self.environment, self._folder / f"{name}.log", before)
        self._processes.append(made)
        return made

    def _answers(self, web: Process) -> bool:
        assert web.is_alive(), f"the web process ended\n{self.log()}"
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()
