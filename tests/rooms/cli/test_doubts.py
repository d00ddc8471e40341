# SPDX-License-Identifier: Apache-2.0
"""Whatever is not as it was written is found, and then nothing is changed."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from app.cli import backup, restoring
from app.kit import archives, daybook
from app.kit.blobs import store
from app.kit.db import across_projects, reading
from app.stories import queries
from app.stories.models import Story
from tests.rooms.cli.houses import Elsewhere
from tests.rooms.publishing.desk_work import House

FLIPS = int(os.environ.get("HEARDWELL_TEST_BACKUP_FLIPS", "30"))
SEED = 20_261_123


def nothing_stands(place: Path) -> bool:
    with reading() as session, across_projects(session):
        rows = session.execute(select(Story)).first()
    return rows is None and list(store().list("")) == [] and not daybook.stands()


@pytest.fixture
def archived(desk: House, kept: Path) -> Path:
    """The newest archive of a house with a story."""
    desk.spoken()
    desk.told()
    return Path(backup.make(kept)["archive"])


def test_every_flipped_bit_of_an_archive_is_found(archived: Path, kept: Path, elsewhere: Elsewhere) -> None:
    good, chance = archived.read_bytes(), random.Random(SEED)
    places = [chance.randrange(len(good) * 8) for _ in range(FLIPS)]
    for place in places:
        flipped = bytearray(good)
        flipped[place // 8] ^= 1 << place % 8
        archived.write_bytes(flipped)
        with pytest.raises(archives.BadArchive):
            archives.check(archived)
    with elsewhere() as there:
        for place in places[:5]:
            flipped = bytearray(good)
            flipped[place // 8] ^= 1 << place % 8
            archived.write_bytes(flipped)
            with pytest.raises(RuntimeError):
                restoring.restore(kept)
            assert nothing_stands(there)


def cut_off(archived: Path) -> None:
    os.truncate(archived, archived.stat().st_size - 1_000)


def take_ledger_away(archived: Path) -> None:
    (archived.parent / daybook.NAME).unlink()


def bring_older_ledger(archived: Path) -> None:
    path = archived.parent / daybook.NAME
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def change_ledger(archived: Path) -> None:
    path = archived.parent / daybook.NAME
    path.write_bytes(path.read_bytes().replace(b"archive", b"archivf", 1))


@pytest.mark.parametrize("doubt", [cut_off, take_ledger_away, bring_older_ledger, change_ledger])
def test_any_doubt_and_nothing_is_changed(
    doubt: Callable[[Path], None], archived: Path, kept: Path, elsewhere: Elsewhere
) -> None:
    doubt(archived)
    with elsewhere() as there:
        with pytest.raises(RuntimeError, match=r"[a-z]\.$"):
            restoring.restore(kept)
        assert nothing_stands(there)


def test_another_house_s_archive_does_not_open(archived: Path, kept: Path, elsewhere: Elsewhere) -> None:
    with elsewhere(with_our_key=False) as there:
        with pytest.raises(RuntimeError):
            restoring.restore(kept)
        (kept / daybook.NAME).unlink()
        with pytest.raises(archives.BadArchive, match="another house's"):
            archives.check(archived)
        assert nothing_stands(there)


def test_a_fault_half_way_leaves_nothing_behind(
    archived: Path, kept: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> None:
        raise OSError("the disk went away")

    with elsewhere() as there:
        with monkeypatch.context() as broken:
            broken.setattr(daybook, "adopt", fail)
            with pytest.raises(OSError, match="went away"):
                restoring.restore(kept)
        assert nothing_stands(there)
        restoring.restore(kept)
        assert not nothing_stands(there)


def test_a_house_that_stands_is_given_up_only_when_told_and_archived_first(
    desk: House, archived: Path, kept: Path
) -> None:
    since = desk.told()
    with pytest.raises(RuntimeError, match="stands here already"):
        restoring.restore(kept)
    assert desk.status(since)
    restoring.restore(kept, archived.name, replace=True)
    with reading(desk.project_id) as session:
        assert queries.find_story(session, since) is None
    restoring.restore(kept, backup.found(kept)[-1].name, replace=True)
    assert desk.status(since), "the house that was given up was put into an archive of its own"
    with reading(desk.project_id) as session:
        assert queries.find_story(session, since) is not None
    assert daybook.read(kept) == daybook.read(daybook.home())
