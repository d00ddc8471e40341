# SPDX-License-Identifier: Apache-2.0
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.rules import LONGEST_GAP_MS, gaps, pad_and_merge

LENGTH_MS = 60_000
SPANS = st.lists(st.tuples(st.integers(0, LENGTH_MS), st.integers(0, LENGTH_MS)).map(sorted).map(tuple), max_size=12)


@given(SPANS, st.integers(0, 1000))
def test_every_redacted_moment_and_its_margin_lies_in_one_span(spans: list[tuple[int, int]], pad_ms: int) -> None:
    merged = pad_and_merge(spans, LENGTH_MS, pad_ms)
    for start, end in spans:
        near = (max(0, start - pad_ms), min(LENGTH_MS, end + pad_ms))
        assert near[0] == near[1] or any(left <= near[0] and near[1] <= right for left, right in merged)
    assert all(0 <= left < right <= LENGTH_MS for left, right in merged)
    assert all(one[1] < other[0] for one, other in pairwise(merged))


@given(SPANS)
def test_a_moment_far_from_every_redaction_is_left(spans: list[tuple[int, int]]) -> None:
    merged = pad_and_merge(spans, LENGTH_MS)
    for moment in range(0, LENGTH_MS, 997):
        if all(moment < start - 300 or moment > end + 300 for start, end in spans):
            assert not any(left <= moment < right for left, right in merged)


def test_names_close_together_become_one_tone() -> None:
    assert pad_and_merge([(5000, 5400), (1000, 1200), (1700, 2000)], 10_000) == [(700, 2300), (4700, 5700)]


def test_a_name_at_either_end_stays_within_the_sound() -> None:
    assert pad_and_merge([(0, 100), (9900, 12_000)], 10_000) == [(0, 400), (9600, 10_000)]


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        pad_and_merge([(500, 400)], 1000)


def test_before_a_story_begins_there_is_no_gap() -> None:
    assert gaps([60_000, 1_200], 2) == [0, 1_200]


def test_a_gap_of_years_and_one_that_runs_backwards_stay_small() -> None:
    assert gaps([0, 2**31 - 1, -5], 3) == [0, LONGEST_GAP_MS, 0]


def test_parts_whose_gaps_nobody_told_follow_at_once() -> None:
    assert gaps([], 3) == [0, 0, 0]
    assert gaps([0, 500], 4) == [0, 500, 0, 0]
