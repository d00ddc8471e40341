# SPDX-License-Identifier: Apache-2.0
"""On whichever database the run stands on."""

from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlmodel import SQLModel

from app.kit import db, schema


def test_the_newest_revision_is_exactly_what_the_models_say(house: Path) -> None:
    command.check(schema.configuration())
    assert schema.is_current()


def test_a_host_can_go_all_the_way_down_and_up_again(house: Path) -> None:
    command.downgrade(schema.configuration(), "base")
    left = set(inspect(db.engine()).get_table_names()) - schema.DBOS_TABLES
    assert left == {"alembic_version"}
    assert not schema.is_current()
    schema.upgrade()
    command.check(schema.configuration())
    assert set(SQLModel.metadata.tables) <= set(inspect(db.engine()).get_table_names())


def test_there_is_one_line_of_revisions() -> None:
    assert len(ScriptDirectory.from_config(schema.configuration()).get_heads()) == 1


def test_no_version_file_knows_the_house(house: Path) -> None:
    for version in (schema.SCRIPTS / "versions").glob("*.py"):
        assert "import app" not in version.read_text()
        assert "from app" not in version.read_text()
