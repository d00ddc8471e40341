# SPDX-License-Identifier: Apache-2.0
"""A house of real processes and phones that keep a book."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.cli.sampling import SAMPLES
from app.kit import clock
from app.kit.blobs import Blobs, store
from app.kit.db import writing
from app.projects import service as projects
from app.settings import settings
from tests.trust.nursery import Nursery, say
from tests.trust.phones import Ledger, Phone
from tests.trust.processes import House


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def grounds(house: Path, project_id: UUID, nursery: Nursery) -> Iterator[House]:
    standing = House(house, project_id, nursery)
    yield standing
    standing.close()
    say(standing.log())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    book = Ledger(tmp_path / "ledger.jsonl")
    yield book
    book.close()


@pytest.fixture
def invite(grounds: House) -> str:
    return make_invite(grounds)


def make_invite(grounds: House) -> str:
    with writing(grounds.project_id) as session:
        return projects.create_invite(session, grounds.project_id, expires_in=None, at=clock.now())[1]


@pytest.fixture
def phone(grounds: House, ledger: Ledger) -> Callable[..., Phone]:
    """One more phone, of an invite of its own, that joins as soon as somebody answers."""

    def join(*, seed: int = 0, port: int | None = None, pause_s: float = 0.0, kind: type[Phone] = Phone) -> Phone:
        made = kind(port or grounds.port, ledger, seed=seed, pause_s=pause_s)
        made.join(make_invite(grounds))
        return made

    return join


@pytest.fixture(scope="session")
def speech() -> Callable[[str], bytes]:
    """One of the trial's sample stories, read aloud by a synthesiser."""
    return lambda name: (SAMPLES / f"{name}.webm").read_bytes()


@pytest.fixture
def blobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Blobs]:
    """A store of objects and nothing else."""
    monkeypatch.setenv("HEARDWELL_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("HEARDWELL_OBJECT_STORE_URL", raising=False)
    settings.cache_clear()
    store.cache_clear()
    yield store()
    settings.cache_clear()
    store.cache_clear()
