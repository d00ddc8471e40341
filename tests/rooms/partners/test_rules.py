# SPDX-License-Identifier: Apache-2.0
import pytest

from app.partners import rules

SECRET = "A" * 43


def test_a_key_is_read_back_as_it_was_written() -> None:
    assert rules.parse_key(rules.written("0123456789ab", SECRET)) == ("0123456789ab", SECRET)


@pytest.mark.parametrize(
    "told", ["", "hwk_", "hwk_0123456789ab", f"hwk_0123456789AB_{SECRET}", f"hwk_0123456789ab_{SECRET}A", "x" * 10_000]
)
def test_what_cannot_be_a_key_is_none(told: str) -> None:
    assert rules.parse_key(told) is None


def test_a_partner_may_come_in_a_burst_and_then_ten_times_a_second() -> None:
    bucket, taken = None, 0
    for tick in range(200):
        bucket, rate = rules.take(bucket, tick / 100)
        taken += rate.wait_s == 0
    assert taken == pytest.approx(rules.BURST + 2 * rules.PER_SECOND, abs=1)


def test_who_waits_as_told_may_go_on() -> None:
    bucket = None
    for _ in range(rules.BURST + 1):
        bucket, rate = rules.take(bucket, 0.0)
    assert rate.wait_s > 0
    assert rules.take(bucket, rate.wait_s)[1].wait_s == 0
