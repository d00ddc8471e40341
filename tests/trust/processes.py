# SPDX-License-Identifier: Apache-2.0
"""A Heardwell of real processes, each in a group of its own, to be killed and started again."""

import http.client
import os
import random
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from app.cli import serving
from app.kit.db import writing
from tests.trust.nursery import Nursery

READY_WITHIN_S = 180


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


@dataclass
class Process:
    """A program of ours, leader of a group of its own. `patch` takes a guard out of it, from outside."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    nursery: Nursery
    patch: str = ""
    pid: int = 0

    def start(self) -> None:
        self.pid = self.nursery.fork(self.arguments, self.environment, self.log, self.patch)

    def kill(self) -> None:
        """With no warning, it and all of its group."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def is_alive(self) -> bool:
        if not self.pid:
            return False
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def said(self, words: str) -> int:
        """How often these words stand in its log."""
        return self.log.read_text(errors="replace").count(words) if self.log.exists() else 0

    def rss_mib(self) -> float:
        """What it holds in memory now."""
        return self._status("VmRSS")

    def peak_mib(self) -> float:
        return self._status("VmHWM")

    def _status(self, name: str) -> float:
        told = Path(f"/proc/{self.pid}/status").read_text()
        return int(told.partition(f"{name}:")[2].split()[0]) / 1024

    def _end(self, how: signal.Signals) -> None:
        if self.is_alive():
            os.killpg(self.pid, how)
            eventually(lambda: not self.is_alive(), f"{self.name} ended")
        self.pid = 0


class House:
    """One Heardwell on the ground that the environment names: a web process and workers, as `serve` starts them."""

    def __init__(self, folder: Path, project_id: UUID, nursery: Nursery) -> None:
        self.nursery = nursery
        self.project_id = project_id
        self.port = free_port()
        self.folder = folder
        self.processes: list[Process] = []
        self.environment = {
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "HEARDWELL_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "HEARDWELL_WHISPER_MODEL": "tiny.en",
        }

    def web(self, *, patch: str = "") -> Process:
        """The web process, answering."""
        web = self._process("web", serving._web("127.0.0.1", self.port).arguments, patch)
        self.open(web)
        return web

    def open(self, web: Process) -> None:
        web.start()
        eventually(lambda: self._answers(web), "the web process answers")

    def worker(self, slot: str, *, lanes: str = "", patch: str = "", waits: bool = True) -> Process:
        """A worker of this name; `waits` until it holds its slot."""
        named = ["-m", "app.cli", "worker", "--name", slot, *(["--queues", lanes] if lanes else [])]
        worker = self._process(slot, named, patch)
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
        for process in self.processes:
            process.kill()

    def log(self) -> str:
        """The last of what every process said."""
        found = sorted(self.folder.glob("*.log"))
        return "\n".join(f"── {path.name}\n{path.read_text(errors='replace')[-3000:]}" for path in found)

    def _process(self, name: str, arguments: Sequence[str], patch: str) -> Process:
        log = self.folder / f"{name}.log"
        made = Process(name, arguments, self.environment, log, self.nursery, patch)
        self.processes.append(made)
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
