# SPDX-License-Identifier: Apache-2.0
"""Sam, who brings stories through the desk, opens one."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from tests.journeys.conftest import Watch
from tests.journeys.tellers import Still
from tests.rooms.publishing.desk_work import House as Desk

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
Opens = Callable[..., Page]


@pytest.fixture
def sam_opens(served: Still, desk: Desk, watch: Watch, chromium: Browser) -> Iterator[Opens]:
    """The facilitator, signed in, with this story before them."""
    contexts: list[BrowserContext] = []

    def come(story_id: UUID, size: ViewportSize = LAPTOP, locale: str = "en-GB") -> Page:
        with writing(desk.project_id) as session:
            sam = people.add_person(
                session, desk.project_id, "sam@river.test", "facilitator", name="Sam", at=clock.now()
            )
            link = people.make_sign_in_link(session, sam.person_id, clock.now(), timedelta(hours=1))
        contexts.append(chromium.new_context(viewport=size, locale=locale))
        page = watch.over(contexts[-1])
        page.goto(f"{served.origin}/desk/#/open/{link}")
        expect(page.get_by_role("banner")).to_be_visible()
        page.goto(f"{served.origin}/desk/#/story/{story_id}")
        return page

    yield come
    for context in contexts:
        context.close()
