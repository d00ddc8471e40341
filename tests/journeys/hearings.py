# SPDX-License-Identifier: Apache-2.0
"""A recorded story comes to the desk, and a test does by hand what the worker does when it listens."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import writing
from app.kit.ids import new_id
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.schemas import StoryIn
from app.transcription import service
from app.transcription.engine import Heard, HeardSegment, HeardWord, Span, Window
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import Float, live_webm
from tests.rooms.publishing.desk_work import OPEN

ENGINE = "scripted"
WORD_MS = 300


def arrive(
    project_id: UUID, sound: Float, *, title: str, language: str | None = "en", choices: Mapping[str, str] = OPEN
) -> UUID:
    """Nobody has heard it yet."""
    with writing(project_id) as session:
        voice = make_participant(form_of(session, project_id), choices=dict(choices))
    told = StoryIn.model_validate(make_declaration([voice], sounds=1, title=title, language=language))
    sender, _ = make_phone(project_id)
    with writing(project_id) as session:
        story, _ = story_verbs.declare(session, sender, new_id(), told, clock.now())
        [recording] = stories.recordings(session, story.story_id)
        recording.key, recording.media_state = f"{project_id}/recordings/{recording.recording_id}/x", "kept"
        store().put(recording.key, live_webm(sound))
        story_verbs.receive(session, story.story_id, at=clock.now())
    return story.story_id


def begin(project_id: UUID, story_id: UUID, language: str, model: str = "base", probability: float = 0.9) -> UUID:
    with writing(project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
        service.begin(session, run_id, engine=ENGINE, model=model, duration_ms=60_000)
        service.find_language(session, run_id, language, probability)
    return run_id


def hear(project_id: UUID, run_id: UUID, window: Window, percent: int) -> None:
    with writing(project_id) as session:
        service.keep_window(session, run_id, window, percent)


def end(project_id: UUID, run_id: UUID, *windows: Window, language: str, model: str = "base") -> None:
    """Raises `NobodyWantsIt`."""
    heard = Heard(language, 0.9, windows, ENGINE, model, 60_000)
    with writing(project_id) as session:
        service.write_down(session, run_id, heard)
    with writing(project_id) as session:
        service.close_run(session, str(run_id))


def said(start_ms: int, text: str, *, avg_logprob: float = -0.2, no_speech: float = 0.01) -> HeardSegment:
    """At an even pace; the machine thinks well of each word."""
    words = [
        HeardWord(word, start_ms + WORD_MS * place, start_ms + WORD_MS * place + WORD_MS - 50, 0.9)
        for place, word in enumerate(text.split())
    ]
    return HeardSegment(start_ms, words[-1].end_ms, text, avg_logprob, no_speech, words)


def window(*segments: HeardSegment, speech: Sequence[Span] | None = None) -> Window:
    """Somebody speaks in all of it, unless told otherwise."""
    start_ms, end_ms = segments[0].start_ms, segments[-1].end_ms
    return Window(start_ms, end_ms, [(start_ms, end_ms)] if speech is None else speech, segments)
