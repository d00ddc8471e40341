# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable

from app.kit.blobs import store
from app.kit.db import reading, writing
from app.uploads import queries, service
from tests.rooms.uploads.conftest import Phone, ogg


def test_a_recording_that_arrived_in_pieces_becomes_one_object(phone: Phone, drain: Callable[[], None]) -> None:
    sound = ogg(60_000)
    place = phone.begin(sound)
    phone.send(place, 0, sound[:25_000])
    phone.send(place, 25_000, sound[25_000:])
    drain()
    upload = phone.row(place)
    assert upload.status == "assembled"
    with reading(phone.project_id) as session:
        key = service.sound_key(session, upload.upload_id)
        assert queries.states(session, [upload.upload_id])[upload.upload_id] == ("assembled", 60_000, upload.sha256)
    assert key.startswith(f"{phone.project_id}/recordings/{upload.upload_id}/")
    assert store().get(key) == sound
    assert list(store().list(str(phone.project_id))) == [key]


def test_nothing_of_a_released_recording_stays(phone: Phone, drain: Callable[[], None]) -> None:
    sound = ogg(60_000)
    whole, part = phone.begin(sound), phone.begin(sound)
    phone.send(whole, 0, sound)
    phone.send(part, 0, sound[:9_000])
    drain()
    with writing(phone.project_id) as session:
        service.release(session, [phone.row(whole).upload_id, phone.row(part).upload_id])
    drain()
    assert list(store().list(str(phone.project_id))) == []
    assert phone.look(whole).status_code == 410
