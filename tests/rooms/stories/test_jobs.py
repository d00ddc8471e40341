# SPDX-License-Identifier: Apache-2.0
"""From the uploaded bytes to copies for listening, through the worker."""

import base64
import hashlib
import io
import math
import struct
import wave
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.consent import service as consent
from app.consent.models import ConsentRecord
from app.kit import clock, jobs
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.media import service as media
from app.media.errors import Undecodable
from app.media.rules import LONGEST_GAP_MS
from app.settings import Settings
from app.stories import queries, service
from app.stories.models import Recording, Story
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone

Drain = Callable[[], None]


def make_sound(seconds: float = 1.0) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        frames = range(int(16_000 * seconds))
        sound.writeframes(b"".join(struct.pack("<h", int(9_000 * math.sin(frame / 12))) for frame in frames))
    return kept.getvalue()


def send(
    client: TestClient, project_id: UUID, sounds: list[bytes], *, gaps_ms: Sequence[int] = ()
) -> tuple[UUID, dict[str, str]]:
    """Declare a story and upload what belongs to it."""
    headers = {"Authorization": f"Bearer {make_phone(project_id)[1]}"}
    with reading(project_id) as session:
        told = make_declaration([make_participant(form_of(session, project_id))], sounds=len(sounds))
    for part, sound in zip(told["recordings"], sounds, strict=True):
        part |= {"bytes": len(sound), "sha256": hashlib.sha256(sound).hexdigest(), "media_type": "audio/wav"}
    for part, gap_ms in zip(told["recordings"], gaps_ms, strict=False):
        part["gap_before_ms"] = gap_ms
    story_id = new_id()
    assert client.put(f"/api/stories/{story_id}", json=told, headers=headers).status_code == 201
    for part, sound in zip(told["recordings"], sounds, strict=True):
        upload(client, headers, part, sound)
    return story_id, headers


def upload(client: TestClient, headers: dict[str, str], part: dict[str, Any], sound: bytes) -> None:
    tus = {**headers, "Tus-Resumable": "1.0.0"}
    named = {"recording_id": part["recording_id"], "filetype": part["media_type"], "sha256": part["sha256"]}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in named.items())
    created = client.post(
        "/api/uploads", headers={**tus, "Upload-Length": str(len(sound)), "Upload-Metadata": metadata}
    )
    assert created.status_code == 201, created.text
    moved = client.patch(
        created.headers["Location"],
        content=sound,
        headers={**tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"},
    )
    assert moved.status_code == 204, moved.text


def story_and_recordings(project_id: UUID, story_id: UUID) -> tuple[Story, list[Recording]]:
    with reading(project_id) as session:
        return queries.get_story(session, story_id), queries.recordings(session, story_id)


def test_a_story_is_received_with_its_last_recording_and_can_be_heard(
    client: TestClient, project_id: UUID, drain: Drain
) -> None:
    sounds = [make_sound(1.0), make_sound(0.5)]
    story_id, headers = send(client, project_id, sounds)
    kept = client.get(f"/api/stories/{story_id}", headers=headers).json()
    assert [part["state"] for part in kept["recordings"]] == ["kept", "kept"]
    assert [part["sha256"] for part in kept["recordings"]] == [hashlib.sha256(one).hexdigest() for one in sounds]
    drain()
    story, parts = story_and_recordings(project_id, story_id)
    assert story.received_at is not None
    assert {part.media_state for part in parts} == {"kept"}
    with reading(project_id) as session:
        playback = queries.playback(session, story_id)
    assert playback is not None
    assert abs(playback.duration_ms - 1500) < 150
    assert store().size(playback.opus_key) == playback.opus_bytes


def test_sound_that_cannot_be_heard_is_kept_in_quarantine(client: TestClient, project_id: UUID, drain: Drain) -> None:
    torn = make_sound()[:44] + b""
    story_id, _ = send(client, project_id, [torn, make_sound()])
    drain()
    story, (bad, good) = story_and_recordings(project_id, story_id)
    assert story.received_at is not None
    assert (bad.media_state, good.media_state) == ("quarantined", "kept")
    assert bad.media_problem.startswith("media-")
    assert bad.key is not None
    assert store().exists(bad.key)
    with reading(project_id) as session:
        assert queries.playback(session, story_id) is not None


def test_a_break_between_two_recordings_is_heard_as_one(client: TestClient, project_id: UUID, drain: Drain) -> None:
    story_id, _ = send(client, project_id, [make_sound(0.5)] * 3, gaps_ms=[9_000, 1_200, 86_400_000])
    drain()
    with reading(project_id) as session:
        playback = queries.playback(session, story_id)
    assert playback is not None
    assert abs(playback.duration_ms - (1_500 + 1_200 + LONGEST_GAP_MS)) < 100


def test_only_the_recording_that_broke_off_is_flagged(client: TestClient, project_id: UUID, drain: Drain) -> None:
    story_id, _ = send(client, project_id, [make_sound(1.0)[:20_000], make_sound(0.5)])
    drain()
    _, parts = story_and_recordings(project_id, story_id)
    assert [part.truncated for part in parts] == [True, False]
    assert {part.media_state for part in parts} == {"kept"}


def test_a_recording_in_quarantine_waits_unharmed_for_a_better_decoder(
    client: TestClient, project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule R: it is the reporter's, whatever we can make of it; the desk is told, and its bytes stay."""
    sound = make_sound()
    with monkeypatch.context() as old:
        old.setattr(media, "_run", unable)
        story_id, headers = send(client, project_id, [sound])
        drain()
    story, (part,) = story_and_recordings(project_id, story_id)
    assert story.received_at is not None
    assert (part.media_state, part.media_problem) == ("quarantined", "media-undecodable")
    assert part.key is not None
    assert store().get(part.key) == sound
    assert client.get(f"/api/stories/{story_id}", headers=headers).json()["recordings"][0]["state"] == "kept"
    with media.decode([part.key], max_ms=10_000) as heard:
        assert abs(heard.duration_ms - 1_000) < 50


def test_what_one_story_has_no_room_for_is_kept_and_said_and_the_rest_can_be_heard(
    client: TestClient, project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Settings, "max_recording_ms", 2_000)
    story_id, headers = send(client, project_id, [make_sound(1.0), make_sound(0.8), make_sound(0.5), make_sound(0.1)])
    drain()
    _, parts = story_and_recordings(project_id, story_id)
    assert [part.media_problem for part in parts] == ["", "", "media-too-long", "media-too-long"]
    assert [part.media_state for part in parts] == ["kept", "kept", "quarantined", "quarantined"]
    assert all(part.key is not None and store().exists(part.key) for part in parts)
    assert {part["state"] for part in client.get(f"/api/stories/{story_id}", headers=headers).json()["recordings"]} == {
        "kept"
    }
    with reading(project_id) as session:
        playback = queries.playback(session, story_id)
    assert playback is not None
    assert abs(playback.duration_ms - 1_800) < 100


def unable(*_: object, **__: object) -> None:
    """A decoder that dies of every sound."""
    raise Undecodable


def test_a_story_taken_back_before_it_arrived_is_erased_by_the_worker(
    client: TestClient, project_id: UUID, drain: Drain
) -> None:
    headers = {"Authorization": f"Bearer {make_phone(project_id)[1]}"}
    with reading(project_id) as session:
        told = make_declaration([make_participant(form_of(session, project_id))], sounds=1)
    story_id = new_id()
    client.put(f"/api/stories/{story_id}", json=told, headers=headers)
    with writing(project_id) as session:
        service.withdraw(session, story_id, actor="storyteller", at=clock.now())
    assert client.put(f"/api/stories/{story_id}", json=told, headers=headers).json()["code"] == "story-erased"
    drain()
    with reading(project_id) as session:
        assert queries.get_story(session, story_id).erased_at is not None


def test_a_recording_that_comes_after_the_withdrawal_brings_nothing_back(
    client: TestClient, project_id: UUID, drain: Drain
) -> None:
    story_id, _ = send(client, project_id, [make_sound(0.3)])
    with writing(project_id) as session:
        service.withdraw(session, story_id, actor="storyteller", at=clock.now())
    drain()
    with reading(project_id) as session:
        assert queries.get_story(session, story_id).status == "withdrawn"
        assert queries.playback(session, story_id) is None


def test_copies_made_under_older_consent_are_made_again(
    client: TestClient, project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody allows less while their recordings are being joined."""
    joined: list[str] = []
    real = media.make_playback

    def make_playback(keys: Sequence[str], **told: Any) -> media.Playback:
        made = real(keys, **told)
        joined.append(made.opus.key)
        if len(joined) == 1:
            hide(project_id)
        return made

    monkeypatch.setattr(media, "make_playback", make_playback)
    story_id, _ = send(client, project_id, [make_sound(0.3)])
    drain()
    assert len(joined) == 2
    with reading(project_id) as session:
        playback = queries.playback(session, story_id)
    assert playback is not None
    assert playback.opus_key == joined[1]
    assert len(list(store().list(f"{project_id}/stories"))) == 3


def test_a_story_that_was_taken_back_while_its_copies_were_made_gets_them_when_it_returns(
    client: TestClient, project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = media.make_playback

    def make_playback(keys: Sequence[str], **told: Any) -> media.Playback:
        monkeypatch.setattr(media, "make_playback", real)
        made = real(keys, **told)
        with writing(project_id) as session:
            service.withdraw(session, story_id, actor="storyteller", at=clock.now())
        return made

    monkeypatch.setattr(media, "make_playback", make_playback)
    story_id, _ = send(client, project_id, [make_sound(0.3)])
    drain()
    assert list(store().list(f"{project_id}/stories")) == []
    with writing(project_id) as session:
        service.restore(session, story_id, at=clock.now())
    drain()
    with reading(project_id) as session:
        assert queries.playback(session, story_id) is not None


def hide(project_id: UUID) -> None:
    with writing(project_id) as session:
        record_id = session.execute(select(ConsentRecord.record_id)).scalar_one()
        consent.embargo(session, record_id, None, at=clock.now(), may_widen=False)


@pytest.fixture(autouse=True)
def only_our_jobs(drain: Drain, monkeypatch: pytest.MonkeyPatch) -> None:  # `drain` has met every listener
    """Transcription has tests of its own."""
    ours = {
        event: [one for one in heard if one.name.partition(".")[0] in {"stories", "uploads"}]
        for event, heard in jobs.LISTENERS.items()
    }
    monkeypatch.setattr(jobs, "LISTENERS", ours)
