# SPDX-License-Identifier: Apache-2.0
"""One contract for every store; `TEST_OBJECT_STORE_URL` adds a bucket of your own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kit import blobs
from app.kit.blobs import BlobMissing, Blobs
from app.kit.errors import StorageFull, Unavailable
from app.kit.ids import new_id

KINDS = ["local", "s3", *(["named"] if "TEST_OBJECT_STORE_URL" in os.environ else [])]


@pytest.fixture(scope="session")
def bucket() -> Iterator[dict[str, str]]:
    """A bucket of moto's, served from this process on a port of its choice."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    environment = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_REGION": "us-east-1",
    }
    boto3.client(
        "s3",
        endpoint_url=environment["AWS_ENDPOINT_URL"],
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        region_name="us-east-1",
    ).create_bucket(Bucket="stories")
    yield environment
    server.stop()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blobs:
    if request.param == "local":
        return blobs.open_store(f"file://{tmp_path / 'ob jects'}")
    if request.param == "named":
        return blobs.open_store(os.environ["TEST_OBJECT_STORE_URL"])
    for name, value in request.getfixturevalue("bucket").items():
        monkeypatch.setenv(name, value)
    return blobs.open_store("s3://stories/some/prefix")


@pytest.fixture
def folder() -> str:
    return str(new_id())


def test_what_was_put_comes_back_whole_and_in_part(store: Blobs, folder: str) -> None:
    key = f"{folder}/seg/a"
    store.put(key, b"0123456789")
    assert store.get(key) == b"0123456789"
    assert store.read(key, 2, 5) == b"234"
    assert store.read(key, 9, 10) == b"9"
    assert store.read(key, 4, 4) == b""
    assert store.size(key) == 10
    assert store.exists(key)


def test_a_long_object_goes_in_and_out_by_file_and_by_pieces(store: Blobs, folder: str, tmp_path: Path) -> None:
    sound = os.urandom(7 * 1024 * 1024 + 11)
    given = tmp_path / "given"
    given.write_bytes(sound)
    store.put(f"{folder}/file", given)
    store.put(f"{folder}/pieces", (sound[at : at + 1_000_000] for at in range(0, len(sound), 1_000_000)))
    for name in ("file", "pieces"):
        store.fetch(f"{folder}/{name}", tmp_path / name)
        assert (tmp_path / name).read_bytes() == sound
        assert b"".join(store.stream(f"{folder}/{name}")) == sound


def test_a_listing_names_the_keys_below_a_folder_and_no_others(store: Blobs, folder: str) -> None:
    for key in (f"{folder}/one/a", f"{folder}/one/deep/b", f"{folder}/other/c"):
        store.put(key, b"x")
    assert sorted(store.list(f"{folder}/one")) == [f"{folder}/one/a", f"{folder}/one/deep/b"]
    assert len(list(store.list(folder))) == 3
    assert list(store.list(f"{folder}/nothing")) == []


def test_a_deleted_object_is_gone_and_may_be_deleted_again(store: Blobs, folder: str) -> None:
    store.put(f"{folder}/a", b"x")
    store.delete(f"{folder}/a")
    store.delete(f"{folder}/a")
    assert not store.exists(f"{folder}/a")


def test_an_absent_object_is_missing_by_every_way_of_asking(store: Blobs, folder: str, tmp_path: Path) -> None:
    key = f"{folder}/absent"
    for ask in (
        lambda: store.get(key),
        lambda: store.read(key, 0, 4),
        lambda: store.size(key),
        lambda: store.fetch(key, tmp_path / "absent"),
        lambda: list(store.stream(key)),
    ):
        with pytest.raises(BlobMissing):
            ask()


def test_a_store_that_is_down_is_unavailable_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    with pytest.raises(Unavailable):
        blobs.open_store("s3://stories").get("a")


def test_a_full_disk_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    local = blobs.open_store(f"file://{tmp_path / 'objects'}")

    def no_room(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(blobs, "_sync", no_room)
    with pytest.raises(StorageFull):
        local.put("a/b", b"x")


def test_a_local_put_syncs_the_file_and_every_folder_above_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(blobs, "_sync", synced.append)
    root = tmp_path / "objects"
    local = blobs.open_store(f"file://{root}")
    local.put("project/seg/a", b"x")
    assert synced == [root / "project/seg/a", root / "project/seg", root / "project", root]
    synced.clear()
    local.put("project/seg/b", b"x")
    assert synced == [root / "project/seg/b", root / "project/seg"], "the names above it are on the disk already"
    synced.clear()
    local.put("project/new/c", b"x")
    assert synced == [root / "project/new/c", root / "project/new", root / "project"]


def test_the_sync_reaches_the_kernel(tmp_path: Path) -> None:
    program = """
import os, sys
from app.kit import blobs
asked = []
real = os.fsync
os.fsync = lambda handle: (asked.append(os.readlink(f"/proc/self/fd/{handle}")), real(handle))[1]
blobs.open_store(f"file://{sys.argv[1]}").put("project/seg/a", b"x")
print(*asked, sep="\\n")
"""
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert told.stdout.split() == [str(tmp_path / part) for part in ("project/seg/a", "project/seg", "project", "")]


def test_an_address_that_is_no_store_is_refused() -> None:
    with pytest.raises(ValueError, match="file:// or s3://"):
        blobs.open_store("ftp://example.org/x")
