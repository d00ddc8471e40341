# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from enum import StrEnum
from typing import Final

TEXT_CHARACTERS: Final = 100_000
"""Longest written story."""
INVITE_LASTS: Final = timedelta(days=30)
INVITE_LONGEST: Final = timedelta(days=366)
NAME_LONGEST: Final = 200
SPOKEN_BYTES: Final = 700 * 1024
"""Largest file of a spoken sound: as Base64 in JSON it stays under the limit of every body."""
SPOKEN_MS: Final = 180_000


class SpokenKind(StrEnum):
    PROMPT = "prompt"
    CARD = "card"
    QUESTION = "question"
    WORD = "word"


class SpokenState(StrEnum):
    """`refused`: what came is no sound that can be played; `taken_off`: heard once, heard no more."""

    PREPARING = "preparing"
    READY = "ready"
    REFUSED = "refused"
    TAKEN_OFF = "taken_off"


SPOKEN_WORDS: Final = (
    "tell-title",
    "record",
    "write-instead",
    "another-question",
    "who-speaks",
    "kind-snapshot",
    "kind-snapshot-means",
    "kind-monologue",
    "kind-monologue-means",
    "kind-dialogue",
    "kind-dialogue-means",
    "which-question",
    "this-question",
    "no-question",
    "consent-title",
    "understood",
    "yes",
    "no",
    "needed-to-record",
    "facets-title",
    "sign-off-question",
    "sign-off-means",
    "stop-no",
    "stop-no-means",
    "stop-age",
    "stop-age-means",
    "summary-title",
    "summary-take-back",
    "agree",
    "microphone-title",
    "microphone-why",
    "microphone-why-means",
    "microphone-allow",
    "paused",
    "interrupted",
    "phone-full",
    "listen-title",
    "receipt-title",
    "receipt-yours",
    "receipt-means",
    "send-title",
    "stamp-recording",
    "stamp-saved",
    "stamp-waiting-network",
    "stamp-arrived",
    "stamp-needs-you",
    "waiting-means-network",
    "waiting-means-server",
    "waiting-means-full",
    "needs-you-safe",
    "arrived-means",
    "mine-title",
    "mine-here",
    "mine-here-none",
    "mine-arrived",
    "mine-arrived-none",
    "help-title",
    "help-how-1",
    "help-how-2",
    "help-how-3",
    "help-how-4",
    "help-take-back",
    "help-take-back-means",
    "joined-why",
    "who-uses",
    "only-me",
    "only-me-means",
    "we-share",
    "we-share-means",
    "who-title",
    "who-give",
    "workshop-means",
    "workshop-next",
    "use-a-sound",
    "own-sound-title",
    "own-sound-means",
    "own-sound-how",
    "voice-question",
    "voice-mine",
    "voice-mine-means",
    "voice-other",
    "voice-other-means",
    "voice-several",
    "voice-several-means",
    "voice-absent",
    "voice-absent-means",
    "speakers-question",
    "speakers-means",
    "helper-question",
    "helper-who",
    "helper-means",
    "give-phone-to",
    "give-phone-to-guardian",
    "give-phone-to-young",
    "relation-question",
    "guardian-means",
    "guardian-answers",
    "guardian-then",
    "guardian-agree",
    "stop-guardian-means",
    "microphone-refused",
    "microphone-refused-means",
    "microphone-missing",
    "microphone-missing-means",
    "microphone-busy",
    "microphone-busy-means",
    "microphone-impossible",
    "microphone-impossible-means",
    "phone-full-delete",
    "phone-silent",
    "leave-safe",
    "discard-question",
    "lock-question",
    "lock-pin-means",
    "stamp-waiting-server",
    "stamp-waiting-wifi",
    "stamp-taken-back",
    "waiting-means-wifi",
    "waiting-means-quota",
    "needs-you-copy",
    "taken-back-means",
    "home-screen-why",
    "home-screen-seven-days",
    "help-how",
)
"""Sentences of the phone's screens and its states that may have a recorded sound, by their keys in the catalogue."""
