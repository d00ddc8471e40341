# SPDX-License-Identifier: Apache-2.0
"""what is heard is kept window by window, and doubted"""

import sqlalchemy as sa
from alembic import op

revision = "e4a17c2b9d05"
down_revision = "d38f6b0a2e91"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.add_column(sa.Column("task", sa.String(), nullable=False, server_default="transcribe"))
        batch_op.add_column(sa.Column("asked_language", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("asked_model", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asked_by", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("duration_ms", sa.Integer(), nullable=True))
    with op.batch_alter_table("run", schema=None) as batch_op:
        for name in ("task", "asked_model", "asked_by"):
            batch_op.alter_column(name, existing_type=sa.String(), server_default=None)
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("flags", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.alter_column("flags", existing_type=sa.JSON(), server_default=None)
    op.create_table(
        "heard_window",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("start_ms", sa.Integer(), nullable=False),
        sa.Column("end_ms", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("heard", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_heard_window_project_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.run_id"], name=op.f("fk_heard_window_run_id_run")),
        sa.ForeignKeyConstraint(["story_id"], ["story.story_id"], name=op.f("fk_heard_window_story_id_story")),
        sa.PrimaryKeyConstraint("run_id", "start_ms", name=op.f("pk_heard_window")),
    )
    op.create_index(op.f("ix_heard_window_project_id"), "heard_window", ["project_id"])
    op.create_index(op.f("ix_heard_window_story_id"), "heard_window", ["story_id"])


def downgrade() -> None:
    op.drop_table("heard_window")
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.drop_column("flags")
    with op.batch_alter_table("run", schema=None) as batch_op:
        for name in ("duration_ms", "asked_by", "asked_model", "asked_language", "task"):
            batch_op.drop_column(name)
