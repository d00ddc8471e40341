# SPDX-License-Identifier: Apache-2.0
"""Who did what can be read, found and trusted: whatever is changed, cut out or cut off is seen."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select
from typer.testing import CliRunner

from app import cli
from app.consent.models import ConsentEvent
from app.curation import service as curation
from app.kit import audit, clock
from app.kit.audit import AuditDetail, AuditEntry
from app.kit.db import reading, writing
from app.register import chains
from app.stories import service as stories
from tests.rooms.publishing.desk_work import House
from tests.rooms.register.told import acts, register, sheet


@pytest.fixture
def worked(desk: House) -> UUID:
    """A story that went out and was made less."""
    desk.partner("public", "Library")
    story_id = desk.released()
    desk.narrow(story_id, {"research": "refused"})
    with writing(desk.project_id) as session:
        curation.read_content(session, story_id, "read_story", by=desk.facilitator)
    return story_id


def test_a_steward_finds_what_was_done_by_deed_by_person_and_by_story(
    desk: House, worked: UUID, stella: TestClient
) -> None:
    desk.told()
    by_deed = acts(stella, action="read_story")
    assert [(one["subject"], one["subject_kind"], one["actor"]["kind"]) for one in by_deed] == [
        (str(worked), "story", "staff")
    ]
    fay = str(desk.facilitator.person_id)
    assert {one["actor"]["id"] for one in acts(stella, actor=fay)} == {fay}
    [record_id] = desk.records(worked)
    about = acts(stella, about=str(worked))
    assert {one["subject"] for one in about} == {str(worked), str(record_id)}
    assert {"read_story", "ConsentNarrowed", "story.released"} <= {one["action"] for one in about}
    assert {one["subject"] for one in acts(stella, about=str(record_id))} == {str(record_id)}


def test_it_says_whom_and_what_there_is_to_ask_for(worked: UUID, stella: TestClient) -> None:
    told = stella.get("/api/desk/audit").json()
    assert {"read_story", "ConsentGiven"} <= set(told["actions"])
    assert [(one["kind"], one["name"]) for one in told["people"]] == [
        ("staff", "f"),
        ("staff", "stella"),
        ("partner", "Library"),
    ]


def test_pages_of_the_audit_hold_each_entry_once(worked: UUID, stella: TestClient) -> None:
    register(stella)
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = stella.get("/api/desk/audit", params={"limit": 3, **cursor}).json()
        seen += [one["entry_id"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert len(seen) == len(set(seen)) > 6


def unbroken(browser: TestClient) -> tuple[bool, int | None, list[str]]:
    answer = browser.get("/api/desk/audit/verify")
    assert answer.status_code == 200, answer.text
    [told] = answer.json()["items"]
    return told["is_unbroken"], told["broken_at"], told["broken_records"]


def middle(session: Session) -> AuditEntry:
    entries = list(session.execute(select(AuditEntry).order_by(col(AuditEntry.seq))).scalars())
    return entries[len(entries) // 2]


def change(session: Session) -> None:
    middle(session).actor = "somebody else"


def drop(session: Session) -> None:
    found = middle(session).entry_id
    session.execute(delete(AuditDetail).where(col(AuditDetail.entry_id) == found))
    session.execute(delete(AuditEntry).where(col(AuditEntry.entry_id) == found))


def swap(session: Session) -> None:
    one = middle(session)
    other = session.execute(select(AuditEntry).where(AuditEntry.seq == one.seq + 1)).scalar_one()
    one.action, other.action = other.action, one.action


def rewrite_details(session: Session) -> None:
    detail = session.execute(select(AuditDetail)).scalars().first()
    assert detail is not None
    detail.details = {**detail.details, "version": 99}


@pytest.mark.parametrize("deed", [change, drop, swap, rewrite_details])
def test_whatever_is_done_to_the_audit_is_seen(
    desk: House, worked: UUID, stella: TestClient, deed: Callable[[Session], None]
) -> None:
    assert unbroken(stella) == (True, None, [])
    with writing(desk.project_id) as session:
        deed(session)
    is_unbroken, broken_at, records = unbroken(stella)
    assert not is_unbroken
    assert broken_at is not None
    assert records == []


def change_choice(events: list[ConsentEvent], _: Session) -> None:
    events[0].choices = {**events[0].choices, "public_voice": "given"}


def cut_off_last(events: list[ConsentEvent], session: Session) -> None:
    session.delete(events[-1])


def cut_out_first(events: list[ConsentEvent], session: Session) -> None:
    session.delete(events[0])


@pytest.mark.parametrize("deed", [change_choice, cut_off_last, cut_out_first])
def test_whatever_is_done_to_a_persons_word_is_seen(
    desk: House, worked: UUID, stella: TestClient, deed: Callable[[list[ConsentEvent], Session], None]
) -> None:
    desk.told()
    [record_id] = desk.records(worked)
    assert unbroken(stella) == (True, None, [])
    with writing(desk.project_id) as session:
        told = select(ConsentEvent).where(ConsentEvent.record_id == record_id).order_by(col(ConsentEvent.seq))
        deed(list(session.execute(told).scalars()), session)
    assert unbroken(stella) == (False, None, [str(record_id)])


def test_an_erasure_breaks_nothing(desk: House, worked: UUID, stella: TestClient) -> None:
    desk.withdraw(worked)
    with writing(desk.project_id) as session:
        stories.erase(session, worked, clock.now())
    assert unbroken(stella) == (True, None, [])


def verify(*options: str) -> tuple[int, list[dict[str, object]]]:
    answer = CliRunner().invoke(cli.build("verify"), ["verify", "--json", *options])
    return answer.exit_code, json.loads(answer.stdout)["projects"] if answer.stdout else []


def test_the_caretaker_asks_by_command(desk: House, worked: UUID) -> None:
    code, [told] = verify()
    assert (code, told["is_unbroken"]) == (0, True)
    with writing(desk.project_id) as session:
        change(session)
    code, [told] = verify()
    assert (code, told["is_unbroken"]) == (1, False)


def test_what_was_cut_off_is_seen_with_yesterdays_head(desk: House, worked: UUID, tmp_path: Path) -> None:
    yesterday = tmp_path / "yesterday.json"
    answer = CliRunner().invoke(cli.build("verify"), ["verify", "--json"])
    yesterday.write_text(answer.stdout)
    with writing(desk.project_id) as session:
        last = session.execute(select(AuditEntry).order_by(col(AuditEntry.seq).desc()).limit(1)).scalar_one()
        session.execute(delete(AuditDetail).where(col(AuditDetail.entry_id) == last.entry_id))
        session.delete(last)
    assert verify()[0] == 0
    assert verify("--since", str(yesterday))[0] == 1


def test_the_chain_grows_on_from_yesterdays_head(desk: House, worked: UUID, tmp_path: Path) -> None:
    yesterday = tmp_path / "yesterday.json"
    yesterday.write_text(CliRunner().invoke(cli.build("verify"), ["verify", "--json"]).stdout)
    desk.told()
    assert verify("--since", str(yesterday))[0] == 0


def test_a_long_chain_is_looked_through_to_its_end(desk: House) -> None:
    with writing(desk.project_id) as session:
        for place in range(2_100):
            audit.record(session, project_id=desk.project_id, actor="system", action="counted", subject=place)
    with reading(desk.project_id) as session:
        assert audit.is_unbroken(session, desk.project_id)
        assert chains.verify(session, desk.project_id).chain.entries >= 2_100


def test_what_is_read_of_it_is_not_taken_for_an_export(stella: TestClient) -> None:
    sheet(stella)
    assert [one["action"] for one in acts(stella)] == ["exported_register"]
