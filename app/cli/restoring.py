# SPDX-License-Identifier: Apache-2.0
"""`restore`: a house comes back from an archive, in one transaction. Any doubt, and nothing is changed."""

import hashlib
import json
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Annotated, Any, Final

import typer
from sqlalchemy import Connection, func, text
from sqlalchemy import select as choose
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

import app.worker  # noqa: F401 - every room's tables and listeners
from app.cli import backup as archiving
from app.cli import objects
from app.cli.caretaker import AsJson
from app.cli.ground import MARKER
from app.cli.replaying import replay
from app.cli.serving import only_one
from app.kit import archives, audit, clock, daybook, jobs, keys, moments, rows, schema
from app.kit.blobs import BlobMissing, Blobs, store
from app.kit.daybook import Line
from app.kit.db import across_projects, engine, forget_connections, is_sqlite, metadata, name_projects, writing
from app.kit.lanes import Lane
from app.kit.reaper import LEASE_SECONDS, living
from app.projects import queries as projects
from app.settings import settings
from app.stories import erasure

CARETAKER: Final = "caretaker"
UNCHANGED: Final = "Nothing was changed."
FORGET_TRIES: Final = 20
PATIENCE_S: Final = 0.5
"""What a reader keeps the database from giving up now, housekeeping makes it give up later."""


def restore(
    folder: archiving.Folder,
    archive: Annotated[str, typer.Option(help="Its name; the newest otherwise.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up what stands here now, once it is in an archive of its own.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put a house back from an archive: everything is checked, and what was erased or taken back since stays so."""
    folder = folder.resolve()
    _require_key()
    path = _chosen(folder, archive)
    lines = _ledger(folder)
    with ExitStack() as held:
        settings().data_dir.mkdir(parents=True, exist_ok=True)
        held.enter_context(only_one())
        is_new = _is_new()
        if not is_new and not _is_empty():
            if not replace:
                raise RuntimeError(f"A house stands here already. {UNCHANGED} To give it up, add --replace.")
            _refuse_while_at_work()
        manifest = archives.check(path)
        _require_known(manifest, lines)
        if replace and not is_new:
            archiving.make(folder, say=archiving.teller())
            lines = daybook.read(daybook.home())
        told = _bring_in(path, folder, manifest, lines, is_new=is_new)
    print(json.dumps(told) if as_json else _said(told))


def _bring_in(
    path: Path, folder: Path, manifest: dict[str, Any], lines: Sequence[Line], *, is_new: bool
) -> dict[str, Any]:
    put: list[str] = []
    try:
        if is_new:
            schema.upgrade()
        _require_revision(manifest)
        jobs.client()
        with writing() as session, across_projects(session):
            told = _fill(session, path, manifest, lines, put)
            daybook.adopt(folder)
    except BaseException as fault:  # whatever it is, what was put goes
        for key in put:
            store().delete(key)
        if is_new:
            _take_down()
        if not isinstance(fault, SQLAlchemyError | LookupError | ValueError):
            raise
        raise RuntimeError(f"{path.name} could not be put back. {UNCHANGED}") from fault
    _settle(folder)
    return {"archive": path.name, **told}


def _fill(
    session: Session, path: Path, manifest: dict[str, Any], lines: Sequence[Line], put: list[str]
) -> dict[str, Any]:
    at = clock.now()
    connection = session.connection()
    rows.clear(connection, reversed(metadata.sorted_tables))
    jobs.forget_all(connection)
    waiting = _load(connection, path, manifest)
    known = [project.project_id for project in projects.all_projects(session)]
    name_projects(session, known)
    moments.note(session, at)
    done = replay(session, lines, at)
    for job in waiting:
        jobs.enqueue(session, job.workflow, lane=Lane(job.lane), job_id=job.job_id, arguments=job.arguments)
    for project_id in known:
        audit.record(
            session,
            project_id=project_id,
            actor=CARETAKER,
            action="restored",
            subject=project_id,
            details={"archive": manifest["name"]},
        )
    session.flush()
    wanted = objects.named(session.connection())
    found = _put_objects(path, manifest, wanted, put)
    return {**vars(done), "made_at": manifest["at"], "objects": len(found), "lost": sorted(wanted - found)}


def _load(connection: Connection, path: Path, manifest: dict[str, Any]) -> list[jobs.Waiting]:
    waiting: list[jobs.Waiting] = []
    count = 0

    def take(name: str, source: IO[bytes]) -> None:
        nonlocal count
        if name == archiving.JOBS:
            waiting.extend(jobs.Waiting(**told) for told in json.loads(source.read()))
        elif name.startswith(archiving.ROWS):
            table = metadata.tables[name.removeprefix(archiving.ROWS).partition("/")[0]]
            count += rows.put_back(connection, table, source.read())

    archives.read(path, take)
    if count != manifest["rows"]:
        raise archives.BadArchive(f"{path.name} does not hold the rows that it says. {UNCHANGED}")
    return waiting


def _put_objects(path: Path, manifest: dict[str, Any], wanted: set[str], put: list[str]) -> set[str]:
    """Those of the archive that the rows name, as they are there now; what stands already is left alone."""
    found: set[str] = set()
    say = archiving.teller("objects put back")

    def take(name: str, source: IO[bytes]) -> None:
        key = name.removeprefix(archiving.OBJECTS)
        if not name.startswith(archiving.OBJECTS) or key not in wanted:
            return
        found.add(key)
        if not _stands(store(), key, manifest["entries"][name][1]):
            put.append(key)
            store().put(key, iter(lambda: source.read(archives.BUFFER_BYTES), b""))
        say.count(len(found))

    archives.read(path, take)
    say.done()
    return found


def _stands(objects_here: Blobs, key: str, sha256: str) -> bool:
    counted = hashlib.sha256()
    try:
        for piece in objects_here.stream(key):
            counted.update(piece)
    except BlobMissing:
        return False
    return counted.hexdigest() == sha256


def _settle(folder: Path) -> None:
    """What is committed holds; here goes what it does not name."""
    daybook.add_place(folder)
    with rows.snapshot() as connection:
        named = objects.named(connection)
    for key in list(store().list("")):
        if key not in named:
            store().delete(key)
    for _ in range(FORGET_TRIES):
        if erasure.forget_pages():
            break
        time.sleep(PATIENCE_S)
    (settings().data_dir / MARKER).touch()


def _require_key() -> None:
    path = keys.secret_file(settings())
    if settings().secret_key:
        return
    if not path.exists():
        raise RuntimeError(f"The secret key {path} is not here. Put it back from the recovery sheet first. {UNCHANGED}")
    if not keys.is_private(path):
        raise RuntimeError(f"Others can read the secret key. Run: chmod 400 {path}")


def _chosen(folder: Path, name: str) -> Path:
    found = archiving.found(folder)
    if name:
        found = [path for path in found if path.name == name]
    if not found:
        raise RuntimeError(f"There is no such archive in {folder}. {UNCHANGED}")
    return found[-1]


def _ledger(folder: Path) -> list[dict[str, Any]]:
    """The lines that lie beside the archives, or our own where they go further."""
    try:
        beside = daybook.read(folder)
    except FileNotFoundError:
        raise RuntimeError(
            f"The ledger {folder / daybook.NAME} is not beside the archives: what was erased would come back."
            f" {UNCHANGED}"
        ) from None
    own = daybook.read(daybook.home()) if daybook.stands() else []
    shorter, longer = sorted((beside, own), key=len)
    if longer[: len(shorter)] != shorter:
        raise daybook.DaybookDamaged(
            f"The ledger in {folder} and the one in {daybook.home()} have gone different ways. {UNCHANGED}"
        )
    return longer


def _require_known(manifest: dict[str, Any], lines: Sequence[Line]) -> None:
    names = {line["name"] for line in lines if line["what"] == archiving.ARCHIVE}
    if manifest["name"] not in names:
        raise RuntimeError(
            f"The ledger is older than this archive: it does not know of {manifest['name']}. {UNCHANGED}"
        )


def _require_revision(manifest: dict[str, Any]) -> None:
    with engine().connect() as connection:
        here = rows.revision(connection)
    columns = {table.name: rows.columns(table) for table in rows.tables()}
    if manifest["revision"] != here or manifest["columns"] != columns:
        raise RuntimeError(
            f"The archive was made by another version (revision {manifest['revision']}, here {here})."
            f" Restore with that version, then upgrade. {UNCHANGED}"
        )


def _is_new() -> bool:
    """Whether there is no database yet, or one without a table."""
    if is_sqlite():
        return not (settings().data_dir / "heardwell.db").exists()
    with engine().connect() as connection:
        return connection.execute(text("SELECT to_regclass('alembic_version')")).scalar_one() is None


def _is_empty() -> bool:
    with engine().connect() as connection:
        return connection.execute(choose(func.count()).select_from(metadata.tables["project"])).scalar_one() == 0


def _refuse_while_at_work() -> None:
    """On a database that other machines reach: a worker lives there while its lease does."""
    with writing() as session:
        alive = living(session)
    if alive:
        raise RuntimeError(
            f"A worker is at work on this database. Stop every Heardwell, wait {LEASE_SECONDS} seconds. {UNCHANGED}"
        )


def _take_down() -> None:
    """The database that was made for this, and nobody's yet."""
    jobs.forget_client()
    forget_connections()
    if is_sqlite():
        for end in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                (settings().data_dir / f"heardwell.db{end}").unlink()


def _said(told: dict[str, Any]) -> str:
    lines = [f"The house of {told['made_at']} is back, with {told['objects']} recordings and other objects."]
    sentences = {
        "erased": "{} erased since: gone here too.",
        "taken_back": "{} voices took their story back since: it is hidden, and goes when their days are over.",
        "hidden": "{} voices allowed less since: their stories are hidden until they say otherwise.",
        "closed": "{} stories wait to be approved again: partners heard of them after the archive was made.",
    }
    lines += [sentence.format(told[name]) for name, sentence in sentences.items() if told[name]]
    if told["lost"]:
        lines.append(f"{len(told['lost'])} objects were not in the archive. Run: heardwell verify")
    lines.append("Not here is what the desk decided since: keys revoked, people removed, redactions. Look again.")
    return "\n".join(lines)
