# SPDX-License-Identifier: Apache-2.0
"""What rooms beyond the story's own forget with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from app.curation import service as curation
from app.curation.models import Desk, Theme
from app.curation.schemas import DetailsIn
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import engine, reading, writing
from app.media import service as media
from app.partners import service as partners
from app.partners.models import Response
from app.publishing import queries, service
from app.publishing.editions import Released
from app.stories import service as story_verbs
from app.stories.jobs import erase_withdrawn
from tests.rooms.publishing.desk_work import OPEN, House, Reader

Drain = Callable[[], None]


def editions(project_id: UUID) -> list[str]:
    return [key for key in store().list(str(project_id)) if "/editions/" in key]


def try_and_die(desk: House, story_id: UUID) -> None:
    """A worker that renders, and is killed before it says so."""
    with reading(desk.project_id) as session:
        proof = queries.newest_proof(session, story_id)
    assert proof is not None
    with writing(desk.project_id) as session:
        plan = service.open_render(session, str(proof.edition_id))
    assert plan is not None
    service.render(plan)


def take_back(desk: House, story_id: UUID, drain: Drain) -> None:
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        story_verbs.withdraw(session, story_id, actor="storyteller", at=clock.now(), erase_now=True)
    drain()
    erase_withdrawn()


def test_what_a_killed_worker_rendered_goes_with_the_next_try(desk: House, drain: Drain) -> None:
    story_id = desk.spoken()
    desk.decide(story_id, "approve")
    try_and_die(desk, story_id)
    assert len(editions(desk.project_id)) == 3
    drain()
    with reading(desk.project_id) as session:
        [row] = queries.editions_of(session, story_id)
    assert set(editions(desk.project_id)) == {row.opus_key, row.aac_key, row.peaks_key}


def test_an_erasure_finds_renditions_that_no_row_names(desk: House, drain: Drain) -> None:
    story_id = desk.spoken()
    desk.decide(story_id, "approve")
    drain()
    with reading(desk.project_id) as session:
        [row] = queries.editions_of(session, story_id)
    for folder in (f"stories/{story_id}/editions/{row.edition_id}", f"editions/{row.edition_id}"):
        store().put(f"{desk.project_id}/{folder}/lost/sound.ogg", b"OggS lost")
    with writing(desk.project_id) as session:  # as it was laid out before: by editions alone
        kept = session.merge(row)
        kept.opus_key = f"{desk.project_id}/editions/{row.edition_id}/old/sound.ogg"
        store().put(kept.opus_key, b"OggS old")
    take_back(desk, story_id, drain)
    assert editions(desk.project_id) == []


def test_sound_rendered_under_older_consent_is_rendered_again(
    desk: House, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    desk.decide(story_id, "approve")
    rendered: list[str] = []
    real = media.render

    def render(keys: list[str], **told: Any) -> media.Playback:
        made = real(keys, **told)
        rendered.append(made.opus.key)
        if len(rendered) == 1:
            desk.narrow(story_id, {"public_voice": "refused"})
        return made

    monkeypatch.setattr(media, "render", render)
    drain()
    with reading(desk.project_id) as session:
        [row] = queries.editions_of(session, story_id)
    assert (len(rendered), row.state, row.opus_key) == (2, "ready", rendered[-1])
    assert len(editions(desk.project_id)) == 3


def respond(desk: House, reader: Reader, story_id: UUID, text: str) -> None:
    answer = desk.ask(story_id, reader)
    assert isinstance(answer, Released)
    with writing(desk.project_id) as session:
        partners.respond(
            session,
            reader.principal.principal_id,
            desk.project_id,
            answer.public_id,
            idempotency_key=text,
            kind="heard",
            text=text,
            at=clock.now(),
        )


def test_what_partners_answered_is_erased_with_the_story_and_with_no_other(desk: House, drain: Drain) -> None:
    library = desk.partner()
    gone, living = desk.released(), desk.released(text="The bridge was closed.")
    for story_id, text in ((gone, "About the two bags"), (living, "About the bridge")):
        respond(desk, library, story_id, text)
    take_back(desk, gone, drain)
    erase_withdrawn()
    with reading(desk.project_id) as session:
        assert [row.text for row in session.execute(select(Response)).scalars()] == ["About the bridge"]
        assert queries.editions_of(session, gone) == []
        assert len(queries.releases_of(session, living)) == 1
    assert [change.type for change in desk.feed(library)][-1] == "story.withdrawn"


def test_an_answer_that_slipped_in_beside_an_erasure_is_swept(desk: House, drain: Drain) -> None:
    library = desk.partner()
    gone, living = desk.released(), desk.released(text="The bridge was closed.")
    answer = desk.ask(gone, library)
    assert isinstance(answer, Released)
    respond(desk, library, living, "About the bridge")
    take_back(desk, gone, drain)
    with writing(desk.project_id) as session:
        late: dict[str, Any] = {
            "idempotency_key": "late",
            "kind": "heard",
            "text": "About the two bags",
            "at": clock.now(),
        }
        partners.respond(session, library.principal.principal_id, desk.project_id, answer.public_id, **late)
    with writing(desk.project_id) as session:
        partners.forget_stray_answers(session)
        assert [row.text for row in session.execute(select(Response)).scalars()] == ["About the bridge"]


def test_a_theme_that_one_story_brought_goes_with_it_unless_others_use_it(desk: House, drain: Drain) -> None:
    gone, living = desk.told(), desk.told(text="The bridge was closed.")
    describe(desk, gone, ["Karachi", "night", "leaving"])
    describe(desk, living, ["night"])
    with writing(desk.project_id) as session:
        [leaving] = session.execute(select(Theme).where(Theme.name == "leaving")).scalars()
        leaving.meaning = "Having to go"
    take_back(desk, gone, drain)
    with reading(desk.project_id) as session:
        assert sorted(session.execute(select(Theme.name)).scalars()) == ["leaving", "night"]
        assert len(session.execute(select(Desk)).all()) == 1


def describe(desk: House, story_id: UUID, themes: list[str]) -> None:
    told = {"title": "", "summary": "", "tags": [], "content_warnings": [], "place": {"exact": "", "area": ""}}
    precise = {"place_precision": "area", "date_precision": "month"}
    with writing(desk.project_id) as session:
        details = DetailsIn.model_validate({**told, **precise, "themes": themes})
        curation.set_details(session, story_id, details, by=desk.facilitator)


def test_a_fault_of_the_database_repeats_nobodys_words(house: object) -> None:
    assert engine().hide_parameters
