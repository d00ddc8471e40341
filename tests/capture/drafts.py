# SPDX-License-Identifier: Apache-2.0
"""Stories put straight on a phone, in the app's own shapes, with what their tellers hold in their hands."""

import base64
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from playwright.sync_api import Page

from app.kit.ids import new_id
from tests.makers.stories import make_code
from tests.rooms.media.sounds import RATE, live_webm, tone

CHUNK_BYTES = 4_000
TOLD_AT = "2026-11-22T10:00:00.000Z"
NEITHER = {"choice": "neither"}
SEEDED = """async ([story, codes, parts]) => {
  for (const [part, pieces] of parts) {
    await phone.putChunks(part.part_id, 0, pieces, 1000);
    await phone.put('parts', part);
  }
  for (const code of codes) await phone.put('codes', code);
  await phone.put('stories', story);
}"""


_pitches = itertools.count(200)


def short_sound(ms: int = 1500) -> bytes:
    """Never the same twice: a sound that was taken back is not taken again."""
    return live_webm(tone(next(_pitches), ms))


def long_sound(seconds: int) -> bytes:
    """Noise does not pack: more bytes than speech of that length."""
    noise = np.random.default_rng(next(_pitches)).normal(0, 0.2, RATE * seconds)
    return live_webm(noise.astype(np.float32))


@dataclass(frozen=True)
class Seeded:
    story_id: str
    part_ids: tuple[str, ...]
    code: str
    sounds: tuple[bytes, ...]


@dataclass(frozen=True)
class Draft:
    """The rows of one story in the phone's shelves."""

    seeded: Seeded
    story: dict[str, Any]
    code: dict[str, Any]
    parts: list[tuple[dict[str, Any], list[str]]]


FORM = """async () => {
  const opened = await new Promise((done) => {
    const asked = indexedDB.open('notes');
    asked.onsuccess = () => done(asked.result);
  });
  const { project } = await new Promise((done) => {
    const asked = opened.transaction('settings').objectStore('settings').get('membership');
    asked.onsuccess = () => done(asked.result);
  });
  opened.close();
  return project.consent_form;
}"""


def consent_on(form: dict[str, Any], *, yes_to: Sequence[str] = ()) -> dict[str, Any]:
    """A yes to what is needed and to `yes_to`."""
    return {
        "form_id": form["form_id"],
        "form_version": form["version"],
        "language": "en",
        "method": "tick",
        "capacity_basis": "adult",
        "choices": {
            purpose["key"]: "given" if purpose["required"] or purpose["key"] in yes_to else "refused"
            for purpose in form["purposes"]
        },
        "facets": {},
        "given_at": TOLD_AT,
    }


def draw_up(consent: dict[str, Any], *sounds: bytes, **details: Any) -> Draft:
    """A story that has been handed over and waits, unless `details` say otherwise; without a sound it is written."""
    story_id, participant_id, code = str(new_id()), str(new_id()), make_code()
    part_ids = tuple(str(new_id()) for _ in sounds)
    story = {
        "story_id": story_id,
        "kind": "monologue",
        "medium": "audio" if sounds else "text",
        "language": "en",
        "title": "",
        "text": "" if sounds else f"The bus never came. {story_id}",
        "recorded_at": TOLD_AT,
        "participants": [
            {"participant_id": participant_id, "role": "storyteller", "display_name": "", "consent": consent}
        ],
        "wants_sign_off": False,
        "draft": {"state": "waiting", "why": "network"},
        "rescued": False,
        **details,
    }
    held = {"participant_id": participant_id, "story_id": story_id, "code": code, "lock": NEITHER, "kept": True}
    parts = [
        (_part(story_id, part_id, place, sound), _pieces(sound))
        for place, (part_id, sound) in enumerate(zip(part_ids, sounds, strict=True))
    ]
    return Draft(Seeded(story_id, part_ids, code, sounds), story, held, parts)


def seed(page: Page, *sounds: bytes, yes_to: Sequence[str] = (), **details: Any) -> Seeded:
    """A story of that kind on this phone."""
    drawn = draw_up(consent_on(page.evaluate(FORM), yes_to=yes_to), *sounds, **details)
    page.evaluate(SEEDED, [drawn.story, [drawn.code], [list(part) for part in drawn.parts]])
    return drawn.seeded


def _part(story_id: str, part_id: str, place: int, sound: bytes) -> dict[str, Any]:
    return {
        "part_id": part_id,
        "story_id": story_id,
        "media_type": "audio/webm;codecs=opus",
        "source": "microphone",
        "place": place,
        "began_at": TOLD_AT,
        "gap_before_ms": 0,
        "duration_ms": 1500,
        "heights": [0.4, 0.7],
        "closed": {"bytes": len(sound), "sha256": hashlib.sha256(sound).hexdigest()},
    }


def _pieces(sound: bytes) -> list[str]:
    return [base64.b64encode(sound[at : at + CHUNK_BYTES]).decode() for at in range(0, len(sound), CHUNK_BYTES)]
