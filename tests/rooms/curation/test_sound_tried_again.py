# SPDX-License-Identifier: Apache-2.0
"""Sound that this house could not open is not lost: once it can, somebody has it tried again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.kit.blobs import store
from app.kit.db import reading, writing
from app.media import service as media
from app.stories import queries as stories
from app.transcription import listening
from tests.rooms.curation.test_service import NOT_LET_IN, acts, look, path, send
from tests.rooms.publishing.desk_work import OPEN, House
from tests.rooms.stories.test_jobs import make_sound, unable
from tests.rooms.stories.test_jobs import send as tell
from tests.stand_ins.engines import ScriptedEngine

SAID = "We left at night"


@pytest.fixture
def shut_away(
    client: TestClient, desk: House, drain: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> tuple[UUID, bytes]:
    """A story whose only recording this house cannot open, and its bytes."""
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(SAID))
    sound = make_sound()
    with monkeypatch.context() as old:
        old.setattr(media, "_run", unable)
        story_id, _ = tell(client, desk.project_id, [sound])
        drain()
    return story_id, sound


def ask(client: TestClient, story_id: UUID) -> Response:
    return client.post(path(story_id, "/try-sound-again"), headers={"If-Match": look(client, story_id)["etag"]})


def states(client: TestClient, story_id: UUID) -> list[tuple[str, list[str]]]:
    return [(part["state"], part["flags"]) for part in look(client, story_id)["recordings"]]


def words(shown: dict[str, Any]) -> str:
    return " ".join(word["text"] for word in shown["transcript"]["words"]) if shown["transcript"] else ""


def test_after_an_upgrade_it_can_be_heard_and_read(
    fay: TestClient, desk: House, shut_away: tuple[UUID, bytes], drain: Callable[[], None]
) -> None:
    story_id, sound = shut_away
    assert states(fay, story_id) == [("quarantined", ["media-undecodable"])]
    assert look(fay, story_id)["duration_ms"] is None
    asked = ask(fay, story_id)
    assert asked.status_code == 202
    assert "ETag" in asked.headers
    drain()
    shown = look(fay, story_id)
    assert states(fay, story_id) == [("kept", [])]
    assert abs(shown["duration_ms"] - 1_000) < 50
    assert words(shown) == SAID
    assert "sound_tried_again" in acts(desk, story_id)
    with reading(desk.project_id) as session:
        [part] = stories.recordings(session, story_id)
    assert part.key is not None
    assert store().get(part.key) == sound


def test_what_still_does_not_open_is_in_quarantine_again(
    client: TestClient, fay: TestClient, desk: House, drain: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(SAID))
    story_id, _ = tell(client, desk.project_id, [make_sound()[:44], make_sound()])
    drain()
    before = states(fay, story_id)
    assert [state for state, _ in before] == ["quarantined", "kept"]
    assert ask(fay, story_id).status_code == 202
    drain()
    assert states(fay, story_id) == before
    assert abs(look(fay, story_id)["duration_ms"] - 1_000) < 50
    assert words(look(fay, story_id)) == SAID


def test_nobodys_work_is_moved_off_the_words_it_lies_over(
    client: TestClient, fay: TestClient, desk: House, drain: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sound that comes back before a redaction would shift what it hides."""
    monkeypatch.setattr(listening, "engine", lambda _model="": ScriptedEngine(SAID))
    story_id, _ = tell(client, desk.project_id, [make_sound()[:44], make_sound()])
    drain()
    with writing(desk.project_id) as session:
        assert stories.playback(session, story_id) is not None
    hidden = look(fay, story_id)["transcript"]["words"][1]["id"]
    desk.redact(story_id, hidden)
    refused = ask(fay, story_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "words-worked-on")
    assert [state for state, _ in states(fay, story_id)] == ["quarantined", "kept"]
    assert look(fay, story_id)["duration_ms"] is not None


def test_where_nothing_is_in_quarantine_nothing_happens(fay: TestClient, desk: House) -> None:
    story_id = desk.spoken(choices=OPEN)
    assert ask(fay, story_id).status_code == 202
    assert "sound_tried_again" not in acts(desk, story_id)


def test_only_who_may_read_a_story_and_holds_it_may_ask(fay: TestClient, gus: TestClient, desk: House) -> None:
    closed = desk.spoken(choices=NOT_LET_IN)
    assert ask(fay, closed).status_code == 403
    held = desk.spoken(choices=OPEN)
    send(gus, held, "claim")
    assert ask(fay, held).json()["code"] == "claimed-by-other"
    assert fay.post(path(held, "/try-sound-again"), headers={"If-Match": '"old"'}).status_code == 412
    assert fay.post(path(held, "/try-sound-again")).status_code == 428
