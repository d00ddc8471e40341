# SPDX-License-Identifier: Apache-2.0
"""The documents in `openapi/` say what the doors say; `make schema` writes them anew."""

import json

import pytest

from app.main import create_surface
from tests.house.source import ROOT

SURFACES = ("reporter", "desk", "partner")


@pytest.mark.parametrize("surface", SURFACES)
def test_the_written_document_is_what_the_doors_say(surface: str) -> None:
    written = json.loads((ROOT / "openapi" / f"{surface}.json").read_text(encoding="utf-8"))
    told = json.loads(json.dumps(create_surface(surface).openapi()))
    assert written == told, "run `make schema`"


@pytest.mark.parametrize("surface", SURFACES)
def test_no_two_doors_of_a_surface_bear_one_name(surface: str) -> None:
    doors = [door for path in create_surface(surface).openapi()["paths"].values() for door in path.values()]
    names = [door["operationId"] for door in doors if isinstance(door, dict)]
    assert names
    assert len(set(names)) == len(names)
