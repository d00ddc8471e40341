# SPDX-License-Identifier: Apache-2.0
"""What the bundle says of itself, in the language that its person was asked in."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from app.register.rules import Withheld

CATALOGUE: Final = "bundle.ftl"
APP: Final = Path(__file__).parent.parent
PLACES: Final = (APP.parent / "frontend" / "messages", APP / "messages")
"""In a checkout, and in an installed package."""
ENGLISH: Final = "en"


def read_me(language: str, why: Withheld | None, *, has_sound: bool, has_gist: bool = False) -> str:
    """A page of plain sentences: what is in here, what is not and why, and how to go on."""
    keys = ["title", "intro", "consent", "receipts", "recipients", "acts"]
    keys += ["words"] if why is None else [f"withheld-{why}"]
    keys += ["gist"] if has_gist else []
    keys += [] if why is not None else ["sound" if has_sound else "no-sound"]
    spoken = _spoken(language)
    return "\n\n".join(_say(spoken, f"bundle-{key}") for key in [*keys, "rights"]) + "\n"


def _spoken(language: str) -> str:
    """The language itself, or its parent; English where we do not speak it."""
    wanted = (language, language.partition("-")[0])
    return next((one for one in wanted if one.isascii() and one.replace("-", "").isalnum() and _path(one)), ENGLISH)


def _path(language: str) -> Path | None:
    found = (place / language / CATALOGUE for place in PLACES)
    return next((path for path in found if path.is_file()), None)


@lru_cache(maxsize=8)
def _catalogue(language: str) -> FluentBundle:
    path = _path(language)
    assert path is not None
    bundle = FluentBundle([language])
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def _say(language: str, key: str) -> str:
    message = _catalogue(language).get_message(key).value
    assert message is not None
    said, _problems = _catalogue(language).format_pattern(message)
    return str(said)
