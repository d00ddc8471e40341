# SPDX-License-Identifier: Apache-2.0
"""A caretaker backs the house up while people tell stories, and looks whether it all still stands."""

import hashlib
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pyrage  # type: ignore[import-untyped]
import pytest
import typer

from app.cli import backup, objects, verifying
from app.consent import queries as consent
from app.kit import archives, clock, daybook, keys, rows
from app.kit.blobs import BlobMissing, store
from app.kit.db import metadata, reading, writing
from app.kit.ids import new_id
from app.settings import settings
from app.stories import queries
from tests.rooms.publishing.desk_work import House

NUMBERS = ("30", "٣٠", "۳۰")
AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "archives"


def spoken(desk: House) -> str:
    """A story with sound whose hash is the one that was declared; answers its object's key."""
    story_id = desk.spoken()
    with writing(desk.project_id) as session:
        [recording] = queries.recordings(session, story_id)
        assert recording.key is not None
        recording.sha256 = hashlib.sha256(store().get(recording.key)).hexdigest()
        return recording.key


def opened(archive: Path) -> dict[str, bytes]:
    """Every entry, by whoever has the secret and any age and tar."""
    plain = pyrage.decrypt(archive.read_bytes(), [archives.identity()])
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        return {member.name: held.read() for member in tar if (held := tar.extractfile(member)) is not None}


def test_an_archive_opens_with_age_and_tar_and_the_secret_is_not_in_it(desk: House, kept: Path) -> None:
    key = spoken(desk)
    made = Path(backup.make(kept)["archive"])
    entries = opened(made)
    assert entries[f"objects/{key}"] == store().get(key)
    secret = keys.secret_file(settings()).read_text()
    assert not any(secret.encode() in data or bytes.fromhex(secret) in data for data in entries.values())
    manifest = json.loads(entries.pop("manifest.json"))
    told = {name: [len(data), hashlib.sha256(data).hexdigest()] for name, data in entries.items()}
    assert manifest["entries"] == told


def test_nobody_else_can_read_an_archive_and_nothing_half_done_stays(
    desk: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Path(backup.make(kept)["archive"])
    assert made.stat().st_mode & 0o077 == 0
    assert b"manifest" not in made.read_bytes()

    def fail(*_told: object) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr(rows, "pieces", fail)
    with pytest.raises(OSError, match="went away"):
        backup.make(kept)
    assert {path.name for path in kept.iterdir()} == {made.name, daybook.NAME}


@pytest.fixture
def tellers(desk: House) -> Iterator[list[BaseException]]:
    """People who tell stories all the time; each is kept in pieces first, and then as one, and the pieces go."""
    begun, over, faults = threading.Event(), threading.Event(), []

    def tell() -> None:
        try:
            while not over.is_set():
                story_id = desk.spoken()
                with writing(desk.project_id) as session:
                    [recording] = queries.recordings(session, story_id)
                    piece = recording.key or ""
                    recording.key = f"{desk.project_id}/recordings/{recording.recording_id}/{new_id()}"
                    store().put(recording.key, store().get(piece))
                    recording.sha256 = hashlib.sha256(store().get(piece)).hexdigest()
                store().delete(piece)
                begun.set()
        except BaseException as fault:
            faults.append(fault)
            raise

    thread = threading.Thread(target=tell)
    thread.start()
    assert begun.wait(30)
    yield faults
    over.set()
    thread.join()


def test_an_archive_made_while_people_tell_stories_holds_whatever_its_rows_name(
    tellers: list[BaseException], desk: House, kept: Path
) -> None:
    for _ in range(3):
        entries = opened(Path(backup.make(kept)["archive"]))
        recordings = b"".join(data for name, data in entries.items() if name.startswith("rows/recording/"))
        place = [column.name for column in metadata.tables["recording"].columns].index("key")
        named = [json.loads(line)[place] for line in recordings.splitlines()]
        assert named
        assert all(f"objects/{key}" in entries for key in named)
    assert tellers == []


def test_a_recording_that_is_joined_while_it_is_copied_is_in_the_archive(
    desk: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was in pieces when the rows were looked at, and is one object when it is copied."""
    key, real = spoken(desk), backup._add

    def join_first(archive: archives.Writer, wanted: str) -> bool:
        monkeypatch.setattr(backup, "_add", real)
        with writing(desk.project_id) as session:
            connection = session.connection()
            table = metadata.tables["recording"]
            store().put(key + "-joined", store().get(key))
            connection.execute(table.update().values(key=key + "-joined"))
        store().delete(key)
        return real(archive, wanted)

    monkeypatch.setattr(backup, "_add", join_first)
    assert backup.make(kept)["lost"] == []
    with pytest.raises(BlobMissing):
        store().get(key)


def test_a_recording_that_is_lost_already_is_told_and_the_rest_is_kept(
    desk: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PATIENCE_S", 0.0)
    key, other = spoken(desk), spoken(desk)
    store().delete(key)
    with pytest.raises(RuntimeError, match="1 objects that the database names"):
        backup.backup(kept)
    [made] = backup.found(kept)
    assert f"objects/{other}" in opened(made)


def test_archives_roll_over(kept: Path) -> None:
    kept.mkdir()
    ages = [timedelta(hours=1), timedelta(days=1), timedelta(days=1, hours=5), timedelta(days=10, hours=1)]
    ages += [timedelta(days=10, hours=3), timedelta(days=29), timedelta(days=31)]
    names = [(AT - age).strftime(backup.PREFIX + backup.STAMP) + "-0.age" for age in ages]
    for name in names:
        (kept / name).touch()
    (kept / "somebody-else.age").touch()
    assert set(backup.roll_over(kept, AT, 30)) == {names[4], names[6]}
    assert set(backup.roll_over(kept, AT, 7)) == {names[3], names[5]}
    assert (kept / "somebody-else.age").exists()


def test_each_backup_removes_what_is_too_old(desk: House, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Path(backup.make(kept)["archive"])
    later = clock.now() + timedelta(days=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert backup.make(kept)["removed"] == [first.name]
    assert not first.exists()


def test_archives_stay_no_longer_than_the_form_promises(desk: House) -> None:
    with reading(desk.project_id) as session:
        form = consent.current_form(session, desk.project_id)
        texts = consent.texts_of(session, form.form_version_id)
    for language, text in texts.items():
        told = " ".join(card["text"] for card in text.cards)
        assert any(number in told for number in NUMBERS), language
    assert backup.KEEP_DAYS == 30


def test_quiet_in_a_pipe_and_one_object_for_machines(
    desk: House, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup.backup(kept, as_json=True)
    said = capsys.readouterr()
    assert said.err == ""
    assert json.loads(said.out)["archive"] == str(backup.found(kept)[-1])


def test_a_flipped_bit_in_a_recording_is_found(desk: House, capsys: pytest.CaptureFixture[str]) -> None:
    key, other = spoken(desk), spoken(desk)
    verifying.verify()
    assert "2 recordings and other objects are as they came" in capsys.readouterr().out
    data = bytearray(store().get(key))
    data[len(data) // 2] ^= 1
    store().put(key, bytes(data))
    store().delete(other)
    with pytest.raises(typer.Exit) as ended:
        verifying.verify(as_json=True)
    assert ended.value.exit_code == 1
    told = json.loads(capsys.readouterr().out)["objects"]
    assert (told["changed"], told["lost"]) == ([key], [other])


def test_archives_are_verified_without_being_restored(
    desk: House, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (Path(backup.make(kept)["archive"]) for _ in range(2))
    verifying.verify(kept)
    assert capsys.readouterr().out.count("whole") == 2
    data = bytearray(second.read_bytes())
    data[-1] ^= 1
    second.write_bytes(data)
    with pytest.raises(typer.Exit):
        verifying.verify(kept)
    said = capsys.readouterr().out
    assert f"{first.name}: whole" in said
    assert f"{second.name}: {second.name} is damaged" in said


def test_every_column_that_holds_a_key_of_an_object_is_known(desk: House) -> None:
    """Whatever is stored for a story has a row that names it, as long as it is there."""
    spoken(desk)
    with rows.snapshot() as connection:
        assert objects.named(connection) == set(store().list(""))
