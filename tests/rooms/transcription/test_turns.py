# SPDX-License-Identifier: Apache-2.0
"""Who is heard next, where many wait for two lanes."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from app.transcription.engines import turns
from app.transcription.engines.turns import ENDING, Interrupted, Overdue, Turns

SOON = 20


@dataclass
class Hearing:
    """A machine that hears a batch only when it is let; `batches` in the order they were begun."""

    batches: list[list[str]] = field(default_factory=list)
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    let: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __call__(self, windows: Sequence[str]) -> list[str]:
        self.batches.append(list(windows))
        self.begun.release()
        assert self.let.acquire(timeout=SOON)
        return [window.upper() for window in windows]


@dataclass
class Story:
    """Somebody who waits for windows, in a thread of their own."""

    machine: Turns[str, str]
    whose: str
    windows: Sequence[str]
    waiting: Callable[[], None] = lambda: None
    heard: list[tuple[str, str]] = field(default_factory=list)
    fault: BaseException | None = None

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._wait)
        self._thread.start()

    def _wait(self) -> None:
        try:
            for window in self.machine.share(self.whose, self.windows, self.waiting):
                self.heard.append(window)
        except (RuntimeError, Interrupted) as fault:
            self.fault = fault

    def ends(self) -> "Story":
        self._thread.join(SOON)
        assert not self._thread.is_alive()
        return self


@pytest.fixture
def ending() -> Iterator[threading.Event]:
    """The word to stop, taken back afterwards."""
    yield ENDING
    ENDING.clear()


@pytest.fixture
def hearing() -> Iterator[Hearing]:
    machine = Hearing()
    yield machine
    machine.let.release(1_000)


def named(name: str, count: int) -> list[str]:
    return [f"{name}{place}" for place in range(count)]


def busy(hearing: Hearing, machine: Turns[str, str]) -> Story:
    """One lane has its hands full, so that all who come now wait together."""
    first = Story(machine, "busy", ["x0"])
    assert hearing.begun.acquire(timeout=SOON)
    return first


def wait_for(machine: Turns[str, str], stories: int) -> None:
    until = threading.Event()
    for _ in range(SOON * 100):
        if len(machine._sharers) == stories:
            return
        until.wait(0.01)
    raise AssertionError("a story never joined")


def test_a_short_story_is_not_held_up_by_a_long_one(hearing: Hearing) -> None:
    machine = Turns(hearing, lanes=1, most=2)
    stories = [busy(hearing, machine)]
    for number, (name, count) in enumerate((("long", 12), ("short", 2)), start=2):
        stories.append(Story(machine, "one project", named(name, count)))
        wait_for(machine, number)
    hearing.let.release(1_000)
    for story in stories:
        story.ends()
    assert hearing.batches[1] == ["short0", "short1"]


def test_a_project_with_one_story_need_not_wait_for_another_with_many(hearing: Hearing) -> None:
    machine = Turns(hearing, lanes=1, most=4)
    stories = [busy(hearing, machine)]
    told = [("many", named(f"m{number}-", 3)) for number in range(5)] + [("one", named("one", 8))]
    for number, (whose, windows) in enumerate(told, start=2):
        stories.append(Story(machine, whose, windows))
        wait_for(machine, number)
    hearing.let.release(1_000)
    for story in stories:
        story.ends()
    for batch in hearing.batches[1:5]:
        assert sum(window.startswith("one") for window in batch) == 2, batch


def test_windows_of_waiting_stories_share_a_batch_and_each_gets_its_own_back(hearing: Hearing) -> None:
    machine = Turns(hearing, lanes=1, most=8)
    stories = [busy(hearing, machine)]
    for number, name in enumerate(("a", "b", "c"), start=2):
        stories.append(Story(machine, "project", named(name, 2)))
        wait_for(machine, number)
    hearing.let.release(1_000)
    assert [story.ends().heard for story in stories] == [
        [("x0", "X0")],
        [("a0", "A0"), ("a1", "A1")],
        [("b0", "B0"), ("b1", "B1")],
        [("c0", "C0"), ("c1", "C1")],
    ]
    assert len(hearing.batches) == 2


def test_one_story_has_both_lanes_where_nobody_else_waits(hearing: Hearing) -> None:
    machine = Turns(hearing, lanes=2, most=8)
    story = Story(machine, "project", named("w", 6))
    for _ in range(2):
        assert hearing.begun.acquire(timeout=SOON)
    hearing.let.release(1_000)
    assert sorted(story.ends().heard) == [(name, name.upper()) for name in named("w", 6)]
    assert [len(batch) for batch in hearing.batches] == [3, 3]


def test_who_is_not_wanted_any_more_takes_no_turn(hearing: Hearing) -> None:
    machine = Turns(hearing, lanes=1, most=1)
    first = busy(hearing, machine)

    def refuse() -> None:
        raise RuntimeError("taken back")

    gone = Story(machine, "project", named("gone", 5), waiting=refuse).ends()
    assert isinstance(gone.fault, RuntimeError)
    hearing.let.release(1_000)
    first.ends()
    after = Story(machine, "project", ["after"]).ends()
    assert after.heard == [("after", "AFTER")]
    assert hearing.batches == [["x0"], ["after"]]


def test_a_fault_reaches_those_whose_windows_it_was_and_nobody_else() -> None:
    def hear(windows: Sequence[str]) -> Sequence[str]:
        if "bad" in windows:
            raise RuntimeError("the machine broke")
        return windows

    machine = Turns(hear, lanes=1, most=1)
    bad, good = Story(machine, "a", ["bad"]).ends(), Story(machine, "b", ["good"]).ends()
    assert isinstance(bad.fault, RuntimeError)
    assert good.heard == [("good", "good")]


def test_a_machine_that_never_comes_back_is_given_up(hearing: Hearing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "OVERDUE_S", 0)
    machine = Turns(hearing, lanes=1, most=1)
    with pytest.raises(Overdue):
        list(machine.share("project", ["w0", "w1"], lambda: None))


def test_a_worker_that_is_told_to_stop_gives_no_story_up() -> None:
    """What it had not begun goes on in the next one: an error would end the run and send it to the desk unheard."""
    machine: Turns[str, str] = Turns(lambda windows: windows, lanes=1, most=1)
    machine._threads.shutdown()
    with pytest.raises(Interrupted):
        list(machine.share("project", ["w0"], lambda: None))
    assert not issubclass(Interrupted, Exception)


def test_a_worker_that_is_told_to_stop_begins_no_window_and_hands_over_those_at_work(
    hearing: Hearing, ending: threading.Event
) -> None:
    machine = Turns(hearing, lanes=1, most=2)
    story = Story(machine, "project", named("w", 9))
    assert hearing.begun.acquire(timeout=SOON)
    other = Story(machine, "another", named("o", 9))
    wait_for(machine, 2)
    ending.set()
    hearing.let.release(1_000)
    assert isinstance(story.ends().fault, Interrupted)
    assert isinstance(other.ends().fault, Interrupted)
    assert story.heard == [("w0", "W0"), ("w1", "W1")]
    assert (other.heard, hearing.batches) == ([], [["w0", "w1"]])


def test_a_story_whose_last_windows_are_at_work_is_heard_to_its_end(hearing: Hearing, ending: threading.Event) -> None:
    machine = Turns(hearing, lanes=1, most=2)
    story = Story(machine, "project", named("w", 2))
    assert hearing.begun.acquire(timeout=SOON)
    ending.set()
    hearing.let.release(1_000)
    assert (story.ends().fault, len(story.heard)) == (None, 2)
