# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from typing import Final

TEXT_CHARACTERS: Final = 100_000
"""Longest written story."""
INVITE_LASTS: Final = timedelta(days=30)
INVITE_LONGEST: Final = timedelta(days=366)
NAME_LONGEST: Final = 200
