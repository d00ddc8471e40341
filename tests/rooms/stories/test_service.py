# SPDX-License-Identifier: Apache-2.0
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.kit import audit, clock
from app.kit.db import reading, writing
from app.projects.queries import get_project
from app.stories import queries, service
from app.stories.errors import TransitionNotAllowed
from app.stories.models import Story
from tests.makers.stories import declare_story


@contextmanager
def at_the_desk(project_id: UUID, story: Story) -> Iterator[tuple[Session, UUID]]:
    with writing(project_id) as session:
        yield session, story.story_id


def status_of(project_id: UUID, story: Story) -> str:
    with reading(project_id) as session:
        return queries.get_story(session, story.story_id).status


def test_approving_twice_is_approving_once(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id):
        service.approve(session, story_id, by="sam")
        version = queries.get_story(session, story_id).version
        service.approve(session, story_id, by="sam")
        assert queries.get_story(session, story_id).version == version
        actions = [entry.action for entry in audit.entries_about(session, story_id)]
    assert actions == ["StoryDeclared", "StoryInReview", "StoryApproved"]


def test_a_story_whose_teller_wants_to_check_is_not_approved_before(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id):
        queries.get_story(session, story_id).wants_sign_off = True
        with pytest.raises(TransitionNotAllowed) as refused:
            service.approve(session, story_id, by="sam")
        assert refused.value.missing == ("no_sign_off_due",)
        service.ask_sign_off(session, story_id, by="sam")
        service.ask_change(session, story_id, by="storyteller")
        service.ask_sign_off(session, story_id, by="sam")
        service.sign_off(session, story_id, by="storyteller")
    assert status_of(project_id, story) == "approved"


def test_a_project_may_ask_every_teller(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id):
        get_project(session, project_id).asks_sign_off = True
        with pytest.raises(TransitionNotAllowed):
            service.approve(session, story_id, by="sam")


def test_why_a_story_was_declined_is_told_until_it_is_reopened(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id):
        service.decline(session, story_id, by="sam", note="Names somebody who did not agree.")
        assert queries.get_story(session, story_id).decline_note
        service.reopen(session, story_id, by="sam")
        assert not queries.get_story(session, story_id).decline_note


def test_a_run_that_ends_late_moves_nothing(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id):
        service.approve(session, story_id, by="sam")
        service.send_to_review(session, story_id)
    assert status_of(project_id, story) == "approved"


def test_a_withdrawn_story_comes_back_to_the_desk_within_its_days(project_id: UUID) -> None:
    story, at = declare_story(project_id), clock.now()
    with at_the_desk(project_id, story) as (session, story_id):
        service.approve(session, story_id, by="sam")
        withdrawn = service.withdraw(session, story_id, actor="storyteller", at=at)
        assert withdrawn.undo_until == at + timedelta(days=14)
        service.withdraw(session, story_id, actor="storyteller", at=at + timedelta(days=1))
        assert withdrawn.undo_until == at + timedelta(days=14)
        with pytest.raises(TransitionNotAllowed):
            service.approve(session, story_id, by="sam")
        service.restore(session, story_id, at=at + timedelta(days=13))
    assert status_of(project_id, story) == "in_review"


def test_after_its_days_a_withdrawn_story_does_not_come_back(project_id: UUID) -> None:
    story, at = declare_story(project_id), clock.now()
    with at_the_desk(project_id, story) as (session, story_id):
        service.withdraw(session, story_id, actor="storyteller", at=at)
        with pytest.raises(TransitionNotAllowed):
            service.restore(session, story_id, at=at + timedelta(days=14))


def test_a_story_that_never_fully_arrived_has_no_undo(project_id: UUID) -> None:
    story, at = declare_story(project_id, sounds=1), clock.now()
    with at_the_desk(project_id, story) as (session, story_id):
        assert service.withdraw(session, story_id, actor="storyteller", at=at).undo_until == at
        with pytest.raises(TransitionNotAllowed):
            service.restore(session, story_id, at=at)


def test_an_urgent_wish_shortens_the_days(project_id: UUID) -> None:
    story, at = declare_story(project_id), clock.now()
    with at_the_desk(project_id, story) as (session, story_id):
        service.withdraw(session, story_id, actor="storyteller", at=at)
        assert service.withdraw(session, story_id, actor="storyteller", at=at, erase_now=True).undo_until == at


def test_only_a_withdrawn_story_is_erased(project_id: UUID) -> None:
    story = declare_story(project_id)
    with at_the_desk(project_id, story) as (session, story_id), pytest.raises(TransitionNotAllowed):
        service.erase(session, story_id, clock.now())
