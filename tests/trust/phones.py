# SPDX-License-Identifier: Apache-2.0
"""A reporter's phone that gives up on nothing, and its own book of what the server acknowledged."""

import base64
import hashlib
import http.client
import json
import os
import random
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from app.kit.ids import new_id
from tests.makers.stories import make_declaration, make_participant

PIECE_BYTES = 64 * 1024
GIVES_UP_AFTER_S = 120
TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = {"Content-Type": "application/offset+octet-stream"}
BUSY = 503
BROKEN = (OSError, http.client.HTTPException)


class AcknowledgedAndLost(AssertionError):
    """The server said it had this, and has it no longer."""


class Ledger:
    """What was acknowledged, one synced line each; it holds every later answer against them."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a")
        self._lock = threading.Lock()
        self.entries = 0
        self.declared: dict[UUID, Told] = {}
        self.offsets: dict[UUID, int] = {}
        self.kept: set[UUID] = set()
        """Stories whose sounds no phone holds any more."""

    def close(self) -> None:
        self._file.close()

    def declare(self, told: "Told") -> None:
        with self._lock:
            self.declared[told.story_id] = told
            self._write("declared", told.story_id)

    def store(self, recording_id: UUID, offset: int) -> None:
        """The server says that it has so many bytes."""
        with self._lock:
            known = self.offsets.get(recording_id, 0)
            if offset < known:
                raise AcknowledgedAndLost(f"{known} bytes were acknowledged, {offset} are left")
            self.offsets[recording_id] = offset
            self._write("stored", recording_id, offset)

    def keep(self, story_id: UUID) -> None:
        with self._lock:
            self.kept.add(story_id)
            self._write("kept", story_id)

    def _write(self, *entry: object) -> None:
        self._file.write(json.dumps([str(part) for part in entry]) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.entries += 1


@dataclass(frozen=True)
class Told:
    """A story on the phone; a written one has no sounds. A phone empties `sounds` once the server keeps them."""

    story_id: UUID
    declaration: dict[str, Any]
    sounds: dict[UUID, bytes]

    @property
    def hashes(self) -> dict[UUID, str]:
        return {UUID(part["recording_id"]): part["sha256"] for part in self.declaration["recordings"]}


@dataclass(frozen=True)
class Heard:
    """What came back over the line."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def offset(self) -> int:
        return int(self.headers["upload-offset"])


class Phone:
    """One phone. `port` may be the server's own or that of a bad network before it."""

    def __init__(self, port: int, ledger: Ledger, *, seed: int, pause_s: float = 0.0) -> None:
        self.port = port
        self.ledger = ledger
        self.random = random.Random(seed)
        self.pause_s = pause_s
        self.patience_s = 30.0
        self.largest_piece = 3_000_000
        self.is_sending = False
        self.broken = 0
        self.token = ""
        self.form: dict[str, Any] = {}

    def join(self, invite: str) -> None:
        answer = self.insist("POST", "/api/join", json.dumps({"invite": invite}).encode())
        assert answer.status == 201, answer
        joined = json.loads(answer.body)
        form = joined["project"]["consent_form"]
        self.token = joined["device_token"]
        self.form = {"form_id": form["form_id"], "form_version": form["version"]}

    def tell(self, *sounds: bytes, code: str | None = None) -> Told:
        """Declare a story, in writing where there is no sound."""
        told = make_declaration([make_participant(self.form, code=code)], sounds=len(sounds))
        parts: dict[UUID, bytes] = {}
        for part, sound in zip(told["recordings"], sounds, strict=True):
            part |= {"bytes": len(sound), "sha256": hashlib.sha256(sound).hexdigest()}
            parts[UUID(part["recording_id"])] = sound
        story = Told(new_id(), told, parts)
        answer = self.insist("PUT", f"/api/stories/{story.story_id}", json.dumps(told).encode())
        assert answer.status in {200, 201}, answer
        self.ledger.declare(story)
        return story

    def send(self, story: Told) -> None:
        """Every sound, and on until the server says that it keeps them with our hashes."""
        for recording_id, sound in story.sounds.items():
            self.upload(recording_id, sound)
        until = time.monotonic() + GIVES_UP_AFTER_S
        while not self.is_kept(story):
            assert time.monotonic() < until, "the server never said that it keeps the story"
            time.sleep(0.1)
        self.ledger.keep(story.story_id)
        story.sounds.clear()

    def upload(self, recording_id: UUID, sound: bytes) -> None:
        self.create(recording_id, sound)
        while (at := self.look(recording_id)) < len(sound):
            end = min(len(sound), at + self.random.randrange(50_000, self.largest_piece))
            self.append(recording_id, at, sound[at:end])

    def create(self, recording_id: UUID, sound: bytes) -> None:
        named = base64.b64encode(str(recording_id).encode()).decode()
        headers = {**TUS, "Upload-Length": str(len(sound)), "Upload-Metadata": f"recording_id {named}"}
        answer = self.insist("POST", "/api/uploads", b"", headers)
        assert answer.status == 201, answer
        self.ledger.store(recording_id, answer.offset())

    def look(self, recording_id: UUID) -> int:
        answer = self.insist("HEAD", f"/api/uploads/{recording_id}", None, TUS)
        assert answer.status == 200, answer
        self.ledger.store(recording_id, answer.offset())
        return answer.offset()

    def append(self, recording_id: UUID, at: int, part: bytes) -> bool:
        """Whether the server acknowledged it; a broken line and an overtaken one are the network's doing, and a busy
        house asks for patience."""
        headers = {**TUS, **OCTETS, "Upload-Offset": str(at), "Content-Length": str(len(part))}
        self.is_sending = True
        try:
            answer = self.ask("PATCH", f"/api/uploads/{recording_id}", part, headers)
        except BROKEN:
            self.broken += 1
            return False
        finally:
            self.is_sending = False
        assert answer.status in {204, 409, BUSY}, answer
        if answer.status == 204:
            self.ledger.store(recording_id, answer.offset())
        return answer.status == 204

    def is_kept(self, story: Told) -> bool:
        answer = self.insist("GET", f"/api/stories/{story.story_id}", None)
        if answer.status == 404:
            raise AcknowledgedAndLost("a story that was acknowledged is not there")
        held = json.loads(answer.body)["recordings"]
        kept = {UUID(part["recording_id"]): part["sha256"] for part in held if part["state"] == "kept"}
        return kept == story.hashes

    def insist(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str] | None = None) -> Heard:
        """Ask until somebody answers, over new lines."""
        until = time.monotonic() + GIVES_UP_AFTER_S
        while True:
            try:
                answer = self.ask(method, path, body, headers or {"Content-Type": "application/json"})
            except BROKEN:
                if time.monotonic() > until:
                    raise
            else:
                if answer.status != BUSY or time.monotonic() > until:
                    return answer
            time.sleep(self.random.uniform(0.05, 0.3))

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Heard:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience_s)
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            line.request(method, path, self._slowly(body), {**bearer, **headers})
            answer = line.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Heard(answer.status, told, answer.read())
        finally:
            line.close()

    def _slowly(self, body: bytes | None) -> bytes | Iterator[bytes] | None:
        if body is None or len(body) <= PIECE_BYTES or not self.pause_s:
            return body
        return self._pieces(body)

    def _pieces(self, body: bytes) -> Iterator[bytes]:
        for start in range(0, len(body), PIECE_BYTES):
            yield body[start : start + PIECE_BYTES]
            time.sleep(self.random.uniform(0.5, 1.5) * self.pause_s)
