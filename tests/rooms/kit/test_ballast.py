# SPDX-License-Identifier: Apache-2.0
"""A full disk: what keeps room for the storyteller's no."""

from pathlib import Path

import pytest

from app.kit import ballast
from app.kit.db import is_sqlite, writing
from app.kit.ids import new_id


def test_on_a_full_disk_the_ballast_goes_before_anything_is_written(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballast.lay()
    assert (house / "ballast").stat().st_size == ballast.BYTES
    with writing(new_id()) as session:
        session.connection()
    assert (house / "ballast").exists(), "there is room"
    monkeypatch.setattr(ballast, "_free", lambda: ballast.LEAST_FREE - 1)
    with writing(new_id()) as session:
        session.connection()
    assert (house / "ballast").exists() is not is_sqlite()


def test_ballast_is_laid_only_where_there_is_plenty_of_room(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "_free", lambda: ballast.AMPLE_FREE - 1)
    ballast.lay()
    assert not (house / "ballast").exists()
