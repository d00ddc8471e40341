# SPDX-License-Identifier: Apache-2.0
"""The receipt code, 80 random bits, as people say, spell or scan it. Pure, in one pass and without guessing."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS: Final = 80
CHARACTERS: Final = 16
WORDS: Final = 8
WORD_BITS: Final = 10
DIGITS: Final = 25
SELECTOR_CHARACTERS: Final = 6
LONGEST: Final = 400
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})
_VALUE = {character.lower(): value for value, character in enumerate(CROCKFORD)}
_UNSEEN = frozenset({"Mn", "Cf"})
_KEYBOARDS = str.maketrans(
    {
        **dict.fromkeys("ىیےې", "ي"),
        **dict.fromkeys("کڪگ", "ك"),
        **dict.fromkeys("ہھةۃە", "ه"),  # noqa: RUF001 - letters, and meant
        **dict.fromkeys("ءـ", ""),
        **dict(zip("ٱںپچٹڈڑژڤ", "انبجتدرزف", strict=True)),
    }
)
"""Arabic and Urdu keyboards write one letter with different signs, and the Arabic one has no key for some of Urdu's:
whoever has only that key is understood. Hamza and the drawn-out stroke are written or left out."""


class Place(NamedTuple):
    """Where a word stands: in which language's list, and there which one it is."""

    language: str
    number: int


class Code(NamedTuple):
    """30 bits that select and 50 that are verified, in Crockford's base32."""

    selector: str
    verifier: str


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, Sequence[str]]:
    """The 1,024 words of each language, as they are shown, in the order of their numbers."""
    entries = sorted(files("app.consent").joinpath("words").iterdir(), key=lambda entry: entry.name)
    texts = [entry for entry in entries if entry.name.endswith(".txt")]
    return {entry.name.removesuffix(".txt"): entry.read_text(encoding="utf-8").split() for entry in texts}


@lru_cache(maxsize=1)
def word_places() -> Mapping[str, Place]:
    """Every word, folded. No list shares a word with another, so nobody is asked which language it is."""
    return {
        fold(word): Place(language, number)
        for language, words in word_lists().items()
        for number, word in enumerate(words)
    }


def fold(text: str) -> str:
    """Without capitals, marks and the differences that only a keyboard makes; any decimal digit is an ASCII one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(sign for sign in plain if unicodedata.category(sign) not in _UNSEEN).translate(_KEYBOARDS)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in kept)


def normalise(told: str) -> Code | None:
    """The code somebody typed, scanned or spelt, in words, digits or base32; None for anything else."""
    if len(told) > LONGEST:
        return None
    tokens = "".join(sign if sign.isalnum() else " " for sign in fold(told)).split()
    number = _from_words(tokens)
    if number is None:
        number = _from_signs("".join(tokens).translate(_ALIKE))
    return None if number is None else split(number)


def split(number: int) -> Code:
    shifts = range(5 * (CHARACTERS - 1), -1, -5)
    signs = "".join(CROCKFORD[number >> shift & 31] for shift in shifts)
    return Code(signs[:SELECTOR_CHARACTERS], signs[SELECTOR_CHARACTERS:])


def _from_words(tokens: list[str]) -> int | None:
    """A code is in one language: eight words out of several lists are nobody's."""
    places = [word_places().get(token) for token in tokens]
    known = [place for place in places if place is not None]
    if len(tokens) != WORDS or len(known) != WORDS or len({place.language for place in known}) != 1:
        return None
    number = 0
    for place in known:
        number = number << WORD_BITS | place.number
    return number


def _from_signs(signs: str) -> int | None:
    if len(signs) == DIGITS and signs.isascii() and signs.isdecimal():
        number = int(signs)
        return number if number < 1 << BITS else None
    if len(signs) != CHARACTERS or not all(sign in _VALUE for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _VALUE[sign]
    return number
