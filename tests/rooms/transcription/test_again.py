# SPDX-License-Identifier: Apache-2.0
"""What becomes of a story's words when somebody asks the machine to hear it once more."""

from pathlib import Path
from uuid import UUID

import numpy as np
import pytest
from faster_whisper.tokenizer import _LANGUAGE_CODES
from sqlmodel import col, select

from app.kit.db import reading, writing
from app.people import slow_hash
from app.settings import settings
from app.stories import queries as stories
from app.transcription import again, cutting, queries, service, weights
from app.transcription.engine import Task
from app.transcription.errors import AlreadyListening, EnglishOnly, ModelNotHere, NobodyWantsIt, NothingToHear
from app.transcription.languages import AUTOMATIC, NAMES, whisper_code
from app.transcription.models import Run, Segment
from app.transcription.weights import ModelHere
from tests.rooms.publishing.desk_work import House
from tests.stand_ins.engines import ScriptedEngine

HERE = [
    ModelHere("base", Path("whisper-base"), 145, "packages", english_only=False),
    ModelHere("small", Path("whisper-small"), 480, "hub", english_only=False),
    ModelHere("tiny.en", Path("whisper-tiny.en"), 75, "packages", english_only=True),
]
FIRST = "We left Karachi at night"


@pytest.fixture
def desk(project_id: UUID, monkeypatch: pytest.MonkeyPatch) -> House:
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)
    monkeypatch.setattr(weights, "list_models", lambda _folder: HERE)
    return House(project_id)


def ask(
    desk: House, story_id: UUID, task: Task = Task.TRANSCRIBE, *, language: str | None = None, model: str = ""
) -> UUID:
    with writing(desk.project_id) as session:
        story = stories.story_for_update(session, story_id)
        return again.ask(session, story, task, language, model, by=desk.facilitator.person_id).run_id


def begin(desk: House, story_id: UUID) -> UUID:
    with writing(desk.project_id) as session:
        run_id = service.open_run(session, str(story_id))
    assert run_id is not None
    return UUID(run_id)


def end(desk: House, run_id: UUID, *sentences: str, language: str = "ur") -> None:
    heard = ScriptedEngine(*sentences).listen(np.zeros(16_000, np.float32), language=language)
    with writing(desk.project_id) as session:
        service.begin(session, run_id, engine=heard.engine, model=heard.model, duration_ms=heard.duration_ms)
        service.find_language(session, run_id, language, 0.4)
        service.write_down(session, run_id, heard)
    with writing(desk.project_id) as session:
        service.close_run(session, str(run_id))


def words(desk: House, story_id: UUID) -> str:
    with reading(desk.project_id) as session:
        return " ".join(word["text"] for word in queries.words_of(session, story_id))


def run(desk: House, run_id: UUID) -> Run:
    with reading(desk.project_id) as session:
        return session.execute(select(Run).where(Run.run_id == run_id)).scalar_one()


def segments(desk: House, story_id: UUID) -> int:
    with reading(desk.project_id) as session:
        return len(session.execute(select(Segment.run_id).where(col(Segment.story_id) == story_id)).all())


def gist(desk: House, story_id: UUID) -> list[str] | None:
    with reading(desk.project_id) as session:
        found = queries.gist_of(session, story_id)
    return None if found is None else list(found.paragraphs)


def test_the_words_that_were_there_stay_until_the_machine_has_heard_it_again(desk: House) -> None:
    story_id = desk.spoken()
    run_id = ask(desk, story_id, language="ur")
    assert words(desk, story_id) == FIRST
    assert begin(desk, story_id) == run_id
    assert (words(desk, story_id), desk.status(story_id)) == (FIRST, "in_review")
    end(desk, run_id, "Hum raat ko nikle")
    assert (words(desk, story_id), desk.status(story_id)) == ("Hum raat ko nikle", "in_review")
    assert segments(desk, story_id) == 1, "nothing stays of what it had misheard"


def test_an_asked_run_is_told_the_language_and_the_model(desk: House) -> None:
    story_id = desk.spoken()
    run_id = ask(desk, story_id, language="ur", model="small")
    assert begin(desk, story_id) == run_id
    with reading(desk.project_id) as session:
        wanted = queries.assignment(session, run_id)
    assert wanted is not None
    assert (wanted.language, wanted.model, wanted.task) == ("ur", "small", Task.TRANSCRIBE)


def test_a_repeat_that_comes_to_nothing_leaves_the_words_as_they_were(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        service.fail(session, run_id, "transcription-failed")
    assert (words(desk, story_id), run(desk, run_id).message) == (FIRST, "transcription-failed")
    ask(desk, story_id, language="pa")
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "This model knows English only.")
    assert run(desk, run_id).status == "failed", "whoever asked can choose otherwise; nobody waits for it"
    assert words(desk, story_id) == FIRST


def test_whoever_works_on_the_words_first_keeps_them(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        again.give_way(session, story_id)
    with pytest.raises(NobodyWantsIt):
        end(desk, run_id, "Hum raat ko nikle")
    assert (words(desk, story_id), run(desk, run_id).message) == (FIRST, again.PEOPLE_BEGAN)


def test_a_story_that_left_the_desk_meanwhile_keeps_the_words_it_left_with(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).status = "approved"
    end(desk, run_id, "Hum raat ko nikle")
    assert (words(desk, story_id), run(desk, run_id).message) == (FIRST, again.STORY_MOVED)


def test_a_gist_lies_beside_the_transcript_and_never_in_it(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, Task.TRANSLATE)
    assert gist(desk, story_id) is None
    run_id = begin(desk, story_id)
    end(desk, run_id, "We went away by night.", "We had two bags.")
    assert gist(desk, story_id) == ["We went away by night.", "We had two bags."]
    assert words(desk, story_id) == FIRST
    with reading(desk.project_id) as session:
        assert queries.first_words(session, story_id, 200) == FIRST
        shown = queries.latest_run(session, story_id)
    assert shown is not None
    assert shown.run_id != run_id


def test_a_newer_gist_takes_the_place_of_the_older_one_and_a_failed_one_does_not(desk: House) -> None:
    story_id = desk.spoken()
    for said in ("Away by night.", "Gone by night."):
        ask(desk, story_id, Task.TRANSLATE)
        end(desk, begin(desk, story_id), said)
    ask(desk, story_id, Task.TRANSLATE)
    with writing(desk.project_id) as session:
        service.fail(session, UUID(service.open_run(session, str(story_id))), "transcription-failed")
    assert gist(desk, story_id) == ["Gone by night."]
    assert segments(desk, story_id) == 2


def test_a_gist_goes_whole_with_a_voice_that_is_cut_out(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, Task.TRANSLATE)
    end(desk, begin(desk, story_id), "We went away by night.")
    with writing(desk.project_id) as session:
        cutting.cut_words(session, story_id, lambda word: word["text"] == "Karachi")
    assert gist(desk, story_id) is None
    assert words(desk, story_id) == "We left at night"
    assert segments(desk, story_id) == 1


def test_a_gist_is_erased_with_everything_else(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, Task.TRANSLATE)
    end(desk, begin(desk, story_id), "We went away by night.")
    ask(desk, story_id, language="ur")
    with writing(desk.project_id) as session:
        service.erase(session, str(story_id))
    with reading(desk.project_id) as session:
        assert not session.execute(select(Run.run_id).where(col(Run.story_id) == story_id)).all()
    assert segments(desk, story_id) == 0


def test_one_wish_at_a_time_and_the_newer_one_where_the_machine_has_not_begun(desk: House) -> None:
    story_id = desk.spoken()
    first = ask(desk, story_id, language="hi")
    assert ask(desk, story_id, language="ur", model="small") == first
    with pytest.raises(AlreadyListening):
        ask(desk, story_id, Task.TRANSLATE)
    begun = run(desk, begin(desk, story_id))
    assert (begun.run_id, begun.asked_language, begun.asked_model) == (first, "ur", "small")
    with pytest.raises(AlreadyListening):
        ask(desk, story_id, language="pa")


def test_a_story_that_nothing_could_hear_is_given_a_model_that_can(desk: House) -> None:
    story_id = desk.spoken()
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).status = "transcribing"
        waiting = session.execute(select(Run).where(col(Run.story_id) == story_id)).scalar_one()
        waiting.status, waiting.message, waiting.engine = "waiting", "This model knows English only.", "scripted"
    run_id = ask(desk, story_id, language="ur", model="base")
    assert begin(desk, story_id) == run_id
    end(desk, run_id, "Hum raat ko nikle")
    assert (words(desk, story_id), desk.status(story_id)) == ("Hum raat ko nikle", "in_review")


@pytest.mark.parametrize(
    ("language", "task"), [("ur", Task.TRANSCRIBE), (AUTOMATIC, Task.TRANSCRIBE), ("en", Task.TRANSLATE)]
)
def test_a_model_that_invents_english_is_not_let_near_another_language(desk: House, language: str, task: Task) -> None:
    story_id = desk.spoken()
    with pytest.raises(EnglishOnly):
        ask(desk, story_id, task, language=language, model="tiny.en")
    ask(desk, story_id, language="en", model="tiny.en")


def test_only_models_that_lie_here_can_be_asked_for(desk: House) -> None:
    story_id = desk.spoken()
    for elsewhere in ("large-v3", "/etc/passwd", "../models/whisper-base"):
        with pytest.raises(ModelNotHere):
            ask(desk, story_id, model=elsewhere)


def test_a_story_in_writing_is_not_listened_to(desk: House) -> None:
    with pytest.raises(NothingToHear):
        ask(desk, desk.told())


def test_a_wish_outlives_a_change_of_consent_but_not_a_withdrawal(desk: House) -> None:
    def retried() -> int:
        with writing(desk.project_id) as session:
            return service.try_again(session, engine="scripted", model="script")

    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    assert retried() == 0, "it waits in the queue as it is"
    run_id = begin(desk, story_id)
    desk.narrow(story_id, {"research": "refused"})
    with pytest.raises(NobodyWantsIt):
        end(desk, run_id, "Hum raat ko nikle")
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "")
    assert retried() == 1
    end(desk, begin(desk, story_id), "Hum raat ko nikle")
    assert words(desk, story_id) == "Hum raat ko nikle"
    ask(desk, story_id, language="pa")
    run_id = begin(desk, story_id)
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "")
    assert retried() == 0


def test_the_desk_offers_the_houses_own_model_first(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(one.name, one.is_default) for one in again.choices()] == [
        ("base", True),
        ("tiny.en", False),
        ("small", False),
    ]


def test_a_house_whose_own_model_knows_english_only_makes_its_gists_with_another(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert again.model_for_gist() == "", desk
    monkeypatch.setenv("HEARDWELL_WHISPER_MODEL", "tiny.en")
    settings.cache_clear()
    assert again.model_for_gist() == "base"


def test_whispers_languages_are_all_named() -> None:
    assert set(NAMES) == set(_LANGUAGE_CODES)
    assert [whisper_code(tag) for tag in ("ur-PK", "EN_gb", "xx", AUTOMATIC, None)] == ["ur", "en", None, None, None]
