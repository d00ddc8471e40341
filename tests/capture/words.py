# SPDX-License-Identifier: Apache-2.0
"""The app's own words, so that a test presses the same button in every language."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

MESSAGES = Path("frontend/messages")


@lru_cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=True)
    for part in ("shared", "reporter"):
        bundle.add_resource(FluentResource((MESSAGES / language / f"{part}.ftl").read_text()), allow_overrides=True)
    return bundle


def word(language: str, key: str, **variables: str | int) -> str:
    """What stands on the screen for `key`; KeyError when the catalogue has no such word."""
    pattern = _bundle(language).get_message(key).value
    assert pattern is not None, key
    told, errors = _bundle(language).format_pattern(pattern, variables)
    assert not errors, errors
    return str(told)
