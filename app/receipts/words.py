# SPDX-License-Identifier: Apache-2.0
"""The page's sentences, from the same catalogues as the apps' (Fluent)."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_date

LANGUAGES: Final = {"en": "English", "es": "Español", "ar": "العربية", "ur": "اردو"}
RIGHT_TO_LEFT: Final = frozenset({"ar", "ur"})
CATALOGUE: Final = "receipt.ftl"
SHARED: Final = "shared.ftl"
APP: Final = Path(__file__).parent.parent
PLACES: Final = (APP.parent / "frontend" / "messages", APP / "messages")
"""In a checkout, and in an installed package."""


def folder() -> Path:
    """Where the catalogue lies."""
    return next(place for place in PLACES if (place / "en" / CATALOGUE).is_file())


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language])
    for name in (SHARED, CATALOGUE):
        bundle.add_resource(FluentResource((folder() / language / name).read_text(encoding="utf-8")))
    return bundle


def say(language: str, key: str, **told: object) -> str:
    """The sentence in this language."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    assert pattern is not None
    said, _problems = bundle.format_pattern(pattern, told)
    return str(said)


def day(moment: datetime) -> object:
    """A date as the reader's language writes it."""
    return fluent_date(moment.date(), dateStyle="long")


def choose(asked: str | None, accept_language: str) -> str:
    """The language asked for, else the first of the browser's that we have, else English."""
    if asked in LANGUAGES:
        return str(asked)
    wanted = [_preference(part) for part in accept_language.split(",")]
    for _, tag in sorted(wanted, key=lambda one: -one[0]):
        if tag in LANGUAGES:
            return tag
    return "en"


def _preference(part: str) -> tuple[float, str]:
    tag, _, weight = part.strip().partition(";q=")
    try:
        return float(weight or 1), tag.split("-")[0].lower()
    except ValueError:
        return 0.0, ""
