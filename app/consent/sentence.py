# SPDX-License-Identifier: Apache-2.0
"""Consent in one plain English sentence, for scripts; the desk says the same facts in its reader's language."""

from collections.abc import Iterable, Mapping
from typing import Final

from app.consent.allowed import SHARE, Allowed, Shut, Way

_SHUT: Final[Mapping[Shut, str]] = {
    Shut.NO_CONSENT: "No consent is on record: nothing may leave.",
    Shut.TAKEN_BACK: "Taken back: nothing may leave.",
    Shut.GUARDIAN_MISSING: "A guardian's yes is missing: nothing may leave.",
    Shut.FORM_ENDED: "The consent form is no longer good: nothing may leave.",
}
_CALLED: Final[Mapping[str, str]] = {
    "research": "research",
    "public_words": "the public, in words",
    "public_voice": "the public, with the voice",
    "quote_only": "reports and articles, as short quotes",
}
_FORMS: Final[Mapping[str, str]] = {"words": "words only", "voice": "words and voice"}
_NAMED: Final[Mapping[str, str]] = {"none": "no name", "pseudonym": "another name", "real": "the real name"}


def say(allowed: Allowed) -> str:
    if allowed.shut is not None:
        return _SHUT[allowed.shut]
    told = "; ".join(f"{_name(way.purpose)} ({_how(way)})" for way in allowed.to)
    refused = "; ".join(map(_name, allowed.not_to))
    parts = [
        "" if allowed.to_team else "The team may not open it.",
        f"May go to {told}." if told else "Nothing may leave the project.",
        f"Not to {refused}." if told and refused else "",
        _when(allowed),
        "May be asked again." if allowed.may_ask_again else "",
    ]
    return _joined(parts, " ")


def _name(key: str) -> str:
    return _CALLED.get(key) or key.removeprefix(SHARE)


def _how(way: Way) -> str:
    until = f"until {way.until:%-d %B %Y}" if way.until else ""
    return _joined([_FORMS[way.form] if way.form else "", _NAMED[way.name], until], ", ")


def _when(allowed: Allowed) -> str:
    if allowed.is_hidden:
        return "Hidden for now."
    return f"Not before {allowed.not_before:%-d %B %Y}." if allowed.not_before else ""


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)
