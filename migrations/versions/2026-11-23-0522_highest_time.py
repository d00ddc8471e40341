# SPDX-License-Identifier: Apache-2.0
"""highest time"""

import sqlalchemy as sa
from alembic import op

revision = "d85f2a6b1c37"
down_revision = "c41d7e90a2b6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "highest_time",
        sa.Column("only", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_highest_time")),
    )


def downgrade() -> None:
    op.drop_table("highest_time")
