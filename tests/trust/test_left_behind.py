# SPDX-License-Identifier: Apache-2.0
"""What a dead process had half done lies nowhere for ever: it is somebody's voice, and an erasure would not find it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.kit import clock, jobs
from app.kit.blobs import store
from app.kit.db import writing
from app.kit.ids import new_id
from app.uploads.service import expect as declare
from tests.rooms.media.sounds import recorded, tone
from tests.trust import register
from tests.trust.phones import Phone
from tests.trust.processes import House, eventually

LINGERS_AFTER_IT_MADE_COPIES = """
import time
from app.media import service as media
made = media.make_playback
def make_playback(*told, **more):
    how = made(*told, **more)
    time.sleep(120)
    return how
media.make_playback = make_playback
"""
SWEEPS_NOTHING = """
from app.kit import workrooms
workrooms.sweep = lambda: 0
"""
TEN_MINUTES_MS = 600_000


def test_copies_that_a_dead_worker_made_and_never_told_of_are_swept(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    grounds.web()
    worker = grounds.worker("one-1", patch=LINGERS_AFTER_IT_MADE_COPIES)
    sender = phone()
    story = sender.tell(speech("forms"))
    sender.send(story)
    copies = f"{grounds.project_id}/stories/{story.story_id}/playback"
    eventually(lambda: any(key.endswith(".m4a") for key in store().list(copies)), "copies are made")
    worker.kill()
    grounds.lapse_leases()
    grounds.worker("one-1")
    eventually(lambda: register.statuses(grounds.project_id)[story.story_id] == "in_review", "it is at the desk")
    eventually(jobs.is_idle, "no job waits")
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)


def test_a_segment_that_was_half_written_when_the_web_process_died_is_swept(
    grounds: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The local store writes `<key>#1` and renames it; nobody lists the one that was never renamed."""
    upload_id = new_id()
    with writing(grounds.project_id) as session:
        declare(
            session,
            grounds.project_id,
            upload_id,
            new_id(),
            bytes=9,
            sha256="0" * 64,
            media_type="audio/ogg",
            at=clock.now(),
        )
    folder = grounds.folder / "objects" / str(grounds.project_id) / "seg" / str(upload_id)
    folder.mkdir(parents=True)
    (folder / f"0-{new_id()}#1").write_bytes(b"OggS half")
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)


def rooms_in(folder: Path) -> list[Path]:
    """Where a decoder is in the middle of it: both what it reads and what it made so far."""
    return [sound.parent.parent for sound in folder.glob("tmp/*/*/sound.pcm") if (sound.parents[1] / "0").exists()]


def who_holds(folder: Path) -> list[int]:
    """Processes that have a file open below it."""
    found = []
    for handle in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            held = handle.readlink()
        except OSError:
            continue
        if held.is_relative_to(folder):
            found.append(int(handle.parts[2]))
    return found


def kill_a_worker_that_decodes(house: House, join: Callable[..., Phone], *, next_worker: str = "") -> None:
    house.web()
    worker, phone = house.worker("one-1"), join()
    phone.send(phone.tell(recorded(tone(440, TEN_MINUTES_MS), "flac", "flac")))
    eventually(lambda: bool(rooms_in(house.folder)), "a recording is being decoded")
    [room] = rooms_in(house.folder)
    worker.kill()
    assert room.exists()
    eventually(lambda: not who_holds(room), "the decoder ended with its worker", seconds=1)
    house.lapse_leases()
    house.worker("one-1", patch=next_worker)
    assert not room.exists(), "somebody's voice lies about"


def test_sound_that_a_killed_worker_was_decoding_is_swept_by_the_next(
    grounds: House, phone: Callable[..., Phone]
) -> None:
    kill_a_worker_that_decodes(grounds, phone)
    eventually(jobs.is_idle, "no job waits", seconds=120)
    assert [path for path in (grounds.folder / "tmp").iterdir() if path.is_dir()] == []


def test_a_worker_that_sweeps_nothing_is_caught(grounds: House, phone: Callable[..., Phone]) -> None:
    with pytest.raises(AssertionError, match="lies about"):
        kill_a_worker_that_decodes(grounds, phone, next_worker=SWEEPS_NOTHING)
