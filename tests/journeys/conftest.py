# SPDX-License-Identifier: Apache-2.0
"""A served house, a browser with a microphone that hears real speech, and what a run may never show."""

import shutil
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import av
import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from app.settings import settings
from tests.journeys.served import Served
from tests.trust.processes import free_port

SPOKEN = (
    "When I came out of hospital, the last bus had already gone.",
    "I called my sister Margaret, but she lives forty miles away.",
    "Nobody at the desk had asked me how I would get home.",
)
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
RATE = 48_000
PATIENCE_MS = 20_000
LEAD_S = 2

expect.set_options(timeout=PATIENCE_MS)  # a busy machine is slower than the five seconds of the library


@pytest.fixture
def served(house: Path, project_id: UUID, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """`heardwell serve` with one worker, and the base model listening."""
    made = Served(free_port(), project_id, house / "serve.log")
    monkeypatch.setenv("HEARDWELL_PUBLIC_URL", made.origin)
    settings.cache_clear()
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as a phone's microphone would hear it: 48 kHz, mono, 16 bit."""
    from hibari import SAMPLE_RATE, Hibari

    voice, pause = Hibari(), np.zeros(SAMPLE_RATE // 3, np.float32)
    told = np.concatenate([piece for n, line in enumerate(SPOKEN) for piece in (voice(line, seed=n + 1), pause)])
    frame = av.AudioFrame.from_ndarray(told.astype(np.float32)[None, :], "flt", "mono")
    frame.sample_rate = SAMPLE_RATE
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    heard = b"".join(part.to_ndarray().tobytes() for part in (*resampler.resample(frame), *resampler.resample(None)))
    path = tmp_path_factory.mktemp("speech") / "story.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        quiet = bytes(2 * RATE)
        file.writeframes(quiet * LEAD_S + heard + quiet * 60)  # the browser plays it in a loop
    return path


@pytest.fixture
def browser(speech: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        capture = f"--use-file-for-fake-audio-capture={speech}"
        path = shutil.which("chromium") or shutil.which("google-chrome")
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=[*ARGS, capture])
        yield opened
        opened.close()


class Watch:
    """Fails the run on a script error, a CSP violation or a request to anybody else."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.seen: list[str] = []
        self.offline = False

    def over(self, context: BrowserContext) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("console", self._console)
        context.on("request", lambda request: self._request(request.url))
        return page

    def _console(self, message: Any) -> None:
        if message.type == "error" and "net::ERR_INTERNET_DISCONNECTED" not in message.text:
            self.seen.append(f"{message.text} {message.location.get('url', '')}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.origin, "blob:", "data:")):
            self.seen.append(f"asked elsewhere: {url}")


@pytest.fixture
def watch(served: Served) -> Iterator[Watch]:
    watching = Watch(served.origin)
    yield watching
    assert not watching.seen, "\n".join(watching.seen)
