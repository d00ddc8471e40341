# SPDX-License-Identifier: Apache-2.0
"""What becomes of a story's words, whatever happens while the machine listens."""

import hashlib
from collections.abc import Callable
from uuid import UUID

import numpy as np
import pytest
from sqlalchemy import text
from sqlmodel import select

from app.consent import queries as consent
from app.consent import service as consent_verbs
from app.kit import clock
from app.kit.db import is_sqlite, reading, writing
from app.kit.ids import new_id
from app.settings import settings
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.models import Story
from app.stories.schemas import StoryIn
from app.transcription import jobs, listening, queries, service
from app.transcription.engine import Following
from app.transcription.engines.turns import Overdue
from app.transcription.models import HeardWindow, Run, Segment
from app.uploads import intake
from tests.conftest import MODELS
from tests.makers.stories import declare_story, form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import wav
from tests.rooms.transcription.conftest import TONE, Hire
from tests.stand_ins.engines import ScriptedEngine, UnableEngine

TOLD = ("My grandmother kept the keys.", "Every spring the river came up.")
Drain = Callable[[], None]


def tell(project_id: UUID, *sounds: bytes) -> Story:
    """A story whose recordings have all been sent."""
    phone = make_phone(project_id)[0]
    with writing(project_id) as session:
        told = make_declaration([make_participant(form_of(session, project_id))], sounds=len(sounds))
    for recording, sound in zip(told["recordings"], sounds, strict=True):
        recording.update(bytes=len(sound), sha256=hashlib.sha256(sound).hexdigest())
    with writing(project_id) as session:
        story = story_verbs.declare(session, phone, new_id(), StoryIn.model_validate(told), clock.now())[0]
    for recording, sound in zip(told["recordings"], sounds, strict=True):
        upload_id = UUID(recording["recording_id"])
        at = clock.now()
        intake.create(phone, upload_id, length=len(sound), sha256=None, metadata_echo="", at=at)
        line = intake.take_over_at(phone, upload_id, offset=0, at=at)
        intake.conclude(intake.keep(line, sound))
    return story


def receive(project_id: UUID) -> Story:
    """A story that stands received, without a worker; its sound is nowhere."""
    story = declare_story(project_id, sounds=1)
    with writing(project_id) as session:
        for part in stories.recordings(session, story.story_id):
            part.media_state, part.key = stories.KEPT, f"{project_id}/nowhere"
        session.flush()
        story_verbs.receive(session, story.story_id, at=clock.now())
    return story


def start(story: Story) -> str:
    with writing(story.project_id) as session:
        run_id = service.open_run(session, str(story.story_id))
    assert run_id is not None
    return run_id


def run_of(story: Story) -> Run:
    with reading(story.project_id) as session:
        run = queries.latest_run(session, story.story_id)
    assert run is not None
    return run


def status_of(story: Story) -> str:
    with reading(story.project_id) as session:
        return stories.get_story(session, story.story_id).status


def words_of(story: Story) -> list[str]:
    with reading(story.project_id) as session:
        return [word["text"] for word in queries.words_of(session, story.story_id)]


def test_a_spoken_story_comes_to_the_desk_with_its_words(project_id: UUID, drain: Drain, hire: Hire) -> None:
    hire(ScriptedEngine(*TOLD))
    story = tell(project_id, TONE, TONE)
    drain()
    assert status_of(story) == "in_review"
    assert words_of(story) == " ".join(TOLD).split()
    run = run_of(story)
    assert (run.status, run.percent, run.engine, run.language, run.message) == ("done", 100, "scripted", "en", "")
    with reading(project_id) as session:
        words = queries.words_of(session, story.story_id)
        assert [word["id"] for word in words][:2] == ["w000001", "w000002"]
        assert len({word["id"] for word in words}) == len(words)
        assert words[0] | {"id": ""} == {
            "id": "",
            "text": "My",
            "start_ms": 0,
            "end_ms": 90,
            "probability": 0.8,
            "speaker": None,
        }
        assert [each.position for each in queries.segments_of(session, story.story_id)] == [0, 1]
        assert queries.first_words(session, story.story_id, 14) == "My grandmother"
        steps = "operation_outputs" if is_sqlite() else "dbos.operation_outputs"
        kept = session.execute(text(f"SELECT output, error FROM {steps}")).all()
    assert kept
    assert "grandmother" not in repr(kept)


def test_a_story_waits_while_nothing_can_listen_and_is_heard_when_something_can(
    project_id: UUID, drain: Drain, hire: Hire
) -> None:
    hire("There is no model here yet.")
    story = tell(project_id, TONE)
    drain()
    assert (status_of(story), run_of(story).status) == ("transcribing", "waiting")
    assert run_of(story).message == "There is no model here yet."
    jobs.retry_waiting()
    drain()
    assert run_of(story).status == "waiting"
    hire(ScriptedEngine(*TOLD))
    jobs.retry_waiting()
    drain()
    assert (status_of(story), run_of(story).status) == ("in_review", "done")
    assert words_of(story) == " ".join(TOLD).split()


def test_an_engine_that_cannot_hear_a_story_is_not_asked_each_minute(
    project_id: UUID, drain: Drain, hire: Hire
) -> None:
    unable = UnableEngine()
    hire(unable)
    story = tell(project_id, TONE)
    for _ in range(3):
        drain()
        jobs.retry_waiting()
    assert (run_of(story).status, run_of(story).message) == ("waiting", "This model knows English only.")
    assert unable.listened == 1
    hire(ScriptedEngine(*TOLD))
    jobs.retry_waiting()
    drain()
    assert status_of(story) == "in_review"


def test_sound_that_cannot_be_heard_comes_to_the_desk_all_the_same(project_id: UUID, drain: Drain, hire: Hire) -> None:
    hire(ScriptedEngine(*TOLD))
    story = tell(project_id, b"OggS" + b"\x00" * 4_000)
    drain()
    assert status_of(story) == "in_review"
    assert (run_of(story).status, run_of(story).message) == ("failed", "media-undecodable")


def test_of_two_recordings_the_one_that_can_be_heard_is_heard(project_id: UUID, drain: Drain, hire: Hire) -> None:
    hire(ScriptedEngine(*TOLD))
    story = tell(project_id, TONE, b"OggS" + b"\x00" * 4_000)
    drain()
    assert (run_of(story).status, run_of(story).message) == ("done", "media-undecodable")
    assert words_of(story) == " ".join(TOLD).split()


def test_where_nobody_speaks_the_desk_is_told_so(project_id: UUID, hire: Hire, one_sound: None) -> None:
    hire(ScriptedEngine())
    story = receive(project_id)
    assert listening.listen(str(project_id), start(story)) == "heard"
    assert (run_of(story).status, run_of(story).message, run_of(story).language) == ("done", "no-speech", None)


def test_a_worker_killed_while_it_listened_doubles_no_word(project_id: UUID, hire: Hire, one_sound: None) -> None:
    hire(ScriptedEngine(*TOLD))
    story = receive(project_id)
    run_id = start(story)
    with writing(project_id) as session:
        left = Segment(
            project_id=project_id,
            segment_id=new_id(),
            run_id=UUID(run_id),
            story_id=story.story_id,
            position=0,
            words=[{"text": "left"}],
        )
        session.add(left)
    assert start(story) == run_id
    for answer in ("heard", "dropped"):
        assert listening.listen(str(project_id), run_id) == answer
        with writing(project_id) as session:
            service.close_run(session, run_id)
    assert words_of(story) == " ".join(TOLD).split()
    assert status_of(story) == "in_review"


def test_a_story_withdrawn_while_the_machine_listens_leaves_no_word(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    story = receive(project_id)

    def withdraw(following: Following) -> None:
        with writing(project_id) as session:
            story_verbs.withdraw(session, story.story_id, actor="storyteller", at=clock.now())
        following.waiting()

    hire(ScriptedEngine(*TOLD, meanwhile=withdraw))
    run_id = start(story)
    assert listening.listen(str(project_id), run_id) == "dropped"
    with writing(project_id) as session:
        service.close_run(session, run_id)
        assert service.open_run(session, str(story.story_id)) is None
    assert words_of(story) == []
    assert (status_of(story), run_of(story).status) == ("withdrawn", "waiting")
    with reading(project_id) as session:
        assert session.execute(select(HeardWindow)).all() == []


def test_a_listening_begun_under_older_consent_writes_nothing_back(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    """Taken back and given again meanwhile: the story is listened to anew, and only that is kept."""
    story = receive(project_id)
    anew: list[str | None] = []

    def change_mind(_following: Following) -> None:
        with writing(project_id) as session:
            [record] = consent.records_of(session, story.story_id)
            consent_verbs.withdraw(session, record.record_id, None, actor_kind="reporter_receipt", at=clock.now())
            story_verbs.withdraw(session, story.story_id, actor="storyteller", at=clock.now())
        with writing(project_id) as session:
            consent_verbs.undo(session, record.record_id, clock.now())
            story_verbs.restore(session, story.story_id, at=clock.now())
            anew.append(service.open_run(session, str(story.story_id)))

    hire(ScriptedEngine("Taken back.", meanwhile=change_mind))
    assert listening.listen(str(project_id), start(story)) == "dropped"
    assert words_of(story) == []
    hire(ScriptedEngine(*TOLD))
    assert anew[0] is not None
    assert listening.listen(str(project_id), anew[0]) == "heard"
    assert (run_of(story).status, len(words_of(story))) == ("done", 11)


def test_a_run_whose_consent_changed_meanwhile_is_listened_to_once_more(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    story = receive(project_id)

    def hide(_following: Following) -> None:
        with writing(project_id) as session:
            [record] = consent.records_of(session, story.story_id)
            consent_verbs.embargo(session, record.record_id, None, at=clock.now(), may_widen=False)

    hire(ScriptedEngine(*TOLD, meanwhile=hide))
    assert listening.listen(str(project_id), start(story)) == "dropped"
    assert (run_of(story).status, words_of(story)) == ("waiting", [])
    hire(ScriptedEngine(*TOLD))
    assert listening.listen(str(project_id), start(story)) == "heard"


def test_an_engine_that_breaks_sends_the_story_to_a_person(project_id: UUID, hire: Hire, one_sound: None) -> None:
    def breaks(_following: Following) -> None:
        raise RuntimeError("My grandmother kept the keys")

    hire(ScriptedEngine(*TOLD, meanwhile=breaks))
    story = receive(project_id)
    run_id = start(story)
    assert listening.listen(str(project_id), run_id) == "failed"
    with writing(project_id) as session:
        service.close_run(session, run_id)
    assert (status_of(story), run_of(story).message) == ("in_review", "transcription-failed")


def test_an_engine_that_never_comes_back_sends_the_story_to_a_person(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    def hangs(_following: Following) -> None:
        raise Overdue

    hire(ScriptedEngine(*TOLD, meanwhile=hangs))
    story = receive(project_id)
    assert listening.listen(str(project_id), start(story)) == "failed"
    assert run_of(story).message == "transcription-overdue"


def test_the_desk_sees_how_far_the_machine_is_and_what_it_heard_so_far(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    seen: list[tuple[int, str]] = []
    story = receive(project_id)
    run_id = UUID(start(story))

    def look(_following: Following) -> None:
        with reading(project_id) as session:
            said = [passage.text for passage in queries.passages_so_far(session, run_id)]
            seen.append((run_of(story).percent, "\n".join(said)))

    hire(ScriptedEngine(*TOLD, meanwhile=look))
    listening.listen(str(project_id), str(run_id))
    assert seen == [(50, TOLD[0])]
    with reading(project_id) as session:
        assert queries.passages_so_far(session, run_id) == [], "the transcript has it now"


def test_a_story_sent_on_by_a_person_keeps_the_words_that_come_late(
    project_id: UUID, hire: Hire, one_sound: None
) -> None:
    hire(ScriptedEngine(*TOLD))
    story = receive(project_id)
    run_id = start(story)
    with writing(project_id) as session:
        story_verbs.send_to_review(session, story.story_id, by="facilitator")
    listening.listen(str(project_id), run_id)
    with writing(project_id) as session:
        service.close_run(session, run_id)
    assert (status_of(story), len(words_of(story))) == ("in_review", 11)


def test_a_written_story_has_its_own_words_at_the_desk(project_id: UUID, drain: Drain) -> None:
    story = declare_story(project_id)
    drain()
    assert words_of(story) == story.text.split()
    with writing(project_id) as session:
        service.set_down_text(session, str(story.story_id))
    assert words_of(story) == story.text.split()
    assert run_of(story).status == "done"


def test_nothing_of_an_erased_story_stays(project_id: UUID, drain: Drain) -> None:
    story = declare_story(project_id)
    drain()
    with writing(project_id) as session:
        service.erase(session, str(story.story_id))
    with reading(project_id) as session:
        assert queries.latest_run(session, story.story_id) is None
        assert queries.words_of(session, story.story_id) == []


def test_a_story_read_aloud_is_written_down_by_the_engine_itself(
    project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (MODELS / "whisper-tiny.en").is_dir():
        pytest.fail("the weights of tiny.en are missing: run `make test` once")
    from hibari import SAMPLE_RATE, Hibari

    monkeypatch.setenv("HEARDWELL_WHISPER_MODEL", "tiny.en")
    settings.cache_clear()
    said = Hibari()("My grandmother kept the keys of the village in a blue box.", seed=1)
    story = tell(project_id, wav((said * 32767).astype(np.int16).tobytes(), rate=SAMPLE_RATE))
    drain()
    assert status_of(story) == "in_review"
    assert "grandmother" in words_of(story)
    assert run_of(story).model
