# SPDX-License-Identifier: Apache-2.0
"""Storytellers who come back with their code. Their house has a web process and, unless a test wants a worker, nothing
else: whatever happens in it needs no job. Its clock can be set forward."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from app.kit.db import reading
from app.kit.lanes import Lane
from app.people import slow_hash
from app.publishing import queries
from app.receipts import words
from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.makers import stories as makers
from tests.rooms.publishing import desk_work
from tests.rooms.publishing.desk_work import House as Desk
from tests.rooms.publishing.desk_work import Reader
from tests.trust.nursery import Nursery
from tests.trust.processes import House
from tests.trust.test_hostile import HASHES_CHEAPLY

PHONE: ViewportSize = {"width": 360, "height": 740}
PIN = "4826"
SET_FORWARD = """
from datetime import timedelta
from pathlib import Path
from app.kit import clock
real, hands = clock.now, Path({hands!r})
clock.now = lambda: real() + timedelta(seconds=float(hands.read_text()))
"""
"""The one clock, so many seconds ahead as the file says."""


class Still(Served):
    """The web process alone."""

    def __init__(self, house: House, folder: Path) -> None:
        super().__init__(house.port, house.project_id, folder / "web.log")
        self.origin = f"http://127.0.0.1:{house.port}"
        self._house = house
        self._hands = folder / "clock"
        self.pass_time(timedelta())

    def start(self) -> None:
        self._house.web(patch=HASHES_CHEAPLY + SET_FORWARD.format(hands=str(self._hands)))

    def stop(self) -> None:
        self._house.close()

    def work(self, *lanes: Lane) -> None:
        """A worker as well, for these lanes alone."""
        self._house.worker("worker-1", lanes=",".join(lanes))

    def pass_time(self, span: timedelta) -> None:
        """From now on it is so much later than it is."""
        written = self._hands.with_suffix(".next")
        written.write_text(str(span.total_seconds()))
        written.replace(self._hands)


class Partner:
    """A partner with curl and one key."""

    def __init__(self, served: Served, reader: Reader, project_id: UUID) -> None:
        self.served, self.project_id = served, project_id
        self.name = reader.principal.name
        self._principal_id = reader.principal.principal_id
        self._key = {"Authorization": f"Bearer {reader.key}"}

    def gets(self, story_id: UUID, part: str = "") -> tuple[int, Any]:
        """Status, and the answer or its slug; the story by the id minted for them."""
        with reading(self.project_id) as session:
            had = queries.recipients(session, story_id)
        mine = next(one.public_id for one in had if one.principal_id == self._principal_id)
        return self.asks(f"/partner/v1/stories/{mine}{part}")

    def asks(self, path: str) -> tuple[int, Any]:
        status, body, headers = self.served.ask(path, **self._key)
        if "json" not in str(headers["Content-Type"]):
            return status, body
        told = json.loads(body)
        return status, told if status == 200 else told["code"]

    def hears_of(self) -> list[str]:
        """What the change feed has told, from the beginning."""
        status, told = self.asks("/partner/v1/changes")
        assert status == 200
        return [str(entry["type"]) for entry in told["items"]]


class Teller:
    """Somebody at `/s/`, in their language; finds everything by what it is called."""

    def __init__(self, page: Page, origin: str, language: str = "en") -> None:
        self.page, self.origin, self.language = page, origin, language

    def opens(self, code: str) -> None:
        self.types(code)
        self.stands("receipt-page")

    def types(self, code: str) -> None:
        self.page.goto(f"{self.origin}/s/?lang={self.language}")
        self.page.get_by_role("textbox", name=self.says("receipt-code")).fill(code)
        self.presses("receipt-open")

    def locks_open(self, pin: str = PIN) -> None:
        """The second step."""
        self.page.get_by_label(self.says("receipt-pin"), exact=True).fill(pin)
        self.presses("receipt-pin-open")

    def presses(self, key: str) -> None:
        self.page.get_by_role("button", name=self.says(key), exact=True).click()

    def group(self, name: str) -> Locator:
        return self.page.get_by_role("group", name=name, exact=True)

    def picks(self, group: str, key: str) -> None:
        self.group(group).get_by_role("radio", name=self.says(key), exact=True).check()

    def stands(self, key: str) -> None:
        """This is the page's heading now."""
        expect(self.page.get_by_role("heading", name=self.says(key), exact=True, level=1)).to_be_visible()

    def reads(self, key: str, **told: object) -> None:
        expect(self.page.get_by_text(self.says(key, **told)).first).to_be_visible()

    def says(self, key: str, **told: object) -> str:
        return words.say(self.language, key, **told)


@pytest.fixture
def served(house: Path, project_id: UUID, nursery: Nursery, tmp_path: Path) -> Iterator[Still]:
    standing = House(house, project_id, nursery)
    made = Still(standing, tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes that the phones made, in order, each locked with a PIN; Argon2id at its cheapest, here and there."""
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)
    made: list[str] = []
    real = makers.make_participant

    def remember(form: dict[str, Any], **answers: Any) -> dict[str, Any]:
        made.append(makers.make_code())
        return real(form, code=made[-1], receipt={"pin": PIN}, **answers)

    monkeypatch.setattr(desk_work, "make_participant", remember)
    return made


@pytest.fixture
def desk(served: Still, codes: list[str], project_id: UUID) -> Desk:
    del served, codes
    return Desk(project_id)


@pytest.fixture
def partner(served: Still, desk: Desk) -> Partner:
    """Researchers, with an agreement."""
    return Partner(served, desk.partner("research", "River Research"), desk.project_id)


@pytest.fixture
def comes_back(served: Still, watch: Watch, chromium: Browser) -> Iterator[Callable[..., Teller]]:
    """A phone at `/s/`; `script=False` for the oldest there is."""
    contexts: list[BrowserContext] = []

    def come(language: str = "en", *, script: bool = True) -> Teller:
        contexts.append(chromium.new_context(viewport=PHONE, java_script_enabled=script))
        return Teller(watch.over(contexts[-1]), served.origin, language)

    yield come
    for context in contexts:
        context.close()


def share_voice(desk: Desk, *, choices: dict[str, str], facets: dict[str, Any]) -> UUID:
    """Two seconds of speech that went through the desk and left, words and voice."""
    story_id = desk.spoken(choices=choices, facets=facets)
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    return story_id
