# SPDX-License-Identifier: Apache-2.0
"""A house that stands for a whole file of tests, and phones of our own: joined at once, looked into, killed."""

import base64
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.request
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, ViewportSize, expect, sync_playwright

from app.cli.caretaker import found_project
from app.kit import blobs, keys
from app.kit.db import reading
from app.settings import settings
from app.stories import queries
from tests.conftest import MODELS, forget_everything
from tests.journeys.conftest import ARGS, Watch
from tests.journeys.served import Served
from tests.journeys.sound import HEARING_RATE, decoded
from tests.stacks import Stack
from tests.trust.processes import free_port

PHONE: ViewportSize = {"width": 360, "height": 740}
MAY = ("microphone", "screen-wake-lock")
LOOK = (Path(__file__).parent / "phone.js").read_text()


@contextmanager
def found_house(stack: Stack, folder: Path) -> Iterator[Served]:
    """A house with one project, to be started, while the context is open; nobody transcribes in it."""
    folder.mkdir(exist_ok=True)
    MODELS.mkdir(parents=True, exist_ok=True)
    (folder / "models").symlink_to(MODELS)
    port = free_port()
    with pytest.MonkeyPatch.context() as environment, stack.fresh(folder) as wanted:
        for name, value in wanted.items():
            environment.setenv(name, value)
        environment.setenv("HEARDWELL_DATA_DIR", str(folder))
        environment.setenv("HEARDWELL_PUBLIC_URL", f"http://localhost:{port}")
        environment.setenv("HEARDWELL_WHISPER_MODEL", "large-v3")
        forget_everything()
        keys.make_secret(keys.secret_file(settings()))
        project_id = found_project(
            "Riverside", ["en", "es", "ar", "ur"], organisation="Riverside Voices", contact="x@y.z", country="GB"
        )
        yield Served(port, project_id, folder / "serve.log")
        forget_everything()


@pytest.fixture(scope="module")
def town(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served house with one project, for every test of a file."""
    with found_house(stack, tmp_path_factory.mktemp("town")) as served:
        served.start()
        yield served
        served.stop()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


class Phone:
    """One browser process with a profile of its own; everything that it shows is watched."""

    def __init__(self, playwright: Playwright, served: Served, profile: Path, sound: Path) -> None:
        self.served, self.profile, self.sound = served, profile, sound
        self.watch = Watch(served.origin)
        self._playwright = playwright
        self._process: subprocess.Popen[bytes] | None = None
        self.context: BrowserContext

    def switch_on(self, may: tuple[str, ...] = MAY, *, asks: bool = False) -> Page:
        """The app as it opens; `asks`: nobody answers the browser's question about the microphone."""
        args = [*ARGS, f"--use-file-for-fake-audio-capture={self.sound}", "--enable-precise-memory-info"]
        if asks:
            args.remove("--use-fake-ui-for-media-stream")
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
        self._process = subprocess.Popen(
            [
                chromium,
                "--headless=new",
                "--remote-debugging-port=0",
                f"--user-data-dir={self.profile}",
                "--lang=en-GB",
                *args,
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + 30
        while not port_file.is_file() or "\n" not in port_file.read_text():
            assert time.monotonic() < until, "the browser never opened"
            time.sleep(0.02)
        port = port_file.read_text().split()[0]
        browser = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        self.context = browser.contexts[0]
        self.context.grant_permissions(list(may), origin=self.served.origin)
        return self.open()

    def open(self, route: str = "") -> Page:
        """One more window."""
        page = self.watch.over(self.context)
        page.set_viewport_size(PHONE)
        page.add_init_script(LOOK)
        page.goto(f"{self.served.origin}/r/#/{route}")
        return page

    def devtools(self) -> CDPSession:
        assert self.context.browser is not None
        return self.context.browser.new_browser_cdp_session()

    def kill(self) -> None:
        """As an empty battery would: every process of the browser at once."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def switch_off(self) -> None:
        if self._process is not None:
            self.kill()

    def freeze(self, seconds: float) -> None:
        """As a sleeping phone does: the page stands still while time goes on."""
        pages = self.page_processes()
        for pid in pages:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(seconds)
        for pid in pages:
            os.kill(pid, signal.SIGCONT)

    def page_processes(self) -> list[int]:
        return [pid for pid in self._pids() if "--type=renderer" in _command(pid)]

    def _pids(self) -> list[int]:
        assert self._process is not None
        pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
        return [pid for pid in pids if _group(pid) == self._process.pid]


def _group(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return None


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except FileNotFoundError:
        return ""


@pytest.fixture
def phone(playwright: Playwright, town: Served, tmp_path: Path, speech: Path) -> Iterator[Phone]:
    """A phone that hears speech; nothing that the browser complains of goes unseen."""
    made = Phone(playwright, town, tmp_path / "profile", speech)
    yield made
    made.switch_off()
    assert not made.watch.seen, "\n".join(made.watch.seen)


@pytest.fixture(scope="session")
def silence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a microphone gives that another app holds."""
    path = tmp_path_factory.mktemp("silence") / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", "not compressed"))
        file.writeframes(bytes(2 * 48_000 * 5))
    return path


def ask(served: Served, path: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(
        served.origin + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        told: dict[str, Any] = json.load(answer)
    return told


@lru_cache(maxsize=1)
def _invite(served: Served) -> str:
    return str(served.command("invite", "create")["url"].rsplit("/", 1)[1])


def join_at_once(page: Page, served: Served, **limits: int) -> None:
    """Joined as the only one who uses this phone, without the walk through the screens."""
    joined = ask(served, "/api/join", {"invite": _invite(served)})
    bearer = {"Authorization": f"Bearer {joined['device_token']}"}
    joined["etag"] = served.ask("/api/project", **bearer)[2]["ETag"]  # so that our own limits are not refreshed away
    joined["project"]["limits"] |= limits
    page.evaluate("membership => phone.join(membership)", joined)
    page.reload()
    expect(page.get_by_role("button", name="Record")).to_be_visible()


def begin_story(page: Page) -> str:
    """A story with its consent, and nothing of it told yet."""
    return str(page.evaluate("() => phone.beginStory()"))


def parts_of(page: Page, story_id: str) -> list[dict[str, Any]]:
    """In the order they are told."""
    found: list[dict[str, Any]] = page.evaluate("story_id => phone.parts(story_id)", story_id)
    return found


def stories_on(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("() => phone.stories()")
    return found


def sound_on(page: Page, part_id: str) -> bytes:
    """What is on the disk of one part."""
    return base64.b64decode(page.evaluate("part_id => phone.sound(part_id)", part_id))


def seconds_in(sound: bytes) -> float:
    """How much of it a decoder makes sound of."""
    return len(decoded(sound)) / HEARING_RATE


def kept_by(served: Served, story_id: str) -> list[bytes]:
    """The recordings as the house keeps them, in the order they were told; waits until they are whole."""
    until = time.monotonic() + 60
    while True:
        with reading(served.project_id) as session:
            wanted = queries.recordings(session, UUID(story_id))
            found = [row.key for row in wanted]
        if found and all(found):
            return [blobs.store().get(str(key)) for key in found]
        assert time.monotonic() < until, "the sound was never joined"
        time.sleep(0.2)


def playback_ms(served: Served, story_id: str) -> int:
    """The length of the copy that the desk hears, once it has been made."""
    until = time.monotonic() + 60
    while True:
        with reading(served.project_id) as session:
            made = queries.playback(session, UUID(story_id))
            if made is not None:
                return made.duration_ms
        assert time.monotonic() < until, "nobody made a copy to listen to"
        time.sleep(0.2)


def received_at(served: Served, story_id: str) -> datetime:
    with reading(served.project_id) as session:
        at = queries.get_story(session, UUID(story_id)).received_at
    assert at is not None
    return at


def record_for(page: Page, seconds: float) -> None:
    """On the Record screen: from the tap until so much has been told. The recorder goes on."""
    page.get_by_role("button", name="Record", exact=True).or_(page.get_by_role("button", name="Go on")).first.click()
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    page.wait_for_timeout(seconds * 1000)


def stop(page: Page) -> None:
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", name="Listen back")).to_be_visible()
