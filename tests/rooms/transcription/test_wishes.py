# SPDX-License-Identifier: Apache-2.0
"""What a wish to have a story heard again touches, what it leaves alone, and who is told of its end."""

from uuid import UUID

import pytest
from sqlmodel import col, select

from app.consent import service as consent
from app.kit import audit, clock
from app.kit.db import reading, writing
from app.stories import queries as stories
from app.transcription import again, queries, service
from app.transcription.engine import Task, Window
from app.transcription.errors import EnglishOnly
from app.transcription.models import HeardWindow, Run
from tests.rooms.publishing.desk_work import House
from tests.rooms.transcription.test_again import FIRST, ask, begin, desk, end, gist, run, words

__all__ = ["desk"]  # a fixture
WINDOW = Window(0, 1_000, [(0, 1_000)], [])


def ends_told(desk: House, story_id: UUID) -> int:
    with reading(desk.project_id) as session:
        return [entry.action for entry in audit.entries_about(session, story_id)].count("HeardAgain")


def first_run(desk: House, story_id: UUID, status: str = "waiting") -> UUID:
    """As if the machine had yet to hear the story for the first time."""
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).status = "transcribing"
        found = session.execute(select(Run).where(col(Run.story_id) == story_id)).scalar_one()
        found.status = status
        return found.run_id


def test_a_repeat_takes_the_place_of_this_storys_words_and_of_no_others(desk: House) -> None:
    story_id, other = desk.spoken(), desk.spoken()
    ask(desk, story_id, language="ur")
    end(desk, begin(desk, story_id), "Hum raat ko nikle")
    assert (words(desk, story_id), words(desk, other)) == ("Hum raat ko nikle", FIRST)


def test_a_gist_is_shown_also_where_the_story_has_left_the_desk_meanwhile(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, Task.TRANSLATE)
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).status = "approved"
    end(desk, run_id, "We went away by night.")
    assert gist(desk, story_id) == ["We went away by night."]


@pytest.mark.parametrize(("told", "may"), [("en-GB", True), ("ur", False), (None, False)])
def test_a_wish_without_a_language_goes_by_what_the_teller_said(desk: House, told: str | None, *, may: bool) -> None:
    story_id = desk.spoken()
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).language = told
    if not may:
        with pytest.raises(EnglishOnly):
            ask(desk, story_id, model="tiny.en")
        return
    assert run(desk, ask(desk, story_id, model="tiny.en")).asked_model == "tiny.en"


def test_work_on_the_words_stops_no_gist(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, Task.TRANSLATE)
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        again.give_way(session, story_id)
    end(desk, run_id, "We went away by night.")
    assert gist(desk, story_id) == ["We went away by night."]


def test_the_first_hearing_of_a_story_gives_way_to_nobody(desk: House) -> None:
    story_id = desk.spoken()
    run_id = first_run(desk, story_id)
    with writing(desk.project_id) as session:
        again.give_way(session, story_id)
    assert run(desk, run_id).status == "waiting"


def test_nothing_stays_of_what_a_repeat_had_heard_when_it_gave_way_and_the_desk_looks_again(desk: House) -> None:
    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    run_id = begin(desk, story_id)
    with writing(desk.project_id) as session:
        service.begin(session, run_id, engine="scripted", model="script", duration_ms=2_000)
        service.keep_window(session, run_id, WINDOW, 50)
    with writing(desk.project_id) as session:
        again.give_way(session, story_id)
    with reading(desk.project_id) as session:
        assert session.execute(select(HeardWindow)).first() is None
    assert ends_told(desk, story_id) == 1


def test_the_desk_hears_of_every_end_of_what_it_asked_for_and_of_no_first_hearing(desk: House) -> None:
    story_id = desk.spoken()
    first_run(desk, story_id)
    end(desk, begin(desk, story_id), FIRST)
    assert ends_told(desk, story_id) == 0
    ask(desk, story_id, language="ur")
    assert ends_told(desk, story_id) == 0
    end(desk, begin(desk, story_id), "Hum raat ko nikle")
    assert ends_told(desk, story_id) == 1
    ask(desk, story_id, language="pa")
    with writing(desk.project_id) as session:
        service.fail(session, UUID(service.open_run(session, str(story_id))), "transcription-failed")
    assert ends_told(desk, story_id) == 2


def test_a_story_that_nobody_has_heard_waits_for_a_machine_that_can_whoever_asked(desk: House) -> None:
    story_id = desk.spoken()
    first_run(desk, story_id)
    run_id = ask(desk, story_id, language="ur")
    assert begin(desk, story_id) == run_id
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "This model knows English only.")
    assert (run(desk, run_id).status, desk.status(story_id)) == ("waiting", "transcribing")


def test_a_wish_is_not_taken_up_again_where_the_machine_may_not_listen_any_more(desk: House) -> None:
    """A voice took its consent back, and the story has not been closed for it yet."""
    story_id = desk.spoken()
    ask(desk, story_id, language="ur")
    run_id = begin(desk, story_id)
    [record_id] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent.withdraw(session, record_id, None, actor_kind="reporter_receipt", at=clock.now())
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "")
        assert service.try_again(session, engine="scripted", model="script") == 0


def test_the_words_heard_in_one_wish_are_not_gone_on_with_in_the_next(desk: House) -> None:
    """A waiting wish that is changed begins anew: another language, or a model that the last one could not use."""
    story_id = desk.spoken()
    run_id = ask(desk, story_id, language="ur")
    begin(desk, story_id)
    with writing(desk.project_id) as session:
        service.begin(session, run_id, engine="scripted", model="script", duration_ms=2_000)
        service.keep_window(session, run_id, WINDOW, 50)
        service.wait(session, run_id, "")
    assert ask(desk, story_id, language="pa") == run_id
    changed = run(desk, run_id)
    assert (changed.percent, changed.engine, changed.model, changed.started_at) == (0, "", "", None)
    with reading(desk.project_id) as session:
        assert queries.windows_of(session, run_id) == []
