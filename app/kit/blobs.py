# SPDX-License-Identifier: Apache-2.0
"""Objects by key, on the local disk or in S3; the only importer of obstore.

Keys begin with the project's id, are unique and never rewritten, so nothing here depends on a conditional put. An
object that `put` answered for survives a power cut: the local store's library renames but never syncs, so we do.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, S3Store

from app.kit.errors import StorageFull, Unavailable
from app.settings import settings

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig

PIECE_BYTES = 1024 * 1024
MOST_NAMED = 10_000
RETRIES: "RetryConfig" = {
    "max_retries": 2,
    "retry_timeout": timedelta(seconds=10),
    "backoff": {"init_backoff": timedelta(milliseconds=100), "max_backoff": timedelta(seconds=1), "base": 2},
}


class BlobMissing(KeyError):
    """No object has this key."""


class Blobs:
    """An object store. Every call raises `Unavailable` when the store is down, `StorageFull` when it has no room."""

    def __init__(self, objects: LocalStore | S3Store, root: Path | None) -> None:
        self._objects = objects
        self._root = root
        self._named: set[Path] = set()
        """Folders whose own name is on the disk, as this process saw to; nobody ever removes one."""

    def put(self, key: str, data: bytes | Path | Iterable[bytes]) -> None:
        """Keep `data` under a key nobody used before; durable once this returns."""
        with _refusals(key):
            if isinstance(data, bytes | Path):
                obstore.put(self._objects, key, data)
            else:  # not `put`: it would read the pieces inside its own runtime, where none of them may ask a store
                with obstore.open_writer(self._objects, key) as writer:
                    for piece in data:
                        writer.write(piece)
            if self._root is not None:
                _sync(self._root / key)
                self._sync_folders(key)

    def get(self, key: str) -> bytes:
        """The whole object. Raises `BlobMissing`."""
        with _refusals(key):
            return bytes(obstore.get(self._objects, key).bytes())

    def read(self, key: str, start: int, end: int) -> bytes:
        """The bytes from `start` up to, not with, `end`. Raises `BlobMissing`."""
        if start == end:
            return b""
        with _refusals(key):
            return bytes(obstore.get_range(self._objects, key, start=start, end=end))

    def stream(self, key: str) -> Iterator[bytes]:
        """The object in pieces of about a MiB. Raises `BlobMissing`."""
        with _refusals(key):
            for piece in obstore.get(self._objects, key).stream(min_chunk_size=PIECE_BYTES):
                yield bytes(piece)

    def fetch(self, key: str, to: Path) -> None:
        """Copy the object into the file `to`. Raises `BlobMissing`."""
        with to.open("wb") as file:
            for piece in self.stream(key):
                file.write(piece)

    def size(self, key: str) -> int:
        """Its length in bytes. Raises `BlobMissing`."""
        with _refusals(key):
            return obstore.head(self._objects, key)["size"]

    def exists(self, key: str) -> bool:
        try:
            self.size(key)
        except BlobMissing:
            return False
        return True

    def delete(self, key: str) -> None:
        """Drop the object; one that is gone already is no error."""
        try:
            with _refusals(key):
                if self._root is None:
                    obstore.delete(self._objects, key)
                    return
                (self._root / key).unlink()
                _sync((self._root / key).parent)
        except BlobMissing:
            return

    def list(self, prefix: str) -> Iterator[str]:
        """The keys below the folder `prefix`, in no order; on a disk also of what a `put` that died left half done."""
        with _refusals(prefix):
            if self._root is not None:
                for folder, _, names in os.walk(self._root / prefix):
                    yield from (str(Path(folder, name).relative_to(self._root)) for name in names)
                return
            for page in obstore.list(self._objects, prefix=prefix):
                for found in page:
                    yield found["path"]

    def free_bytes(self) -> int | None:
        """Room left on the disk of a local store; None where the store does not tell."""
        return None if self._root is None else shutil.disk_usage(self._root).free

    def _sync_folders(self, key: str) -> None:
        """The object's folder, and those above it whose names may not be on the disk yet.

        A neighbour may have made one a moment ago and not synced it: a process trusts only what it synced itself.
        """
        assert self._root is not None
        folder = (self._root / key).parent
        _sync(folder)
        while folder != self._root and folder not in self._named:
            _sync(folder.parent)
            if len(self._named) >= MOST_NAMED:
                self._named.clear()
            self._named.add(folder)
            folder = folder.parent


@contextmanager
def _refusals(key: str) -> Iterator[None]:
    try:
        yield
    except (NotFoundError, FileNotFoundError) as missing:
        raise BlobMissing(key) from missing
    except (BaseError, OSError) as failed:
        if "No space left" in str(failed) or "Disk quota" in str(failed):
            raise StorageFull from failed
        raise Unavailable from failed


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def store() -> Blobs:
    """The store of this process, as its settings name it."""
    return open_store(settings().objects)


def open_store(url: str) -> Blobs:
    parts = urlsplit(url)
    if parts.scheme == "file":
        root = Path(unquote(parts.path))
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Blobs(LocalStore(root), root)
    if parts.scheme != "s3":
        raise ValueError("HEARDWELL_OBJECT_STORE_URL must begin with file:// or s3://")
    endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
    client: ClientConfig = {
        "allow_http": endpoint.startswith("http://"),
        "connect_timeout": timedelta(seconds=3),
        "timeout": timedelta(seconds=60),
    }
    return Blobs(S3Store.from_url(url, client_options=client, retry_config=RETRIES), None)
