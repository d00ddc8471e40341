# SPDX-License-Identifier: Apache-2.0
from enum import StrEnum


class Lane(StrEnum):
    """Queues of the worker, each with its own number at once: a tombstone never waits behind a transcription."""

    PROMPT = "prompt"
    MEDIA = "media"
    WHISPER = "whisper"
    HOUSEKEEPING = "housekeeping"


AT_ONCE = {Lane.PROMPT: 4, Lane.MEDIA: 1, Lane.WHISPER: 1, Lane.HOUSEKEEPING: 1}
