# SPDX-License-Identifier: Apache-2.0
"""A quote is somebody's own words, or it does not leave: what the machine may have made up, a person hears first."""

from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.curation import service as curation
from app.curation.rules import Wish
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.publishing.errors import UnheardFlag, UnheardQuote
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.transcription import cutting, queries, service
from app.transcription.doubts import OVER_SILENCE, REPEATS
from app.transcription.engine import Heard, HeardSegment, HeardWord, Window
from app.transcription.models import Segment
from tests.makers.stories import declare_story
from tests.rooms.publishing.desk_work import KEPT, House

WORDS_ALONE = {**KEPT, "public_words": "given"}
INVENTED = ("w2", "w3", "w4")
INVENTED_MS = (800, 1_950)


def flag(desk: House, story_id: UUID, *flags: str) -> None:
    """The last three of the five words, from 0.8 s on, are a segment of their own that the machine may have made up."""
    with writing(desk.project_id) as session:
        told = session.execute(select(Segment).where(Segment.story_id == story_id).order_by("position")).scalars()
        first, *others = told
        if others:
            others[0].flags = list(flags)
            return
        words = [{**word, "probability": 0.9} for word in first.words]
        first.words = words[:2]
        invented = Segment(**{**first.model_dump(), "segment_id": new_id(), "position": 1, "words": words[2:]})
        invented.flags = list(flags)
        session.add(invented)


def rewrite(desk: House, story_id: UUID, **texts: str) -> None:
    with writing(desk.project_id) as session:
        said = queries.words_of(session, story_id)
        wished = [Wish(word["id"], texts.get(word["id"], word["text"]), None) for word in said]
        curation.revise(session, story_id, 0, wished, by=desk.facilitator, at=clock.now())


def prove(desk: House, story_id: UUID) -> None:
    desk.decide(story_id, "approve")
    desk.render(story_id)


@pytest.fixture
def story_id(desk: House) -> UUID:
    made = desk.spoken(choices=WORDS_ALONE)
    flag(desk, made, OVER_SILENCE)
    return made


def test_a_quote_over_invented_words_waits_until_somebody_has_played_them(desk: House, story_id: UUID) -> None:
    desk.quote(story_id, "w1", "w3")
    prove(desk, story_id)
    with pytest.raises(UnheardQuote):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 0, 1_000)
    desk.listen(story_id, 1_500, 2_000)
    with pytest.raises(UnheardQuote):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 950, 1_550)
    assert desk.decide(story_id, "approve") is None
    assert desk.status(story_id) == "approved"


def test_nor_is_the_storyteller_asked_to_sign_such_a_quote(desk: House, story_id: UUID) -> None:
    desk.quote(story_id, "w2", "w2")
    prove(desk, story_id)
    with pytest.raises(UnheardQuote):
        desk.decide(story_id, "ask_sign_off")
    desk.listen(story_id, *INVENTED_MS)
    assert desk.decide(story_id, "ask_sign_off") is None


def test_invented_words_outside_any_quote_are_heard_too(desk: House, story_id: UUID) -> None:
    desk.quote(story_id, "w0", "w1")
    prove(desk, story_id)
    with pytest.raises(UnheardFlag):
        desk.decide(story_id, "approve")


def test_a_story_without_doubts_is_quoted_and_approved_as_before(desk: House, story_id: UUID) -> None:
    flag(desk, story_id)
    desk.quote(story_id, *INVENTED[:2])
    prove(desk, story_id)
    assert desk.decide(story_id, "approve") is None


def test_the_desk_sees_which_stretch_and_why_and_what_to_do(desk: House, story_id: UUID, fay: TestClient) -> None:
    desk.quote(story_id, "w2", "w4")
    prove(desk, story_id)
    told = fay.get(f"/api/desk/stories/{story_id}").json()
    assert [one["flags"] for one in told["transcript"]["segments"]] == [[], [OVER_SILENCE]]
    [doubted] = told["proof"]["to_hear"]
    assert (doubted["start_ms"], doubted["end_ms"], doubted["why"], doubted["heard"]) == (*INVENTED_MS, "quote", False)
    assert [one["slug"] for one in told["obstacles"]] == ["unheard-quote"]
    refused = fay.post(
        f"/api/desk/stories/{story_id}/decision", json={"decision": "approve"}, headers={"If-Match": told["etag"]}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "unheard-quote")


def test_words_that_a_person_wrote_are_nobodys_invention(desk: House, story_id: UUID, fay: TestClient) -> None:
    rewrite(desk, story_id, w2="Lahore", w3="by", w4="day")
    desk.quote(story_id, "w2", "w4")
    told = fay.get(f"/api/desk/stories/{story_id}").json()
    assert [one["flags"] for one in told["transcript"]["segments"]] == [[], []]
    prove(desk, story_id)
    assert desk.decide(story_id, "approve") is None


def test_one_word_put_right_does_not_vouch_for_the_others(desk: House, story_id: UUID) -> None:
    rewrite(desk, story_id, w2="Lahore")
    desk.quote(story_id, "w2", "w4")
    prove(desk, story_id)
    with pytest.raises(UnheardQuote):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 1_200, 1_950)
    assert desk.decide(story_id, "approve") is None


def test_invented_words_that_were_removed_need_not_be_heard_as_doubts(desk: House, story_id: UUID) -> None:
    desk.redact(story_id, *INVENTED)
    prove(desk, story_id)
    desk.listen(story_id, 0, 2_000)
    assert desk.decide(story_id, "approve") is None


def test_a_proof_from_before_the_doubt_is_made_and_heard_anew(desk: House, story_id: UUID) -> None:
    flag(desk, story_id)
    desk.quote(story_id, "w2", "w4")
    prove(desk, story_id)
    flag(desk, story_id, REPEATS)
    assert desk.decide(story_id, "approve") is not None
    assert desk.status(story_id) == "in_review"


def test_a_stretch_that_lost_a_voice_is_not_judged_by_what_that_voice_said(desk: House, story_id: UUID) -> None:
    with writing(desk.project_id) as session:
        cutting.cut_words(session, story_id, lambda word: word["id"] == "w3")
    with reading(desk.project_id) as session:
        assert [one.flags for one in queries.segments_of(session, story_id)] == [[], []]


def test_what_the_machine_hears_where_nobody_speaks_is_flagged_as_it_is_written_down(project_id: UUID) -> None:
    story = declare_story(project_id, sounds=1)
    with writing(project_id) as session:
        for part in stories.recordings(session, story.story_id):
            part.media_state, part.key = stories.KEPT, f"{project_id}/nowhere"
        session.flush()
        story_verbs.receive(session, story.story_id, at=clock.now())
    with writing(project_id) as session:
        run_id = service.open_run(session, str(story.story_id))
    assert run_id is not None
    said = HeardSegment(
        0, 800, "We left.", -0.2, 0.01, [HeardWord("We", 0, 400, 0.9), HeardWord("left.", 400, 800, 0.9)]
    )
    invented = HeardSegment(4_000, 4_800, "Thanks.", -0.2, 0.01, [HeardWord("Thanks.", 4_000, 4_800, 0.9)])
    window = Window(0, 5_000, [(0, 900)], [said, invented])
    with writing(project_id) as session:
        service.write_down(session, UUID(run_id), Heard("en", 0.4, [window], "scripted", "script", 5_000))
    with reading(project_id) as session:
        assert [one.flags for one in queries.segments_of(session, story.story_id)] == [[], [OVER_SILENCE]]
