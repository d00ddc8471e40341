# SPDX-License-Identifier: Apache-2.0
"""What the caretaker is told before the house opens."""

import shutil
from pathlib import Path

from app.cli import doctor
from app.kit import daybook

NO_ROOM_TO_WORK = "The temporary folder cannot be written."


def test_a_house_whose_workrooms_cannot_be_opened_says_so(house: Path) -> None:
    assert NO_ROOM_TO_WORK not in doctor.complaints()
    shutil.rmtree(house / "tmp")
    (house / "tmp").write_bytes(b"in the way")
    assert NO_ROOM_TO_WORK in doctor.complaints()


def test_a_disk_with_archives_that_is_not_there_is_asked_for(house: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    daybook.add_place(disk)
    assert not [told for told in doctor.complaints() if "archives" in told]
    disk.rename(tmp_path / "unplugged")
    [told] = [told for told in doctor.complaints() if "archives" in told]
    assert str(disk) in told
