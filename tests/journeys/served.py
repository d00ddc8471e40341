# SPDX-License-Identifier: Apache-2.0
"""The whole house as its people meet it: a process of its own, to be stopped, killed and begun again."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path
from typing import Any
from uuid import UUID

UP_WITHIN_S = 90


class Served:
    def __init__(self, port: int, project_id: UUID, log: Path) -> None:
        self.port = port
        self.origin = f"http://localhost:{port}"
        self.project_id = project_id
        self.log = log
        self._serving: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers."""
        command = ["serve", "--host", "localhost", "--port", str(self.port), "--workers", "1"]
        with self.log.open("ab") as log:
            self._serving = subprocess.Popen(
                [sys.executable, "-m", "app.cli", *command], stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + UP_WITHIN_S
        while not self._answers():
            assert self._serving.poll() is None, self.log.read_text()
            assert time.monotonic() < until, "the server never answered"
            time.sleep(0.2)

    def stop(self) -> None:
        if self._serving is None:
            return
        self._serving.terminate()
        try:
            self._serving.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill()
        self._serving = None

    def kill(self) -> None:
        """As a power cut would, web and workers at once."""
        if self._serving is not None:
            os.killpg(self._serving.pid, signal.SIGKILL)
            self._serving.wait()
            self._serving = None

    def command(self, *words: str) -> dict[str, Any]:
        """A caretaker's verb, as its JSON."""
        told = subprocess.run(
            [sys.executable, "-m", "app.cli", *words, "--project", str(self.project_id), "--json"],
            check=True,
            capture_output=True,
            text=True,
        )
        made: dict[str, Any] = json.loads(told.stdout)
        return made

    def ask(self, path: str, **headers: str) -> tuple[int, bytes, Message]:
        """As a partner with curl: status, body and headers, whatever the answer."""
        request = urllib.request.Request(self.origin + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read(), refusal.headers

    def _answers(self) -> bool:
        try:
            return self.ask("/healthz")[0] == 200
        except (urllib.error.URLError, ConnectionError):
            return False
