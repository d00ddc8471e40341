# SPDX-License-Identifier: Apache-2.0
"""The list of bad inputs, as far as an upload meets it: each is refused in plain words and nothing moves.

24 and 25 cut networks: `test_networks.py`.
"""

import hashlib
from datetime import timedelta

import pytest

from app.kit import clock
from app.kit.blobs import Blobs, store
from app.kit.db import writing
from app.uploads import intake, jobs, routes, service
from tests.rooms.uploads.conftest import BYTES, Phone, ogg, promise, slug

SOUND = ogg(60_000)


def test_b1_an_empty_recording_is_refused(phone: Phone) -> None:
    answer = phone.create(phone.declare(b"", size=0), 0)
    assert (answer.status_code, slug(answer)) == (422, "media-empty")


def test_b6_nothing_is_taken_after_the_end(phone: Phone) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND)
    answer = phone.send(place, len(SOUND), b"")
    assert (answer.status_code, slug(answer)) == (409, "upload-finished")
    assert phone.line.delete(place, headers=phone.headers).status_code == 409
    assert phone.offset(place) == len(SOUND)


@pytest.mark.parametrize("offset", ["-1", "1.5", str(2**63), "text", ""])
def test_b9_an_offset_that_is_no_offset_is_refused(phone: Phone, offset: str) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, offset, SOUND)
    assert (answer.status_code, slug(answer)) == (400, "malformed-request")


def test_b13_an_upload_left_for_seven_days_expires_and_may_begin_again(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    later = clock.now() + timedelta(days=7, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert phone.send(place, 10_000, SOUND[10_000:]).json()["code"] == "upload-expired"
    jobs.expire_idle_uploads()
    assert phone.row(place).status == "expired"
    assert list(store().list(str(phone.project_id))) == []
    answer = phone.send(place, 10_000, SOUND[10_000:])
    assert (answer.status_code, slug(answer)) == (410, "upload-expired")
    again = phone.create(phone.row(place).upload_id, len(SOUND))
    assert (again.status_code, again.headers["upload-offset"]) == (201, "0")
    assert phone.send(place, 0, SOUND).status_code == 204


def test_b14_the_upload_of_a_withdrawn_story_is_refused_and_after_erasure_for_good(phone: Phone) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    upload_id = phone.row(place).upload_id
    for verb in (service.refuse, service.release):
        with writing(phone.project_id) as session:
            verb(session, [upload_id])
        for answer in (phone.send(place, 10_000, SOUND[10_000:]), phone.create(upload_id, len(SOUND))):
            assert (answer.status_code, slug(answer)) == (410, "upload-of-erased-story")
        assert phone.look(place).status_code == 410
    bare = phone.row(place)
    assert (bare.sha256, bare.media_type, bare.metadata_echo, bare.key) == ("", "", "", None)


@pytest.mark.parametrize("wrong", ["length", "sha256"])
def test_b15_an_upload_that_differs_from_its_declaration_is_refused(phone: Phone, wrong: str) -> None:
    recording_id = phone.declare(SOUND)
    length = len(SOUND) + (wrong == "length")
    sha256 = hashlib.sha256(SOUND + b"x" * (wrong == "sha256")).hexdigest()
    answer = phone.create(recording_id, length, sha256=sha256)
    assert (answer.status_code, slug(answer)) == (409, "idempotency-mismatch")


def test_b16_creating_again_finds_the_same_upload_where_it_stands(phone: Phone) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    again = phone.create(phone.row(place).upload_id, len(SOUND))
    assert again.headers["location"] == place
    assert again.headers["upload-offset"] == "10000"
    assert phone.send(place, 10_000, SOUND[10_000:]).status_code == 204


def test_b18_a_multipart_flood_is_refused_by_its_type(phone: Phone) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, b"--x\r\n" * 10_000, {"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"%PDF-1.7\n" + b"x" * 50_000, "media-type-mismatch"),
        (b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\nfile:///etc/passwd\n" + b" " * 9_000, "media-forbidden-container"),
        (b"%PDF tiny", "media-type-mismatch"),
    ],
)
def test_what_is_no_sound_ends_the_upload_with_the_bytes_that_decide(phone: Phone, head: bytes, told: str) -> None:
    place = phone.begin(head)
    half = len(head) // 2
    answers = [phone.send(place, 0, head[:half]), phone.send(place, half, head[half:])]
    refused = next(answer for answer in answers if answer.status_code != 204)
    assert (refused.status_code, slug(refused)) == (415, told)
    assert list(store().list(str(phone.project_id))) == []
    again = phone.create(phone.row(place).upload_id, len(head))
    assert (again.status_code, slug(again)) == (415, told)


@pytest.mark.parametrize("header", ["md5 abcd", "sha256", "sha256 !!!", "nonsense"])
def test_a_checksum_we_cannot_read_is_refused(phone: Phone, header: str) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, SOUND, {"Upload-Checksum": header})
    assert answer.status_code in {400, 460}
    assert phone.offset(place) == 0


@pytest.mark.parametrize("chunked", [False, True])
def test_a_chunk_with_a_checksum_has_a_bound(phone: Phone, monkeypatch: pytest.MonkeyPatch, *, chunked: bool) -> None:
    monkeypatch.setattr(routes, "CHUNK_WITH_CHECKSUM_BYTES", 9_000)
    place = phone.begin(SOUND)
    headers = {**phone.headers, "Content-Type": BYTES, "Upload-Offset": "0", "Upload-Checksum": promise(SOUND)}
    body = iter([SOUND[:8_000], SOUND[8_000:]]) if chunked else SOUND
    answer = phone.line.patch(place, headers=headers, content=body)
    assert (answer.status_code, slug(answer)) == (413, "malformed-request")
    assert phone.offset(place) == 0


def test_a_full_disk_is_told_with_a_time_to_come_back(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    place = phone.begin(SOUND)
    with monkeypatch.context() as full:
        full.setattr(Blobs, "free_bytes", lambda _store: intake.RESERVE_BYTES - 1)
        for answer in (phone.send(place, 0, SOUND), phone.create(phone.declare(SOUND), len(SOUND))):
            assert (answer.status_code, slug(answer)) == (507, "storage-full")
            assert int(answer.headers["retry-after"]) > 0
    assert phone.offset(place) == 0
