# SPDX-License-Identifier: Apache-2.0
"""The checks of a tus server in their order, then what a phone must be able to rely on besides.

24 and 25 cut networks: `test_networks.py`.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import httpx2
import pytest

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import writing
from app.kit.errors import IdempotencyMismatch
from app.kit.ids import new_id
from app.settings import settings
from app.uploads import intake, jobs, service
from app.uploads.errors import OffsetConflict
from tests.rooms.uploads.conftest import BYTES, COLLECTION, Phone, ogg, promise, slug

SOUND = ogg(60_000)


# Discovery


@pytest.mark.parametrize("place", [COLLECTION, COLLECTION + "/"])
def test_01_02_a_client_discovers_what_we_speak(line: httpx2.Client, place: str) -> None:
    answer = line.options(place)
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-extension"] == "creation,creation-with-upload,checksum,expiration,termination"
    assert answer.headers["tus-max-size"] == str(settings().max_recording_bytes)
    assert answer.headers["tus-checksum-algorithm"] == "sha1,sha256"


# Creation


def test_03_a_declared_recording_gets_a_place(phone: Phone) -> None:
    recording_id = phone.declare(SOUND)
    answer = phone.create(recording_id, len(SOUND), sha256=hashlib.sha256(SOUND).hexdigest(), filetype="audio/ogg")
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{COLLECTION}/{recording_id}"
    assert answer.headers["upload-offset"] == "0"
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert answer.headers["upload-expires"].endswith("GMT")


def test_04_a_new_upload_stands_at_nothing(phone: Phone) -> None:
    answer = phone.look(phone.begin(SOUND))
    assert answer.status_code == 200
    assert answer.headers["upload-offset"] == "0"
    assert answer.headers["upload-length"] == str(len(SOUND))
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("more", [{}, {"filetype": "audio/ogg"}, {"filename": "ümlaut 🌍.ogg", "x": ""}])
def test_05_06_whatever_a_phone_told_about_it_is_told_back(phone: Phone, more: dict[str, str]) -> None:
    answer = phone.create(phone.declare(SOUND), len(SOUND), b"", **more)
    assert answer.status_code == 201
    echoed = phone.look(answer.headers["location"])
    assert echoed.status_code == 200
    assert echoed.headers["upload-metadata"] == answer.request.headers["upload-metadata"]


def test_07_a_client_that_names_no_version_is_refused(phone: Phone) -> None:
    recording_id = phone.declare(SOUND)
    phone_headers = {"Authorization": f"Bearer {phone.token}", "Upload-Length": "10"}
    answer = phone.line.post(COLLECTION, headers=phone_headers)
    assert (answer.status_code, slug(answer)) == (412, "upload-version")
    assert answer.headers["tus-version"] == "1.0.0"
    assert phone.row(f"{COLLECTION}/{recording_id}").status == "declared"


def test_08_a_recording_beyond_the_limit_is_refused_before_its_body(phone: Phone) -> None:
    answer = phone.create(phone.declare(SOUND), settings().max_recording_bytes + 1)
    assert (answer.status_code, slug(answer)) == (413, "media-too-large")


@pytest.mark.parametrize("length", ["", "-1", "1.5", str(2**63), "many", "1e3"])
def test_09_10_b9_a_length_that_is_no_length_is_refused(phone: Phone, length: str) -> None:
    recording_id = phone.declare(SOUND)
    answer = phone.create(recording_id, length)
    assert (answer.status_code, slug(answer)) == (400, "malformed-request")


def test_09_no_length_at_all_is_refused(phone: Phone) -> None:
    answer = phone.line.post(COLLECTION, headers=phone.headers)
    assert (answer.status_code, slug(answer)) == (400, "malformed-request")


# Bytes


def test_11_bytes_move_the_offset(phone: Phone) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, SOUND[:10_000])
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, "10000")
    assert phone.offset(place) == 10_000


def test_12_b4_bytes_for_another_place_are_refused_with_the_right_one(phone: Phone) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    answer = phone.send(place, 5, SOUND[5:10])
    assert (answer.status_code, slug(answer)) == (409, "upload-offset-conflict")
    assert answer.headers["upload-offset"] == "10000"


@pytest.mark.parametrize("kind", ["application/octet-stream", "multipart/form-data; boundary=x", ""])
def test_13_14_b11_a_body_of_another_type_is_refused_and_nothing_moves(phone: Phone, kind: str) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, SOUND, {"Content-Type": kind})
    assert (answer.status_code, slug(answer)) == (415, "unsupported-media-type")
    assert phone.offset(place) == 0


@pytest.mark.parametrize("version", ["", "0.2.2", "2.0.0"])
def test_15_b10_bytes_in_an_unknown_version_are_refused_and_nothing_moves(phone: Phone, version: str) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, SOUND, {"Tus-Resumable": version})
    assert (answer.status_code, slug(answer)) == (412, "upload-version")
    assert answer.headers["tus-version"] == "1.0.0"
    assert phone.offset(place) == 0


@pytest.mark.parametrize("chunked", [False, True])
def test_16_17_b3_a_body_past_the_end_is_refused_and_the_right_one_completes(phone: Phone, *, chunked: bool) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:50_000])
    long = SOUND[50_000:] + b"more"
    headers = {**phone.headers, "Content-Type": BYTES, "Upload-Offset": "50000"}
    answer = phone.line.patch(place, headers=headers, content=iter([long[:9_000], long[9_000:]]) if chunked else long)
    assert (answer.status_code, slug(answer)) == (400, "upload-length-mismatch")
    assert phone.offset(place) <= len(SOUND)
    assert phone.send(place, 50_000, SOUND[50_000:]).status_code == 204
    assert phone.row(place).status == "complete"


def test_18_19_a_recording_sent_with_its_creation_is_whole_and_announced_once(phone: Phone) -> None:
    answer = phone.create(phone.declare(SOUND), len(SOUND), SOUND)
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(SOUND)))
    assert phone.row(answer.headers["location"]).status == "complete"
    phone.look(answer.headers["location"])
    phone.create(phone.declare(SOUND), len(SOUND))
    assert phone.completions() == 1


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_20_b7_a_chunk_that_was_garbled_on_the_way_is_refused_whole(phone: Phone, algorithm: str) -> None:
    place = phone.begin(SOUND)
    answer = phone.send(place, 0, SOUND[:9_000], {"Upload-Checksum": promise(SOUND[:8_999], algorithm)})
    assert (answer.status_code, slug(answer)) == (460, "upload-checksum-mismatch")
    assert phone.offset(place) == 0
    good = phone.send(place, 0, SOUND[:9_000], {"Upload-Checksum": promise(SOUND[:9_000], algorithm)})
    assert (good.status_code, good.headers["upload-offset"]) == (204, "9000")


# Ends


def test_21_the_method_override_is_obeyed(phone: Phone) -> None:
    place = phone.begin(SOUND)
    headers = {**phone.headers, "Content-Type": BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert phone.line.post(place, headers=headers, content=SOUND[:7]).headers["upload-offset"] == "7"
    look = phone.line.post(place, headers={**phone.headers, "X-HTTP-Method-Override": "HEAD"})
    assert look.headers["upload-offset"] == "7"
    assert phone.line.post(place, headers={**phone.headers, "X-HTTP-Method-Override": "DELETE"}).status_code == 204
    refused = phone.line.post(place, headers=phone.headers)
    assert (refused.status_code, slug(refused)) == (405, "method-not-allowed")


def test_22_a_terminated_upload_is_gone_and_may_begin_again(phone: Phone) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    assert phone.line.delete(place, headers=phone.headers).status_code == 204
    assert phone.look(place).status_code == 404
    assert list(store().list(str(phone.project_id))) == []
    again = phone.create(phone.row(place).upload_id, len(SOUND), SOUND)
    assert again.headers["upload-offset"] == str(len(SOUND))


@pytest.mark.parametrize("path", ["../../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "a/b", "%00", "x" * 300])
def test_23_a_path_that_climbs_leads_nowhere(phone: Phone, path: str) -> None:
    answer = phone.line.head(f"{COLLECTION}/{path}", headers=phone.headers)
    assert answer.status_code == 404


# Who may


@pytest.mark.parametrize("token", [None, "wrong", ""])
def test_nothing_is_read_from_a_phone_we_do_not_know(phone: Phone, token: str | None) -> None:
    place = phone.begin(SOUND)
    headers = {"Upload-Offset": "0"} if token is None else {"Upload-Offset": "0", "Authorization": f"Bearer {token}"}
    answer = phone.line.patch(place, headers=headers, content=SOUND)
    assert answer.status_code == 401
    assert slug(answer) in {"auth-required", "auth-invalid"}
    assert phone.offset(place) == 0


def test_an_unknown_phone_is_told_so_before_anything_else_about_its_request(line: httpx2.Client) -> None:
    assert line.patch(f"{COLLECTION}/nonsense").status_code == 401
    assert line.post(COLLECTION, headers={"Upload-Length": "-1"}).status_code == 401


def test_b12_another_projects_upload_is_nowhere(phone: Phone, join: Callable[..., Phone]) -> None:
    place = phone.begin(SOUND)
    for other in (join(), join(phone.project_id)):
        for answer in (
            other.look(place),
            other.send(place, 0, SOUND),
            other.create(phone.row(place).upload_id, 60_000),
        ):
            assert answer.status_code == 404
        assert other.line.delete(place, headers=other.headers).status_code == 404
    assert phone.offset(place) == 0


def test_a_recording_nobody_declared_has_no_place(phone: Phone) -> None:
    answer = phone.create(new_id(), 10)
    assert (answer.status_code, slug(answer)) == (404, "not-found")


# What a phone relies on


def test_b8_a_recording_that_is_not_the_declared_one_starts_again(phone: Phone) -> None:
    recording_id = phone.declare(SOUND)
    place = phone.create(recording_id, len(SOUND)).headers["location"]
    answer = phone.send(place, 0, ogg(len(SOUND)))
    assert (answer.status_code, slug(answer)) == (422, "upload-checksum-mismatch")
    assert phone.completions() == 0
    assert phone.offset(place) == 0
    assert list(store().list(str(phone.project_id))) == []
    assert phone.send(place, 0, SOUND).status_code == 204
    assert phone.row(place).status == "complete"


def test_an_overtaken_connection_writes_nothing_more(phone: Phone) -> None:
    place = phone.begin(SOUND)
    stalled = intake.take_over_at(phone.at_the_door, phone.row(place).upload_id, offset=0, at=clock.now())
    phone.look(place)
    before = list(store().list(str(phone.project_id)))
    with pytest.raises(OffsetConflict):
        intake.keep(stalled, SOUND[:5_000])
    assert list(store().list(str(phone.project_id))) == before
    assert phone.offset(place) == 0


def test_a_last_byte_whose_answer_was_lost_in_a_crash_is_concluded_by_the_next_look(phone: Phone) -> None:
    place = phone.begin(SOUND)
    held = intake.take_over_at(phone.at_the_door, phone.row(place).upload_id, offset=0, at=clock.now())
    intake.keep(held, SOUND)
    assert phone.row(place).status == "open"
    assert phone.offset(place) == len(SOUND)
    assert phone.row(place).status == "complete"
    assert phone.completions() == 1


def test_the_sweep_takes_old_orphans_and_no_segment_that_counts(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    place = phone.begin(SOUND)
    phone.send(place, 0, SOUND[:10_000])
    counted = list(store().list(str(phone.project_id)))
    store().put(f"{phone.project_id}/seg/{new_id()}/0-{new_id()}", b"left by a crash")
    store().put(f"{phone.project_id}/seg/somebody's notes.txt", b"put here by hand")
    jobs.sweep_orphans()
    assert len(list(store().list(str(phone.project_id)))) == 3
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    jobs.sweep_orphans()
    assert set(store().list(str(phone.project_id))) == {*counted, f"{phone.project_id}/seg/somebody's notes.txt"}


def test_declaring_again_changes_nothing_and_declaring_otherwise_is_refused(phone: Phone) -> None:
    recording_id = phone.declare(SOUND)

    def declare(size: int) -> None:
        with writing(phone.project_id) as session:
            service.expect(
                session,
                phone.project_id,
                recording_id,
                phone.device_id,
                bytes=size,
                sha256=hashlib.sha256(SOUND).hexdigest(),
                media_type="audio/ogg",
                at=clock.now(),
            )

    declare(len(SOUND))
    with pytest.raises(IdempotencyMismatch):
        declare(1)
