# SPDX-License-Identifier: Apache-2.0
"""`serve` starts one web process and N workers, and starts again whichever ends; `doctor` says what is wrong."""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, TextIO

import typer

from app.cli.ground import prepare
from app.kit.lanes import Lane
from app.settings import settings

LONGEST_PAUSE_S = 30.0
GRACE_S = 15
ANSWERS_WITHIN_S = 60
NICENESS = 10


@dataclass
class Child:
    """A process of ours that is started again when it ends, each time after a longer pause, up to half a minute."""

    name: str
    arguments: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = field(default=1.0)

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, *self.arguments])  # noqa: S603 - our own modules
        self.started = time.monotonic()

    def tend(self) -> None:
        """Start it again if it ended and its pause is over."""
        if self.process is None or self.process.poll() is None:
            return
        lived = time.monotonic() - self.started
        if lived < self.pause:
            return
        self.pause = 1.0 if lived > LONGEST_PAUSE_S else min(self.pause * 2, LONGEST_PAUSE_S)
        print(f"{self.name} ended and is started again.", file=sys.stderr)
        self.start()

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: Annotated[int | None, typer.Option(help="Worker processes; the setting WORKERS otherwise.")] = None,
    trial_mode: Annotated[bool, typer.Option("--trial", help="A demo project with links to every door.")] = False,
) -> None:
    """Serve until told to stop."""
    prepare()
    lock = only_one()
    children = [_web(host, port), *(_slot(number) for number in range(1, _how_many(workers) + 1))]
    for child in children:
        child.start()
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    greeting = threading.Thread(target=_greet, args=(f"http://{host}:{port}", trial_mode), daemon=True)
    greeting.start()
    while not stopping.wait(0.5):
        for child in children:
            child.tend()
    _end(children)
    lock.close()


def _end(children: Sequence[Child]) -> None:
    for child in children:
        child.end()
    deadline = time.monotonic() + GRACE_S
    for child in children:
        if child.process is None:
            continue
        try:
            child.process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()


def _web(host: str, port: int) -> Child:
    options = ["--factory", "--host", host, "--port", str(port), "--no-server-header", "--no-access-log"]
    http = ["--http", "app.kit.wire:Wire"]
    proxies = settings().trusted_proxies
    trust = ["--proxy-headers", "--forwarded-allow-ips", proxies] if proxies else ["--no-proxy-headers"]
    quiet = ["--log-level", "warning", "--h11-max-incomplete-event-size", str(128 * 1024)]
    return Child("web", ["-m", "uvicorn", "app.main:create_app", *options, *http, *trust, *quiet])


def _slot(number: int) -> Child:
    slot = f"{socket.gethostname()}-{number}"
    return Child(slot, ["-m", "app.cli", "worker", "--name", slot])


def _how_many(workers: int | None) -> int:
    return settings().workers if workers is None else workers


def only_one() -> TextIO:
    """A second `serve` on one data folder is refused."""
    lock = (settings().data_dir / "serve.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise RuntimeError("Another heardwell serves this data folder already.") from None
    return lock


def _greet(origin: str, trial_mode: bool) -> None:
    """Once the web answers, say what is not right and, in the trial, where the doors are."""
    if not _answers(origin):
        return
    from app.cli import doctor as checks  # noqa: PLC0415 - the rooms load when nobody waits for them
    from app.cli import trial  # noqa: PLC0415 - the same

    for sentence in checks.complaints():
        print(f"Take care: {sentence}", file=sys.stderr)
    if trial_mode:
        trial.welcome(trial.open_doors(origin))


def _answers(origin: str) -> bool:
    until = time.monotonic() + ANSWERS_WITHIN_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{origin}/healthz", timeout=2):  # noqa: S310 - our own address
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def worker(
    queues: Annotated[str, typer.Option(help="Lanes, separated by commas; all of them otherwise.")] = "",
    name: Annotated[str, typer.Option(help="This worker's slot, unique among all.")] = "",
) -> None:
    """Work alone, beside others on one database."""
    os.nice(NICENESS)  # listening takes all it can get: people at the doors come first
    from app.worker import work  # noqa: PLC0415 - loads every room

    lanes = [Lane(lane) for lane in queues.split(",")] if queues else list(Lane)
    work(name or f"{socket.gethostname()}-worker", lanes)


def migrate() -> None:
    """Bring the database to its newest revision."""
    from app.kit import schema  # noqa: PLC0415 - loads Alembic

    prepare()
    schema.upgrade()


def doctor() -> None:
    """Say in plain sentences what is wrong; exit 1 when something is."""
    from app.cli.doctor import complaints  # noqa: PLC0415 - loads every room

    prepare()
    found = complaints()
    for sentence in found:
        print(sentence)
    if found:
        raise typer.Exit(1)
    print("All is well.")


def openapi(surface: Annotated[Literal["reporter", "desk", "partner"], typer.Option()] = "partner") -> None:
    """Print one OpenAPI document."""
    from app import main  # noqa: PLC0415 - loads every room

    print(json.dumps(main.create_surface(surface).openapi(), indent=1, sort_keys=True))
