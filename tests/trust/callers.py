# SPDX-License-Identifier: Apache-2.0
"""Somebody at the door with the token of a phone, who says what no phone of ours would."""

import base64
import contextlib
import json
import os
import socket
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP

from tests.makers.stories import make_code
from tests.trust.phones import Heard, Ledger, Phone

PLACE = "/api/uploads"
CANARY = "quince7canary"
SOUND_BYTES = 60_000
LISTENS_FOR_S = 10
JSON = {"Content-Type": "application/json"}


def metadata(told: Mapping[str, str]) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items())


class Caller(Phone):
    """Has declared one recording and opened its upload, and holds its sound in hand."""

    def __init__(self, port: int, ledger: Ledger, invite: str) -> None:
        super().__init__(port, ledger, seed=0)
        self.join(invite)
        self.begin()

    def begin(self) -> None:
        self.declare()
        self.create(self.recording_id, self.sound)

    def declare(self) -> None:
        self.sound = b"OggS" + os.urandom(SOUND_BYTES - 4)
        self.code = make_code()
        self.story = self.tell(self.sound, code=self.code)
        (self.recording_id,) = self.story.sounds

    @property
    def place(self) -> str:
        return f"{PLACE}/{self.recording_id}"

    def head(self, method: str, path: str, headers: str) -> bytes:
        known = f"Host: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self.token}\r\n"
        return f"{method} {path} HTTP/1.1\r\n{known}{headers}\r\n".encode()

    def say(self, spoken: bytes) -> tuple[Heard, bool]:
        """These very bytes; answers what came back, and whether the line was closed behind it."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=LISTENS_FOR_S) as line:
            with contextlib.suppress(ConnectionError):
                line.sendall(spoken)
            return _answer(line), _is_closed(line)

    def opened_by(self, code: str) -> dict[str, str]:
        """The storyteller's session, as headers."""
        answer = self.ask("POST", "/api/receipts/open", json.dumps({"code": code}).encode(), JSON)
        assert answer.status == 200, answer
        return {"Authorization": f"Bearer {json.loads(answer.body)['session']}", **JSON}


def _answer(line: socket.socket) -> Heard:
    said = b""
    try:
        while b"\r\n\r\n" not in said and (piece := line.recv(65_536)):
            said += piece
        first, _, rest = said.partition(b"\r\n")
        told, _, body = rest.partition(b"\r\n\r\n")
        headers = {name.lower(): value for name, value in BytesParser(policy=HTTP).parsebytes(told).items()}
        while len(body) < int(headers.get("content-length", "0")) and (piece := line.recv(65_536)):
            body += piece
    except TimeoutError:
        raise AssertionError("nobody answered") from None
    except ConnectionError:
        raise AssertionError("cut off before the answer could be heard") from None
    return Heard(int(first.split()[1]), headers, body)


def _is_closed(line: socket.socket) -> bool:
    line.settimeout(0.5)
    try:
        return line.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True
