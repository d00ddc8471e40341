# SPDX-License-Identifier: Apache-2.0
"""A phone that goes away: nobody comes in with its token any more, and what it sent stays."""

from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.kit.db import reading
from app.kit.ids import new_id
from tests.makers.stories import form_of, make_code, make_declaration, make_participant, make_phone


@pytest.fixture
def form(project_id: UUID) -> dict[str, Any]:
    with reading(project_id) as session:
        return form_of(session, project_id)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_phone_that_has_left_is_unknown_at_every_door_and_its_story_stays(
    client: TestClient, project_id: UUID, form: dict[str, Any]
) -> None:
    (_, token), (_, other) = make_phone(project_id), make_phone(project_id)
    code, story_id = make_code(), new_id()
    declaration = make_declaration([make_participant(form, code=code)], sounds=1)
    assert client.put(f"/api/stories/{story_id}", json=declaration, headers=bearer(token)).status_code == 201

    assert client.delete("/api/device", headers=bearer(token)).status_code == 204
    upload = f"/api/uploads/{declaration['recordings'][0]['recording_id']}"
    doors = [("GET", "/api/project"), ("GET", f"/api/stories/{story_id}"), ("HEAD", upload), ("DELETE", "/api/device")]
    for method, path in doors:
        assert client.request(method, path, headers=bearer(token)).status_code == 401, path
    assert client.get("/api/project", headers=bearer(token)).json()["code"] == "auth-invalid"

    assert client.post("/api/receipts/open", json={"code": code}).status_code == 200
    assert client.get("/api/project", headers=bearer(other)).status_code == 200
    again = client.put(f"/api/stories/{story_id}", json=declaration, headers=bearer(other))
    assert again.status_code == 200, "the phone has joined again and takes its story with it"


def test_nobody_sends_away_a_phone_without_its_token(client: TestClient, project_id: UUID) -> None:
    _, token = make_phone(project_id)
    assert client.delete("/api/device").status_code == 401
    assert client.delete("/api/device", headers=bearer("made-up")).status_code == 401
    assert client.get("/api/project", headers=bearer(token)).status_code == 200
