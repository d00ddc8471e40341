# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.kit import clock, statics

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts the build of that name in the place of the one before."""

    def put(name: str) -> None:
        root = tmp_path / name
        assets = root / "reporter" / "assets"
        assets.mkdir(parents=True)
        (root / "reporter" / "index.html").write_text(f"<script src=/r/assets/{name}.js></script>")
        (assets / f"{name}.js").write_text(f"// {name}")
        (assets / f"{name}.js.gz").write_bytes(b"packed")
        monkeypatch.setattr(statics, "ROOT", root)
        statics.keep_assets.cache_clear()

    return put


def on_day(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))


def test_a_page_opened_before_an_update_still_gets_its_parts(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    build("first")
    assert "first.js" in client.get("/r/").text
    build("second")
    assert "second.js" in client.get("/r/").text
    old = client.get("/r/assets/first.js", headers={"Accept-Encoding": "identity"})
    assert (old.status_code, old.text) == (200, "// first")
    assert "immutable" in old.headers["cache-control"]
    assert client.get("/r/assets/third.js").status_code == 404


def test_old_parts_go_ninety_days_after_their_build_was_last_served(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, 0)
    build("first")
    client.get("/r/")
    on_day(monkeypatch, 200)
    client.get("/r/")
    build("second")
    for days, answer in ((200, 200), (289, 200), (291, 404)):
        on_day(monkeypatch, days)
        assert client.get("/r/assets/first.js", headers={"Accept-Encoding": "identity"}).status_code == answer
    assert client.get("/r/assets/second.js", headers={"Accept-Encoding": "identity"}).status_code == 200


def test_a_full_disk_keeps_nobody_from_opening_the_pages(
    client: TestClient, build: Callable[[str], None], house: Path
) -> None:
    build("first")
    (house / "older-assets").write_text("no room for a folder")
    assert "first.js" in client.get("/r/").text


@pytest.mark.parametrize("path", ["../../../heardwell.db", "assets/../../../../secret.key", ".first.js.1", "assets"])
def test_nothing_else_of_the_data_folder_is_served(client: TestClient, build: Callable[[str], None], path: str) -> None:
    build("first")
    client.get("/r/")
    assert client.get(f"/r/{path.replace('/', '%2F')}").status_code == 404
