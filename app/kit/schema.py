# SPDX-License-Identifier: Apache-2.0
"""The database to its newest revision: ours by Alembic first, then DBOS's own tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import app
from app.kit import jobs
from app.kit.db import engine

SCRIPTS = Path(app.__file__).parent.parent / "migrations"

DBOS_TABLES = frozenset(
    {
        "application_versions",
        "datasource_outputs",
        "dbos_datasource_migrations",
        "dbos_migrations",
        "notifications",
        "operation_outputs",
        "queues",
        "streams",
        "workflow_events",
        "workflow_events_history",
        "workflow_input",
        "workflow_output",
        "workflow_schedules",
        "workflow_status",
    }
)


def configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config


def upgrade() -> None:
    """To head, whatever the database holds now; safe to repeat."""
    command.upgrade(configuration(), "head")
    jobs.migrate()


def is_current() -> bool:
    """Whether the database stands at the revision this code was written for."""
    with engine().connect() as connection:
        present = MigrationContext.configure(connection).get_current_heads()
    return set(present) == set(ScriptDirectory.from_config(configuration()).get_heads())
