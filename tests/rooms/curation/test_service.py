# SPDX-License-Identifier: Apache-2.0
"""What the desk promises facilitators, and storytellers about them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.kit import audit, clock
from app.kit.db import reading
from app.publishing.editions import Outlet, Reason, Refused, Released
from tests.rooms.curation.conftest import SignIn
from tests.rooms.publishing.desk_work import OPEN, House

NOT_LET_IN = {**OPEN, "project_team": "refused"}
DETAILS = {
    "title": "A night",
    "summary": "",
    "themes": [],
    "tags": [],
    "content_warnings": [],
    "place": {},
    "place_precision": "area",
    "date_precision": "month",
}
CONCERN = {"urgency": "now", "note": "Somebody may look for her."}

WRITES: dict[str, tuple[str, str, dict[str, Any] | None]] = {
    "claim": ("POST", "/claim", None),
    "leave": ("POST", "/leave", None),
    "correct": ("PUT", "/transcript", {"base_revision": 0, "words": [{"text": "We"}]}),
    "redact": ("POST", "/redactions", {"from_word": "w0001", "to_word": "w0001", "reason": "name"}),
    "quote": ("POST", "/quotes", {"from_word": "w0001", "to_word": "w0001"}),
    "describe": ("PUT", "/details", DETAILS),
    "ask for a proof": ("POST", "/proof", None),
    "decide": ("POST", "/decision", {"decision": "decline", "note": "Not ours."}),
}
CHANGES = ["correct", "redact", "quote", "describe"]


def path(story_id: UUID, rest: str = "") -> str:
    return f"/api/desk/stories/{story_id}{rest}"


def look(client: TestClient, story_id: UUID) -> dict[str, Any]:
    told: dict[str, Any] = client.get(path(story_id)).json()
    return told


def send(client: TestClient, story_id: UUID, name: str, etag: str | None = None) -> Response:
    """One write, at the version of a fresh look unless told another."""
    method, rest, told = WRITES[name]
    return client.request(
        method, path(story_id, rest), json=told, headers={"If-Match": etag or look(client, story_id)["etag"]}
    )


def correct(client: TestClient, story_id: UUID, *words: tuple[str | None, str]) -> dict[str, Any]:
    """The text as a person left it; answers the screen afterwards."""
    shown = look(client, story_id)
    told = {
        "base_revision": shown["transcript"]["revision"],
        "words": [{"id": word_id, "text": text} for word_id, text in words],
    }
    sent = client.put(path(story_id, "/transcript"), json=told, headers={"If-Match": shown["etag"]})
    assert sent.status_code == 200, sent.text
    return look(client, story_id)


def raise_concern(client: TestClient, story_id: UUID) -> str:
    etag = look(client, story_id)["etag"]
    raised = client.post(path(story_id, "/concerns"), json=CONCERN, headers={"If-Match": etag})
    assert raised.status_code == 201, raised.text
    return str(raised.json()["concern_id"])


def acts(desk: House, story_id: UUID) -> list[str]:
    with reading(desk.project_id) as session:
        return [entry.action for entry in audit.entries_about(session, story_id)]


def test_a_colleague_who_holds_a_story_keeps_it_from_every_other_hand(
    desk: House, fay: TestClient, gus: TestClient
) -> None:
    story_id = desk.told()
    assert send(gus, story_id, "claim").status_code == 204
    assert look(fay, story_id)["claimed_by"]["name"] == "Gus"
    for name in WRITES:
        refused = send(fay, story_id, name)
        assert (refused.status_code, refused.json()["code"]) == (409, "claimed-by-other"), name


def test_a_concern_needs_nobodys_leave(desk: House, fay: TestClient, gus: TestClient) -> None:
    story_id = desk.told()
    send(gus, story_id, "claim")
    concern_id = raise_concern(fay, story_id)
    etag = look(fay, story_id)["etag"]
    closed = fay.delete(path(story_id, f"/concerns/{concern_id}"), headers={"If-Match": etag})
    assert closed.status_code == 204, "nor does the one who closes it"
    assert [one["status"] for one in look(fay, story_id)["concerns"]] == ["closed"]


def test_a_claim_nobody_renewed_lets_a_colleague_in(
    desk: House, sign_in: SignIn, gus: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id = desk.told()
    send(gus, story_id, "claim")
    later = clock.now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    fay = sign_in(desk.facilitator.person_id)
    assert look(fay, story_id)["claimed_by"] is None
    assert send(fay, story_id, "claim").status_code == 204
    assert look(fay, story_id)["claimed_by"]["person_id"] == str(desk.facilitator.person_id)


def test_who_has_not_seen_the_newest_version_may_not_write_over_it(desk: House, fay: TestClient) -> None:
    story_id = desk.told()
    old = look(fay, story_id)["etag"]
    assert send(fay, story_id, "describe").status_code == 204
    for name, (method, rest, told) in WRITES.items():
        stale = send(fay, story_id, name, old)
        assert (stale.status_code, stale.json()["code"]) == (412, "precondition-failed"), name
        blind = fay.request(method, path(story_id, rest), json=told)
        assert (blind.status_code, blind.json()["code"]) == (428, "precondition-required"), name


def test_a_corrected_word_is_still_said_when_it_was_said(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    shown = correct(
        fay, story_id, ("w0", "We"), ("w1", "left"), ("w2", "Lahore"), ("w3", "at"), (None, "mid"), ("w4", "night")
    )
    assert shown["transcript"]["revision"] == 1
    times = {word["text"]: (word["start_ms"], word["end_ms"]) for word in shown["transcript"]["words"]}
    assert times["Lahore"] == (800, 1150)
    assert times["night"] == (1600, 1950)
    assert times["mid"] == (1550, 1600), "a new word takes the time between its neighbours"


def test_what_a_correction_rewrites_stays_redacted(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    desk.redact(story_id, "w1", "w2")
    words = ("w0", "We"), ("w2", "Karachi, Sindh"), ("w3", "at"), ("w4", "night")
    [kept] = correct(fay, story_id, *words)["redactions"]
    assert (kept["from_word"], kept["to_word"]) == ("w2", "w2")
    assert (kept["start_ms"], kept["end_ms"]) == (400, 1150), "the sound of a deleted word is still removed"
    [kept] = correct(fay, story_id, ("w0", "We"), ("w3", "at"), ("w4", "night"))["redactions"]
    assert (kept["from_word"], kept["start_ms"], kept["end_ms"]) == (None, 400, 1150)


def test_a_concern_holds_a_released_story_back_at_once_and_lets_it_go_when_closed(desk: House, fay: TestClient) -> None:
    library = desk.partner("public")
    story_id = desk.released()
    assert isinstance(desk.ask(story_id, library), Released)
    concern_id = raise_concern(fay, story_id)
    for outlet in (Outlet.PARTNER, Outlet.EXPORT):
        held = desk.ask(story_id, library, outlet)
        assert isinstance(held, Refused)
        assert held.reason == Reason.ON_HOLD
    etag = look(fay, story_id)["etag"]
    fay.delete(path(story_id, f"/concerns/{concern_id}"), headers={"If-Match": etag})
    assert isinstance(desk.ask(story_id, library), Released)


def test_the_queue_shows_who_has_waited_longest_and_a_cursor_walks_it_without_gaps(
    desk: House, fay: TestClient, gus: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, told = clock.now(), []
    for minute in (0, 0, 0, 3, 3):  # some in the same moment
        at = began + timedelta(minutes=minute)
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        told.append(str(desk.told()))
    told = sorted(told[:3]) + sorted(told[3:])
    walked, cursor, pages = [], None, 0
    while pages == 0 or cursor:
        asked = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = fay.get("/api/desk/queue", params=asked).json()
        walked += [item["story_id"] for item in page["items"]]
        assert page["counts"]["in_review"] == 5
        cursor, pages = page["next_cursor"], pages + 1
        if cursor:
            stolen = gus.get("/api/desk/queue", params={"cursor": cursor})
            assert (stolen.status_code, stolen.json()["code"]) == (400, "cursor-invalid")
    assert (walked, pages) == (told, 3)


def test_the_queue_is_searched_by_title_language_status_and_whose_it_is(desk: House, fay: TestClient) -> None:
    bread, road = desk.told(title="Bread 100%"), desk.told(title="The road", language="ur")
    send(fay, road, "claim")

    def found(**asked: str | bool) -> list[str]:
        return [item["story_id"] for item in fay.get("/api/desk/queue", params=asked).json()["items"]]

    assert found(q="BREAD") == found(q="100%") == [str(bread)]
    assert found(q="%%") == []
    assert found(language="ur") == found(mine=True) == [str(road)]
    assert found(status="in_review") == [str(bread), str(road)]
    raise_concern(fay, bread)
    assert found(flag="concern") == [str(bread)]


def test_of_a_story_taken_back_the_desk_sees_only_that_it_was(desk: House, fay: TestClient) -> None:
    story_id = desk.told(title="The bakery")
    desk.redact(story_id, *list(desk.words(story_id).values())[:1])
    desk.withdraw(story_id)
    shown = look(fay, story_id)
    assert (shown["status"], shown["title"], shown["text"], shown["transcript"]) == ("withdrawn", "", None, None)
    assert (shown["participants"], shown["redactions"], shown["details"]) == ([], [], None)
    [item] = fay.get("/api/desk/queue").json()["items"]
    assert (item["status"], item["title"], item["excerpt"]) == ("withdrawn", "", "")
    for name in CHANGES:
        assert send(fay, story_id, name).json()["code"] == "story-not-open"


def test_whatever_the_desk_reads_or_hears_is_written_down(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    assert "read_story" not in acts(desk, story_id)
    look(fay, story_id)
    assert acts(desk, story_id).count("read_story") == 1
    send(fay, story_id, "ask for a proof")
    desk.render(story_id)
    sound = path(story_id, "/audio?rendition=release")
    assert fay.get(sound, headers={"Range": "bytes=1-"}).status_code == 206, "nor does a late start go unseen"
    assert acts(desk, story_id).count("heard_release") == 1
    fay.get(sound, headers={"Range": "bytes=500-600"})
    assert acts(desk, story_id).count("heard_release") == 1, "one listening is one entry, however it is fetched"
    fay.get(sound)
    assert acts(desk, story_id).count("heard_release") == 2
    with reading(desk.project_id) as session:
        told = [entry for entry in audit.entries_about(session, story_id) if entry.action.startswith(("read", "heard"))]
        assert {entry.actor for entry in told} == {str(desk.facilitator.person_id)}


def test_a_team_that_was_not_let_in_sees_that_there_is_a_story_and_nothing_of_it(desk: House, fay: TestClient) -> None:
    story_id = desk.told(title="The bakery", choices=NOT_LET_IN)
    shown = look(fay, story_id)
    assert (shown["title"], shown["text"], shown["transcript"], shown["participants"]) == ("", None, None, [])
    assert "read_story" not in acts(desk, story_id)
    [item] = fay.get("/api/desk/queue").json()["items"]
    assert (item["story_id"], item["title"], item["excerpt"]) == (str(story_id), "", "")
    assert fay.get("/api/desk/queue", params={"q": "bakery"}).json()["items"] == []
    for name in (*CHANGES, "ask for a proof"):
        refused = send(fay, story_id, name)
        assert (refused.status_code, refused.json()["code"]) == (403, "team-may-not-read"), name
    assert send(fay, story_id, "decide").status_code == 200, "it may be declined unread"


def test_a_team_that_was_not_let_in_hears_nothing(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken(choices=NOT_LET_IN)
    for door in ("/audio", "/audio?rendition=release", "/peaks"):
        refused = fay.get(path(story_id, door))
        assert (refused.status_code, refused.json()["code"]) == (403, "team-may-not-read"), door
