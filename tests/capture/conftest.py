# SPDX-License-Identifier: Apache-2.0
"""Phones in the hands of reporters: a served house that never transcribes, so the browser has two cores."""

import pytest

from tests.journeys.conftest import browser, served, speech, watch

__all__ = ["browser", "served", "speech", "watch"]


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories wait for a model that is not here; everything before that goes on."""
    monkeypatch.setenv("HEARDWELL_WHISPER_MODEL", "large-v3")
