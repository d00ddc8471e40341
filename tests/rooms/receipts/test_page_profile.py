# SPDX-License-Identifier: Apache-2.0
"""The profile that a signed receipt names is served, and every receipt keeps to it."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it brings no types

from app.people.access import Staff
from tests.rooms.receipts.at_the_desk import Desk, sign_in
from tests.rooms.receipts.conftest import PIN, YES, Teller, tell

SERVICES = "share_partner:services"
EXACT = {"form": "voice", "name": "real", "place": "exact", "audience": ["services"], "credit": "Amina"}


def profile_of(teller: Teller) -> Draft202012Validator:
    """As anybody finds it, with the receipt in hand."""
    [_, named] = teller.looks("consent")["dct:conformsTo"]
    answer = teller.browser.get(urlsplit(named).path)
    assert answer.status_code == 200
    assert answer.json()["$id"] == named
    Draft202012Validator.check_schema(answer.json())
    return Draft202012Validator(answer.json())


def faults(teller: Teller) -> list[str]:
    return [fault.message for fault in profile_of(teller).iter_errors(teller.looks("consent"))]


@pytest.fixture
def amina(client: TestClient, project_id: UUID) -> Teller:
    amina = tell(client, project_id, facets={SERVICES: EXACT})
    amina.opens()
    return amina


def test_every_receipt_keeps_to_the_profile_that_it_names(amina: Teller) -> None:
    assert faults(amina) == []
    amina.asks("second-step", pin=PIN)
    day = "2030-01-01T00:00:00Z"
    amina.asks("narrow", facets={SERVICES: {"embargo_until": day, "expires_at": "2031-01-01T00:00:00Z"}})
    assert faults(amina) == []
    amina.asks("narrow", choices={SERVICES: "refused"})
    assert faults(amina) == []
    amina.asks("withdraw")
    assert faults(amina) == []


def test_a_guardians_receipt_keeps_to_it_too(client: TestClient, project_id: UUID) -> None:
    guardian = {"relation": "mother", "choices": {**YES, "recontact": "refused"}, "given_at": "2026-11-22T10:00:00Z"}
    child = tell(client, project_id, capacity_basis="guardian", guardian=guardian)
    child.opens()
    assert faults(child) == []


@pytest.mark.parametrize("asked_by", ["speaker", "next_of_kin", "community_authority"])
def test_a_receipt_of_what_the_desk_wrote_down_keeps_to_it(
    amina: Teller, front_door: FastAPI, facilitator: Staff, asked_by: str
) -> None:
    sam = Desk(sign_in(front_door, facilitator.person_id))
    sam.does(amina, "narrow", choices={SERVICES: "refused"}, asked_by=asked_by, reason="none_given")
    amina.opens()
    assert faults(amina) == []


@pytest.mark.parametrize("added", [{"name": "Amina"}, {"dct:created": "yesterday"}, {"dpv:hasDataSubject": "Amina"}])
def test_a_receipt_with_a_name_or_no_date_is_none(amina: Teller, added: dict[str, Any]) -> None:
    assert list(profile_of(amina).iter_errors({**amina.looks("consent"), **added}))
