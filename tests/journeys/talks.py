# SPDX-License-Identifier: Apache-2.0
"""A talk of Amina and Ben in real, synthesised speech, with who said which word; and Ben, who takes his part back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import av
import numpy as np
from numpy.typing import NDArray

from app.consent import queries as consent
from app.consent import service as consent_service
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.publishing import service as publishing
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.schemas import StoryIn
from app.transcription import service as transcription
from app.transcription.models import Run, Segment
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import RATE, live_webm

Float = NDArray[np.float32]
AMINA, BEN = "Amina", "Ben"
SAID = (
    (AMINA, "When I came out of hospital, the last bus had already gone."),
    (BEN, "I was the driver that night, and I did not wait."),
    (AMINA, "I called my sister Margaret, but she lives forty miles away."),
    (BEN, "They told me never to stop there for anybody."),
    (AMINA, "Nobody asked me how I would get home."),
)
INTERJECTED = "Yes."
"""Amina, while Ben says his third word of the second time."""
WRITTEN = "The last bus had gone.\n\nI was the driver and did not wait."
KEPT = {"hold_and_transcribe": "given", "project_team": "given", "research": "given"}
AGO = timedelta(days=30)


@dataclass(frozen=True)
class Talk:
    sound: Float
    words: list[dict[str, Any]]

    @property
    def duration_ms(self) -> int:
        return self.sound.size * 1000 // RATE


@cache
def spoken() -> Talk:
    """Each line in its own voice; its words share its time."""
    from hibari import SAMPLE_RATE, Hibari

    voice, pause = Hibari(), np.zeros(RATE // 3, np.float32)
    sounds: list[Float] = []
    words: list[dict[str, Any]] = []
    at = 0
    for number, (name, line) in enumerate(SAID):
        pitch = 1.0 if name == AMINA else 0.8
        sound = _resampled(voice(line, seed=number + 1), int(SAMPLE_RATE * pitch))
        words += _in_step(name, line, at, sound.size * 1000 // RATE)
        sounds += [sound, pause]
        at += (sound.size + pause.size) * 1000 // RATE
    _interject(words)
    numbered = [{"id": f"w{place}", **word} for place, word in enumerate(words)]
    return Talk(np.concatenate(sounds), numbered)


def _resampled(sound: Float, rate: int) -> Float:
    frame = av.AudioFrame.from_ndarray(sound[None, :].astype(np.float32), "flt", "mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    parts = [part.to_ndarray()[0] for part in (*resampler.resample(frame), *resampler.resample(None))]
    return np.concatenate(parts).astype(np.float32)


def _in_step(name: str, line: str, at: int, length_ms: int) -> list[dict[str, Any]]:
    said = line.split()
    letters = sum(len(word) for word in said)
    words = []
    for word in said:
        ends = at + length_ms * len(word) // letters
        words.append({"text": word, "start_ms": at, "end_ms": ends, "probability": 0.9, "speaker": name})
        at = ends
    return words


def _interject(words: list[dict[str, Any]]) -> None:
    place = next(place for place, word in enumerate(words) if word["text"] == "never")
    start, end = words[place]["start_ms"], words[place]["end_ms"]
    middle = (start + end) // 2
    aside = {"text": INTERJECTED, "start_ms": middle, "end_ms": end, "probability": 0.9, "speaker": AMINA}
    words.insert(place + 1, aside)


def tell(project_id: UUID, *, in_writing: bool = False) -> UUID:
    """Told a month ago; it waits at the desk."""
    with writing(project_id) as session:
        form = form_of(session, project_id)
    voices = [
        {**make_participant(form, choices=KEPT), "display_name": AMINA},
        {**make_participant(form, choices=KEPT), "display_name": BEN},
    ]
    told = {"text": WRITTEN} if in_writing else {"sounds": 1}
    declared = make_declaration(voices, kind="dialogue", title="The last bus", **told)
    sender, _ = make_phone(project_id)
    at = clock.now() - AGO
    with writing(project_id) as session:
        story, _ = story_service.declare(session, sender, new_id(), StoryIn.model_validate(declared), at)
    with writing(project_id) as session:
        if in_writing:
            transcription.set_down_text(session, str(story.story_id))
        else:
            _keep(session, project_id, story.story_id, at)
    return story.story_id


def _keep(session: Any, project_id: UUID, story_id: UUID, at: datetime) -> None:
    talk = spoken()
    [recording] = stories.recordings(session, story_id)
    recording.key, recording.media_state = f"{project_id}/recordings/{recording.recording_id}/x", "kept"
    store().put(recording.key, live_webm(talk.sound))
    story_service.receive(session, story_id, at=at)
    run = Run(project_id=project_id, run_id=new_id(), story_id=story_id, status="done", consent_epoch=1)
    session.add(run)
    session.flush()
    session.add(
        Segment(
            project_id=project_id,
            segment_id=new_id(),
            run_id=run.run_id,
            story_id=story_id,
            position=0,
            start_ms=0,
            end_ms=talk.duration_ms,
            words=talk.words,
        )
    )
    story_service.send_to_review(session, story_id)


def sound_is_ready(project_id: UUID, story_id: UUID) -> bool:
    """What the worker makes for listening stands, so that nothing at the desk moves by itself any more."""
    with reading(project_id) as session:
        return stories.playback(session, story_id) is not None


def ben_is_gone(project_id: UUID, story_id: UUID) -> None:
    """He took his part back fifteen days ago, and nobody can bring it back."""
    at = clock.now() - timedelta(days=15)
    with writing(project_id) as session:
        [ben] = [one for one in stories.participants(session, story_id) if one.display_name == BEN]
        [record] = [one for one in consent.records_of(session, story_id) if one.participant_id == ben.participant_id]
        consent_service.withdraw(session, record.record_id, None, actor_kind="reporter_receipt", at=at)
        publishing.reconcile(session, story_id, at)
