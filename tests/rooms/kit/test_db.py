# SPDX-License-Identifier: Apache-2.0
"""The wall between projects, and the commit before the answer. Each guard stands beside its control."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Select, delete, exists, func, insert, union_all, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, aliased
from sqlmodel import col, select

from app.kit import audit, clock, db
from app.kit.audit import AuditDetail, AuditEntry
from app.kit.db import HouseSession, ProjectNotNamed, across_projects, get_session, reading, writing
from app.kit.ids import new_id
from app.projects.models import Project
from app.projects.service import create_invite

LEAK = "the neighbours' secret"


@pytest.fixture
def projects(house: Path) -> tuple[UUID, UUID]:
    """Ours and the neighbours', each with one audit entry and its details."""
    made = (new_id(), new_id())
    with writing() as session, across_projects(session):
        for project_id in made:
            session.add(Project(project_id=project_id, name="Riverside", languages=["en"], created_at=clock.now()))
        session.flush()
        for project_id, details in zip(made, ({"said": "ours"}, {"said": LEAK}), strict=True):
            audit.record(session, project_id=project_id, actor="anna", action="Wrote", subject="story", details=details)
    return made


Read = Callable[[UUID], Select[Any]]
counted = aliased(AuditEntry)
READS: dict[str, Read] = {
    "rows": lambda _: select(AuditEntry),
    "one row by its project": lambda other: select(AuditEntry).where(AuditEntry.project_id == other),
    "an alias": lambda other: select(counted).where(counted.project_id == other),
    "a column": lambda _: select(AuditEntry.seq),
    "a count": lambda _: select(func.count()).select_from(AuditEntry),
    "a join": lambda _: select(AuditDetail).join(AuditEntry, col(AuditEntry.entry_id) == AuditDetail.entry_id),
    "a join from the project": lambda _: select(Project.name).join(
        AuditEntry, col(AuditEntry.project_id) == Project.project_id
    ),
    "a subquery": lambda _: select(Project.name).where(col(Project.project_id).in_(select(AuditEntry.project_id))),
    "a scalar subquery": lambda _: select(select(func.count()).select_from(AuditEntry).scalar_subquery()),
    "an exists": lambda other: select(Project.name).where(
        Project.project_id == other, exists().where(col(AuditEntry.project_id) == other)
    ),
    "a common table": lambda _: select(select(AuditEntry.subject).cte("told")),
    "a derived table": lambda _: select(select(AuditEntry.subject).subquery("told")),
    "a union": lambda _: select(union_all(select(AuditEntry.subject), select(AuditEntry.subject)).subquery("told")),
}


def seen(session: Session, read: Select[Any]) -> int:
    """How much of what two projects hold a session sees through one statement."""
    rows = session.execute(read).all()
    numbers = [row[0] for row in rows if isinstance(row[0], int)]
    return numbers[0] if len(rows) == 1 and numbers else len(rows)


@pytest.mark.parametrize("through", READS)
def test_a_session_that_names_no_project_is_refused(through: str, projects: tuple[UUID, UUID]) -> None:
    with reading() as session, pytest.raises(ProjectNotNamed):
        session.execute(READS[through](projects[1])).all()


def test_a_session_that_names_no_project_may_not_fetch_by_id_or_write(projects: tuple[UUID, UUID]) -> None:
    with reading(projects[0]) as session:
        entry_id = session.execute(select(AuditEntry.entry_id)).scalar_one()
    with reading() as session, pytest.raises(ProjectNotNamed):
        session.get(AuditEntry, entry_id)
    with reading() as session, pytest.raises(ProjectNotNamed):
        session.execute(delete(AuditEntry))
    with reading() as session, pytest.raises(ProjectNotNamed):
        session.execute(update(AuditEntry).values(actor="mallory"))


@pytest.mark.parametrize("through", READS)
def test_one_project_sees_nothing_of_another(through: str, projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with reading() as session, across_projects(session):
        everything = seen(session, READS[through](theirs))
    with reading(theirs) as session:
        of_theirs = seen(session, READS[through](theirs))
    with reading(ours) as session:
        of_ours = seen(session, READS[through](theirs))
    asks_for_theirs = through in {"one row by its project", "an alias", "an exists"}
    assert of_ours == (0 if asks_for_theirs else everything // 2)
    assert of_theirs == (everything if asks_for_theirs else everything // 2)
    assert everything > 0


def test_a_table_read_past_its_model_is_refused_even_in_ones_own_project(projects: tuple[UUID, UUID]) -> None:
    bare = select(AuditEntry.__table__.c.subject)  # type: ignore[attr-defined]
    with reading(projects[0]) as session, pytest.raises(ProjectNotNamed):
        session.execute(bare)
    with reading() as session, across_projects(session):
        assert session.execute(bare).all()


def test_a_row_of_another_project_is_not_there_by_its_id(projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with reading(theirs) as session:
        entry_id = session.execute(select(AuditEntry.entry_id)).scalar_one()
    with reading(ours) as session:
        assert session.get(AuditEntry, entry_id) is None
    with reading(theirs) as session:
        assert session.get(AuditEntry, entry_id) is not None


def actors() -> set[str]:
    with reading() as session, across_projects(session):
        return set(session.execute(select(AuditEntry.actor)).scalars())


def test_an_update_or_a_delete_stays_in_its_project(projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with writing(ours) as session:
        session.execute(update(AuditEntry).values(actor="bela"))
        session.execute(update(AuditEntry).where(col(AuditEntry.project_id) == theirs).values(actor="mallory"))
    assert actors() == {"anna", "bela"}
    with writing(ours) as session:
        session.execute(delete(AuditDetail))
        session.execute(delete(AuditEntry))
        session.execute(delete(AuditEntry).where(col(AuditEntry.project_id) == theirs))
    assert actors() == {"anna"}
    with writing() as session, across_projects(session):
        session.execute(update(AuditEntry).values(actor="the caretaker"))
    assert actors() == {"the caretaker"}


def entry(project_id: UUID) -> dict[str, Any]:
    told: dict[str, Any] = dict.fromkeys(("actor", "action", "subject", "commitment", "prev_hash", "hash"), "mallory")
    return {**told, "project_id": project_id, "entry_id": new_id(), "seq": 2, "at": clock.now()}


def test_no_row_is_written_into_another_project(projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with pytest.raises(ProjectNotNamed), writing(ours) as session:
        session.add(AuditEntry(**entry(theirs)))
    with pytest.raises(ProjectNotNamed), writing() as session:
        session.add(AuditEntry(**entry(theirs)))
    with writing(ours) as session:
        session.add(AuditEntry(**entry(ours)))
    assert actors() == {"anna", "mallory"}


def test_no_statement_inserts_into_another_project(projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with pytest.raises(ProjectNotNamed), writing(ours) as session:
        session.execute(insert(AuditEntry).values(**entry(theirs)))
    with pytest.raises(ProjectNotNamed), writing(ours) as session:
        session.execute(insert(AuditEntry), [entry(ours), entry(theirs)])
    assert actors() == {"anna"}


def test_no_row_moves_to_another_project(projects: tuple[UUID, UUID]) -> None:
    ours, theirs = projects
    with pytest.raises(ProjectNotNamed), writing(ours) as session:
        session.execute(select(AuditEntry)).scalar_one().project_id = theirs
    with pytest.raises(ProjectNotNamed), writing(ours) as session:
        session.execute(update(AuditEntry).values(project_id=theirs))
    with reading(ours) as session:
        assert session.execute(select(func.count()).select_from(AuditEntry)).scalar_one() == 1


def test_a_session_that_named_a_project_forgets_what_it_saw_of_all(projects: tuple[UUID, UUID]) -> None:
    """A door looks a credential up across projects; what it loaded then is not there for the work that follows."""
    ours, theirs = projects
    with reading(ours) as session:
        with across_projects(session):
            held = session.execute(select(AuditEntry).where(AuditEntry.project_id == theirs)).scalar_one()
        assert session.get(AuditEntry, held.entry_id) is None


def test_a_write_lock_is_given_back_after_a_refusal(projects: tuple[UUID, UUID]) -> None:
    for _ in range(3):
        with pytest.raises(ProjectNotNamed), writing(projects[0]) as session:  # noqa: PT012 - the write comes first
            session.execute(update(AuditEntry).values(actor="bela"))
            session.add(AuditEntry(**entry(projects[1])))
    assert not db._write_lock.locked()
    assert actors() == {"anna"}


def breaks(_session: Session) -> None:
    raise OperationalError("COMMIT", {}, Exception("disk I/O error"))


def test_a_join_whose_commit_failed_is_never_answered_as_done(
    client: TestClient, invite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HouseSession, "commit", breaks)
    answer = client.post("/api/join", json={"invite": invite})
    assert answer.status_code == 503
    assert answer.json()["code"] == "unavailable"
    monkeypatch.undo()
    assert client.post("/api/join", json={"invite": invite}).status_code == 201


@pytest.fixture
def invite(project_id: UUID) -> str:
    with writing(project_id) as session:
        return create_invite(session, project_id, None, clock.now())[1]


def test_a_dependency_that_commits_after_the_answer_would_lie(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what `scope="function"` is for."""
    monkeypatch.setattr(HouseSession, "commit", breaks)

    def answer(scope: Any) -> int:
        app = FastAPI()

        @app.post("/", status_code=201)
        def tell(session: Annotated[Session, Depends(get_session, scope=scope)]) -> None:
            del session

        return TestClient(app, raise_server_exceptions=False).post("/").status_code

    assert [answer("request"), answer("function")] == [201, 500]


@pytest.fixture(autouse=True)
def _no_lock_is_left() -> Iterator[None]:
    yield
    assert not db._write_lock.locked()


def test_a_connection_given_back_after_everything_was_forgotten_is_closed(house: Path) -> None:
    straggler = db.engine().raw_connection()
    closed = straggler.dbapi_connection
    assert closed is not None

    db.forget_connections()
    straggler.close()

    with pytest.raises(Exception, match="closed"):
        closed.cursor()
