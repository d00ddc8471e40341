# SPDX-License-Identifier: Apache-2.0
"""The run's verbs. A run's words are written whole, in one transaction, or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import queries as consent
from app.consent.rules import may_process
from app.kit import clock, jobs
from app.kit.ids import new_id
from app.kit.lanes import Lane
from app.kit.outbox import announce
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import again, queries
from app.transcription.doubts import flags_of_each
from app.transcription.engine import Heard, HeardSegment, Span, Window
from app.transcription.errors import NobodyWantsIt
from app.transcription.events import TranscriptionWanted
from app.transcription.lifecycle import ENDED, RunAction, RunStatus, next_status
from app.transcription.models import HeardWindow, Run, Segment

NO_SPEECH = "no-speech"
ACTOR = "transcription"
HEAR = "transcription.hear"
LONG_MS = 10 * 60_000
"""By what its phone says. A story of less does not wait behind those of hours."""
TO_BE_HEARD = frozenset({StoryStatus.RECEIVED, StoryStatus.TRANSCRIBING})


def queue(session: Session, story_id: str) -> None:
    """A job that listens to the story, where anything of it is to be heard, in the caller's transaction."""
    story = stories.find_story(session, UUID(story_id))
    parts = stories.recordings(session, UUID(story_id))
    if story is None or not parts:
        return
    sound_ms = sum(LONG_MS if part.duration_ms is None else part.duration_ms for part in parts)
    jobs.enqueue(
        session,
        HEAR,
        lane=Lane.WHISPER if sound_ms >= LONG_MS else Lane.BRIEF,
        job_id=f"{HEAR}:{new_id()}",
        arguments=[str(story.project_id), story_id],
    )


def open_run(session: Session, story_id: str) -> str | None:
    """The run to listen for, started; None where there is none to open: withdrawn, forbidden, or heard already."""
    story = _locked_if_wanted(session, UUID(story_id))
    if story is None or not stories.recordings(session, story.story_id):
        return None
    epoch = consent.epoch(session, story.story_id)
    run = queries.pending_run(session, story.story_id)
    if run is None and queries.latest_run(session, story.story_id) is not None:
        _hand_over(session, story)
        return None
    if run is not None and run.status == RunStatus.RUNNING and run.consent_epoch != epoch:
        _forget_windows(session, run)
        session.delete(run)  # whoever listens for it began under older terms and may not write back
        session.flush()
        run = None
    if run is None:
        if story.status not in TO_BE_HEARD:
            return None
        run = _new_run(session, story, RunStatus.WAITING)
    run.consent_epoch = epoch
    if story.status == StoryStatus.RECEIVED:
        story_verbs.start_transcription(session, story.story_id)
    run.status = next_status(run.status, RunAction.START)
    run.started_at, run.ended_at, run.message = clock.now(), None, ""
    session.flush()
    return str(run.run_id)


def begin(
    session: Session, run_id: UUID, *, engine: str, model: str, duration_ms: int
) -> tuple[dict[int, Window], str | None]:
    """The windows that this engine and model have heard for the run already, by where they start, and the language
    they found; what others heard is forgotten. Raises `NobodyWantsIt`."""
    run = _wanted(session, run_id)
    if (run.engine, run.model) != (engine, model):
        _forget_windows(session, run)
    run.engine, run.model, run.duration_ms = engine, model, duration_ms
    kept = [row.window() for row in queries.windows_of(session, run_id)]
    if not kept:
        run.language, run.language_probability, run.percent = None, None, 0
    return {window.start_ms: window for window in kept}, run.language


def find_language(session: Session, run_id: UUID, language: str, probability: float) -> None:
    """Kept with the first; a run that goes on is told what it had found. Raises `NobodyWantsIt`."""
    run = _wanted(session, run_id)
    if run.language is None:
        run.language, run.language_probability = language, probability


def keep_window(session: Session, run_id: UUID, window: Window, percent: int) -> None:
    """Another process can go on from here. Raises `NobodyWantsIt` where listening on is in vain."""
    run = _wanted(session, run_id)
    heard = {"speech": window.speech, "segments": [asdict(segment) for segment in window.segments]}
    session.add(
        HeardWindow(
            project_id=run.project_id,
            run_id=run_id,
            story_id=run.story_id,
            start_ms=window.start_ms,
            end_ms=window.end_ms,
            heard=heard,
        )
    )
    run.percent = max(run.percent, percent)


def write_down(session: Session, run_id: UUID, heard: Heard, *, flaw: str = "") -> None:
    """Keep what was heard; `flaw` is the slug of a recording that could not be. Raises `NobodyWantsIt`."""
    run = _wanted(session, run_id)
    if not again.may_take_place(stories.get_story(session, run.story_id), run):
        again.drop(session, run, again.STORY_MOVED)
        return
    run.engine, run.model = heard.engine, heard.model
    if heard.language is None:
        run.language, run.language_probability = None, 0.0
    run.message = flaw or ("" if any(segment.words for segment in heard.segments) else NO_SPEECH)
    speech = sorted(span for window in heard.windows for span in window.speech)
    _replace_segments(session, run, _heard_segments(heard.segments, speech))
    _end(session, run, RunAction.FINISH)
    run.percent = 100
    again.take_place(session, run)
    again.tell_end(session, run)


def fail(session: Session, run_id: UUID, slug: str) -> None:
    """Nothing could be heard; a person can still listen, or type. Raises `NobodyWantsIt`."""
    run = _wanted(session, run_id)
    run.message = slug
    _end(session, run, RunAction.FAIL)
    again.tell_end(session, run)


def wait(session: Session, run_id: UUID, message: str, *, engine: str = "", model: str = "") -> None:
    """Put the run back until something can listen to it; `engine` and `model` name what could not."""
    run = session.get(Run, run_id, with_for_update=True)
    if run is None or run.status != RunStatus.RUNNING:
        return
    if message and run.asked_by and stories.get_story(session, run.story_id).status not in TO_BE_HEARD:
        again.drop(session, run, message)  # whoever asked can choose otherwise; a story nobody has heard waits
        return
    run.engine, run.model, run.message, run.percent = engine, model, message, 0
    _end(session, run, RunAction.WAIT)


def close_run(session: Session, run_id: str) -> None:
    """A run that ended, done or failed, sends its story to the desk; one that ends late moves nothing."""
    run = session.get(Run, UUID(run_id))
    story = None if run is None or run.status not in ENDED else _locked_if_wanted(session, run.story_id)
    if story is not None:
        _hand_over(session, story)


def try_again(session: Session, *, engine: str, model: str) -> int:
    """Ask for the runs that waited, but for those this very engine could not hear. Answers how many."""
    asked = 0
    for run in queries.waiting_runs(session):
        story = stories.get_story(session, run.story_id)
        is_wanted = story.status in TO_BE_HEARD or again.was_interrupted(session, story, run)
        if is_wanted and (run.engine, run.model) != (engine, model):
            announce(session, TranscriptionWanted(project_id=run.project_id, story_id=run.story_id), actor=ACTOR)
            asked += 1
    return asked


def set_down_text(session: Session, story_id: str) -> None:
    """A written story's own words, as its first transcript; its paragraphs are the segments."""
    story = _locked_if_wanted(session, UUID(story_id))
    if story is not None:
        set_down(session, story)


def set_down(session: Session, story: Story) -> None:
    """The same for whoever may open it; once."""
    if story.medium != "text" or queries.latest_run(session, story.story_id) is not None:
        return
    run = _new_run(session, story, RunStatus.DONE)
    run.language, run.percent = story.language, 100
    run.started_at = run.ended_at = clock.now()
    _replace_segments(session, run, _written_segments(story.text))


def erase(session: Session, story_id: str) -> None:
    """Every word and every run of the story."""
    for table in (HeardWindow, Segment, Run):
        session.execute(delete(table).where(col(table.story_id) == UUID(story_id)))


def _locked_if_wanted(session: Session, story_id: UUID) -> Story | None:
    """None where the story is withdrawn or erased, or where a voice does not allow it to be worked on."""
    if stories.find_story(session, story_id) is None:
        return None
    story = stories.story_for_update(session, story_id)
    if story.status == StoryStatus.WITHDRAWN or not may_process(consent.terms_of(session, story_id)):
        return None
    return story


def _wanted(session: Session, run_id: UUID) -> Run:
    """The run, still listened for under the consent it was begun under."""
    run = session.get(Run, run_id)
    if run is None or _locked_if_wanted(session, run.story_id) is None:
        raise NobodyWantsIt
    run = session.get(Run, run_id, with_for_update=True, populate_existing=True)
    if run is None or run.status != RunStatus.RUNNING:
        raise NobodyWantsIt
    if run.consent_epoch != consent.epoch(session, run.story_id):
        raise NobodyWantsIt
    return run


def _new_run(session: Session, story: Story, status: RunStatus) -> Run:
    epoch = consent.epoch(session, story.story_id)
    run = Run(
        project_id=story.project_id,
        run_id=new_id(),
        story_id=story.story_id,
        status=status,
        consent_epoch=epoch,
    )
    session.add(run)
    session.flush()
    return run


def _hand_over(session: Session, story: Story) -> None:
    if story.status in TO_BE_HEARD:
        story_verbs.send_to_review(session, story.story_id)


def _end(session: Session, run: Run, action: RunAction) -> None:
    _forget_windows(session, run)
    run.status = next_status(run.status, action)
    run.ended_at = clock.now()


def _forget_windows(session: Session, run: Run) -> None:
    session.execute(delete(HeardWindow).where(col(HeardWindow.run_id) == run.run_id))


def _replace_segments(session: Session, run: Run, segments: Iterable[dict[str, Any]]) -> None:
    session.execute(delete(Segment).where(col(Segment.run_id) == run.run_id))
    for position, segment in enumerate(segments):
        session.add(
            Segment(
                project_id=run.project_id,
                segment_id=new_id(),
                run_id=run.run_id,
                story_id=run.story_id,
                position=position,
                **segment,
            )
        )
    session.flush()


def _heard_segments(segments: Sequence[HeardSegment], speech: Sequence[Span]) -> Iterable[dict[str, Any]]:
    number = 0
    for segment, flags in zip(segments, flags_of_each(segments, speech), strict=True):
        words = []
        for word in segment.words:
            number += 1
            words.append(_word(number, word.text, word.start_ms, word.end_ms, round(word.probability, 4)))
        yield {
            "start_ms": segment.start_ms,
            "end_ms": segment.end_ms,
            "avg_logprob": segment.avg_logprob,
            "no_speech_prob": segment.no_speech_prob,
            "words": words,
            "flags": flags,
        }


def _written_segments(text: str) -> Iterable[dict[str, Any]]:
    number = 0
    for paragraph in filter(None, (line.split() for line in text.splitlines())):
        words = [_word(number + place, word) for place, word in enumerate(paragraph, start=1)]
        number += len(words)
        yield {"words": words}


def _word(
    number: int, text: str, start_ms: int | None = None, end_ms: int | None = None, probability: float | None = None
) -> dict[str, Any]:
    return {
        "id": f"w{number:06d}",
        "text": text,
        "start_ms": start_ms,
        "end_ms": end_ms,
        "probability": probability,
        "speaker": None,
    }
