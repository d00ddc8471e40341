# SPDX-License-Identifier: Apache-2.0
"""The list of bad inputs as a phone, or somebody who is none, can send them: over a socket, to the server as it is
served. Each is refused in its own words, says nothing of what was sent, and changes nothing."""

import json
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.cli.caretaker import found_project
from app.consent.codes import CROCKFORD, word_lists
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import writing
from app.projects import service as projects
from app.stories import service as stories
from app.uploads.models import Upload
from tests.makers.stories import make_code
from tests.trust import callers
from tests.trust.bad_uploads import BY_HAND, MIB, ROWS, assert_refused, creates, names, opens, says, sends
from tests.trust.callers import JSON, Caller
from tests.trust.phones import OCTETS, TUS, Heard, Ledger
from tests.trust.processes import House

MAY_GROW_MIB = 48
SOON = """
from app.kit import bodies, wire
bodies.STALL_SECONDS, wire.HEAD_SECONDS = 0.5, 1.0
"""
FEW = """
from app.uploads import quotas
quotas.MIB_OF_{whose} = 2
"""
COUNTS_NOTHING = """
from app.uploads import quotas
quotas.tally = lambda *_, **__: 0
"""
NO_HEAD_WATCH = SOON + "wire.HEAD_SECONDS = 600.0"
NO_BODY_WATCH = SOON + "bodies.LEAST_BYTES = 0"
UVICORN_ANSWERS = SOON + "wire.Wire.send_400_response = wire.H11Protocol.send_400_response"
HANGS_UP_AT_ONCE = SOON + "wire.Wire._hang_up = lambda self: self.transport.close()"
LETS_LONG_HEADS_IN = SOON + "from app.kit import guards; guards.LARGEST_HEADERS = 10**9"
FULL = """
from app.kit.blobs import Blobs
Blobs.free_bytes = lambda _store: 0
"""
NAMES = ["../../x", "a\0.mp3", "x" * 4000, "\u202egnp.exe", "CON", 'a"\r\nSet-Cookie: a=b\r\n\r\n<script>']


@pytest.fixture
def caller(grounds: House, ledger: Ledger, invite: str) -> Callable[..., Caller]:
    """Somebody at the door of a house from which `patch` took a guard, or in which time runs faster."""

    def come(patch: str = SOON) -> Caller:
        grounds.web(patch=patch)
        return Caller(grounds.port, ledger, invite)

    return come


def test_every_bad_upload_is_refused_in_its_own_words_and_changes_nothing(
    caller: Callable[..., Caller], grounds: House, subtests: pytest.Subtests
) -> None:
    sender = caller()
    (web,) = grounds.processes
    before = web.rss_mib()
    for name, row in ROWS.items():
        with subtests.test(name):
            assert_refused(row.ask(sender), row.status, row.slug)
            assert sender.look(sender.recording_id) == 0
    assert web.rss_mib() < before + MAY_GROW_MIB
    sender.append(sender.recording_id, 0, sender.sound)
    assert sender.is_kept(sender.story)


@pytest.mark.parametrize(
    ("guard_off", "row"),
    [
        (NO_HEAD_WATCH, "B17 hardly a byte of a head"),
        (NO_BODY_WATCH, "B17 hardly a byte of JSON"),
        (UVICORN_ANSWERS, "B19 no HTTP at all"),
        (UVICORN_ANSWERS, "B19 chunks that are none"),
        (UVICORN_ANSWERS, "B72 a key of ten megabytes"),
        (HANGS_UP_AT_ONCE, "B72 a key of ten megabytes"),
        (LETS_LONG_HEADS_IN, "B72 a thousand keys"),
    ],
    ids=["head watch", "body watch", "no HTTP", "no chunks", "key", "key, at once", "keys"],
)
def test_a_server_without_that_guard_is_caught(
    caller: Callable[..., Caller], monkeypatch: pytest.MonkeyPatch, guard_off: str, row: str
) -> None:
    monkeypatch.setattr(callers, "LISTENS_FOR_S", 3)
    sender = caller(guard_off)
    with pytest.raises(AssertionError):
        assert_refused(ROWS[row].ask(sender), ROWS[row].status, ROWS[row].slug)


def test_b4_the_answer_names_the_place_where_it_goes_on(caller: Callable[..., Caller]) -> None:
    sender = caller()
    sender.append(sender.recording_id, 0, sender.sound[:10_000])
    assert sends(0)(sender).offset() == 10_000
    assert creates(60_000)(sender).offset() == 10_000


def test_b5_of_two_who_send_at_once_one_wins_and_the_bytes_are_right(caller: Callable[..., Caller]) -> None:
    sender = caller()
    with ThreadPoolExecutor(2) as hands:
        both = list(hands.map(lambda _: sends(0, sender.sound)(sender), range(2)))
    assert sorted(heard.status for heard in both) == [204, 409]
    assert_refused(max(both, key=lambda heard: heard.status), 409, "upload-offset-conflict")
    assert sender.is_kept(sender.story)


def test_b6_b8_b16_what_arrived_stays_and_what_was_something_else_begins_again(caller: Callable[..., Caller]) -> None:
    sender = caller()
    other = b"OggS" + bytes(len(sender.sound) - 4)
    assert_refused(sends(0, other)(sender), 422, "upload-checksum-mismatch")
    assert sender.look(sender.recording_id) == 0
    assert sends(0, sender.sound)(sender).status == 204
    assert_refused(sends(len(sender.sound), b"")(sender), 409, "upload-finished")
    told = json.dumps(sender.story.declaration).encode()
    again = sender.ask("PUT", f"/api/stories/{sender.story.story_id}", told, JSON)
    assert (again.status, json.loads(again.body)["recordings"][0]["state"]) == (200, "kept")
    changed = json.dumps({**sender.story.declaration, "title": "Another"}).encode()
    assert_refused(
        sender.ask("PUT", f"/api/stories/{sender.story.story_id}", changed, JSON), 409, "idempotency-mismatch"
    )


def test_b12_another_projects_upload_is_nowhere(caller: Callable[..., Caller], grounds: House, ledger: Ledger) -> None:
    sender = caller()
    neighbours = found_project("Hillside", ["en"], organisation="", contact="", country="GB")
    with writing(neighbours) as session:
        invite = projects.create_invite(session, neighbours, expires_in=None, at=clock.now())[1]
    stranger = Caller(grounds.port, ledger, invite)
    stranger.recording_id = sender.recording_id
    for ask in (sends(0), creates(60_000), names(sender.place)):
        assert_refused(ask(stranger), 404, "not-found")
    story = sender.story.story_id
    assert_refused(stranger.ask("GET", f"/api/stories/{story}", None, {}), 404, "not-found")
    assert sender.look(sender.recording_id) == 0


def test_b13_a_phone_that_comes_back_after_seven_days_begins_again(
    caller: Callable[..., Caller], grounds: House
) -> None:
    sender = caller()
    sender.append(sender.recording_id, 0, sender.sound[:10_000])
    with writing(grounds.project_id) as session:
        session.get_one(Upload, sender.recording_id).expires_at = clock.now() - timedelta(seconds=1)
    assert_refused(sends(10_000)(sender), 410, "upload-expired")
    assert creates(60_000)(sender).offset() == 0
    assert sends(0, sender.sound)(sender).status == 204
    assert sender.is_kept(sender.story)


def test_b14_what_was_taken_back_is_taken_no_more(caller: Callable[..., Caller], grounds: House) -> None:
    sender = caller()
    sender.append(sender.recording_id, 0, sender.sound[:10_000])
    holder = sender.opened_by(sender.code)
    assert sender.ask("POST", "/api/receipts/withdraw", b"{}", holder).status == 200
    for ask in (sends(10_000), creates(60_000)):
        assert_refused(ask(sender), 410, "upload-of-erased-story")
    with writing(grounds.project_id) as session:
        stories.erase(session, sender.story.story_id, clock.now())
    for ask in (sends(10_000), creates(60_000)):
        assert_refused(ask(sender), 410, "upload-of-erased-story")
    told = json.dumps(sender.story.declaration).encode()
    assert_refused(sender.ask("PUT", f"/api/stories/{sender.story.story_id}", told, JSON), 410, "story-erased")


def test_b17_of_a_body_that_hardly_moves_what_came_is_kept_and_nothing_is_locked(caller: Callable[..., Caller]) -> None:
    sender = caller()
    slow = says("PATCH", "{place}", f"{BY_HAND}Content-Length: 60000\r\n", sender.sound[:5_001])
    assert_refused(slow(sender), 408, "timeout")
    assert sender.look(sender.recording_id) == 5_001
    assert sends(5_001, sender.sound[5_001:])(sender).status == 204
    assert sender.is_kept(sender.story)


def test_a_server_that_waits_for_ever_for_the_rest_of_a_sound_is_caught(
    caller: Callable[..., Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "LISTENS_FOR_S", 3)
    sender = caller(NO_BODY_WATCH)
    slow = says("PATCH", "{place}", f"{BY_HAND}Content-Length: 60000\r\n", sender.sound[:5_001])
    with pytest.raises(AssertionError, match="nobody answered"):
        slow(sender)


def talk_on_after_a_refusal(sender: Caller) -> None:
    endless = {**TUS, **OCTETS, "Upload-Offset": "7", "Content-Length": str(10**12)}
    with socket.create_connection(("127.0.0.1", sender.port), timeout=10) as line:
        told = "".join(f"{name}: {value}\r\n" for name, value in endless.items())
        line.sendall(sender.head("PATCH", sender.place, told))
        assert line.recv(65_536).startswith(b"HTTP/1.1 409")
        assert not takes(line, bytes(64 * MIB)), "somebody listens to all of it"


def takes(line: socket.socket, spoken: bytes) -> bool:
    try:
        line.sendall(spoken)
    except ConnectionError:
        return False
    return True


def test_who_goes_on_talking_after_a_refusal_is_hung_up_on(caller: Callable[..., Caller]) -> None:
    talk_on_after_a_refusal(caller("from app.kit import wire; wire.WASTED_BYTES = 100_000"))


def test_a_server_that_listens_to_whatever_comes_after_a_refusal_is_caught(caller: Callable[..., Caller]) -> None:
    with pytest.raises(AssertionError, match="listens to all of it"):
        talk_on_after_a_refusal(caller("from app.kit import wire; wire.WASTED_BYTES = 10**12"))


def test_b39_b40_the_name_of_a_file_names_nothing(
    caller: Callable[..., Caller], grounds: House, subtests: pytest.Subtests
) -> None:
    sender = caller()
    for name in NAMES:
        with subtests.test(ascii(name)[:30]):
            sender.begin()
            created = creates(60_000, told={"filename": name})(sender)
            assert (created.status, created.headers["location"]) == (201, sender.place)
            assert sends(0, sender.sound[:50])(sender).status == 204
            assert "set-cookie" not in created.headers
            (key,) = store().list(f"{grounds.project_id}/seg/{sender.recording_id}")
            assert set(key) <= set("0123456789abcdef-/seg")
            looked = sender.ask("HEAD", sender.place, None, TUS)
            assert {"set-cookie", "content-disposition"}.isdisjoint(looked.headers)


def test_b76_a_code_is_understood_however_it_is_typed(caller: Callable[..., Caller]) -> None:
    sender = caller()
    digits = str(int("".join(f"{CROCKFORD.index(sign):05b}" for sign in sender.code), 2)).zfill(25)
    arabic = digits.translate({ord("0") + n: 0x660 + n for n in range(10)})
    wide = digits.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    alike = sender.code.replace("0", "O").replace("1", "l")
    spaced = "  ".join(sender.code.lower()[at : at + 4] for at in range(0, 16, 4))
    for typed in (sender.code, digits, arabic, wide, alike, f" {spaced} "):
        sender.opened_by(typed)
    nine = " ".join(word_lists()["en"][:9])
    wrong = [opens(typed)(sender) for typed in (nine, make_code(), "١٢٣", "")]
    for heard in wrong:
        assert_refused(heard, 404, "receipt-invalid")
    assert len({json.dumps({**json.loads(heard.body), "request_id": ""}) for heard in wrong}) == 1


def test_b77_the_eleventh_wrong_try_waits(caller: Callable[..., Caller]) -> None:
    sender = caller()
    for _ in range(10):
        assert_refused(opens(make_code())(sender), 404, "receipt-invalid")
    assert_refused(opens(make_code())(sender), 429, "rate-limited")


def test_b88_a_message_needs_a_key_of_its_own(caller: Callable[..., Caller]) -> None:
    sender = caller()
    holder = sender.opened_by(sender.code)

    def writes(text: str, **key: str) -> Heard:
        told = json.dumps({"kind": "message", "text": text}).encode()
        return sender.ask("POST", "/api/receipts/message", told, {**holder, **key})

    assert_refused(writes("Please call me"), 428, "precondition-required")
    assert_refused(writes("Please call me", **{"Idempotency-Key": "k" * 300}), 422, "validation")
    assert writes("Please call me", **{"Idempotency-Key": "k"}).status == 200
    assert writes("Please call me", **{"Idempotency-Key": "k"}).status == 200
    assert_refused(writes("Do not call me", **{"Idempotency-Key": "k"}), 422, "idempotency-mismatch")


@pytest.mark.parametrize("whose", ["INVITE", "PROJECT"])
def test_b89_a_flood_waits_on_the_phone(caller: Callable[..., Caller], whose: str) -> None:
    flood(caller(FEW.format(whose=whose)))


@pytest.mark.parametrize("whose", ["INVITE", "PROJECT"])
def test_a_server_that_counts_nothing_is_caught(caller: Callable[..., Caller], whose: str) -> None:
    with pytest.raises(AssertionError, match="201"):
        flood(caller(FEW.format(whose=whose) + COUNTS_NOTHING))


def flood(sender: Caller) -> None:
    """Two recordings may begin their way; a third may not, and the first goes on."""
    sender.begin()
    sender.append(sender.recording_id, 0, sender.sound[:10_000])
    sender.declare()
    for _ in range(2):
        assert_refused(creates(60_000)(sender), 429, "quota-exceeded")
    sender.recording_id = next(iter(sender.ledger.offsets))
    assert sends(0, b"OggS")(sender).status == 204


def test_b90_on_a_full_disk_nothing_new_comes_in_and_a_story_can_still_be_taken_back(
    caller: Callable[..., Caller], grounds: House
) -> None:
    sender = caller()
    grounds.close()
    grounds.web(patch=FULL)
    for ask in (sends(0), creates(60_000)):
        assert_refused(ask(sender), 507, "storage-full")
    holder = sender.opened_by(sender.code)
    assert sender.ask("POST", "/api/receipts/withdraw", b"{}", holder).status == 200
    assert_refused(sends(0)(sender), 410, "upload-of-erased-story")
