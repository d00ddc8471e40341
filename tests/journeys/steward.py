# SPDX-License-Identifier: Apache-2.0
"""Stella, who keeps the project's consents, comes to the desk."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from tests.journeys.conftest import Watch
from tests.journeys.tellers import Still
from tests.rooms.publishing.desk_work import House as Desk

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
Comes = Callable[..., Page]


@pytest.fixture
def stella_comes(served: Still, desk: Desk, watch: Watch, chromium: Browser) -> Iterator[Comes]:
    """The steward, signed in, on a screen of her own."""
    contexts = []

    def come(size: ViewportSize = LAPTOP, locale: str = "en-GB") -> Page:
        with writing(desk.project_id) as session:
            stella = people.add_person(
                session, desk.project_id, "stella@river.test", "steward", name="Stella", at=clock.now()
            )
            link = people.make_sign_in_link(session, stella.person_id, clock.now(), timedelta(hours=1))
        contexts.append(chromium.new_context(viewport=size, locale=locale))
        page = watch.over(contexts[-1])
        page.goto(f"{served.origin}/desk/#/open/{link}")
        expect(page.get_by_role("banner")).to_be_visible()
        return page

    yield come
    for context in contexts:
        context.close()
