# SPDX-License-Identifier: Apache-2.0
"""Whether what was written down still stands as it was written."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

import app.worker  # noqa: F401 - every room's tables
from app.cli.caretaker import AsJson
from app.kit.db import across_projects, reading
from app.projects import queries as projects
from app.register import chains


def verify(
    since: Annotated[
        Path | None, typer.Option(help="An earlier answer with --json: what was cut off since is found by it alone.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The audit log and everybody's consent: exit 1 where an entry was changed, taken out or cut off."""
    known = _heads(since) if since is not None else {}
    with reading() as session, across_projects(session):
        held = [(project.project_id, project.name) for project in projects.all_projects(session)]
    told = []
    for project_id, name in held:
        with reading(project_id) as session:
            verdict = chains.verify(session, project_id, known=known.get(str(project_id)))
        told.append(
            {
                "project_id": str(project_id),
                "name": name,
                "is_unbroken": verdict.is_unbroken,
                "entries": verdict.chain.entries,
                "head": verdict.chain.head,
                "broken_at": verdict.chain.broken_at,
                "records": verdict.records,
                "broken_records": [str(record_id) for record_id in verdict.broken_records],
            }
        )
    missing = sorted(known.keys() - {str(project_id) for project_id, _ in held})
    print(json.dumps({"projects": told, "missing": missing}) if as_json else _said(told, missing))
    if missing or not all(one["is_unbroken"] for one in told):
        raise typer.Exit(1)


def _heads(path: Path) -> Mapping[str, Mapping[int, str]]:
    told = json.loads(path.read_text(encoding="utf-8"))["projects"]
    return {one["project_id"]: {one["entries"]: one["head"]} for one in told if one["entries"]}


def _said(told: list[dict[str, Any]], missing: list[str]) -> str:
    lines = [f"{one['name']}: {_verdict(one)}" for one in told]
    return "\n".join([*lines, *(f"{project_id}: this project is gone." for project_id in missing)])


def _verdict(one: dict[str, Any]) -> str:
    if one["is_unbroken"]:
        return f"{one['entries']} entries and {one['records']} consents stand as they were written. Head {one['head']}"
    broken = [f"entry {one['broken_at']}"] if one["broken_at"] else []
    return "changed: " + ", ".join([*broken, *(f"consent {record_id}" for record_id in one["broken_records"])])
