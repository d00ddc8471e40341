# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.kit import clock
from app.kit.db import writing
from app.partners import queries, rules, service
from app.partners.errors import TooManyKeys
from app.partners.models import Partner
from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import House, Reader


def test_a_key_tells_about_itself(ask: Ask, library: Reader, desk: House) -> None:
    told = ask("/key").json()
    assert (told["key_id"], told["partner"], told["audience"]) == (library.key_id, "Library", "public")
    assert told["projects"] == [str(desk.project_id)]
    assert told["last_used_at"] is None
    assert ask("/key").json()["last_used_at"] is not None
    assert library.key not in str(told)


def test_no_key_no_answer(client: TestClient, library: Reader) -> None:
    for path in ("/stories", f"/stories?key={library.key}", f"/key?access_token={library.key}"):
        answer = client.get(f"/partner/v1{path}")
        assert (answer.status_code, answer.json()["code"]) == (401, "auth-required")
        assert answer.headers["www-authenticate"] == "Bearer"


def wrong_keys(library: Reader) -> list[str]:
    other = "f" * 12
    return ["x", library.key[:-1], library.key + "A", library.key.replace(library.key_id, other), "hwk__", "é"]


def test_a_wrong_key_is_wrong_in_the_same_words(client: TestClient, library: Reader) -> None:
    told = set()
    for key in wrong_keys(library):
        answer = client.get("/partner/v1/stories", headers={b"Authorization": f"Bearer {key}".encode()})
        assert answer.status_code == 401
        told.add((answer.json()["code"], answer.json()["detail"]))
    assert len(told) == 1
    assert next(iter(told))[0] == "auth-invalid"


def test_a_revoked_or_expired_key_opens_nothing(
    ask: Ask, library: Reader, desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + rules.KEY_LASTS + timedelta(seconds=1)
    with monkeypatch.context() as patched:
        patched.setattr(clock, "now", lambda: later)
        assert ask("/key").status_code == 401
    with writing(desk.project_id) as session:
        service.revoke_key(session, library.key_id, clock.now())
    assert ask("/key").status_code == 401


def test_a_third_live_key_waits_until_one_is_revoked(library: Reader, desk: House) -> None:
    with writing(desk.project_id) as session:
        partner = session.get(Partner, library.principal.principal_id)
        assert partner is not None
        service.add_key(session, partner, {rules.STORIES}, clock.now())
        with pytest.raises(TooManyKeys):
            service.add_key(session, partner, {rules.STORIES}, clock.now())
        service.revoke_key(session, library.key_id, clock.now())
        service.add_key(session, partner, {rules.STORIES}, clock.now())
        assert len(queries.live_keys(session, partner.partner_id, clock.now())) == 2


@pytest.mark.parametrize("path", ["/stories", "/changes", "/stories/{id}", "/stories/{id}/audio"])
def test_a_key_without_the_scope_is_told_so(desk: House, ask: Ask, path: str) -> None:
    narrow = desk.partner("public", "Narrow", scopes=frozenset({rules.RESPONSES}))
    answer = ask(path.replace("{id}", "00000000-0000-4000-8000-000000000000"), key=narrow.key)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_too_many_calls_wait_and_are_told_how_long(ask: Ask) -> None:
    answers = [ask("/key") for _ in range(rules.BURST + 15)]
    assert all(answer.headers["ratelimit-limit"] == str(rules.BURST) for answer in answers)
    assert answers[0].headers["ratelimit-remaining"] == str(rules.BURST - 1)
    over = [answer for answer in answers if answer.status_code == 429]
    assert all(int(answer.headers["retry-after"]) >= 1 for answer in over)
    assert all(answer.json()["code"] == "rate-limited" for answer in over)


def test_nothing_is_kept_by_a_cache_in_between(desk: House, ask: Ask) -> None:
    desk.released()
    for path in ("/stories", "/changes", "/key", "/stories/1"):
        assert ask(path).headers["cache-control"] == "private, no-cache"


def respond(ask: Ask, found: str, key: str | None = "k1", text: str = "We opened an evening desk.") -> tuple[int, str]:
    headers = {"Idempotency-Key": key} if key is not None else {}
    said = {"kind": "acting", "text": text}
    answer = ask(f"/stories/{found}/responses", method="POST", json=said, headers=headers)
    return answer.status_code, answer.json().get("code") or answer.json()["response_id"]


def test_a_response_is_kept_once_and_shown_when_somebody_has_read_it(desk: House, ask: Ask) -> None:
    desk.released()
    found = ask("/stories").json()["items"][0]["id"]
    first, again = respond(ask, found), respond(ask, found)
    assert first == again
    assert first[0] == 201
    assert respond(ask, found, text="Other words.") == (422, "idempotency-mismatch")
    assert respond(ask, found, key="x" * 300) == (422, "validation")
    assert respond(ask, found, key=None) == (428, "precondition-required")
    assert service_answers(desk, found) == []
    with writing(desk.project_id) as session:
        service.show_response(session, UUID(first[1]), if_match="*", by=desk.facilitator, at=clock.now())
    assert service_answers(desk, found) == ["We opened an evening desk."]


def service_answers(desk: House, found: str) -> list[str]:
    with writing(desk.project_id) as session:
        return [answer.text for answer in queries.answers_about(session, [UUID(found)])]


def test_a_response_says_one_of_four_things_in_plain_text(desk: House, ask: Ask) -> None:
    desk.released()
    found = ask("/stories").json()["items"][0]["id"]
    headers = {"Idempotency-Key": "1"}
    wrong: list[object] = [{"kind": "like"}, {"kind": "heard", "shown": True}, {"kind": "heard", "text": "a\0"}, []]
    for said in wrong:
        answer = ask(f"/stories/{found}/responses", method="POST", json=said, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (422, "validation")
