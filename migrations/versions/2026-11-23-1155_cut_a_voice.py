# SPDX-License-Identifier: Apache-2.0
"""cut a voice"""

import sqlalchemy as sa
from alembic import op

revision = "c5e20d91a7f4"
down_revision = "b16f3e8c4d27"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cutting",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("word_spans", sa.JSON(), nullable=False),
        sa.Column("speakers", sa.JSON(), nullable=False),
        sa.Column("nothing_said", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("record_ids", sa.JSON(), nullable=False),
        sa.Column("cut_copy", sa.JSON(), nullable=False),
        sa.Column("look_at", sa.JSON(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_cutting_project_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.story_id"], name=op.f("fk_cutting_story_id")),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_cutting")),
    )
    with op.batch_alter_table("cutting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cutting_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cutting_state"), ["state"], unique=False)
    op.create_table(
        "cutting_heard",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("heard_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("from_ms", sa.Integer(), nullable=False),
        sa.Column("to_ms", sa.Integer(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_cutting_heard_project_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.story_id"], name=op.f("fk_cutting_heard_story_id")),
        sa.PrimaryKeyConstraint("heard_id", name=op.f("pk_cutting_heard")),
    )
    with op.batch_alter_table("cutting_heard", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cutting_heard_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cutting_heard_story_id"), ["story_id"], unique=False)
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("record_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_column("record_id")
    with op.batch_alter_table("cutting_heard", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cutting_heard_story_id"))
        batch_op.drop_index(batch_op.f("ix_cutting_heard_project_id"))
    op.drop_table("cutting_heard")
    with op.batch_alter_table("cutting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cutting_state"))
        batch_op.drop_index(batch_op.f("ix_cutting_project_id"))
    op.drop_table("cutting")
