# SPDX-License-Identifier: Apache-2.0
"""Archives: one file each, a tar that `age` encrypts to a key derived from the house's secret. The only importer of
pyrage.

Whoever has the secret opens one with any `age` and `tar`. The secret itself is in none of them. The last entry names
every other with its length and SHA-256.
"""

import hashlib
import io
import json
import os
import tarfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

import pyrage  # type: ignore[import-untyped]

from app.kit.keys import derive

MANIFEST: Final = "manifest.json"
SUFFIX: Final = ".age"
UNFINISHED: Final = ".part"
FORMAT: Final = "heardwell-archive-1"
BUFFER_BYTES = 1024 * 1024
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class BadArchive(RuntimeError):
    """It cannot be opened with this key, or is not whole."""


@dataclass
class Entries:
    """What was written or read so far, as (length, SHA-256) by name."""

    told: dict[str, tuple[int, str]] = field(default_factory=dict)


def identity() -> pyrage.x25519.Identity:
    """The house's key for its archives, as `age` takes it."""
    return pyrage.x25519.Identity.from_str(_bech32("age-secret-key-", derive("archives")).upper())


class Writer:
    """Entries of one archive as they come; `close` ends it with the manifest."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.entries = Entries()

    def add(self, name: str, size: int, pieces: Iterable[bytes]) -> None:
        """Raises `BadArchive` where there are fewer or more bytes than were said."""
        source = _Counted(pieces)
        header = tarfile.TarInfo(name)
        header.size, header.mode = size, 0o600
        try:
            self._tar.addfile(header, source)  # type: ignore[arg-type]
        except OSError as short:
            raise BadArchive(f"{name} changed while it was read.") from short
        if source.count != size:
            raise BadArchive(f"{name} changed while it was read.")
        self.entries.told[name] = (size, source.sha256.hexdigest())

    def close(self, about: dict[str, Any]) -> None:
        told = {"format": FORMAT, **about, "entries": {name: list(one) for name, one in self.entries.told.items()}}
        data = json.dumps(told, separators=(",", ":"), sort_keys=True).encode()
        header = tarfile.TarInfo(MANIFEST)
        header.size, header.mode = len(data), 0o600
        self._tar.addfile(header, io.BytesIO(data))


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A new archive; durable under its name once the context closes well, else nothing is there."""
    part = path.with_name(path.name + UNFINISHED)
    try:
        with part.open("xb") as file:
            part.chmod(0o600)
            with _encrypted(file) as sink, tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        _sync_folder(path.parent)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def read(path: Path, take: Callable[[str, IO[bytes]], None]) -> dict[str, Any]:
    """Give each entry to `take`, which reads as much of it as it wants; answers the manifest. Raises `BadArchive` once
    anything is not as it was written, which may be after some entries were taken."""
    entries = Entries()
    try:
        with _decrypted(path) as source:
            manifest = _walk(source, entries, take)
    except tarfile.TarError as broken:
        raise BadArchive(f"{path.name} is not whole.") from broken
    if manifest is None or manifest.get("format") != FORMAT:
        raise BadArchive(f"{path.name} is not whole: its manifest is missing.")
    if {name: tuple(one) for name, one in manifest["entries"].items()} != entries.told:
        raise BadArchive(f"{path.name} is not what its manifest says.")
    return manifest


def check(path: Path) -> dict[str, Any]:
    """Read every byte; answers the manifest."""
    return read(path, lambda _name, _source: None)


def _walk(source: IO[bytes], entries: Entries, take: Callable[[str, IO[bytes]], None]) -> dict[str, Any] | None:
    manifest: dict[str, Any] | None = None
    with tarfile.open(fileobj=source, mode="r|") as tar:
        for header in tar:
            held = tar.extractfile(header)
            if held is None or manifest is not None or header.name in entries.told:
                raise tarfile.TarError
            if header.name == MANIFEST:
                manifest = json.load(held)
                continue
            hashed = _Hashed(held)
            take(header.name, hashed)  # type: ignore[arg-type]
            hashed.drain()
            entries.told[header.name] = (header.size, hashed.sha256.hexdigest())
    while source.read(BUFFER_BYTES):  # to the end, whose seal is checked last
        pass
    return manifest


class _Counted:
    """What a tar reads an entry from."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""
        self.sha256 = hashlib.sha256()
        self.count = 0

    def read(self, size: int) -> bytes:
        while len(self._held) < size and (piece := next(self._pieces, None)) is not None:
            self._held += piece
        told, self._held = self._held[:size], self._held[size:]
        self.sha256.update(told)
        self.count += len(told)
        return told


class _Hashed:
    """An entry on its way out."""

    def __init__(self, held: IO[bytes]) -> None:
        self._held = held
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        told = self._held.read(size)
        self.sha256.update(told)
        return told

    def drain(self) -> None:
        while self.read(BUFFER_BYTES):
            pass


@contextmanager
def _encrypted(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """A file that encrypts into `file` what is written to it."""
    reading, writing_end = os.pipe()
    faults: list[BaseException] = []

    def encrypt() -> None:
        try:
            with os.fdopen(reading, "rb", BUFFER_BYTES) as source:
                pyrage.encrypt_io(source, file, [identity().to_public()])
        except BaseException as fault:  # noqa: BLE001 - told by the one who waits
            faults.append(fault)

    thread = threading.Thread(target=encrypt, name="encrypt")
    thread.start()
    try:
        with os.fdopen(writing_end, "wb", BUFFER_BYTES) as sink:
            yield sink
    except BrokenPipeError:
        if not faults:
            raise
    finally:
        thread.join()
    if faults:
        raise faults[0]


@contextmanager
def _decrypted(path: Path) -> Iterator[IO[bytes]]:
    """A file that reads what is in the archive. Raises `BadArchive` where that does not open to its very end."""
    reading, writing_end = os.pipe()
    faults: list[BaseException] = []
    key = identity()

    def decrypt() -> None:
        with suppress(BrokenPipeError), os.fdopen(writing_end, "wb", BUFFER_BYTES) as sink:
            try:
                with path.open("rb") as file:
                    pyrage.decrypt_io(file, sink, [key])
            except BaseException as fault:  # noqa: BLE001 - told by the one who waits
                faults.append(fault)

    thread = threading.Thread(target=decrypt, name="decrypt")
    thread.start()
    failed: BaseException | None = None
    try:
        with os.fdopen(reading, "rb", BUFFER_BYTES) as source:
            try:
                yield source
            except (tarfile.TarError, EOFError, ValueError) as fault:
                failed = fault
    finally:
        thread.join()
    if faults and not isinstance(faults[0], BrokenPipeError):
        raise BadArchive(_sentence(path, faults[0])) from faults[0]
    if failed is not None:
        raise BadArchive(f"{path.name} is not whole.") from failed


def _sentence(path: Path, fault: BaseException) -> str:
    if isinstance(fault, pyrage.DecryptError) and "No matching keys" in str(fault):
        return f"{path.name} does not open with this house's key: it is another house's, or the secret is not the same."
    return f"{path.name} is damaged or cut off."


def _bech32(prefix: str, data: bytes) -> str:
    """BIP 173, as `age` writes its keys."""
    bits = int.from_bytes(data, "big") << 4
    values = [bits >> shift & 31 for shift in range(len(data) * 8 + 4 - 5, -1, -5)]
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = _polymod([*expanded, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    return prefix + "1" + "".join(BECH32[value] for value in [*values, *(check >> 5 * (5 - i) & 31 for i in range(6))])


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> place & 1 else 0
    return check


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
