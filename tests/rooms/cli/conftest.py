# SPDX-License-Identifier: Apache-2.0
"""A caretaker with a disk for archives and another machine."""

from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

import pytest

from app.kit import keys
from app.people import slow_hash
from app.settings import settings
from tests.rooms.cli.houses import Elsewhere, another_place
from tests.rooms.publishing.desk_work import House
from tests.stacks import Stack


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the archives lie: another disk."""
    return tmp_path / "archives"


@pytest.fixture
def elsewhere(house: Path, tmp_path: Path, stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """Another machine, on which somebody typed the secret from the recovery sheet; or one with another secret."""
    secret = keys.secret_file(settings())

    def move(name: str = "new", *, with_our_key: bool = True) -> AbstractContextManager[Path]:
        return another_place(stack, tmp_path / name, monkeypatch, secret=secret if with_our_key else None)

    return move
