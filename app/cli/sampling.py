# SPDX-License-Identifier: Apache-2.0
"""The trial's sample stories: sent, listened to, curated and released through the same doors that people use."""

import base64
import hashlib
import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

import structlog

from app.kit import clock
from app.kit.ids import new_id
from app.kit.shapes import told_instant

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LISTENS_WITHIN_S = 600
SAMPLES = resources.files("app.cli") / "samples"
log = structlog.get_logger()
Story = dict[str, Any]


class Visitor:
    """Somebody at our own doors, with what they carry in their headers."""

    def __init__(self, origin: str, **headers: str) -> None:
        self.origin = origin
        self.headers = {"Origin": origin, **headers}
        self.etag = ""

    def ask(self, method: str, path: str, told: object = None, **headers: str) -> Any:  # noqa: ANN401 - JSON
        body = told if isinstance(told, bytes) or told is None else json.dumps(told).encode()
        sent = {"Content-Type": "application/json"} if body is not None else {}
        sent |= self.headers | {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.origin + path, data=body, method=method, headers=sent)  # noqa: S310 - ours
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            if answer.headers.get("Set-Cookie"):
                self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]
            self.etag = answer.headers.get("ETag", self.etag)
            content = answer.read()
        return json.loads(content) if content else None


def bring_in(doors: Mapping[str, Any]) -> None:
    """Tell every sample story and take it to where it rests; what fails is said and left."""
    phone = Visitor(doors["origin"])
    joined = phone.ask("POST", "/api/join", {"invite": doors["invite"]})
    phone.headers["Authorization"] = f"Bearer {joined['device_token']}"
    desk = Visitor(doors["origin"])
    desk.ask("POST", "/api/desk/session/link", {"token": doors["sign_in"]})
    for story in json.loads((SAMPLES / "stories.json").read_text(encoding="utf-8")):
        try:
            _tell(phone, joined["project"], story)
            RESTS[story["rests"]](desk, story)
        except (urllib.error.URLError, TimeoutError) as fault:
            log.warning("sample_left", error=str(fault), story=story["name"])


def _tell(phone: Visitor, project: Mapping[str, Any], story: Story) -> None:
    sound = _sound(story)
    story["story_id"] = str(new_id())
    story["code"] = "".join(secrets.choice(CROCKFORD) for _ in range(16))
    recording_id, sha256 = str(new_id()), hashlib.sha256(sound).hexdigest()
    recordings = [{"recording_id": recording_id, "bytes": len(sound), "sha256": sha256, "media_type": "audio/webm"}]
    phone.ask("PUT", f"/api/stories/{story['story_id']}", _declared(project, story, recordings if sound else []))
    if not sound or story["rests"] == "awaiting_recording":
        return
    told = {"recording_id": recording_id, "filetype": "audio/webm", "sha256": sha256}
    metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
    tus = {"Tus-Resumable": "1.0.0"}
    phone.ask("POST", "/api/uploads", **tus, Upload_Length=str(len(sound)), Upload_Metadata=metadata)
    octets = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    phone.ask("PATCH", f"/api/uploads/{recording_id}", sound, **tus, **octets)


def _sound(story: Story) -> bytes:
    if story["medium"] == "text":
        return b""
    path = SAMPLES / f"{story['name']}.webm"
    return path.read_bytes() if path.is_file() else b"\x1a\x45\xdf\xa3" + bytes(60_000)


def _declared(project: Mapping[str, Any], story: Story, recordings: list[dict[str, Any]]) -> dict[str, Any]:
    form, at = project["consent_form"], told_instant(clock.now())
    purposes = form["purposes"]
    consent = {
        "form_id": form["form_id"],
        "form_version": form["version"],
        "language": "en",
        "method": "tick",
        "choices": {purpose["key"]: "given" for purpose in purposes},
        "facets": {purpose["key"]: {"form": "voice"} for purpose in purposes if "form" in purpose["facets"]},
        "given_at": at,
    }
    teller = {
        "participant_id": str(new_id()),
        "role": "storyteller",
        "consent": consent,
        "receipt": {"selector": story["code"][:6], "verifier": story["code"][6:]},
    }
    return {
        "kind": story["kind"],
        "medium": story["medium"],
        "language": "en",
        "title": story["title"],
        **({"text": story["text"]} if "text" in story else {}),
        "recorded_at": at,
        "recordings": recordings,
        "participants": [teller],
        "wants_sign_off": story["rests"] == "awaiting_sign_off",
    }


def _reaches(desk: Visitor, story: Story, ready: Callable[[Story], bool]) -> Story:
    until = time.monotonic() + LISTENS_WITHIN_S
    while time.monotonic() < until:
        seen: Story = desk.ask("GET", f"/api/desk/stories/{story['story_id']}")
        if ready(seen):
            return seen
        time.sleep(1)
    raise TimeoutError(story["name"])


def _is_open(seen: Story) -> bool:
    return bool(seen["status"] == "in_review" and seen["transcript"])


def _proof_is_ready(seen: Story) -> bool:
    return bool(seen["proof"] and seen["proof"]["state"] == "ready")


def _write(desk: Visitor, story: Story, method: str, path: str, told: object = None) -> None:
    place = f"/api/desk/stories/{story['story_id']}"
    desk.ask("GET", place)
    desk.ask(method, f"{place}/{path}", told if told is not None else {}, If_Match=desk.etag)


def _places(seen: Story, text: str) -> list[str]:
    """Every word that reads so; the first of all where the machine heard something else."""
    words, plain = seen["transcript"]["words"], text.casefold()
    return [word["id"] for word in words if word["text"].strip(".,").casefold() == plain] or [words[0]["id"]]


def _curate(desk: Visitor, story: Story) -> None:
    seen = _reaches(desk, story, _is_open)
    _write(desk, story, "POST", "claim")
    if "redact" in story:
        word = _places(seen, story["redact"])[0]
        _write(desk, story, "POST", "redactions", {"from_word": word, "to_word": word, "reason": "a person's name"})
    if "quote" in story:
        first, last = (_places(seen, text)[-1] for text in story["quote"])
        _write(desk, story, "POST", "quotes", {"from_word": first, "to_word": last})
    details = {
        "title": story["title"],
        "summary": "",
        "themes": story.get("themes", []),
        "tags": [],
        "content_warnings": [],
        "place": {},
        "place_precision": "area",
        "date_precision": "month",
    }
    _write(desk, story, "PUT", "details", details)
    _write(desk, story, "POST", "proof")
    proof = _reaches(desk, story, _proof_is_ready)["proof"]
    for stretch in proof["to_hear"]:
        span = {"from_ms": stretch["start_ms"], "to_ms": stretch["end_ms"]}
        _write(desk, story, "POST", "heard", {"proof_sha256": proof["sha256"], **span})


def _approve(desk: Visitor, story: Story) -> None:
    _curate(desk, story)
    _write(desk, story, "POST", "decision", {"decision": "approve"})
    _write(desk, story, "POST", "leave")


def _ask(desk: Visitor, story: Story) -> None:
    _curate(desk, story)
    _write(desk, story, "POST", "decision", {"decision": "ask_sign_off"})
    _write(desk, story, "POST", "leave")


def _decline(desk: Visitor, story: Story) -> None:
    _reaches(desk, story, _is_open)
    _write(desk, story, "POST", "claim")
    _write(
        desk, story, "POST", "decision", {"decision": "decline", "note": "As you asked: it was heard, and stays here."}
    )
    _write(desk, story, "POST", "leave")


def _withdraw(desk: Visitor, story: Story) -> None:
    _reaches(desk, story, _is_open)
    teller = Visitor(desk.origin)
    opened = teller.ask("POST", "/api/receipts/open", {"code": story["code"]})
    teller.headers["Authorization"] = f"Bearer {opened['session']}"
    teller.ask("POST", "/api/receipts/withdraw", {})


def _leave(_desk: Visitor, _story: Story) -> None:
    """It rests where it is."""


RESTS: Mapping[str, Callable[[Visitor, Story], None]] = {
    "approved": _approve,
    "awaiting_sign_off": _ask,
    "declined": _decline,
    "withdrawn": _withdraw,
    "in_review": _leave,
    "awaiting_recording": _leave,
}
