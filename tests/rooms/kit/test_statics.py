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


def open_before_an_update(client: TestClient, build: Callable[[str], None]) -> None:
    build("first")
    assert "first.js" in client.get("/r/").text
    build("second")
    assert "second.js" in client.get("/r/").text
    old = client.get("/r/assets/first.js", headers={"Accept-Encoding": "identity"})
    assert (old.status_code, old.text) == (200, "// first")
    assert "immutable" in old.headers["cache-control"]
    assert client.get("/r/assets/third.js").status_code == 404


def test_a_page_opened_before_an_update_still_gets_its_parts(client: TestClient, build: Callable[[str], None]) -> None:
    open_before_an_update(client, build)


def test_a_house_that_keeps_nothing_of_older_builds_is_caught(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statics, "_keep", lambda *_: None)
    with pytest.raises(AssertionError, match="404"):
        open_before_an_update(client, build)


def serve_for_a_year(client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(monkeypatch, 0)
    build("first")
    client.get("/r/")
    on_day(monkeypatch, 200)
    client.get("/r/")
    build("second")
    for days, answer in ((200, 200), (289, 200), (291, 404)):
        on_day(monkeypatch, days)
        found = client.get("/r/assets/first.js", headers={"Accept-Encoding": "identity"})
        assert found.status_code == answer, f"on day {days}"
    assert client.get("/r/assets/second.js", headers={"Accept-Encoding": "identity"}).status_code == 200


def test_old_parts_go_ninety_days_after_their_build_was_last_served(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    serve_for_a_year(client, build, monkeypatch)


@pytest.mark.parametrize(("kept", "day"), [(timedelta(days=88), 289), (timedelta(days=10_000), 291)])
def test_a_house_that_keeps_them_for_another_time_is_caught(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, kept: timedelta, day: int
) -> None:
    monkeypatch.setattr(statics, "KEPT_FOR", kept)
    with pytest.raises(AssertionError, match=f"on day {day}"):
        serve_for_a_year(client, build, monkeypatch)


def test_a_full_disk_keeps_nobody_from_opening_the_pages(
    client: TestClient, build: Callable[[str], None], house: Path
) -> None:
    build("first")
    (house / "older-assets").write_text("no room for a folder")
    assert "first.js" in client.get("/r/").text


def ask_for(client: TestClient, path: str) -> None:
    assert client.get(f"/r/{path.replace('/', '%2F')}").status_code == 404


PRIVATE = ["../../secret.key", "assets/../../../secret.key", "assets/.half.js.1", "assets/first.js.gz", "assets"]


@pytest.mark.parametrize("path", PRIVATE)
def test_nothing_else_of_the_data_folder_is_served(
    client: TestClient, build: Callable[[str], None], house: Path, path: str
) -> None:
    build("first")
    client.get("/r/")
    (house / "older-assets" / "reporter" / "assets" / ".half.js.1").write_text("half")
    ask_for(client, path)


@pytest.mark.parametrize("path", PRIVATE[:2])
def test_a_house_that_looks_anywhere_is_caught(
    client: TestClient, build: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    build("first")
    client.get("/r/")
    monkeypatch.setattr(Path, "is_relative_to", lambda *_: True)
    with pytest.raises(AssertionError, match="200"):
        ask_for(client, path)
