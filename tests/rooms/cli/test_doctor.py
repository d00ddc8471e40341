# SPDX-License-Identifier: Apache-2.0
"""What the caretaker is told before the house opens."""

import shutil
from pathlib import Path

from app.cli import doctor

NO_ROOM_TO_WORK = "The temporary folder cannot be written."


def test_a_house_whose_workrooms_cannot_be_opened_says_so(house: Path) -> None:
    assert NO_ROOM_TO_WORK not in doctor.complaints()
    shutil.rmtree(house / "tmp")
    (house / "tmp").write_bytes(b"in the way")
    assert NO_ROOM_TO_WORK in doctor.complaints()
