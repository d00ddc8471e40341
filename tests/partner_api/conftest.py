# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.partners import access
from app.people import slow_hash
from tests.rooms.publishing.desk_work import House, Reader

Ask = Callable[..., Response]


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at its cheapest: these tests are not about its cost."""
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@pytest.fixture(autouse=True)
def full_buckets() -> None:
    access.forget_rates()


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def library(desk: House) -> Reader:
    return desk.partner("public", "Library")


@pytest.fixture
def ask(client: TestClient, library: Reader) -> Ask:
    """A call to the partner API with the library's key, or another."""

    def call(path: str, *, key: str | None = None, method: str = "GET", **told: Any) -> Response:
        headers = {"Authorization": f"Bearer {key or library.key}", **told.pop("headers", {})}
        return client.request(method, f"/partner/v1{path}", headers=headers, **told)

    return call
