# SPDX-License-Identifier: Apache-2.0
"""What every door answers before a room is asked: headers, odd requests, and problems that echo nothing."""

import gzip
import json
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.cli.caretaker import found_project
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.guards import CSP
from app.kit.ids import new_id
from app.kit.problems import PROBLEMS
from app.projects import service as projects
from app.stories import service as stories
from app.stories.schemas import StoryIn
from tests.conftest import ORIGIN
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone

CANARY = "quince7canary"
OFF = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), payment=(), usb=()"
SAFE = {
    "content-security-policy": CSP,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
}
OF_CONTENT = {
    "allow", "cache-control", "content-encoding", "content-length", "content-type", "etag", "last-modified",
    "accept-ranges", "vary", "x-request-id", "permissions-policy", "www-authenticate",
}  # fmt: skip


def is_problem(answer: Response, status: int, slug: str) -> bool:
    """As RFC 9457 and `/problems/<slug>` say it, with our request id, and nothing of what was sent."""
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, told["code"], told["status"]) == (status, slug, status)
    assert told["type"] == f"/problems/{slug}"
    assert told["title"] == PROBLEMS[slug].title
    assert set(told) <= {"type", "title", "status", "detail", "code", "request_id", "errors"}
    assert UUID(told["request_id"])
    assert told["request_id"] == answer.headers["x-request-id"]
    assert CANARY not in answer.text
    assert CANARY not in str(answer.headers)
    return True


def post_json(client: TestClient, body: bytes | str, path: str = "/api/join") -> Response:
    return client.post(path, content=body, headers={"Content-Type": "application/json"})


@pytest.fixture
def device(client: TestClient, project_id: UUID) -> dict[str, str]:
    """A phone that joined."""
    with writing(project_id) as session:
        secret = projects.create_invite(session, project_id, None, clock.now())[1]
    token = client.post("/api/join", json={"invite": secret}).json()["device_token"]
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(
    ("path", "microphone", "wake_lock", "cache"),
    [
        ("/r/", "(self)", "(self)", "no-cache"),
        ("/desk/", "(self)", "()", "no-cache"),
        ("/api/project", "()", "()", "no-store"),
        ("/api/desk/queue", "()", "()", "no-store"),
        ("/partner/v1/stories", "()", "()", "private, no-cache"),
        ("/healthz", "()", "()", "no-store"),
        ("/nowhere", "()", "()", "no-store"),
    ],
)
def test_every_answer_carries_just_these_headers(
    client: TestClient, path: str, microphone: str, wake_lock: str, cache: str
) -> None:
    answer = client.get(path)
    assert {name: value for name, value in answer.headers.items() if name not in OF_CONTENT} == SAFE
    assert answer.headers["permissions-policy"] == f"{OFF}, microphone={microphone}, screen-wake-lock={wake_lock}"
    assert answer.headers["cache-control"] in {cache, "no-store" if answer.status_code == 503 else cache}


def test_nothing_ever_tells_a_browser_to_clear_its_storage(client: TestClient) -> None:
    """It would delete recordings that were not sent."""
    for answer in (client.get("/r/"), client.delete("/api/desk/session"), client.get("/api/project")):
        assert "clear-site-data" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "heardwell.test.evil.example", "heardwell.test@evil.example", ""])
def test_another_servers_name_is_not_answered(client: TestClient, host: str) -> None:
    assert is_problem(client.get("/healthz", headers={"Host": host}), 421, "misdirected-request")
    assert client.get("/healthz").status_code == 200


def test_forwarded_names_of_strangers_are_ignored(client: TestClient) -> None:
    forwarded = {
        "X-Forwarded-Host": "heardwell.test",
        "Forwarded": "host=heardwell.test",
        "X-Forwarded-For": "10.0.0.1",
    }
    assert is_problem(client.get("/healthz", headers={**forwarded, "Host": "evil.example"}), 421, "misdirected-request")
    foreign = {"X-Forwarded-Host": CANARY, "X-Forwarded-Proto": "http", "X-Forwarded-Prefix": f"/{CANARY}"}
    answer = client.get("/healthz", headers=foreign)
    assert answer.status_code == 200
    assert CANARY not in answer.text + str(answer.headers)


@pytest.mark.parametrize(
    "body",
    [
        f'{{"invite": "{CANARY}",}}',
        '{"invite": NaN}',
        '{"invite": -Infinity}',
        f'{{"invite": "a", "invite": "{CANARY}"}}',
        '\ufeff{"invite": "a"}',
        '{"invite": ' + "[" * 10_000 + "]" * 10_000 + "}",
        f'{{"invite": "{CANARY}"',
        CANARY,
    ],
    ids=["trailing comma", "NaN", "infinity", "a key twice", "BOM", "10,000 levels", "cut off", "no JSON"],
)
@pytest.mark.parametrize("path", ["/api/join", "/api/desk/session", "/api/receipts/open"])
def test_json_that_is_none_is_malformed(client: TestClient, body: str, path: str) -> None:
    assert is_problem(post_json(client, body.encode(), path), 400, "malformed-request")


@pytest.mark.parametrize("body", [f'["{CANARY}"]', f'"{CANARY}"', "null", "7"])
def test_json_of_another_kind_is_no_object(client: TestClient, body: str) -> None:
    assert is_problem(post_json(client, body), 422, "validation")


@pytest.mark.parametrize("field", ["role", "project_id", "consent_epoch", CANARY])
def test_a_field_that_nobody_named_is_refused_at_its_parent(client: TestClient, field: str) -> None:
    answer = post_json(client, json.dumps({"invite": "a", field: CANARY}))
    assert is_problem(answer, 422, "validation")
    assert answer.json()["errors"] == [{"pointer": "/", "rule": "extra_forbidden"}]


@pytest.mark.parametrize("value", ["9223372036854775808", "1e400", "7", "[]", "{}", "true", "null"])
def test_a_number_where_words_belong_is_refused(client: TestClient, value: str) -> None:
    answer = post_json(client, f'{{"invite": {value}}}')
    assert is_problem(answer, 422, "validation")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/invite"]


@pytest.mark.parametrize("value", ["9223372036854775808", "1e400", '"7"', "7.5", "true"])
def test_words_or_too_large_a_number_where_a_number_belongs_are_refused(
    client: TestClient, device: dict[str, str], value: str
) -> None:
    recording = f'{{"recording_id": "0192f3c4-0000-7000-8000-000000000001", "bytes": {value}}}'
    address = "/api/stories/0192f3c4-0000-7000-8000-000000000002"
    answer = client.put(
        address, content=f'{{"recordings": [{recording}]}}', headers={**device, "Content-Type": "application/json"}
    )
    assert is_problem(answer, 422, "validation")
    assert "/recordings/0/bytes" in [error["pointer"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    "body",
    [b'{"invite": "a\\u0000b"}', b'{"invite": "\\ud800"}', b'{"invite": "\xff\xfe"}'],
    ids=["NUL", "lone surrogate", "not UTF-8"],
)
def test_text_that_is_none_is_refused(client: TestClient, body: bytes) -> None:
    answer = post_json(client, body)
    assert is_problem(answer, answer.status_code, "validation")
    assert answer.status_code in {400, 422}


def test_a_body_of_five_megabytes_is_too_large(client: TestClient) -> None:
    assert is_problem(post_json(client, json.dumps({"invite": CANARY * 400_000})), 413, "validation")


def test_a_packed_body_is_not_unpacked(client: TestClient) -> None:
    bomb = gzip.compress(b" " * 1_000_000)
    packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert is_problem(client.post("/api/join", content=bomb, headers=packed), 415, "unsupported-media-type")


@pytest.mark.parametrize("length", ["-1", "1.5", CANARY, "\u0661"])
def test_a_length_that_is_none_is_malformed(client: TestClient, length: str) -> None:
    answer = client.post("/api/join", content=b"{}", headers={b"Content-Length": length.encode()})
    assert is_problem(answer, 400, "malformed-request")


@pytest.mark.parametrize("path", ["/api/join", "/api/desk/queue", "/partner/v1/stories", "/api/uploads"])
def test_another_origin_gets_no_leave_to_ask(client: TestClient, path: str) -> None:
    asks = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = client.options(path, headers=asks)
    assert is_problem(answer, 403, "forbidden")
    assert [name for name in answer.headers if name.startswith("access-control-")] == []


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["foreign", "hidden", "told by the browser"],
)
def test_another_site_cannot_write_at_the_desk(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/api/desk/session", json={"email": CANARY, "password": CANARY}, headers=headers)
    assert is_problem(answer, 403, "csrf")


def test_a_form_of_another_site_is_no_json(client: TestClient) -> None:
    answer = client.post("/api/desk/session", content=b"{}", headers={"Content-Type": "text/plain"})
    assert is_problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize("path", ["/api/project", "/api/desk/queue", "/partner/v1/stories"])
def test_the_api_has_no_pages(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert is_problem(answer, 406, "not-acceptable")
    assert "application/json" in answer.json()["detail"] + str(answer.json().get("errors", ""))


def test_an_unknown_version_of_the_partner_api_is_not_there(client: TestClient) -> None:
    assert is_problem(client.get("/partner/v9/stories"), 404, "not-found")


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "BREW"])
@pytest.mark.parametrize("path", ["/", "/api/join", "/partner/v1/stories"])
def test_a_method_that_we_do_not_know_is_refused(client: TestClient, method: str, path: str) -> None:
    assert is_problem(client.request(method, path), 405, "method-not-allowed")


def test_a_door_that_does_not_open_that_way_names_how_it_does(client: TestClient) -> None:
    answer = client.get("/api/join")
    assert is_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"])
def test_only_uploads_take_one_method_for_another(client: TestClient, header: str) -> None:
    answer = client.post("/api/desk/session", json={"email": "a", "password": "b"}, headers={header: "DELETE"})
    assert is_problem(answer, 405, "method-not-allowed")


@pytest.mark.parametrize("path", ["/r/", "/api/stories/", "/partner/v1/stories/"])
def test_an_address_that_never_ends_is_too_long(client: TestClient, path: str) -> None:
    assert is_problem(client.get(path + CANARY * 400), 414, "uri-too-long")


@pytest.mark.parametrize("header", ["X-Anything", "Authorization", "Cookie"])
def test_headers_that_never_end_are_too_large(client: TestClient, header: str) -> None:
    assert is_problem(client.get("/api/project", headers={header: CANARY * 4_000}), 431, "header-too-large")


@pytest.mark.parametrize(
    "name",
    ["1", "0192F3C4-0000-7000-8000-000000000001", "0192f3c4-0000-7000-8000-000000000001", "%00", "..%2fetc", CANARY],
)
def test_an_id_that_is_nobodys_is_not_there(client: TestClient, device: dict[str, str], name: str) -> None:
    assert is_problem(client.get(f"/api/stories/{name}", headers=device), 404, "not-found")


def test_a_story_is_there_for_its_phone_alone_and_under_one_spelling(client: TestClient, project_id: UUID) -> None:
    phone, token = make_phone(project_id)
    neighbours = found_project("Hillside", ["en"], organisation="", contact="", country="GB")
    _, strange_token = make_phone(neighbours)
    with reading(project_id) as session:
        told = make_declaration([make_participant(form_of(session, project_id))])
    story_id = new_id()
    with writing(project_id) as session:
        stories.declare(session, phone, story_id, StoryIn.model_validate(told), clock.now())
    ours, theirs = ({"Authorization": f"Bearer {each}"} for each in (token, strange_token))
    assert client.get(f"/api/stories/{story_id}", headers=ours).status_code == 200
    assert is_problem(client.get(f"/api/stories/{story_id}", headers=theirs), 404, "not-found")
    assert is_problem(client.get(f"/api/stories/{str(story_id).upper()}", headers=ours), 404, "not-found")


@pytest.mark.parametrize("path", ["/nowhere", "/api/nowhere", f"/{CANARY}", "/r/../../etc/passwd", "/desk/%2e%2e/app"])
def test_an_address_that_is_not_ours_is_not_there(client: TestClient, path: str) -> None:
    assert is_problem(client.get(path), 404, "not-found")


@pytest.mark.parametrize("path", ["/api/project", "/api/uploads/1", "/partner/v1/stories"])
def test_no_service_worker_can_be_made_of_our_answers(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Service-Worker": "script"})
    assert answer.status_code in {403, 404}
    assert "javascript" not in answer.headers["content-type"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_head_has_the_headers_of_a_problem_and_no_body(client: TestClient) -> None:
    answer = client.head("/nowhere")
    assert (answer.status_code, answer.content) == (404, b"")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_callers_own_request_id_is_ignored(client: TestClient) -> None:
    answer = client.get("/nowhere", headers={"X-Request-Id": CANARY})
    assert is_problem(answer, 404, "not-found")


def test_a_fault_of_ours_says_nothing_of_our_house(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError(CANARY)

    monkeypatch.setattr(projects, "join", breaks)
    answer = post_json(client, '{"invite": "a"}')
    assert is_problem(answer, 500, "fault")
    assert "app/" not in answer.text


@pytest.mark.parametrize("slug", ["not-found", "consent-missing"])
def test_a_problem_has_a_page_that_explains_it(client: TestClient, slug: str) -> None:
    page = client.get(f"/problems/{slug}")
    assert page.status_code == 200
    assert PROBLEMS[slug].title in page.text
    assert is_problem(client.get(f"/problems/{CANARY}"), 404, "not-found")


def test_the_origin_of_these_tests_is_served_with_tls() -> None:
    assert ORIGIN.startswith("https:")
