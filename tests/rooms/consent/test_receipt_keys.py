# SPDX-License-Identifier: Apache-2.0
"""A receipt on paper outlives the house's secret: whatever key once signed can still be had, by its name."""

import base64
from typing import Any
from uuid import UUID

import rfc8785
from alembic import command
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi.testclient import TestClient

from app.consent import queries, receipt_keys, service
from app.kit import keys, schema
from app.kit.db import reading
from app.settings import settings
from tests.makers.stories import declare_story

BEFORE_KEYS = "c27a4f9d6e38"


def change_the_secret() -> None:
    file = keys.secret_file(settings())
    file.unlink()
    keys.make_secret(file)
    keys.forget_secret()


def told(project_id: UUID) -> dict[str, Any]:
    """Somebody tells a story, and takes their receipt home."""
    story = declare_story(project_id)
    with reading(project_id) as session:
        record = queries.records_of(session, story.story_id)[0]
        return service.receipt_document(session, record.record_id)


def holds_against(receipt: dict[str, Any], jwk: dict[str, str]) -> bool:
    body = {name: value for name, value in receipt.items() if name != "signature"}
    public, value = (base64.urlsafe_b64decode(part + "==") for part in (jwk["x"], receipt["signature"]["value"]))
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(value, rfc8785.dumps(body))
    except InvalidSignature:
        return False
    return True


def published(client: TestClient) -> dict[str, dict[str, str]]:
    """By the name that receipts call them by."""
    return {key["kid"]: key for key in client.get("/api/receipt-key").json()["keys"]}


def test_the_key_of_today_is_published_before_anybody_has_a_receipt(client: TestClient, project_id: UUID) -> None:
    answer = client.get("/api/receipt-key").json()
    (only,) = answer["keys"]
    assert only == {name: answer[name] for name in ("kty", "crv", "x", "kid")} == receipt_keys.public_jwk()


def test_a_receipt_of_before_is_checked_against_the_key_that_signed_it(client: TestClient, project_id: UUID) -> None:
    old = told(project_id)
    change_the_secret()
    new = told(project_id)
    assert old["signature"]["kid"] != new["signature"]["kid"]
    known = published(client)
    assert list(known) == [old["signature"]["kid"], new["signature"]["kid"]]
    for receipt, other in ((old, new), (new, old)):
        assert holds_against(receipt, known[receipt["signature"]["kid"]])
        assert not holds_against(receipt, known[other["signature"]["kid"]])
    assert client.get("/api/receipt-key").json()["kid"] == new["signature"]["kid"]


def test_a_key_stays_published_though_it_signed_for_nobody_since(client: TestClient, project_id: UUID) -> None:
    receipts = []
    for _ in range(3):
        receipts.append(told(project_id))
        change_the_secret()
    known = published(client)
    assert len(known) == 4
    assert all(holds_against(receipt, known[receipt["signature"]["kid"]]) for receipt in receipts)


def test_many_receipts_leave_one_key(client: TestClient, project_id: UUID) -> None:
    for _ in range(3):
        told(project_id)
    assert len(published(client)) == 1


def test_a_house_that_signed_before_keys_were_kept_keeps_the_one_it_signed_with(
    client: TestClient, project_id: UUID
) -> None:
    receipt = told(project_id)
    command.downgrade(schema.configuration(), BEFORE_KEYS)
    schema.upgrade()
    change_the_secret()
    assert holds_against(receipt, published(client)[receipt["signature"]["kid"]])
