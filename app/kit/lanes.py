# SPDX-License-Identifier: Apache-2.0
from enum import StrEnum


class Lane(StrEnum):
    """Queues of the worker, each with its own number at once: a tombstone never waits behind a transcription, nor a
    story of some minutes behind those of hours."""

    PROMPT = "prompt"
    MEDIA = "media"
    BRIEF = "brief"
    WHISPER = "whisper"
    WEBHOOKS = "webhooks"
    HOUSEKEEPING = "housekeeping"


AT_ONCE = {Lane.PROMPT: 4, Lane.MEDIA: 1, Lane.BRIEF: 8, Lane.WHISPER: 4, Lane.WEBHOOKS: 8, Lane.HOUSEKEEPING: 1}
"""In one worker."""

ALONE = frozenset({Lane.WEBHOOKS})
"""One job at a time for each partner, over all workers: a target that is dead takes one place and delays nobody else.
A job on such a lane without its partition would wait for ever, and nobody would hear of it."""

SHARED = {Lane.BRIEF: 4, Lane.WHISPER: 2}
"""So many at a time, in one worker, for each project: its hundred stories leave places to the others, and a place that
comes free goes to any project that waits. The first argument of such a job is its project."""

PARTITIONED = ALONE | frozenset(SHARED)
