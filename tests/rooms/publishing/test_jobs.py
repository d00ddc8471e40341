# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable

from app.kit.blobs import store
from app.kit.db import reading, writing
from app.publishing import queries
from app.publishing.editions import Released
from app.stories import queries as stories
from app.stories import service as story_service
from tests.rooms.publishing.desk_work import OPEN, House


def test_the_worker_renders_releases_and_forgets(desk: House, drain: Callable[[], None]) -> None:
    library = desk.partner()
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    desk.decide(story_id, "approve")
    drain()
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    drain()
    answer = desk.ask(story_id, library)
    assert isinstance(answer, Released)
    assert answer.audio is not None
    keys = [answer.audio.opus.key, answer.audio.aac.key, answer.audio.peaks_key]
    assert all(store().exists(key) for key in keys)
    desk.withdraw(story_id)
    drain()
    assert not any(store().exists(key) for key in keys)
    with writing(desk.project_id) as session:
        story = stories.get_story(session, story_id)
        assert story.undo_until is not None
        story_service.erase(session, story_id, story.undo_until)
    drain()
    with reading(desk.project_id) as session:
        assert queries.editions_of(session, story_id) == []
    assert [change.type for change in desk.feed(library)] == ["story.released", "story.withdrawn"]
