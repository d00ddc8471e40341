# SPDX-License-Identifier: Apache-2.0
"""Where the machine should not be believed, by what it said of itself and by what can be told from its words. Pure.

A flag is a question to whoever listens, never a verdict; what the flags catch and what they let pass is measured in
`docs/honesty.md`.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Any, Final

from app.transcription.engine import HeardSegment, HeardWord, Span

OVER_SILENCE: Final = "over-silence"
REPEATS: Final = "repeats"
UNSURE: Final = "unsure"
NO_VOICE: Final = "no-voice"
TOO_DENSE: Final = "too-dense"
LANGUAGE: Final = "language-unsure"

LOW_AVERAGE: Final = -1.0
"""Mean log probability, of the window or of the segment's own words; Whisper itself decodes anew below it
(`logprob_threshold`)."""
LIKELY_NO_SPEECH: Final = 0.6
"""Whisper's own `no_speech_threshold`."""
LIKELY_LANGUAGE: Final = 0.5
"""Below it, another language may be as likely as the one that was found."""
MOST_COMPRESSIBLE: Final = 2.4
"""Whisper's own `compression_ratio_threshold`; English as people speak it lies at 1.0 to 1.8."""
FEWEST_REPEATS: Final = {1: 6, 2: 4}
"""How often one word, and how often several together, follow upon themselves before it is a loop: people who stammer,
comfort or swear say a thing three times, Whisper's loops go on to the end of their window."""
LONGEST_LOOP: Final = 24
"""Words. A window of 30 s has room for three rounds of it."""
TIMES_OFF_MS: Final = 200
"""How far a word's times may be off at either end; also what makes "Yes." in 100 ms an ordinary answer."""
ALPHABETIC_PER_S: Final = 30.0
"""Letters. The fastest languages are spoken at 8 to 9 syllables a second (Coupé and others, Science Advances 2019), of
2.2 (Spanish) to 3 letters (English); an auctioneer reaches 30."""
ABUGIDA_PER_S: Final = 18.0
"""Letters that carry a vowel sign each, as in Hindi, Bengali, Tamil or Thai: less than two to a syllable."""
SYLLABIC_PER_S: Final = 12.0
"""Signs that are a syllable each, as in Chinese, Japanese, Korean and Amharic."""

Word = dict[str, Any]

_SYLLABIC = re.compile(r"^(CJK|HIRAGANA|KATAKANA|HANGUL|ETHIOPIC|YI |BOPOMOFO|CHEROKEE|VAI )")
_ABUGIDA = re.compile(
    r"^(DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA|THAI|LAO|MYANMAR|KHMER|TIBETAN)"
)


def flags_of_each(segments: Sequence[HeardSegment], speech: Sequence[Span] | None = None) -> list[list[str]]:
    """The flags of every segment, where a loop may run through several of them. `speech`: where somebody speaks, in
    ms, sorted; None where nobody has looked."""
    looped = _looped([segment.words for segment in segments])
    return [
        [
            *([REPEATS] if in_loop else []),
            *(flag for flag in flags_of(segment, speech) if flag != REPEATS or not in_loop),
        ]
        for segment, in_loop in zip(segments, looped, strict=True)
    ]


def flags_of(segment: HeardSegment, speech: Sequence[Span] | None = None) -> list[str]:
    """What speaks against this segment, by itself."""
    if not segment.words:
        return []
    facts = {
        OVER_SILENCE: speech is not None and _is_over_silence(segment.words, speech),
        REPEATS: _looped([segment.words])[0] or _compression(segment.text) > MOST_COMPRESSIBLE,
        TOO_DENSE: _seconds_needed(segment.text) * 1000 > segment.end_ms - segment.start_ms + 2 * TIMES_OFF_MS,
        NO_VOICE: segment.no_speech_prob > LIKELY_NO_SPEECH,
        UNSURE: min(segment.avg_logprob, _mean_logprob(segment.words)) < LOW_AVERAGE,
    }
    return [flag for flag, holds in facts.items() if holds]


def is_language_unsure(language: str | None, probability: float | None) -> bool:
    """Whether a person should say which language it is. One that was told has the probability 1."""
    return language is not None and probability is not None and probability < LIKELY_LANGUAGE


def standing(flags: Sequence[str], heard: Iterable[Word], now: Mapping[str, Word]) -> list[str]:
    """The ids of those words of a flagged stretch that its flags still speak of, in the text as it is `now`, by id.

    A word that a person rewrote has no probability any more; with the last of the machine's own, the flags fall.
    """
    if not flags:
        return []
    return [word["id"] for word in heard if word["id"] in now and now[word["id"]].get("probability") is not None]


def _mean_logprob(words: Sequence[HeardWord]) -> float:
    return sum(log(max(word.probability, 1e-6)) for word in words) / len(words)


def _is_over_silence(words: Sequence[HeardWord], speech: Sequence[Span]) -> bool:
    outside = sum(1 for word in words if not _is_spoken(word, speech))
    return 2 * outside > len(words)


def _is_spoken(word: HeardWord, speech: Sequence[Span]) -> bool:
    """Whether at least half of its time lies where somebody speaks."""
    voiced = 0
    for start, end in speech[max(0, bisect_right(speech, (word.start_ms, word.start_ms)) - 1) :]:
        if start >= word.end_ms:
            break
        voiced += max(0, min(end, word.end_ms) - max(start, word.start_ms))
    return 2 * voiced >= word.end_ms - word.start_ms


def _looped(told: Sequence[Sequence[HeardWord]]) -> list[bool]:
    """Of each stretch, whether most of its words are part of a loop, which may have begun before it."""
    words = [_bare(word.text) for stretch in told for word in stretch]
    caught = [False] * len(words)
    for length in range(1, min(LONGEST_LOOP, len(words) // 2) + 1):
        for start, end in _rounds(words, length):
            caught[start:end] = [True] * (end - start)
    ends, looped = 0, []
    for stretch in told:
        here = caught[ends : ends + len(stretch)]
        ends += len(stretch)
        looped.append(2 * sum(here) > len(here))
    return looped


def _rounds(words: Sequence[str], length: int) -> Iterable[Span]:
    """Where so many words follow upon themselves often enough; first place, and the one after the last."""
    fewest = FEWEST_REPEATS[min(length, 2)]
    start = 0
    for place in range(length, len(words) + 1):
        if place < len(words) and words[place] == words[place - length] and words[place]:
            continue
        if place - start >= fewest * length:
            yield start, place
        start = place - length + 1


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())


def _compression(text: str) -> float:
    """By the low byte of each sign, so that scripts of two and three bytes a letter count like Latin."""
    signs = bytes(ord(sign) & 0xFF for sign in text)
    return len(signs) / len(zlib.compress(signs)) if signs else 0.0


def _seconds_needed(text: str) -> float:
    """How long the fastest speaker would take."""
    return sum(_seconds_of(sign) for sign in text)


@lru_cache(maxsize=4096)
def _seconds_of(sign: str) -> float:
    if sign.isdecimal():
        return 1 / SYLLABIC_PER_S
    if not unicodedata.category(sign).startswith("L"):
        return 0.0
    name = unicodedata.name(sign, "")
    if _SYLLABIC.match(name):
        return 1 / SYLLABIC_PER_S
    return 1 / (ABUGIDA_PER_S if _ABUGIDA.match(name) else ALPHABETIC_PER_S)
