# SPDX-License-Identifier: Apache-2.0
"""spoken sounds"""

import sqlalchemy as sa
from alembic import op

revision = "5b0e6d1c7a42"
down_revision = "88a9c477950a"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spoken_sound",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("spoken_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("original_key", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("refused_as", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_spoken_sound_project_id")),
        sa.PrimaryKeyConstraint("spoken_id", name=op.f("pk_spoken_sound")),
        sa.UniqueConstraint(
            "project_id",
            "kind",
            "subject",
            "language",
            name=op.f("uq_spoken_sound_project_id_kind_subject_language"),
        ),
    )
    with op.batch_alter_table("spoken_sound", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_spoken_sound_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_spoken_sound_sha256"), ["sha256"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("spoken_sound", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_spoken_sound_sha256"))
        batch_op.drop_index(batch_op.f("ix_spoken_sound_project_id"))
    op.drop_table("spoken_sound")
