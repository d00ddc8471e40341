# SPDX-License-Identifier: Apache-2.0
"""Whether what was written down, recorded and put into archives still stands as it was."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

import app.worker  # noqa: F401 - every room's tables
from app.cli import backup as archiving
from app.cli import objects
from app.cli.caretaker import AsJson
from app.kit import archives, daybook, rows
from app.kit.blobs import BlobMissing, store
from app.kit.db import across_projects, reading
from app.projects import queries as projects
from app.register import chains


def verify(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of archives; without it, the house itself.")
    ] = None,
    since: Annotated[
        Path | None, typer.Option(help="An earlier answer with --json: what was cut off since is found by it alone.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The audit log, everybody's consent and every recording; with DIR each archive there, byte for byte. Exit 1 where
    anything was changed, taken out or cut off."""
    if folder is not None:
        _verify_archives(folder.resolve(), as_json=as_json)
        return
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
    held_objects = _objects()
    answer = {"projects": told, "missing": missing, "objects": held_objects}
    print(json.dumps(answer) if as_json else _said(told, missing) + "\n" + _said_of_objects(held_objects))
    if missing or held_objects["lost"] or held_objects["changed"] or not all(one["is_unbroken"] for one in told):
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


def _objects() -> dict[str, Any]:
    """Every object that a row names: there, and where the row knows its SHA-256, the same. What went meanwhile with its
    row is no loss."""
    say = archiving.teller("recordings and other objects looked at")
    with rows.snapshot() as connection:
        named, promised = objects.named(connection), objects.promised(connection)
    found: dict[str, str | None] = {}
    for number, key in enumerate(sorted(named), start=1):
        found[key] = _sha256(key)
        say.count(number)
    say.done()
    with rows.snapshot() as connection:
        named &= objects.named(connection)
    return {
        "checked": len(found),
        "lost": sorted(key for key in named if found[key] is None),
        "changed": sorted(key for key in named & promised.keys() if found[key] not in {None, promised[key]}),
    }


def _sha256(key: str) -> str | None:
    """None where it is gone."""
    counted = hashlib.sha256()
    try:
        for piece in store().stream(key):
            counted.update(piece)
    except BlobMissing:
        return None
    return counted.hexdigest()


def _said_of_objects(told: dict[str, Any]) -> str:
    if not told["lost"] and not told["changed"]:
        return f"{told['checked']} recordings and other objects are as they came."
    lines = [f"gone: {key}" for key in told["lost"]] + [f"changed: {key}" for key in told["changed"]]
    return "\n".join(lines)


def _verify_archives(folder: Path, *, as_json: bool) -> None:
    found = archiving.found(folder)
    if not found:
        raise RuntimeError(f"There is no archive in {folder}.")
    known = {line["name"] for line in daybook.read(folder) if line["what"] == archiving.ARCHIVE}
    told = [_archive(path, known) for path in found]
    print(json.dumps({"archives": told}) if as_json else "\n".join(f"{one['name']}: {one['said']}" for one in told))
    if not all(one["is_whole"] for one in told):
        raise typer.Exit(1)


def _archive(path: Path, known: set[str]) -> dict[str, Any]:
    try:
        manifest = archives.check(path)
    except archives.BadArchive as bad:
        return {"name": path.name, "is_whole": False, "said": str(bad)}
    if manifest["name"] not in known:
        return {"name": path.name, "is_whole": False, "said": "the ledger beside it is older, and does not know it."}
    said = f"whole: {manifest['objects']} objects, {manifest['rows']} rows, of {manifest['at']}."
    return {"name": path.name, "is_whole": True, "said": said, "at": manifest["at"]}
