# SPDX-License-Identifier: Apache-2.0
import os
import random

import pytest

from tests.capture.kills import kill_while_recording
from tests.capture.phones import Phone, phone, playwright, town

__all__ = ["phone", "playwright", "town"]

KILLS = int(os.environ.get("HEARDWELL_TEST_KILLS", "3"))
MOST_LOST_S = 3.0
pytestmark = pytest.mark.timeout(300 + 60 * KILLS)


def test_a_browser_killed_while_recording_loses_no_recording_and_at_most_three_seconds(phone: Phone) -> None:
    found = kill_while_recording(phone, KILLS, random.Random(7))
    assert found.lost == 0
    assert found.undecoded == 0
    assert max(found.tails_s) <= MOST_LOST_S
