# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stories.errors import TransitionNotAllowed
from app.stories.lifecycle import TRANSITIONS, Fact, StoryAction, StoryStatus, declared_status, next_status

EVERY_FACT = frozenset(Fact)


@given(st.sampled_from(StoryStatus), st.sampled_from(StoryAction))
def test_a_story_moves_only_where_the_table_says(status: StoryStatus, action: StoryAction) -> None:
    if status in TRANSITIONS[action].sources:
        assert next_status(status, action, EVERY_FACT) == TRANSITIONS[action].target
    else:
        with pytest.raises(TransitionNotAllowed):
            next_status(status, action, EVERY_FACT)


@given(st.sampled_from(StoryStatus))
def test_everything_but_what_is_withdrawn_can_be_withdrawn(status: StoryStatus) -> None:
    assert (status in TRANSITIONS[StoryAction.WITHDRAW].sources) == (status != StoryStatus.WITHDRAWN)


@pytest.mark.parametrize(
    ("status", "action", "fact"),
    [
        (StoryStatus.AWAITING_RECORDING, StoryAction.RECEIVE, Fact.RECORDINGS_HERE),
        (StoryStatus.RECEIVED, StoryAction.START_TRANSCRIPTION, Fact.HAS_RECORDINGS),
        (StoryStatus.IN_REVIEW, StoryAction.APPROVE, Fact.NO_SIGN_OFF_DUE),
        (StoryStatus.WITHDRAWN, StoryAction.RESTORE, Fact.MAY_RETURN),
    ],
)
def test_what_a_step_needs_is_named_when_it_is_missing(status: StoryStatus, action: StoryAction, fact: Fact) -> None:
    with pytest.raises(TransitionNotAllowed) as refused:
        next_status(status, action, EVERY_FACT - {fact})
    assert refused.value.missing == (fact,)


def test_a_written_story_begins_as_received() -> None:
    assert declared_status(has_recordings=True) == StoryStatus.AWAITING_RECORDING
    assert declared_status(has_recordings=False) == StoryStatus.RECEIVED
