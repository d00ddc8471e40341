# SPDX-License-Identifier: Apache-2.0
"""Fixtures of the whole house: a fresh one for each test, on SQLite and files or, by `TEST_STACK=postgresql`, on
PostgreSQL and an S3 server. `drain()` is the worker run dry."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from app.kit import blobs, db, jobs, keys
from app.kit.lanes import Lane
from app.settings import settings
from tests.compiled_once import keep_what_is_compiled
from tests.stacks import Stack, postgresql_stack, sqlite_stack

ORIGIN = "https://heardwell.test"
MODELS = Path(os.environ.get("HEARDWELL_TEST_MODELS", "var/models")).resolve()
LONGEST_DRAIN_S = 240

hypothesis_settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("no clock")  # how long an example takes says how busy the machine is
keep_what_is_compiled()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`housed`: stands in a house, and so on a database and a store."""
    for item in items:
        if "stack" in getattr(item, "fixturenames", ()):
            item.add_marker("housed")


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    chosen = postgresql_stack if os.environ.get("TEST_STACK") == "postgresql" else sqlite_stack
    with chosen(tmp_path_factory.mktemp("stack")) as made:
        yield made


def forget_everything() -> None:
    """As if the process had just begun."""
    jobs.forget_client()
    db.forget_connections()
    keys.forget_secret()
    blobs.store.cache_clear()
    settings.cache_clear()


@pytest.fixture
def house(stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh, migrated house; answers its data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    MODELS.mkdir(parents=True, exist_ok=True)
    (folder / "models").symlink_to(MODELS)
    with stack.fresh(folder) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("HEARDWELL_DATA_DIR", str(folder))
        monkeypatch.setenv("HEARDWELL_PUBLIC_URL", ORIGIN)
        forget_everything()
        keys.make_secret(keys.secret_file(settings()))
        yield folder
        forget_everything()


@pytest.fixture(scope="session")
def front_door() -> FastAPI:
    from app.main import create_app

    return create_app()


@pytest.fixture
def client(house: Path, front_door: FastAPI) -> TestClient:
    """A browser without script, on our own origin."""
    visitor = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False)
    visitor.headers["Origin"] = ORIGIN
    return visitor


@pytest.fixture
def drain(house: Path) -> Iterator[Callable[[], None]]:
    """Run the worker until no job waits anywhere."""
    import app.worker  # noqa: F401 - every listener

    working = False

    def run() -> None:
        nonlocal working
        if not working:
            jobs.launch("tests-1", list(Lane), poll_seconds=0.1)
            working = True
        until = time.monotonic() + LONGEST_DRAIN_S
        while not jobs.is_idle():
            assert time.monotonic() < until, "jobs never ended"
            time.sleep(0.05)

    yield run
    if working:
        jobs.stop()


@pytest.fixture
def project_id(house: Path) -> UUID:
    """A project with a consent form in every language we ship."""
    from app.cli.caretaker import found_project

    return found_project(
        "Riverside", ["en", "es", "ar", "ur"], organisation="Riverside Voices", contact="x@y.z", country="GB"
    )
