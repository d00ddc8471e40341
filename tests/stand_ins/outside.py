# SPDX-License-Identifier: Apache-2.0
"""The internet as a partner's servers are in it: names, public addresses and TLS of an authority of its own.

The product has no setting that opens a way to a local address, and needs none here: what is replaced is the wire alone,
from outside. Names are looked up in `names`, and a call to a public address arrives at the server that stands for it.
"""

import datetime as dt
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

import anyio
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from standardwebhooks import Webhook

from app.kit import outbound

Answer = Callable[["Line"], object]


class Line(BaseHTTPRequestHandler):
    """One call, as the partner's server has it."""

    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        told = Call(time.monotonic(), self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.server.calls.append(told)
        self.close_connection = True
        self.server.answer(self)

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def fine(line: Line) -> None:
    line.say(204)


def saying(status: int, body: bytes = b"", **headers: str) -> Answer:
    return lambda line: line.say(status, body, **headers)


@dataclass(frozen=True)
class Call:
    at: float
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.body)
        return made

    @property
    def message_id(self) -> str:
        return self.headers["webhook-id"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, context: ssl.SSLContext) -> None:
        self.calls: list[Call] = []
        self.answer: Answer = fine
        self.context = context
        super().__init__(("127.0.0.1", 0), Line)

    def get_request(self) -> tuple[Any, Any]:
        line, whence = super().get_request()
        return self.context.wrap_socket(line, server_side=True, do_handshake_on_connect=False), whence

    def handle_error(self, *_: object) -> None:
        """A caller that hangs up is no fault of the server's."""


@dataclass
class Target:
    """A partner's server. `secret` opens what it was sent; `answer` may be changed at any time."""

    host: str
    address: str
    server: _Server
    secret: str = ""

    @property
    def url(self) -> str:
        return f"https://{self.host}/hooks"

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    @property
    def calls(self) -> list[Call]:
        return self.server.calls

    def answers(self, answer: Answer) -> None:
        self.server.answer = answer

    def opened(self) -> list[dict[str, Any]]:
        """What it was told, each signature held against its secret."""
        return [Webhook(self.secret).verify(call.body, call.headers) for call in self.calls]


@dataclass
class Outside:
    """`names`: what each is looked up as, once after the other, the last for ever. `reached`: who was called."""

    authority: "Authority"
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    standing: dict[str, Target] = field(default_factory=dict)
    reached: list[tuple[str, int]] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    _next: Iterator[int] = field(default_factory=lambda: count(34))

    def target(self, name: str = "hooks") -> Target:
        host, address = f"{name}.council.example", f"93.184.216.{next(self._next)}"
        server = _Server(self.authority.server_context(host))
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        made = Target(host, address, server)
        self.names[host], self.standing[address] = [[address]], made
        return made

    def nowhere(self, name: str = "dead") -> str:
        """The URL of a server that is switched off: nobody takes the call."""
        host, address = f"{name}.council.example", f"93.184.216.{next(self._next)}"
        self.names[host] = [[address]]
        return f"https://{host}/hooks"

    def port_at(self, address: str) -> int | None:
        self.reached.append((address, 443))
        return self.standing[address].port if address in self.standing else None

    def patch(self) -> str:
        """The same internet, as it is now, for another process."""
        ports = {address: target.port for address, target in self.standing.items()}
        return f"""
from pathlib import Path
from tests.stand_ins import outside
names, ports = {self.names!r}, {ports!r}
authority = Path({str(self.authority.path)!r})
outside.wire(setattr, look_up=lambda host: names[host][-1], port_at=ports.get, authority=authority)
"""

    def close(self) -> None:
        for target in self.standing.values():
            target.server.shutdown()
            target.server.server_close()

    def look_up(self, host: str) -> list[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        answers = self.names[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


class Authority:
    """Signs the certificates of this internet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority")])
        self.path = folder / "authority.pem"
        self.path.write_bytes(self._sign(self._name, self._key, []).public_bytes(serialization.Encoding.PEM))

    def server_context(self, host: str) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        path = self.folder / f"{host}.pem"
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(secret + self._sign(name, key, [host]).public_bytes(serialization.Encoding.PEM))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(path)
        return context

    def _sign(self, name: x509.Name, key: ec.EllipticCurvePrivateKey, hosts: list[str]) -> x509.Certificate:
        now = dt.datetime.now(dt.UTC)
        made = (
            x509.CertificateBuilder(self._name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=not hosts, path_length=None), critical=True)
        )
        if hosts:
            made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), False)
        return made.sign(self._key, hashes.SHA256())


def wire(
    put: Callable[[Any, str, Any], None],
    *,
    look_up: Callable[[str], list[str]],
    port_at: Callable[[str], int | None],
    authority: Path,
) -> None:
    """This process lives in that internet from now on; `put` sets an attribute."""
    real_lookup, real_connect = socket.getaddrinfo, anyio.connect_tcp

    def lookup(host: Any, port: Any, *told: Any, **more: Any) -> Any:
        if not isinstance(host, str) or not host.endswith(".example"):
            return real_lookup(host, port, *told, **more)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in look_up(host)]

    async def connect(remote_host: Any, remote_port: Any, **more: Any) -> Any:
        port = port_at(remote_host) if remote_port == 443 else None
        if port is None:
            raise OSError("nobody there")
        return await real_connect("127.0.0.1", port, **more)

    put(socket, "getaddrinfo", lookup)
    put(anyio, "connect_tcp", connect)
    context = ssl.create_default_context(cafile=authority)
    put(outbound, "trusted", lambda: context)


@contextmanager
def an_outside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    made = Outside(Authority(folder))
    wire(monkeypatch.setattr, look_up=made.look_up, port_at=made.port_at, authority=made.authority.path)
    yield made
    made.close()
