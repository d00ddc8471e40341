# SPDX-License-Identifier: Apache-2.0
"""staff on the record"""

import sqlalchemy as sa
from alembic import op

revision = "e93b4c7a1d52"
down_revision = "d85f2a6b1c37"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("consent_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("actor", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asked_by", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("consent_event", schema=None) as batch_op:
        batch_op.alter_column("actor", existing_type=sa.String(), server_default=None)
        batch_op.alter_column("asked_by", existing_type=sa.String(), server_default=None)

    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kept_back_at", sa.DateTime(timezone=True), nullable=True))

    op.create_table(
        "receipt_window",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_receipt_window_project_id")),
        sa.ForeignKeyConstraint(["record_id"], ["consent_record.record_id"], name=op.f("fk_receipt_window_record_id")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_receipt_window")),
    )
    with op.batch_alter_table("receipt_window", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipt_window_project_id"), ["project_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("receipt_window", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_receipt_window_project_id"))

    op.drop_table("receipt_window")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_column("kept_back_at")

    with op.batch_alter_table("consent_event", schema=None) as batch_op:
        batch_op.drop_column("asked_by")
        batch_op.drop_column("actor")
