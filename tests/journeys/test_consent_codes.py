# SPDX-License-Identifier: Apache-2.0
"""A code as people type it, and what it opens on a phone without script."""

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import expect

from app.consent.codes import CROCKFORD, word_lists
from tests.capture.hands import chromium
from tests.capture.phones import playwright
from tests.journeys.conftest import Watch
from tests.journeys.tellers import Partner, Still, Teller, codes, comes_back, desk, nursery, partner, served
from tests.makers.stories import make_code
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "comes_back", "desk", "nursery", "partner", "playwright", "served"]

Comes = Callable[..., Teller]
ARABIC_INDIC, URDU = (str.maketrans("0123456789", signs) for signs in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"))

FATHA, SHADDA, STROKE = "\u064e", "\u0651", "\u0640"
HASTY = str.maketrans("أإآةى", "اااهي", "ء")
ARABIC_KEYS = str.maketrans("یےکگہھںپچٹڈڑژ", "ييككههنبجتدرز")


def words_of(number: int, language: str = "en") -> list[str]:
    listed = word_lists()[language]
    return [listed[number >> shift & 1023] for shift in range(70, -1, -10)]


def number_of(code: str) -> int:
    number = 0
    for sign in code:
        number = number << 5 | CROCKFORD.index(sign)
    return number


def ways_to_type(code: str) -> Mapping[str, str]:
    number = number_of(code)
    words = words_of(number)
    digits = f"{number:025d}"
    fives = " ".join(digits[start : start + 5] for start in range(0, 25, 5))
    return {
        "eight words": " ".join(words),
        "eight words in capitals, one a line": "\n".join(words).upper(),
        "eight words with commas": ", ".join(words).title(),
        "letters with spaces": "  ".join(code[start : start + 4] for start in range(0, 16, 4)),
        "small letters, one mistaken for a figure": code.lower().replace("0", "o").replace("1", "l"),
        "figures with spaces": fives,
        "figures with dashes": fives.replace(" ", "-"),
        "Arabic figures": fives.translate(ARABIC_INDIC),
        "Urdu figures in one run": digits.translate(URDU),
    }


def other_keyboards(code: str) -> Mapping[str, str]:
    """The same code in the words of the other languages, as hands and keyboards have them."""
    number = number_of(code)
    spanish, arabic, urdu = (words_of(number, language) for language in ("es", "ar", "ur"))
    marked = " ".join(f"{word[0]}{FATHA}{word[1:2]}{STROKE}{word[2:]}{SHADDA}" for word in arabic)
    return {
        "Spanish as it is written": " ".join(spanish),
        "Spanish in capitals, with commas": ", ".join(spanish).upper(),
        "Spanish without accents": " ".join(spanish).translate(str.maketrans("áéíóúüñ", "aeiouun")),
        "Arabic as it is written": " ".join(arabic),
        "Arabic with vowels and strokes, one a line": marked.replace(" ", "\n"),
        "Arabic without hamza and dots, with Arabic commas": "، ".join(arabic).translate(HASTY),
        "Arabic on an Urdu keyboard": " ".join(arabic).translate(str.maketrans("يىكه", "ییکہ")),
        "Urdu as it is written": " ".join(urdu),
        "Urdu on an Arabic keyboard": " ".join(urdu).translate(ARABIC_KEYS),
        "Urdu with marks of direction": f"\u200f{' '.join(urdu)}\u200f",
    }


@pytest.mark.parametrize("language", ["en", "es", "ar", "ur"])
def test_words_of_any_language_open_it_and_nobody_is_asked_which(
    desk: Desk, codes: list[str], comes_back: Comes, language: str
) -> None:
    desk.told()
    amina = comes_back(language, script=False)
    for how, typed in other_keyboards(codes[0]).items():
        amina.opens(typed)
        assert re.fullmatch(rf"{amina.origin}/s/", amina.page.url), how


def test_half_a_code_in_each_of_two_languages_is_none(
    desk: Desk, watch: Watch, codes: list[str], comes_back: Comes
) -> None:
    desk.told()
    number = number_of(codes[0])
    amina = comes_back("ar")
    amina.types(" ".join(words_of(number, "ar")[:4] + words_of(number, "ur")[4:]))
    amina.reads("receipt-problem-invalid")
    watch.seen[:] = [seen for seen in watch.seen if "status of 404" not in seen]


def test_however_it_is_typed_the_code_opens_the_story(desk: Desk, codes: list[str], comes_back: Comes) -> None:
    desk.told()
    amina = comes_back(script=False)
    for how, typed in ways_to_type(codes[0]).items():
        amina.opens(typed)
        assert re.fullmatch(rf"{amina.origin}/s/", amina.page.url), how


def test_the_camera_opens_it_and_leaves_no_code_in_the_address(
    served: Still, desk: Desk, codes: list[str], comes_back: Comes
) -> None:
    desk.told()
    amina = comes_back()
    amina.page.goto(f"{served.origin}/s/#{codes[0]}")
    amina.stands("receipt-page")
    assert amina.page.url == f"{served.origin}/s/"
    amina.page.go_back(wait_until="commit")
    assert codes[0] not in amina.page.url


def test_another_code_opens_nothing_and_says_so(desk: Desk, watch: Watch, codes: list[str], comes_back: Comes) -> None:
    desk.told()
    amina = comes_back()
    for wrong in (make_code(), f"{codes[0][:6]}{make_code()[6:]}", "no code at all"):
        amina.types(wrong)
        amina.reads("receipt-problem-invalid")
    told = [seen for seen in watch.seen if "status of 404" not in seen]
    watch.seen[:] = told


def test_without_script_one_sees_how_it_stands_takes_it_back_and_brings_it_back(
    desk: Desk, partner: Partner, codes: list[str], comes_back: Comes
) -> None:
    story_id = desk.released(choices={**KEPT, "research": "given"})
    assert partner.gets(story_id)[0] == 200
    amina = comes_back(script=False)
    amina.opens(codes[0])
    amina.reads("receipt-status-shared")
    amina.reads("receipt-who-read")
    amina.presses("receipt-withdraw")
    amina.presses("receipt-withdraw-do")
    expect(amina.page.get_by_text(re.compile(r"Stopped at .*\d\d:\d\d"))).to_be_visible()
    assert partner.gets(story_id) == (410, "story-withdrawn")
    amina.presses("receipt-close")

    amina.opens(codes[0])
    amina.reads("receipt-status-withdrawn")
    amina.presses("receipt-undo")
    amina.reads("receipt-done-undone")
    assert partner.gets(story_id) == (410, "story-withdrawn")
