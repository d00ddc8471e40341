# SPDX-License-Identifier: Apache-2.0
"""A door in TLS before the house, with a certificate of its own; it can let handshakes stand for ever."""

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.journeys.served import Served

PIECE_BYTES = 64 * 1024


class TlsDoor:
    """`https://localhost` before a house. While `stalls` is set, who calls is heard and never answered."""

    def __init__(self, served: Served, folder: Path) -> None:
        self.stalls = threading.Event()
        self.left_standing = 0
        self._house = served.port
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(_certificate(folder))
        self._listening = socket.create_server(("localhost", 0))
        self._open: list[socket.socket] = [self._listening]
        self.origin = f"https://localhost:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def stall(self) -> None:
        """From now on; lines that stand are cut."""
        self.stalls.set()
        self._cut(1)

    def close(self) -> None:
        self._cut(0)

    def _cut(self, first: int) -> None:
        while len(self._open) > first:
            line = self._open.pop()
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(line)
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self.stalls.is_set():
                self.left_standing += bool(line.recv(PIECE_BYTES, socket.MSG_PEEK))
                return
            with (
                self._context.wrap_socket(line, server_side=True) as safe,
                socket.create_connection(("localhost", self._house)) as house,
            ):
                self._open += [safe, house]
                back = threading.Thread(target=_carry, args=(house, safe), daemon=True)
                back.start()
                _carry(safe, house)
                back.join()


def _carry(whence: socket.socket, whither: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := whence.recv(PIECE_BYTES):
            whither.sendall(piece)
    with contextlib.suppress(OSError):
        whither.shutdown(socket.SHUT_RDWR)


def _certificate(folder: Path) -> Path:
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "localhost.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + signed.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def tls_door(served: Served, folder: Path) -> Iterator[TlsDoor]:
    made = TlsDoor(served, folder)
    yield made
    made.close()
