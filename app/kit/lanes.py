# SPDX-License-Identifier: Apache-2.0
from enum import StrEnum


class Lane(StrEnum):
    """Queues of the worker, each with its own number at once: a tombstone never waits behind a transcription."""

    PROMPT = "prompt"
    MEDIA = "media"
    WHISPER = "whisper"
    WEBHOOKS = "webhooks"
    HOUSEKEEPING = "housekeeping"


AT_ONCE = {Lane.PROMPT: 4, Lane.MEDIA: 1, Lane.WHISPER: 4, Lane.WEBHOOKS: 8, Lane.HOUSEKEEPING: 1}

PARTITIONED = frozenset({Lane.WEBHOOKS})
"""One job at a time for each partner, over all workers: a target that is dead takes one place and delays nobody else.
A job on such a lane without its partition would wait for ever, and nobody would hear of it."""
