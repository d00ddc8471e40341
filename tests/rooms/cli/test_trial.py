# SPDX-License-Identifier: Apache-2.0
"""Somebody tries Heardwell for the first time, by the links that it prints."""

import re
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.cli import sampling, trial
from tests.conftest import ORIGIN


def test_the_printed_link_opens_the_desk_after_the_samples_came_in_by_the_desk(
    house: Path, client: TestClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    came = Event()

    def bring_in(doors: Mapping[str, Any]) -> None:
        assert opens(client, doors["sign_in"])
        came.set()

    monkeypatch.setattr(sampling, "bring_in", bring_in)
    trial.welcome(trial.open_doors(ORIGIN))
    assert came.wait(10)
    [token] = re.findall(r"/desk/#/open/(\S+)", capsys.readouterr().out)
    assert opens(client, token)


def opens(client: TestClient, token: str) -> bool:
    return client.post("/api/desk/session/link", json={"token": token}).status_code == 204
