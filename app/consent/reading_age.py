# SPDX-License-Identifier: Apache-2.0
"""How old a reader of English must be, by Flesch and Kincaid.

The grade is that of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of New Readability
Formulas for Navy Enlisted Personnel" (Research Branch Report 8-75, 1975): 0.39 words per sentence + 11.8 syllables per
word - 15.59. A child in grade n is n + 5 years old. The formula is for English alone, and rough for a few words.

Syllables are counted by their vowels; the common words that this counts wrongly are listed.
"""

import re
from typing import Final

OLDEST_WISHED: Final = 11.0
AGE_IN_GRADE_NOUGHT: Final = 5.0

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*|\d+")
_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_VOWELS = re.compile(r"i[ao]|[^aeiouqg]u[ao]|eo(?!us)|[^aeiou]ying|[ao]y(?:er|ing)|ei(?=ng)|ie(?=n[ct])")
_ONE_AFTER_ALL = re.compile(r"[tscg]i[ao]|[tc]ien[ct]")
_SILENT_E = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l|rl)e$|(?:[^aeiouytdl]|[aeiouyl]l|[aeiouy]rl)ed$|[aeiouy][^aeiouyscxzg]es$"
)
_SILENT_INSIDE = re.compile(r"(?<=[aeiouy][a-z])e(?=(?:ly|ty|ment|ful|less|ness|where|times?|one|thing|body)s?$)")
_KNOWN: Final = {
    "anyone": 3,
    "area": 3,
    "being": 2,
    "created": 3,
    "doing": 2,
    "every": 2,
    "everybody": 4,
    "everyone": 3,
    "everything": 3,
    "everywhere": 3,
    "going": 2,
    "guardian": 3,
    "idea": 3,
    "language": 2,
    "languages": 3,
    "people": 2,
    "quiet": 2,
    "science": 2,
    "seeing": 2,
    "someone": 2,
    "something": 2,
    "somebody": 3,
    "sometimes": 2,
    "somewhere": 2,
    "there": 1,
    "where": 1,
    "you": 1,
}


def reading_age(text: str) -> float | None:
    """In years, to a tenth; None where there is no English word."""
    words = _WORD.findall(text)
    if not words:
        return None
    sentences = sum(1 for part in _END.split(text) if _WORD.search(part))
    spoken = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
    return round(max(grade + AGE_IN_GRADE_NOUGHT, AGE_IN_GRADE_NOUGHT), 1)


def syllables(word: str) -> int:
    """A number in digits counts one for each digit."""
    if word.isdigit():
        return len(word)
    plain = re.sub(r"['\u2019].*", "", word.lower())
    if plain in _KNOWN:
        return _KNOWN[plain]
    kept = _SILENT_INSIDE.sub("", plain)
    kept = _SILENT_E.sub(lambda end: end[0].replace("e", "", 1) if end[0][0] != "e" else end[0][0], kept)
    count = len(_VOWELS.findall(kept)) + len(_TWO_VOWELS.findall(kept)) - len(_ONE_AFTER_ALL.findall(kept))
    return max(count, 1)
