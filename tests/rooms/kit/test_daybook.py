# SPDX-License-Identifier: Apache-2.0
"""What must outlive the database is on disks before anything is deleted, and nobody can change it unseen."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from app.kit import daybook, keys
from app.kit.blobs import store
from app.kit.db import writing
from app.publishing import keeping
from app.settings import settings
from app.stories import erasure, ledger, queries
from app.stories import service as stories
from tests.rooms.publishing.desk_work import House

LINES = [{"what": "x", "number": number} for number in range(5)]


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


def kept(folder: Path) -> list[object]:
    return [line["number"] for line in daybook.read(folder)]


def test_lines_come_back_as_they_were_written(house: Path) -> None:
    daybook.keep(LINES[:2])
    daybook.keep(LINES[2:])
    assert kept(daybook.home()) == [0, 1, 2, 3, 4]


def test_half_a_line_of_a_power_cut_is_nobody_s_word(house: Path) -> None:
    daybook.keep(LINES[:2])
    with (daybook.home() / daybook.NAME).open("ab") as file:
        file.write(b"0123456789")
    assert kept(daybook.home()) == [0, 1]
    daybook.keep(LINES[2:])
    assert kept(daybook.home()) == [0, 1, 2, 3, 4]


def change(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"number":0', b'"number":7'), *lines[1:]]


def take_out(lines: list[bytes]) -> list[bytes]:
    return [lines[0], *lines[2:]]


def swap(lines: list[bytes]) -> list[bytes]:
    return [lines[1], lines[0], *lines[2:]]


@pytest.mark.parametrize("forge", [change, take_out, swap])
def test_a_line_that_was_changed_or_taken_out_is_found(
    forge: Callable[[list[bytes]], list[bytes]], house: Path
) -> None:
    daybook.keep(LINES)
    path = daybook.home() / daybook.NAME
    path.write_bytes(b"".join(forge(path.read_bytes().splitlines(keepends=True))))
    with pytest.raises(daybook.DaybookDamaged):
        daybook.read(daybook.home())


def test_another_house_cannot_write_our_lines(house: Path) -> None:
    daybook.keep(LINES)
    path = keys.secret_file(settings())
    path.unlink()
    keys.make_secret(path)
    keys.forget_secret()
    with pytest.raises(daybook.DaybookDamaged):
        daybook.read(daybook.home())


def test_every_place_has_all_of_it_and_one_that_was_away_catches_up(house: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    daybook.keep(LINES[:1])
    daybook.add_place(disk)
    daybook.keep(LINES[1:2])
    assert kept(disk) == [0, 1]
    disk.rename(tmp_path / "unplugged")
    daybook.keep(LINES[2:3])
    assert daybook.away() == [disk]
    (tmp_path / "unplugged").rename(disk)
    daybook.keep(LINES[3:])
    assert kept(disk) == [0, 1, 2, 3, 4]
    assert daybook.away() == []


def test_a_folder_with_another_house_s_ledger_is_no_place_for_ours(house: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / daybook.NAME).write_bytes(b"0" * 64 + b' {"n":1}\n')
    daybook.keep(LINES)
    with pytest.raises(daybook.DaybookDamaged):
        daybook.add_place(disk)


def test_nothing_is_erased_before_its_mark_is_on_the_disk(
    desk: House, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id = desk.spoken()
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        stories.withdraw(session, story_id, actor="storyteller", at=queries.get_story(session, story_id).declared_at)
        queries.get_story(session, story_id).undo_until = queries.get_story(session, story_id).declared_at

    def fail(_lines: object) -> None:
        raise OSError("the disk is full")

    before = set(store().list(""))
    with monkeypatch.context() as full:
        full.setattr(daybook, "keep", fail)
        with pytest.raises(OSError, match="full"):
            erasure.erase_if_due(str(desk.project_id), str(story_id))
    assert set(store().list("")) == before
    assert erasure.erase_if_due(str(desk.project_id), str(story_id))
    assert set(store().list("")) == set()
    [told] = [line for line in daybook.read(daybook.home()) if line["what"] == ledger.ERASED]
    assert ledger.mark("story", story_id).hmac in {mark[1] for mark in told["marks"]}


def test_a_withdrawal_counts_though_no_disk_takes_its_line_and_is_kept_later(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.partner()
    story_id = desk.released()
    before = len(daybook.read(daybook.home()))

    def fail(_lines: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as full:
        full.setattr(daybook, "keep", fail)
        desk.withdraw(story_id)
    assert desk.status(story_id) == "withdrawn"
    assert len(daybook.read(daybook.home())) == before
    assert keeping.mend() == 2
    later = daybook.read(daybook.home())[before:]
    assert {(line["what"], line.get("type")) for line in later} == {("said", "withdrawn"), ("told", None)}
    assert keeping.mend() == 0


def test_what_was_rolled_back_was_never_said(desk: House) -> None:
    daybook.keep(LINES[:1])
    with writing(desk.project_id) as session:
        session.execute(text("SELECT 1"))
        daybook.keep_with(session, LINES[1])
        session.rollback()
    assert kept(daybook.home()) == [0]
    with writing(desk.project_id) as session:
        daybook.keep_with(session, LINES[2])
    assert kept(daybook.home()) == [0, 2]


def test_no_word_and_no_id_of_a_story_is_in_it(desk: House) -> None:
    desk.partner()
    story_id = desk.released(text="A kingfisher sat there.")
    [record_id] = desk.records(story_id)
    desk.withdraw(story_id)
    told = (daybook.home() / daybook.NAME).read_text()
    for secret in ("kingfisher", str(story_id), str(record_id), "public_words"):
        assert secret not in told
