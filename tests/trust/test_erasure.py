# SPDX-License-Identifier: Apache-2.0
"""A story that was taken back for good is in no byte of the house."""

import base64
import io
import logging
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select
from structlog.testing import capture_logs

from app.cli import backup, restoring
from app.consent import service as consent
from app.consent.errors import ReceiptInvalid
from app.consent.events import ConsentChanged
from app.kit import clock, keys
from app.kit.blobs import store
from app.kit.db import is_sqlite, reading, writing
from app.kit.events import Event
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.media import service as media
from app.people import slow_hash
from app.publishing.events import EditionReleased, ProofAsked
from app.publishing.models import EditionRow
from app.settings import settings
from app.stories import erasure
from app.stories import service as story_verbs
from app.stories.errors import StoryNotFound
from app.stories.events import StoryApproved, StoryReceived, StoryRestored
from app.transcription import listening
from app.transcription import service as transcription
from app.transcription.events import TranscriptionWanted
from app.uploads import intake
from app.uploads.events import UploadAssembled, UploadCompleted, UploadReleased
from tests.makers.stories import make_phone
from tests.rooms.cli.houses import another_place
from tests.rooms.publishing.desk_work import House
from tests.stacks import Stack
from tests.trust import canary, register
from tests.trust.canary import Told, is_done

ATTEMPTS = int(os.environ.get("HEARDWELL_TEST_RESURRECTIONS", "30"))
SEED = 20_261_123
Heard = Callable[[], str]
Drain = Callable[[], None]
Tell = Callable[[], Told]


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def tell(client: TestClient, desk: House, drain: Drain, monkeypatch: pytest.MonkeyPatch) -> Tell:
    canary.hire(monkeypatch)
    return lambda: Told(client, desk, drain)


@pytest.fixture
def heard() -> Iterator[Heard]:
    """All that is logged meanwhile, by us and by whatever we use."""
    written = io.StringIO()
    listener = logging.StreamHandler(written)
    logging.getLogger().addHandler(listener)
    logging.getLogger("dbos").addHandler(listener)
    with capture_logs() as said:
        yield lambda: written.getvalue() + repr(said)
    logging.getLogger().removeHandler(listener)
    logging.getLogger("dbos").removeHandler(listener)


def assert_it_was_everywhere() -> None:
    wanted = {(table, column) for table, columns in canary.PLANTED.items() for column in columns}
    assert wanted - canary.rows_with_it() == set(), "a field that words get into was not tried"
    assert len(canary.objects_with_the_tone()) >= 5, "an original, two copies to listen to and two renditions sound"


def assert_it_is_nowhere(house: Path, said: str) -> None:
    assert canary.rows_with_it() == set()
    assert canary.files_with_it(house) == {}
    assert canary.objects_with_it() == []
    assert canary.objects_with_the_tone() == []
    assert list(store().list("")) == []
    assert canary.hits(said.encode()) == 0
    if not is_sqlite():
        assert canary.postgresql_files_with_it() == {}


def test_nothing_of_an_erased_story_is_left_in_any_byte_of_the_house(tell: Tell, house: Path, heard: Heard) -> None:
    story = tell()
    story.work_on()
    assert_it_was_everywhere()
    story.take_back()
    story.rounds()
    assert is_done()
    assert register.failed_jobs() == []
    assert_it_is_nowhere(house, heard())


@pytest.mark.parametrize("room", ["words", "sound"])
def test_a_room_that_forgets_nothing_is_found_out(
    room: str, tell: Tell, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tell()

    def erase(*_told: object) -> None:
        """Does nothing."""

    if room == "words":
        monkeypatch.setattr(transcription, "erase", erase)
    else:
        monkeypatch.setattr(erasure, "delete_objects", erase)
        monkeypatch.setattr("app.uploads.intake.drop_all_but", erase)
    story.take_back()
    story.rounds(at_most=3)
    with pytest.raises(AssertionError):
        assert_it_is_nowhere(house, "")
    assert not is_done()


class Revenant:
    """Whoever tries to bring an erased story back, each way as often as chance has it."""

    def __init__(self, story: Told, monkeypatch: pytest.MonkeyPatch, stack: Stack, folder: Path) -> None:
        self.story, self.monkeypatch = story, monkeypatch
        self.stack, self.folder, self.restored = stack, folder, 0
        self.secret = keys.secret_file(settings())
        with reading(story.project_id) as session:
            [edition] = session.execute(select(EditionRow)).scalars().all()
        told: dict[str, Any] = {"project_id": story.project_id}
        mine = {**told, "story_id": story.story_id}
        part = {**told, "upload_id": UUID(story.part["recording_id"])}
        proof = {**told, "edition_id": edition.edition_id}
        self.jobs: list[Event] = [
            *(event(**mine) for event in (StoryReceived, StoryRestored, StoryApproved, TranscriptionWanted)),
            *(event(**part) for event in (UploadCompleted, UploadAssembled, UploadReleased)),
            *(event(**proof) for event in (ProofAsked, EditionReleased)),
            ConsentChanged(**mine),
        ]
        self.ways = {
            "the phone declares it again": self.declare,
            "the phone declares it under new ids": self.declare_anew,
            "another phone brings its sound": self.bring_in,
            "the phone sends on": self.send_on,
            "a job runs again": self.work,
            "its code is entered": self.enter,
            "it is undone, with the clock set back": self.undo_earlier,
            "the house is restored from an archive": self.restore,
        }
        backup.make(folder / "archives")

    def declare(self, _chance: random.Random) -> None:
        self._refused(self.story.put(), "story-erased")

    def declare_anew(self, chance: random.Random) -> None:
        """Whichever ids are new: the story's own, its voice's, its recording's, or all."""
        story = self.story
        before = story.story_id, story.declaration
        voice, part = dict(story.declaration["participants"][0]), dict(story.part)
        if chance.random() < 0.5:
            voice["participant_id"] = str(new_id())
        if chance.random() < 0.5:
            part["recording_id"] = str(new_id())
        story.story_id = new_id()
        story.declaration = {**story.declaration, "participants": [voice], "recordings": [part]}
        self._refused(story.put(), "story-erased")
        story.story_id, story.declaration = before

    def bring_in(self, _chance: random.Random) -> None:
        """All ids are new, and so is the phone: the same sound is known all the same."""
        story = self.story
        before = story.story_id, story.declaration, story.headers
        voice = {**story.declaration["participants"][0], "participant_id": str(new_id())}
        part = {**story.part, "recording_id": str(new_id())}
        story.story_id, story.headers = new_id(), {"Authorization": f"Bearer {make_phone(story.project_id)[1]}"}
        story.declaration = {**story.declaration, "participants": [voice], "recordings": [part]}
        self._refused(story.put(), "story-erased")
        upload = {
            "Upload-Length": str(len(story.sound)),
            "Upload-Metadata": f"recording_id {_coded(part['recording_id'])}",
        }
        answer = story.client.post("/api/uploads", headers={**story.headers, **canary.TUS, **upload})
        assert answer.status_code == 404, "nobody declared it"
        story.story_id, story.declaration, story.headers = before

    def restore(self, _chance: random.Random) -> None:
        """On another machine, with the archive of before and the ledger beside it."""
        self.restored += 1
        place = self.folder / f"machine-{self.restored}"
        with another_place(self.stack, place, self.monkeypatch, secret=self.secret):
            restoring.restore(self.folder / "archives", as_json=True)
            assert register.statuses(self.story.project_id) == {}
            assert_it_is_nowhere(place, "")
        shutil.rmtree(place)

    def send_on(self, chance: random.Random) -> None:
        answer = self.story.patch() if chance.random() < 0.5 else self.story.create_upload()
        self._refused(answer, "upload-of-erased-story")

    def work(self, chance: random.Random) -> None:
        with writing(self.story.project_id) as session:
            announce(session, chance.choice(self.jobs), actor="worker")
        self.story.drain()

    def enter(self, _chance: random.Random) -> None:
        with pytest.raises(ReceiptInvalid):
            consent.open_code(self.story.code, source=str(new_id()), at=clock.now())

    def undo_earlier(self, chance: random.Random) -> None:
        earlier = clock.now() - timedelta(days=chance.randrange(1, 20))
        with self.monkeypatch.context() as calendar:
            calendar.setattr(clock, "now", lambda: earlier)
            self.enter(chance)
            with writing(self.story.project_id) as session, pytest.raises(StoryNotFound):
                story_verbs.restore(session, self.story.story_id, at=earlier)
            self.declare(chance)

    def _refused(self, answer: Any, code: str) -> None:
        assert (answer.status_code, answer.json()["code"]) == (410, code)


def _coded(told: str) -> str:
    return base64.b64encode(told.encode()).decode()


def test_an_erased_story_never_comes_back(
    tell: Tell, house: Path, stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tell()
    story.house.decide(story.story_id, "approve")
    story.drain()
    revenant = Revenant(story, monkeypatch, stack, tmp_path)
    story.take_back()
    story.rounds()
    assert is_done()
    chance = random.Random(SEED)
    ways = list(revenant.ways.values())
    for attempt in range(ATTEMPTS):
        way = ways[attempt % len(ways)] if attempt < 2 * len(ways) else chance.choice(ways)
        way(chance)
        assert story.get().status_code == 410
        assert list(store().list("")) == []
    assert register.statuses(story.project_id) == {}
    assert register.failed_jobs() == []
    assert_it_is_nowhere(house, "")


LATE = {
    "assembling": (intake, "join"),
    "joining": (media, "make_playback"),
    "listening": (listening, "listen"),
    "rendering": (media, "render"),
}


@pytest.mark.parametrize("job", LATE)
def test_a_job_that_is_at_work_while_its_story_is_erased_writes_nothing_back(
    job: str, tell: Tell, desk: House, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It made what it was to make, and comes back to a house that has forgotten the story."""
    room, name = LATE[job]
    real = getattr(room, name)

    def late(*told: Any, **more: Any) -> Any:
        if job == "listening":
            taken_back()
            return real(*told, **more)
        made = real(*told, **more)
        taken_back()
        return made

    def taken_back() -> None:
        stories_now = register.statuses(desk.project_id)
        if set(stories_now.values()) - {"withdrawn"}:
            [story_id] = stories_now
            desk.withdraw(story_id)
            with writing(desk.project_id) as session:
                story_verbs.withdraw(session, story_id, actor="storyteller", at=clock.now(), erase_now=True)
            erasure.erase_if_due(str(desk.project_id), str(story_id))

    late.__name__ = name
    monkeypatch.setattr(room, name, late)
    story = tell()
    if job == "rendering":
        story.house.decide(story.story_id, "approve")
    story.rounds()
    assert is_done()
    assert story.get().status_code == 410
    assert register.failed_jobs() == []
    assert_it_is_nowhere(house, "")
