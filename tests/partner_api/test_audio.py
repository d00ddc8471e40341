# SPDX-License-Identifier: Apache-2.0
import hashlib
from uuid import UUID

import pytest

from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import OPEN, House


@pytest.fixture
def sounding(desk: House) -> UUID:
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    return story_id


def test_a_partner_hears_the_released_rendition_whole_and_in_part(sounding: UUID, ask: Ask) -> None:
    told = ask("/stories").json()["items"][0]
    path = f"/stories/{told['id']}/audio"
    whole = ask(path)
    assert whole.headers["content-type"].startswith("audio/ogg")
    assert hashlib.sha256(whole.content).hexdigest() == told["audio"]["sha256"]
    part = ask(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{told['audio']['bytes']}"
    assert ask(f"{path}?format=aac").headers["content-type"].startswith("audio/mp4")
    head = ask(path, method="HEAD")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", whole.headers["etag"])
    assert ask(path, headers={"If-None-Match": whole.headers["etag"]}).status_code == 304
    assert "-->" in ask(told["captions"]["href"].removeprefix("/partner/v1")).text


@pytest.mark.parametrize("wanted", ["bytes=0-0,2-2", "bytes=9-3", "bytes=99999999-", "bytes=-0"])
def test_a_range_that_is_not_one_stretch_inside_is_refused(sounding: UUID, ask: Ask, wanted: str) -> None:
    found = ask("/stories").json()["items"][0]["id"]
    answer = ask(f"/stories/{found}/audio", headers={"Range": wanted})
    assert (answer.status_code, answer.json()["code"]) == (416, "range-invalid")


def test_taking_it_back_silences_it(desk: House, sounding: UUID, ask: Ask) -> None:
    path = f"/stories/{ask('/stories').json()['items'][0]['id']}/audio"
    etag = ask(path).headers["etag"]
    desk.withdraw(sounding)
    for headers in ({}, {"Range": "bytes=0-1"}, {"If-None-Match": etag}):
        answer = ask(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (410, "story-withdrawn")


def test_who_had_the_voice_and_is_left_with_the_words_hears_that_it_was_taken_back(
    desk: House, sounding: UUID, ask: Ask
) -> None:
    story = f"/stories/{ask('/stories').json()['items'][0]['id']}"
    etag = ask(f"{story}/audio").headers["etag"]
    desk.narrow(sounding, {"public_voice": "refused"})
    for headers in ({}, {"Range": "bytes=0-1"}, {"If-None-Match": etag}):
        answer = ask(f"{story}/audio", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (410, "story-withdrawn")
    assert ask(story).status_code == 200


def test_who_never_had_the_voice_finds_none(desk: House, ask: Ask) -> None:
    desk.released()
    answer = ask(f"/stories/{ask('/stories').json()['items'][0]['id']}/audio")
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
