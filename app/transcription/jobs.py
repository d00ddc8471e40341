# SPDX-License-Identifier: Apache-2.0
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import by_name, every, on, step, tx_step, whose
from app.kit.lanes import Lane
from app.settings import settings
from app.stories.events import StoryErased, StoryInReview, StoryReceived, StoryRestored, VoiceErased
from app.transcription import listening, queries, service
from app.transcription.engine import NoEngine
from app.transcription.events import TranscriptionWanted


@on(StoryReceived, lane=Lane.PROMPT)
def transcribe(event: StoryReceived) -> None:
    tx_step(service.queue, str(event.story_id))


@on(TranscriptionWanted, lane=Lane.PROMPT)
def transcribe_at_last(event: TranscriptionWanted) -> None:
    tx_step(service.queue, str(event.story_id))


@on(StoryRestored, lane=Lane.PROMPT)
def transcribe_again(event: StoryRestored) -> None:
    """A story that came back goes on where its run stood."""
    tx_step(service.queue, str(event.story_id))


@on(VoiceErased, lane=Lane.PROMPT)
def transcribe_what_stays(event: VoiceErased) -> None:
    """A story that was shut before the machine had heard it. What was heard before has lost that voice's words."""
    tx_step(service.queue, str(event.story_id))


@by_name
def hear(story_id: str) -> None:
    """Listen to one story and write it down."""
    run_id = tx_step(service.open_run, story_id)  # none to open: withdrawn, or heard before
    if run_id is None:
        return
    step(listening.listen, str(whose()), run_id)
    tx_step(service.close_run, run_id)


@on(StoryInReview, lane=Lane.PROMPT)
def set_down_text(event: StoryInReview) -> None:
    tx_step(service.set_down_text, str(event.story_id))


@on(StoryErased, lane=Lane.HOUSEKEEPING)
def erase(event: StoryErased) -> None:
    tx_step(service.erase, str(event.story_id))


@every(60)
def retry_waiting() -> None:
    """Runs that found no engine try again once there is one, or another one."""
    with reading() as session, across_projects(session):
        if not queries.waiting_runs(session):
            return
    try:
        chosen = listening.engine()
    except NoEngine:
        return
    with writing() as session, across_projects(session):
        service.try_again(session, engine=chosen.name, model=settings().whisper_model)
