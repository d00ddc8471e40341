# SPDX-License-Identifier: Apache-2.0
"""sound until"""

import sqlalchemy as sa
from alembic import op

revision = "c41d7e90a2b6"
down_revision = "5b0e6d1c7a42"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sound_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_column("sound_until")
