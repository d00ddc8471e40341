# SPDX-License-Identifier: Apache-2.0
"""the chase"""

import sqlalchemy as sa
from alembic import op

revision = "b16f3e8c4d27"
down_revision = "a47c0d9e5b18"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chase",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("chase_id", sa.Uuid(), nullable=False),
        sa.Column("principal_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["feed_entry.entry_id"], name=op.f("fk_chase_entry_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_chase_project_id")),
        sa.PrimaryKeyConstraint("chase_id", name=op.f("pk_chase")),
        sa.UniqueConstraint("entry_id", "stage", name=op.f("uq_chase_entry_id_stage")),
    )
    with op.batch_alter_table("chase", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chase_principal_id"), ["principal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_chase_project_id"), ["project_id"], unique=False)
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry_page", ["project_id", "at", "entry_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_page")
    with op.batch_alter_table("chase", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chase_project_id"))
        batch_op.drop_index(batch_op.f("ix_chase_principal_id"))
    op.drop_table("chase")
