# SPDX-License-Identifier: Apache-2.0
from typing import Any

from alembic import context
from sqlalchemy import text
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import app.consent.models
import app.curation.models
import app.kit.audit
import app.kit.counters
import app.kit.moments
import app.kit.reaper
import app.partners.models
import app.people.models
import app.projects.models
import app.publishing.models
import app.receipts.models
import app.register.models
import app.stories.models
import app.transcription.models
import app.uploads.models  # noqa: F401 - every table
from app.kit.db import Utc, is_sqlite, writing_engine
from app.kit.schema import DBOS_TABLES

LOCK_TIMEOUT = "SET lock_timeout = '10s'"


def is_ours(name: str | None, kind: str, _parent: Any) -> bool:
    return not (kind == "table" and name in DBOS_TABLES)


def plainly(kind: str, thing: Any, _context: Any) -> str | bool:
    """Columns in a version file are plain SQLAlchemy: they must read the same when our types have moved on."""
    if kind == "type" and isinstance(thing, Utc):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, AutoString):
        return "sa.String()"
    return False


def run() -> None:
    engine = writing_engine()
    with engine.connect() as connection:
        if not is_sqlite():
            connection.execute(text(LOCK_TIMEOUT))
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            include_name=is_ours,
            render_item=plainly,
            render_as_batch=True,
            compare_type=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
