# SPDX-License-Identifier: Apache-2.0
"""Every door by which a story could leave asks the gate; a new one is tried without being named here."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from fastapi.routing import APIRoute

from app.partners import routes, webhook_routes
from app.publishing import rules
from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import House

TELLS_NO_STORY = {
    "GET /key",
    "GET /changes",
    "POST /changes/acknowledge",
    "GET /webhooks",
    "POST /webhooks",
    "GET /webhooks/{webhook_id}",
    "PATCH /webhooks/{webhook_id}",
    "DELETE /webhooks/{webhook_id}",
    "POST /webhooks/{webhook_id}/test",
    "GET /webhooks/{webhook_id}/deliveries",
    "POST /webhooks/{webhook_id}/deliveries/{delivery_id}/retry",
}
"""Who asks, where they listen, and ids: what a change or a message names is then read through the gate."""
SAYS = {"POST /stories/{public_id}/responses": {"kind": "heard", "text": "We read it together."}}


def doors() -> Iterator[tuple[str, str]]:
    for route in (*routes.router.routes, *webhook_routes.router.routes):
        if isinstance(route, APIRoute):
            for method in sorted(route.methods or ()):
                if f"{method} {route.path}" not in TELLS_NO_STORY:
                    yield from ((method, path) for path in spelled(route))


def spelled(route: APIRoute) -> list[str]:
    """The path in each of the forms that it knows."""
    forms = get_args(get_type_hints(route.endpoint).get("form"))
    return [route.path.replace("{form}", form) for form in forms] or [route.path]


def broken(*_: object, **__: object) -> object:
    raise RuntimeError("the gate is broken")


@pytest.mark.parametrize(("method", "path"), list(doors()))
def test_no_door_answers_while_the_gate_is_broken(
    method: str, path: str, desk: House, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.released()
    [item] = ask("/stories").json()["items"]
    told: dict[str, Any] = {"method": method}
    if said := SAYS.get(f"{method} {path}"):
        told |= {"json": said, "headers": {"Idempotency-Key": "once"}}
    monkeypatch.setattr(rules, "decide", broken)
    answer = ask(path.format(public_id=item["id"]), **told)
    assert answer.status_code == 503
    assert "etag" not in answer.headers
    assert b"Karachi" not in answer.content
