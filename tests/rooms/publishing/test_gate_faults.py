# SPDX-License-Identifier: Apache-2.0
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from linecache import getline
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

import app
from app.kit import clock
from app.kit.db import reading
from app.kit.errors import Unavailable
from app.partners import access
from app.publishing import gate
from app.publishing.editions import Outlet, Principal, PrincipalKind, Refused, Released
from tests.rooms.publishing.desk_work import KEPT, House, Reader

HOUSE = Path(app.__file__).parent
ROOMS = tuple(str(HOUSE / room) for room in ("publishing", "consent", "curation", "stories", "transcription"))
Line = tuple[str, int]
Ask = Callable[[str], Response]


class Tripwire:
    """Stands on every line of ours that runs inside the gate, and breaks the one it is set to."""

    def __init__(self) -> None:
        self.seen: dict[Line, None] = {}
        self.target: Line | None = None

    def __call__(self, frame: FrameType, event: str, _: object) -> "Tripwire | None":
        name = frame.f_code.co_filename
        if not name.startswith(ROOMS):
            return None
        line = (str(Path(name).relative_to(HOUSE)), frame.f_lineno)
        if event == "line":
            self.seen[line] = None
            if line == self.target:
                raise ArithmeticError(f"{line[0]}:{line[1]} broke")
        return self

    @contextmanager
    def armed(self) -> Iterator[None]:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            yield
        finally:
            sys.settrace(before)

    def around(self, door: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*told: Any, **named: Any) -> Any:
            with self.armed():
                return door(*told, **named)

        return watched


@pytest.fixture
def library(desk: House) -> Reader:
    access.forget_rates()
    return desk.partner("public", "Library")


@pytest.fixture
def story_id(desk: House, library: Reader) -> UUID:
    """A story that the library has, and may hear."""
    told = desk.spoken(choices={**KEPT, "public_words": "given", "public_voice": "given"})
    desk.decide(told, "approve")
    desk.render(told)
    desk.listen(told, 0, 2_000)
    desk.decide(told, "approve")
    assert desk.release(told)
    return told


@pytest.fixture
def ask(client: TestClient, library: Reader) -> Ask:
    def call(path: str) -> Response:
        access.forget_rates()
        return client.get(f"/partner/v1{path}", headers={"Authorization": f"Bearer {library.key}"})

    return call


@pytest.fixture
def tripwire(monkeypatch: pytest.MonkeyPatch) -> Tripwire:
    wire = Tripwire()
    for name in ("release_public", "release_page"):
        monkeypatch.setattr(gate, name, wire.around(getattr(gate, name)))
    return wire


def broken_lines(tripwire: Tripwire, call: Callable[[], Response], within: str) -> dict[Line, Response]:
    """What was answered when each line that this call runs had broken; `within` some files."""
    tripwire.seen.clear()
    assert call().status_code == 200
    answers = {}
    for line in [line for line in tripwire.seen if within in line[0]]:
        tripwire.target = line
        answers[line] = call()
    tripwire.target = None
    assert call().status_code == 200
    return answers


def leaks(answer: Response) -> bool:
    told = answer.content
    return answer.status_code < 500 or b"Karachi" in told or b"A night" in told or "etag" in answer.headers


def opens_the_guard(line: Line) -> bool:
    """Before the gate's guard stands, a fault is the house's: 500, as empty."""
    return getline(str(HOUSE / line[0]), line[1]).strip() in {"with _never_a_guess():", "try:"}


@pytest.mark.parametrize("outlet", [Outlet.PARTNER, Outlet.RECEIPT])
def test_whatever_line_breaks_under_the_gate_nothing_is_released(
    outlet: Outlet, desk: House, library: Reader, story_id: UUID
) -> None:
    [record_id] = desk.records(story_id)
    teller = Principal(PrincipalKind.RECEIPT, record_id)
    wire, principal = Tripwire(), teller if outlet is Outlet.RECEIPT else library.principal

    def look() -> Released | Refused:
        with reading(desk.project_id) as session, wire.armed():
            return gate.release_page(session, [story_id], outlet, principal, at=clock.now())[0]

    assert isinstance(look(), Released)
    lines = [line for line in wire.seen if not opens_the_guard(line)]
    assert {"publishing/gate.py", "publishing/rules.py", "publishing/queries.py", "consent/queries.py"} <= dict(
        lines
    ).keys()
    assert len(lines) > 200
    for line in lines:
        wire.target = line
        with pytest.raises(Unavailable):
            look()


def test_a_partner_who_asks_a_broken_gate_is_told_to_come_back(story_id: UUID, ask: Ask, tripwire: Tripwire) -> None:
    [item] = ask("/stories").json()["items"]
    answers = broken_lines(tripwire, lambda: ask(f"/stories/{item['id']}"), within="publishing/gate.py")
    assert len(answers) > 60
    assert not [line for line, answer in answers.items() if leaks(answer)]
    assert {answer.status_code for line, answer in answers.items() if not opens_the_guard(line)} == {503}


@pytest.mark.parametrize("path", ["", "/{}/audio", "/{}/transcript.vtt"], ids=["list", "sound", "captions"])
def test_no_door_of_a_partner_lets_anything_out_of_a_broken_gate(
    path: str, story_id: UUID, ask: Ask, tripwire: Tripwire
) -> None:
    [item] = ask("/stories").json()["items"]
    answers = broken_lines(tripwire, lambda: ask(f"/stories{path.format(item['id'])}"), within="gate.py")
    assert len(answers) > 40
    assert not [line for line, answer in answers.items() if leaks(answer)]


def test_a_gate_that_guesses_is_caught(
    story_id: UUID, ask: Ask, tripwire: Tripwire, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched, remembered = gate.release_public, []

    def guess(*told: Any, **named: Any) -> Any:
        """On a fault, what it said the last time."""
        try:
            remembered.append(watched(*told, **named))
        except Unavailable:
            tripwire.target = None
        return remembered[-1]

    monkeypatch.setattr(gate, "release_public", guess)
    [item] = ask("/stories").json()["items"]
    answers = broken_lines(tripwire, lambda: ask(f"/stories/{item['id']}"), within="gate.py")
    assert [line for line, answer in answers.items() if leaks(answer)]
