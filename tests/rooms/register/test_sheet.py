# SPDX-License-Identifier: Apache-2.0
"""The register as a sheet: the same rows, and nothing in it that a spreadsheet would work out."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from app.register import sheet
from tests.rooms.publishing.desk_work import KEPT, House
from tests.rooms.register.told import acts, register, talk
from tests.rooms.register.told import sheet as taken

FORMULAS = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


def test_the_sheet_has_the_rows_and_filters_of_the_register(desk: House, stella: TestClient) -> None:
    talk(desk)
    desk.told(choices=KEPT)
    assert [row["record_id"] for row in taken(stella)] == [row["record_id"] for row in register(stella)]
    rows = taken(stella, purpose="research")
    assert [row["record_id"] for row in rows] == [row["record_id"] for row in register(stella, purpose="research")]
    assert len({row["story"] for row in rows}) == 1
    assert rows[0]["research"].startswith("given; ")
    assert rows[0]["public_voice"] == "refused"


def test_a_spreadsheet_can_read_its_letters(desk: House, stella: TestClient) -> None:
    desk.partner("public", "Bibliothèque")
    desk.released()
    answer = stella.get("/api/desk/register.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert b"\r\n" in answer.content
    assert taken(stella)[0]["held_by"] == "Bibliothèque"


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_is_a_formula(desk: House, stella: TestClient, name: str) -> None:
    desk.partner("public", name)
    desk.released()
    answer = stella.get("/api/desk/register.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(answer, newline="")) for cell in row]
    assert f"'{name}" in cells
    assert [cell for cell in cells if cell.startswith(sheet.FORMULA)] == []


def test_no_id_in_it_tells_when_somebody_spoke(desk: House, stella: TestClient) -> None:
    story_id = talk(desk)
    told = stella.get("/api/desk/register.csv").text
    assert str(story_id) not in told
    assert [row["participant_id"] for row in register(stella) if row["participant_id"] in told] == []


def test_a_neighbours_consents_are_not_in_it(desk: House, neighbours: House, stella: TestClient) -> None:
    desk.told()
    neighbours.told()
    assert len(taken(stella)) == 1
    assert taken(stella, project=str(neighbours.project_id)) == []


def test_taking_it_is_written_down_with_what_was_asked(desk: House, stella: TestClient) -> None:
    taken(stella, state="given")
    taken(stella)
    told = [(one["details"], one["actor"]["name"]) for one in acts(stella, action="exported_register")]
    assert told == [({}, "stella"), ({"state": "given"}, "stella")]


def test_a_long_register_is_read_a_handful_at_a_time(
    desk: House, stella: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.register.queries.AT_ONCE", 2)
    for _ in range(5):
        desk.told()
    assert len({row["record_id"] for row in taken(stella)}) == 5
