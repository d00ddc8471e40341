# SPDX-License-Identifier: Apache-2.0
"""The storyteller's page as HTML: looks in `pages/`, sentences in the catalogue, thought here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NamedTuple

import rfc8785
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.consent.documents import ASKED_BY
from app.consent.rules import ParticipantTerms, gives
from app.kit.keys import new_token
from app.publishing.editions import MASK
from app.receipts import choices, queries, widening, words
from app.receipts.schemas import OwnStory, Recipient, Shown
from app.stories.lifecycle import StoryStatus

PAGES: Final = Path(__file__).parent / "pages"
LENGTHS: Final[Mapping[str, timedelta | None]] = {
    "always": None,
    "month": timedelta(days=30),
    "half": timedelta(days=182),
    "year": timedelta(days=365),
}
ICONS: Final = {
    "check": "M4 13l5 5L20 6",
    "close": "M6 6l12 12M18 6L6 18",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3",
    "eye": "M2 12s4-6 10-6 10 6 10 6-4 6-10 6S2 12 2 12zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
    "lock": "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
    "share": "M4 12h14M13 6l6 6-6 6",
    "undo": "M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3",
}


class Piece(NamedTuple):
    """A stretch of text, or the mask of what was removed."""

    text: str
    is_mask: bool


class Look(NamedTuple):
    tone: str
    icon: str


LOOKS: Final[Mapping[str, Look]] = {
    "awaiting_recording": Look("plain", ICONS["clock"]),
    "received": Look("safe", ICONS["check"]),
    "transcribing": Look("plain", ICONS["clock"]),
    "in_review": Look("plain", ICONS["eye"]),
    "awaiting_sign_off": Look("wait", ICONS["clock"]),
    "approved": Look("safe", ICONS["check"]),
    "shared": Look("safe", ICONS["share"]),
    "declined": Look("plain", ICONS["close"]),
    "withdrawn": Look("wait", ICONS["undo"]),
    "hidden": Look("wait", ICONS["lock"]),
}


@dataclass(frozen=True)
class Reader:
    """Who reads the page, when, in which language; once opened, the receipt session that their forms carry."""

    language: str
    at: datetime
    session: str = ""


def split_at_masks(text: str) -> list[Piece]:
    """The text with each ink block on its own."""
    pieces: list[Piece] = []
    for number, part in enumerate(text.split(MASK)):
        if number:
            pieces.append(Piece(MASK, is_mask=True))
        if part:
            pieces.append(Piece(part, is_mask=False))
    return pieces


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["split_at_masks"] = split_at_masks
    return made


ENVIRONMENT: Final = _environment()


def render(reader: Reader, name: str, told: Mapping[str, object], *, status: int = 200) -> Response:
    """One page; `problem` and `done` are keys of the catalogue."""
    language = reader.language

    def t(key: str, **arguments: object) -> str:
        return words.say(language, key, **arguments)

    every: dict[str, object] = {
        "t": t,
        "lang": language,
        "direction": "rtl" if language in words.RIGHT_TO_LEFT else "ltr",
        "languages": words.LANGUAGES,
        "session": reader.session,
        "problem": None,
        "done": None,
        "icons": ICONS,
    }
    html = ENVIRONMENT.get_template(name).render({**every, **told})
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store", "Vary": "Accept-Language"})


def box(reader: Reader, problem: str | None = None, *, status: int = 200, done: str | None = None) -> Response:
    """The one box that takes a code."""
    return render(replace(reader, session=""), "open.html", {"problem": problem, "done": done}, status=status)


def frame(reader: Reader, shown: Shown, mine: ParticipantTerms) -> dict[str, object]:
    """What every page about an opened story knows."""
    is_gone = shown.story.status == StoryStatus.WITHDRAWN or shown.consent.withdrawn
    until = shown.story.undo_until
    return {
        "shown": shown,
        "is_gone": is_gone,
        "may_undo": shown.consent.withdrawn and (until is None or reader.at < until),
        "names": list(dict.fromkeys(one.name for one in shown.recipients if one.until is None)),
        "purposes": [choices.told_of(reader.language, key, mine) for key in queries.purposes(mine)],
        "may_contact": gives(mine, "recontact"),
        "key": new_token()[:32],
    }


def story(
    reader: Reader,
    shown: Shown,
    mine: ParticipantTerms,
    *,
    problem: str | None = None,
    done: str | None = None,
    status: int = 200,
) -> Response:
    """Where the story stands and what can be done about it."""
    until = shown.consent.embargo_until
    told = {
        "problem": problem,
        "done": done,
        "standing": _standing(shown),
        "stopped": _stopped(shown),
        "history": [
            {"what": one.what, "name": one.name, "day": words.day(one.at), "instant": one.at.isoformat()}
            for one in shown.history
        ],
        "recipients": [_recipient(one) for one in shown.recipients],
        "not_before": words.day(until) if until and reader.at < until else None,
    }
    return render(reader, "story.html", {**frame(reader, shown, mine), **told}, status=status)


def narrow(
    reader: Reader, shown: Shown, mine: ParticipantTerms, problem: str | None = None, *, status: int = 200
) -> Response:
    told = {"problem": problem, "steps": choices.less(reader.language, mine, reader.at)}
    return render(reader, "narrow.html", {**frame(reader, shown, mine), **told}, status=status)


def widen(
    reader: Reader,
    shown: Shown,
    mine: ParticipantTerms,
    door: widening.Door,
    problem: str | None = None,
    *,
    status: int = 200,
) -> Response:
    """What is needed to allow more; where that is there, the questions once more."""
    steps = choices.more(reader.language, mine, door.questions, reader.at) if door.is_open else []
    told = {"problem": problem, "needs": door.needs, "steps": steps}
    return render(reader, "widen.html", {**frame(reader, shown, mine), **told}, status=status)


def hide(
    reader: Reader, shown: Shown, mine: ParticipantTerms, problem: str | None = None, *, status: int = 200
) -> Response:
    """For how long: no choice is shorter than what holds."""
    holds = mine.embargo_until
    until = holds if holds is not None and holds > reader.at else None
    lasts = [name for name, length in LENGTHS.items() if not (until and length and reader.at + length <= until)]
    earliest = max(reader.at, until or reader.at) + timedelta(days=1)
    told = {
        "problem": problem,
        "lengths": lasts,
        "not_before": words.day(until) if until else None,
        "earliest": earliest.date().isoformat(),
    }
    return render(reader, "hide.html", {**frame(reader, shown, mine), **told}, status=status)


def withdraw(reader: Reader, shown: Shown, mine: ParticipantTerms) -> Response:
    return render(reader, "withdraw.html", frame(reader, shown, mine))


def look(reader: Reader, shown: Shown, mine: ParticipantTerms, told: OwnStory) -> Response:
    """What you said beside what we would share; the answer, where one is waited for."""
    said = told.said.text.split("\n\n")
    shared = [one.text for one in told.shared.segments] if told.shared else []
    pairs = [{"said": one or "", "shared": other or ""} for one, other in zip_longest(said, shared)]
    if told.shared and len(said) != len(shared):
        pairs = [{"said": told.said.text, "shared": told.shared.text}]
    asks = shown.sign_off.proof_sha256 if shown.sign_off else None
    return render(reader, "look.html", {**frame(reader, shown, mine), "told": told, "pairs": pairs, "asks": asks})


def document(reader: Reader, signed: Mapping[str, Any], shown: Shown, mine: ParticipantTerms) -> Response:
    """The consent receipt to print, with the fingerprint of the key that signed it."""
    jwk = signed["signature"]["jwk"]
    mark = hashlib.sha256(rfc8785.dumps(jwk)).hexdigest()
    fingerprint = " ".join(mark[start : start + 4] for start in range(0, len(mark), 4))
    made_on = words.day(datetime.fromisoformat(str(signed["dct:created"])))
    asked = {one["dpv:hasPurpose"]: _asked(one["dpv:hasConsentStatus"]) for one in signed["dpv:hasRecordOfActivity"]}
    every = [
        {**choices.told_of(reader.language, key, mine, every=True), "asked": asked.get(key)}
        for key in queries.purposes(mine)
    ]
    told = {"document": signed, "fingerprint": fingerprint, "made_on": made_on, "purposes": every}
    return render(reader, "document.html", {**frame(reader, shown, mine), **told})


def _asked(status: Mapping[str, Any]) -> dict[str, object] | None:
    """Who asked the desk for that answer, and when; None where it was given with the code or on the phone."""
    by = status["dpv:isIndicatedBy"]
    who = next((who for who, told in ASKED_BY.items() if told == by), None)
    if "dpv:hasIndicationMethod" not in status or who is None:
        return None
    on = datetime.fromisoformat(str(status["dpv:isIndicatedAtTime"]))
    return {"key": f"receipt-document-asked-{who.replace('_', '-')}", "day": words.day(on)}


def _standing(shown: Shown) -> dict[str, str]:
    name = shown.story.status
    if name == StoryStatus.APPROVED and any(one.until is None for one in shown.recipients):
        name = "shared"
    if shown.consent.hidden:
        name = "hidden"
    if shown.story.status == StoryStatus.WITHDRAWN or shown.consent.withdrawn:
        name = "withdrawn"
    return {"key": f"receipt-status-{name}", **LOOKS[name]._asdict()}


def _stopped(shown: Shown) -> dict[str, object] | None:
    """After everything was taken back: when, whom we told, who has confirmed, until when it can come back."""
    ends = [one.at for one in shown.history if one.what == "withdrawn"]
    if shown.story.status != StoryStatus.WITHDRAWN or not ends:
        return None
    until = shown.story.undo_until
    return {
        "time": f"{ends[-1]:%H:%M} UTC",
        "told": len(shown.recipients),
        "confirmed": sum(1 for one in shown.recipients if one.acknowledged_at is not None),
        "undo_until": words.day(until) if until else None,
    }


def _recipient(one: Recipient) -> dict[str, object]:
    if one.until is not None:
        standing = "receipt-who-told-confirmed" if one.acknowledged_at else "receipt-who-told-waiting"
    else:
        standing = "receipt-who-read" if one.read_at else "receipt-who-not-read"
    return {
        "name": one.name,
        "form": one.form,
        "since": words.day(one.since),
        "until": words.day(one.until) if one.until else None,
        "standing": standing,
    }
