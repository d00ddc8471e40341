# SPDX-License-Identifier: Apache-2.0
"""Phones whose bytes are carried by programs that others wrote: the real tus-js-client, and plain curl."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from tests.trust.phones import Heard, Phone

SCRIPT = Path(__file__).with_name("tus_js_client.mjs")
TRIES = 300
CHUNKS = (None, 300_000)
"""One endless body, or pieces."""


class TusJsPhone(Phone):
    """Uploads with tus-js-client in Node; everything else as a phone does."""

    uploads = 0

    def upload(self, recording_id: UUID, sound: bytes) -> None:
        self.uploads += 1
        with tempfile.NamedTemporaryFile() as file:
            file.write(sound)
            file.flush()
            told = {
                "endpoint": f"http://127.0.0.1:{self.port}/api/uploads",
                "token": self.token,
                "recordingId": str(recording_id),
                "file": file.name,
                "chunkSize": CHUNKS[self.uploads % len(CHUNKS)],
                "patience_ms": int(self.patience_s * 1000),
                "tries": TRIES,
            }
            done = subprocess.run(["node", str(SCRIPT), json.dumps(told)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert self.look(recording_id) == len(sound)


class CurlPhone(Phone):
    """Says everything it says with curl."""

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Heard:
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        named = {name: value for name, value in {**bearer, **headers}.items() if name != "Content-Length"}
        with tempfile.TemporaryDirectory() as folder:
            head, answer, said = (Path(folder, name) for name in ("head", "answer", "said"))
            command = ["curl", "--silent", "--show-error", "--max-time", str(self.patience_s), "--http1.1"]
            command += ["--dump-header", str(head), "--output", str(answer)]
            for name, value in named.items():
                command += ["--header", f"{name}: {value}"]
            command += ["--head"] if method == "HEAD" else ["--request", method]
            if body:
                said.write_bytes(body)
                command += ["--data-binary", f"@{said}"]
            elif body is not None:
                command += ["--header", "Content-Length: 0"]
            done = subprocess.run(
                [*command, f"http://127.0.0.1:{self.port}{path}"], capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise ConnectionError(done.stderr)
            return _heard(head.read_text(), answer.read_bytes() if answer.exists() else b"")


def _heard(head: str, body: bytes) -> Heard:
    """The last head is the answer's; those before it only said to go on."""
    first, *lines = head.strip().split("\n\n" if "\r" not in head else "\r\n\r\n")[-1].splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    return Heard(int(first.split()[1]), {name.lower(): value for name, value in told.items()}, body)
