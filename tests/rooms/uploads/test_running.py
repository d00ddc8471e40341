# SPDX-License-Identifier: Apache-2.0
"""What is verified at the end of an upload is what is stored, whichever process took it."""

import pytest

from app.kit.blobs import Blobs
from app.uploads import running
from tests.rooms.uploads.conftest import Phone, ogg, promise

SOUND = ogg(30_000)
OTHER = ogg(10_000)


def in_another_process(monkeypatch: pytest.MonkeyPatch, phone: Phone, place: str, offset: int, part: bytes) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(running, "count", lambda *_: None)
        assert phone.send(place, offset, part, {"Upload-Checksum": promise(part)}).status_code == 204


def send_here(phone: Phone, place: str, offset: int, part: bytes) -> int:
    return phone.send(place, offset, part, {"Upload-Checksum": promise(part)}).status_code


def test_what_came_through_one_process_is_not_read_back(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    place = phone.begin(SOUND)
    assert send_here(phone, place, 0, SOUND[:10_000]) == 204

    def refuse(_blobs: Blobs, _key: str) -> None:
        raise AssertionError("read back")

    monkeypatch.setattr(Blobs, "stream", refuse)
    assert send_here(phone, place, 10_000, SOUND[10_000:]) == 204
    assert phone.row(place).status == "complete"


def test_what_came_in_turns_through_two_is_read_back_and_whole(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    place = phone.begin(SOUND)
    assert send_here(phone, place, 0, SOUND[:10_000]) == 204
    in_another_process(monkeypatch, phone, place, 10_000, SOUND[10_000:20_000])
    assert send_here(phone, place, 20_000, SOUND[20_000:]) == 204
    assert phone.row(place).status == "complete"


def send_anew_with_another_beginning(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> int:
    """Here comes the right beginning; it is given up, and another beginning comes elsewhere."""
    place = phone.begin(SOUND)
    assert send_here(phone, place, 0, SOUND[:10_000]) == 204
    upload_id = phone.row(place).upload_id
    assert phone.line.delete(place, headers=phone.headers).status_code == 204
    assert phone.create(upload_id, len(SOUND)).status_code == 201
    in_another_process(monkeypatch, phone, place, 0, OTHER)
    return send_here(phone, place, 10_000, SOUND[10_000:])


def test_a_beginning_that_is_not_the_stored_one_proves_nothing(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    assert send_anew_with_another_beginning(phone, monkeypatch) == 422


def test_without_looking_at_what_is_stored_it_would(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "finish", lambda upload_id, _: running._followed.pop(upload_id).sha256.hexdigest())
    assert send_anew_with_another_beginning(phone, monkeypatch) == 204
