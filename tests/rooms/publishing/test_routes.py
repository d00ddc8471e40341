# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from app.people.access import COOKIE
from tests.rooms.publishing.desk_work import KEPT, OPEN, House


@pytest.fixture
def signed_in(client: TestClient, desk: House) -> TestClient:
    with writing() as session:
        link = people.make_sign_in_link(session, desk.facilitator.person_id, clock.now(), timedelta(hours=1))
        client.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
    return client


def path(story_id: UUID, rest: str = "") -> str:
    return f"/api/desk/stories/{story_id}{rest}"


def write(client: TestClient, story_id: UUID, rest: str, told: dict[str, Any] | None = None) -> Response:
    """With the ETag of a fresh look, as the screen does it."""
    etag = client.get(path(story_id)).headers["etag"]
    return client.post(path(story_id, rest), json=told, headers={"If-Match": etag})


def test_one_screen_tells_what_stands_in_the_way_and_who_would_get_it(desk: House, signed_in: TestClient) -> None:
    desk.partner("public", "Library")
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    desk.redact(story_id, "w0")
    shown = signed_in.get(path(story_id))
    told = shown.json()
    assert told["etag"] == shown.headers["etag"]
    assert told["proof"] is None
    assert [one["slug"] for one in told["obstacles"]] == ["proof-missing"]
    assert told["recipients"] == {"will": ["Library"], "will_not": []}
    assert [one["heard"] for one in told["redactions"]] == [False]


def test_a_proof_is_made_heard_and_approved_over_the_desks_door(desk: House, signed_in: TestClient) -> None:
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    assert write(signed_in, story_id, "/decision", {"decision": "approve"}).status_code == 202
    assert write(signed_in, story_id, "/decision", {"decision": "approve"}).status_code == 202
    proof = desk.render(story_id)
    refused = write(signed_in, story_id, "/decision", {"decision": "approve"})
    assert (refused.status_code, refused.json()["code"]) == (409, "unheard-flag")
    heard = {"proof_sha256": proof.sha256, "from_ms": 0, "to_ms": 2_000}
    assert all(one["heard"] for one in write(signed_in, story_id, "/heard", heard).json()["to_hear"])
    approved = write(signed_in, story_id, "/decision", {"decision": "approve"})
    assert (approved.status_code, approved.json()["status"]) == (200, "approved")
    assert approved.headers["etag"] == signed_in.get(path(story_id)).headers["etag"]
    sound = signed_in.get(path(story_id, "/audio?rendition=release"), headers={"Range": "bytes=0-9"})
    assert (sound.status_code, len(sound.content)) == (206, 10)
    assert signed_in.get(path(story_id, "/peaks?rendition=release")).json()["version"] == 2
    desk.withdraw(story_id)
    assert signed_in.get(path(story_id, "/audio?rendition=release")).status_code == 404
    bare = signed_in.get(path(story_id)).json()
    assert (bare["status"], bare["transcript"], bare["proof"], bare["obstacles"]) == ("withdrawn", None, None, [])


def test_a_write_without_or_with_an_old_version_is_refused(desk: House, signed_in: TestClient) -> None:
    story_id = desk.told()
    old = signed_in.get(path(story_id)).headers["etag"]
    assert signed_in.post(path(story_id, "/proof")).status_code == 428
    assert signed_in.post(path(story_id, "/proof"), headers={"If-Match": old}).json()["state"] == "ready"
    stale = signed_in.post(path(story_id, "/proof"), headers={"If-Match": old})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition-failed")


def test_a_stretch_outside_the_proof_or_of_another_proof_is_refused(desk: House, signed_in: TestClient) -> None:
    story_id = desk.spoken()
    write(signed_in, story_id, "/proof")
    proof = desk.render(story_id)
    outside = {"proof_sha256": proof.sha256, "from_ms": 5, "to_ms": 99_000}
    assert write(signed_in, story_id, "/heard", outside).status_code == 422
    other = {"proof_sha256": "0" * 64, "from_ms": 0, "to_ms": 1}
    assert write(signed_in, story_id, "/heard", other).status_code == 404


def test_a_story_given_to_nobody_is_refused_before_anything_is_rendered(desk: House, signed_in: TestClient) -> None:
    story_id = desk.spoken(choices=KEPT)
    refused = write(signed_in, story_id, "/decision", {"decision": "approve"})
    assert (refused.status_code, refused.json()["code"]) == (409, "consent-missing")
    assert signed_in.get(path(story_id)).json()["proof"] is None
