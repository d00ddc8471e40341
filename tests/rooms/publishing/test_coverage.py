# SPDX-License-Identifier: Apache-2.0
from hypothesis import given
from hypothesis import strategies as st

from app.publishing.coverage import Stretch, is_covered, merge, unheard

SOUND = Stretch(0, 60_000, "sound")


def test_hearing_it_in_pieces_counts_as_hearing_it_through() -> None:
    assert is_covered(SOUND, [(30_000, 60_000), (0, 15_100), (15_000, 30_100)])


def test_a_second_left_out_is_a_second_unheard() -> None:
    assert unheard([SOUND], [(0, 29_000), (30_000, 60_000)]) == [SOUND]


def test_a_short_redaction_is_not_heard_by_playing_beside_it() -> None:
    assert not is_covered(Stretch(1_000, 1_200, "redaction"), [(0, 1_050)])
    assert is_covered(Stretch(1_000, 1_200, "redaction"), [(900, 1_300)])


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 5_000)), max_size=20))
def test_merging_keeps_every_moment_that_was_played(played: list[tuple[int, int]]) -> None:
    merged = merge(played, 0)
    moments = {at for start, end in played for at in range(start, end)}
    assert moments == {at for start, end in merged for at in range(start, end)}
    assert merged == sorted(merged)
