# SPDX-License-Identifier: Apache-2.0
"""A full disk: what keeps room for the storyteller's no."""

import os
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.kit import ballast
from app.kit.db import is_sqlite, writing
from app.kit.ids import new_id


def fill_the_disk(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast.lay()
    laid = (house / "ballast").stat()
    assert laid.st_size == ballast.BYTES
    assert laid.st_blocks * 512 >= ballast.BYTES, "it takes no room"
    with writing(new_id()) as session:
        session.connection()
    assert (house / "ballast").exists(), "there is room"
    monkeypatch.setattr(ballast, "_free", lambda: ballast.LEAST_FREE - 1)
    with writing(new_id()) as session:
        session.connection()
    assert (house / "ballast").exists() is not is_sqlite(), "nothing was given up"


def test_on_a_full_disk_the_ballast_goes_before_anything_is_written(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_the_disk(house, monkeypatch)


def test_ballast_that_weighs_nothing_is_caught(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "posix_fallocate", lambda file, _start, length: os.ftruncate(file, length))
    with pytest.raises(AssertionError, match="takes no room"):
        fill_the_disk(house, monkeypatch)


def test_a_house_that_holds_on_to_its_ballast_is_caught(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not is_sqlite():
        pytest.skip("PostgreSQL writes to a disk of its own")
    monkeypatch.setattr(ballast, "give_up_when_full", lambda: None)
    with pytest.raises(AssertionError, match="nothing was given up"):
        fill_the_disk(house, monkeypatch)


def lay_with_little_room(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "_free", lambda: 16 * ballast.BYTES - 1)
    ballast.lay()
    assert not (house / "ballast").exists()


def test_ballast_is_laid_only_where_there_is_plenty_of_room(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_with_little_room(house, monkeypatch)


def test_ballast_laid_on_the_last_of_the_room_is_caught(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "AMPLE_FREE", 0)
    with pytest.raises(AssertionError):
        lay_with_little_room(house, monkeypatch)


def test_the_web_process_takes_ballast_on_board_when_it_opens(house: Path, front_door: FastAPI) -> None:
    with TestClient(front_door):
        assert (house / "ballast").stat().st_size == ballast.BYTES
