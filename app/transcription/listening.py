# SPDX-License-Identifier: Apache-2.0
"""Minutes of listening with no transaction open. What was heard goes straight into its rows; the job sees a word of
how it went, never of what was said."""

import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final
from uuid import UUID

import structlog

from app.kit.db import reading, writing
from app.media import service as media
from app.media.errors import ForbiddenContainer, SandboxFailed, TypeMismatch, Unplayable
from app.settings import settings
from app.transcription import queries, service
from app.transcription.engine import Engine, Heard, NoEngine, choose
from app.transcription.errors import NobodyWantsIt, TookTooLong

REPORT_EVERY_S: Final = 1.0
GRACE_S: Final = 60
"""Besides the length of the sound itself."""
FAULT: Final = "transcription-failed"
OVERDUE: Final = "transcription-overdue"
UNHEARABLE = (Unplayable, ForbiddenContainer, TypeMismatch)
log = structlog.get_logger()


class Report:
    """Keeps the run's percent, at most once a second, and stops an engine that listens in vain or for too long."""

    def __init__(self, project_id: UUID, run_id: UUID, duration_ms: int) -> None:
        self._project_id, self._run_id = project_id, run_id
        self._until = time.monotonic() + GRACE_S + duration_ms / 1000
        self._last = 0.0

    def __call__(self, share: float) -> None:
        now = time.monotonic()
        if now > self._until:
            raise TookTooLong
        if now - self._last < REPORT_EVERY_S:
            return
        self._last = now
        with writing(self._project_id) as session:
            service.report(session, self._run_id, min(99, int(share * 100)))


@lru_cache(maxsize=1)
def _loaded(name: str, model: str, models_dir: Path) -> Engine:
    return choose(name, model, models_dir)


def engine() -> Engine:
    """The engine of these settings, loaded once in a process. Raises `NoEngine`."""
    chosen = settings()
    return _loaded(chosen.whisper_engine, chosen.whisper_model, chosen.models_dir)


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
        chosen = engine()
    except NoEngine as missing:
        return _put_back(project, run, str(missing))
    model = settings().whisper_model
    try:
        heard, flaw = _hear(chosen, wanted, lambda duration_ms: Report(project, run, duration_ms))
    except NoEngine as unable:
        return _put_back(project, run, str(unable), engine=chosen.name, model=model)
    except UNHEARABLE as refusal:
        return _give_up(project, run, refusal.slug)
    except TookTooLong:
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


def _hear(chosen: Engine, wanted: queries.Assignment, report_on: Callable[[int], Report]) -> tuple[Heard, str]:
    """What can be heard, and the slug of the first recording that cannot."""
    try:
        return _hear_all(chosen, wanted.keys, wanted.language, report_on), ""
    except UNHEARABLE as refusal:
        flaw = refusal
    audible = [key for key in wanted.keys if _can_be_heard(key)]
    if len(audible) in (0, len(wanted.keys)):
        raise flaw
    return _hear_all(chosen, audible, wanted.language, report_on), flaw.slug


def _hear_all(chosen: Engine, keys: Sequence[str], language: str | None, report_on: Callable[[int], Report]) -> Heard:
    with media.decode(keys, max_ms=settings().max_recording_ms) as sound:
        return chosen.listen(sound.pcm, language=language, on_progress=report_on(sound.duration_ms))


def _can_be_heard(key: str) -> bool:
    try:
        with media.decode([key], max_ms=settings().max_recording_ms):
            return True
    except UNHEARABLE:
        return False
