# SPDX-License-Identifier: Apache-2.0
"""Minutes of listening with no transaction open. What was heard goes straight into its rows; the job sees a word of
how it went, never of what was said."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final
from uuid import UUID

import structlog

from app.kit.db import reading, writing
from app.kit.jobs import this_job
from app.kit.reaper import made_headway
from app.media import service as media
from app.media.errors import ForbiddenContainer, SandboxFailed, TypeMismatch, Unplayable
from app.settings import settings
from app.transcription import queries, service
from app.transcription.engine import Engine, Following, Heard, NoEngine, Window, choose
from app.transcription.engines.turns import ENDING, Interrupted, Overdue
from app.transcription.errors import NobodyWantsIt

FAULT: Final = "transcription-failed"
OVERDUE: Final = "transcription-overdue"
LOADING: Final = Lock()
OPENING: Final = Lock()
UNHEARABLE = (Unplayable, ForbiddenContainer, TypeMismatch)
log = structlog.get_logger()


class Keeping(Following):
    """Keeps each window as it comes, and stops an engine that listens in vain."""

    def __init__(self, project_id: UUID, run_id: UUID) -> None:
        self._project_id, self._run_id, self._job_id = project_id, run_id, this_job()

    def found(self, language: str, probability: float) -> None:
        with writing(self._project_id) as session:
            service.find_language(session, self._run_id, language, probability)

    def heard(self, window: Window, share: float) -> None:
        with writing(self._project_id) as session:
            service.keep_window(session, self._run_id, window, min(99, int(share * 100)))
            if self._job_id is not None:
                made_headway(session, self._job_id)

    def waiting(self) -> None:
        with reading(self._project_id) as session:
            if not queries.is_wanted(session, self._run_id):
                raise NobodyWantsIt


@lru_cache(maxsize=1)
def _loaded(name: str, model: str, models_dir: Path) -> Engine:
    return choose(name, model, models_dir)


def engine(model: str = "") -> Engine:
    """The engine of these settings, or with another `model`, loaded once in a process. Raises `NoEngine`."""
    chosen = settings()
    with LOADING:
        return _loaded(chosen.whisper_engine, model or chosen.whisper_model, chosen.models_dir)


def stop() -> None:
    """Before this process ends: nothing more is begun, what is at work is kept, and every run goes on in another."""
    ENDING.set()


def listen(project_id: str, run_id: str) -> str:
    """Hear the run's recordings and write them down; answers how it went: heard, waiting, failed or dropped."""
    project, run = UUID(project_id), UUID(run_id)
    with reading(project) as session:
        wanted = queries.assignment(session, run)
    if wanted is None:
        return "dropped"
    try:
        return _listen(project, run, wanted)
    except NobodyWantsIt:
        with writing(project) as session:
            service.wait(session, run, "")
        return "dropped"


def _listen(project: UUID, run: UUID, wanted: queries.Assignment) -> str:
    try:
        chosen = engine(wanted.model)
    except NoEngine as missing:
        return _put_back(project, run, str(missing))
    model = wanted.model or settings().whisper_model
    try:
        heard, flaw = _hear(chosen, project, run, wanted)
    except NoEngine as unable:
        return _put_back(project, run, str(unable), engine=chosen.name, model=model)
    except UNHEARABLE as refusal:
        return _give_up(project, run, refusal.slug)
    except Overdue:
        return _give_up(project, run, OVERDUE)
    except (SandboxFailed, RuntimeError, ValueError, OSError, MemoryError) as fault:
        # Never the message, which could hold words; the story goes to a person, who can still listen.
        log.error("transcription_failed", run_id=str(run), error=type(fault).__name__)  # noqa: TRY400
        return _give_up(project, run, FAULT)
    with writing(project) as session:
        service.write_down(session, run, heard, flaw=flaw)
    log.info("transcribed", run_id=str(run), seconds=round(heard.duration_ms / 1000, 1))
    return "heard"


def _put_back(project: UUID, run: UUID, message: str, *, engine: str = "", model: str = "") -> str:
    with writing(project) as session:
        service.wait(session, run, message, engine=engine, model=model)
    return "waiting"


def _give_up(project: UUID, run: UUID, slug: str) -> str:
    with writing(project) as session:
        service.fail(session, run, slug)
    return "failed"


def _hear(chosen: Engine, project: UUID, run: UUID, wanted: queries.Assignment) -> tuple[Heard, str]:
    """What can be heard, and the slug of the first recording that cannot."""
    try:
        return _hear_all(chosen, project, run, wanted), ""
    except UNHEARABLE as refusal:
        flaw = refusal
    audible = [(key, gap_ms) for key, gap_ms in wanted.parts if _can_be_heard(key)]
    if len(audible) in (0, len(wanted.parts)):
        raise flaw
    return _hear_all(chosen, project, run, replace(wanted, parts=audible)), flaw.slug


def _hear_all(chosen: Engine, project: UUID, run: UUID, wanted: queries.Assignment) -> Heard:
    keys, gaps_ms = [key for key, _ in wanted.parts], [gap_ms for _, gap_ms in wanted.parts]
    with _opened(media.decode(keys, max_ms=settings().max_recording_ms, gaps_ms=gaps_ms)) as sound:
        model = wanted.model or settings().whisper_model
        with writing(project) as session:
            known, found = service.begin(session, run, engine=chosen.name, model=model, duration_ms=sound.duration_ms)
        return chosen.listen(
            sound.pcm,
            language=found or wanted.language,
            task=wanted.task,
            whose=str(project),
            known=known,
            following=Keeping(project, run),
        )


@contextmanager
def _opened(decoding: AbstractContextManager[media.Sound]) -> Iterator[media.Sound]:
    """One after the other: a decoder may take half a gigabyte, and nobody is heard the sooner for two of them."""
    with ExitStack() as held:
        with OPENING:
            if ENDING.is_set():
                raise Interrupted
            sound = held.enter_context(decoding)
        yield sound


def _can_be_heard(key: str) -> bool:
    try:
        with media.decode([key], max_ms=settings().max_recording_ms):
            return True
    except UNHEARABLE:
        return False
