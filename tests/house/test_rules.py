# SPDX-License-Identifier: Apache-2.0
"""Small rules that hold everywhere: rows know their project, routes are synchronous, one clock, one voice."""

import ast
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from sqlmodel import SQLModel

from app.kit.db import ProjectRow
from tests.house.source import ROOT, last_name, named, nodes_of_app, python_files, tree

WITHOUT_PROJECT = {
    "project": "is the project",
    "person": "one person may work in several projects",
    "staff_session": "a person signs in once for all their projects",
    "sign_in_link": "opens a session of that person",
    "worker_lease": "workers serve every project",
    "job_attempt": "counts take-overs of jobs, whose names are ids",
    "highest_time": "a clock is the whole house's",
    "receipt_key": "the house signs for every project with one key at a time",
    "tally": "limits hold across projects: addresses, sign-ins, codes",
}
ASYNC_ROUTES = {
    "app/uploads/routes.py": {"discover", "create", "look", "append", "terminate", "overridden"},
    "app/curation/routes.py": {"events"},
    "app/partners/routes.py": {"read_changes"},
}
"""Bodies of uploads, the desk's server-sent events, and the partner's wait for the next change."""
ASYNC_ELSEWHERE = {
    "app/kit/bodies.py",
    "app/kit/guards.py",
    "app/kit/outbound.py",
    "app/kit/ranges.py",
    "app/curation/live.py",
    "app/partners/doors.py",
    "app/receipts/access.py",
    "app/receipts/page_routes.py",
}
"""ASGI itself and what it reads, sound on its way, the stream behind the desk's events, bodies of forms on pages
without script, a wait that holds no thread, and a call to a partner's target that ends when its time is over."""
VERBS = {"get", "head", "post", "put", "patch", "delete", "options", "api_route"}
ENTRIES = {"app/main.py", "app/worker.py", "app/cli/__init__.py", "tests/conftest.py"}


def tables() -> dict[str, type[SQLModel]]:
    for path in python_files("app"):
        if path.name == "models.py" or path.parent.name == "kit":
            import_module(named(path).removesuffix(".py").replace("/", "."))
    found = (mapper.class_ for mapper in SQLModel._sa_registry.mappers)
    return {str(table.__tablename__): table for table in found if table.__module__.startswith("app.")}


def test_every_table_knows_its_project_or_says_why_not() -> None:
    held = tables()
    assert len(held) > 40
    assert {name for name, table in held.items() if not issubclass(table, ProjectRow)} == set(WITHOUT_PROJECT)


def test_a_tables_project_may_not_be_missing() -> None:
    projects = [table.__table__.c["project_id"] for table in tables().values() if issubclass(table, ProjectRow)]  # type: ignore[attr-defined]
    assert [str(column) for column in projects if column.nullable or not column.foreign_keys] == []


def is_route(function: ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Call) and last_name(mark.func) in VERBS for mark in function.decorator_list)


def test_only_upload_bodies_and_event_streams_are_async() -> None:
    found: dict[str, set[str]] = {}
    others = set()
    for file, node in nodes_of_app():
        if isinstance(node, ast.AsyncFunctionDef) and is_route(node):
            found.setdefault(file, set()).add(node.name)
        elif isinstance(node, ast.AsyncFunctionDef):
            others.add(file)
    assert found == ASYNC_ROUTES
    assert others - set(found) <= ASYNC_ELSEWHERE


def test_an_async_route_is_seen() -> None:
    planted = ast.parse("@router.get('/x')\nasync def x() -> None: ...").body[0]
    assert isinstance(planted, ast.AsyncFunctionDef)
    assert is_route(planted)


def test_nothing_prints_but_the_caretakers_door() -> None:
    printing = [
        f"{file}:{node.lineno}"
        for file, node in nodes_of_app()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        if not file.startswith("app/cli/")
    ]
    assert printing == []


def asks_a_clock(node: ast.AST) -> bool:
    """`datetime.now()`, `utcnow()`, `today()`: times that a test cannot freeze."""
    return isinstance(node, ast.Attribute) and (
        node.attr == "utcnow" or (node.attr in {"now", "today"} and last_name(node.value) in {"datetime", "date"})
    )


def test_there_is_one_clock() -> None:
    asked = [
        f"{file}:{node.lineno}" for file, node in nodes_of_app() if isinstance(node, ast.expr) and asks_a_clock(node)
    ]
    assert [place for place in asked if not place.startswith("app/kit/clock.py")] == []
    assert asked


def test_services_and_rules_never_ask_the_time_of_the_day() -> None:
    """Doors ask and pass it in; only doors, jobs and the kit know the clock."""
    knowing = {
        file
        for file, node in nodes_of_app()
        if isinstance(node, ast.ImportFrom)
        and node.module == "app.kit"
        and "clock" in {name.name for name in node.names}
    }
    assert {file for file in knowing if file.endswith(("rules.py", "lifecycle.py", "events.py", "gate.py"))} == set()


def commits(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"


def test_services_never_commit() -> None:
    """Doors and workers open and close transactions, in `kit/db.py` alone."""
    assert {file for file, node in nodes_of_app() if commits(node)} == {"app/kit/db.py"}


def test_no_query_writes_past_the_wall_between_projects() -> None:
    """A statement on a bare table is not narrowed to the session's projects."""
    bare = [
        f"{file}:{node.lineno}"
        for file, node in nodes_of_app()
        if isinstance(node, ast.Attribute) and node.attr == "__table__" and not file.startswith("app/kit/")
    ]
    assert bare == []


@pytest.mark.parametrize("file", sorted(ENTRIES))
def test_every_entry_silences_telemetry_before_anything_is_imported(file: str) -> None:
    body = [node for node in tree(ROOT / file).body if not is_docstring(node)]
    assert ast.unparse(body[0]) == "import os"
    assert ast.unparse(body[1]) == "os.environ['ORT_DISABLE_TELEMETRY'] = '1'"


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_the_library_that_calls_home_is_pinned_below() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wishes = [wish for wish in map(Requirement, project["project"]["dependencies"]) if wish.name == "onnxruntime"]
    assert [wish.specifier.contains("1.28.0") for wish in wishes] == [True]
    assert [wish.specifier.contains("1.29.0") for wish in wishes] == [False]


def test_annotations_are_real_where_doors_and_tables_read_them() -> None:
    """FastAPI and SQLModel read annotations when the program runs."""
    postponed = [
        named(path)
        for path in python_files("app")
        if path.name in {"models.py", "routes.py", "access.py"}
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    ]
    assert postponed == []


def test_there_is_no_drawer_without_a_name() -> None:
    drawers = {"utils", "helpers", "common", "manager", "misc"}
    found = [named(path) for folder in ("app", "frontend/src") for path in Path(ROOT / folder).rglob("*")]
    assert [name for name in found if Path(name).stem in drawers and "static" not in name] == []
