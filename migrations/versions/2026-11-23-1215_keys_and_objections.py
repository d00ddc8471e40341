# SPDX-License-Identifier: Apache-2.0
"""keys that signed, and children who object"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "d38f6b0a2e91"
down_revision = "c27a4f9d6e38"
branch_labels = None
depends_on = None

RECEIPT = sa.table("consent_receipt", sa.column("body", sa.JSON()), sa.column("issued_at", sa.DateTime(timezone=True)))


def upgrade() -> None:
    keys = op.create_table(
        "receipt_key",
        sa.Column("kid", sa.String(), nullable=False),
        sa.Column("x", sa.String(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kid", name=op.f("pk_receipt_key")),
    )
    op.create_table(
        "child_objection",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("objection_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("objects", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_child_objection_project_id")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["consent_record.record_id"], name=op.f("fk_child_objection_record_id_consent_record")
        ),
        sa.PrimaryKeyConstraint("objection_id", name=op.f("pk_child_objection")),
        sa.UniqueConstraint("record_id", "seq", name=op.f("uq_child_objection_record_id_seq")),
    )
    op.create_index(op.f("ix_child_objection_project_id"), "child_objection", ["project_id"])
    op.create_index(op.f("ix_child_objection_record_id"), "child_objection", ["record_id"])
    used = _already_used()
    if used:
        op.bulk_insert(keys, used)


def _already_used() -> list[dict[str, Any]]:
    """The keys that signed the receipts which are there."""
    found: dict[str, dict[str, Any]] = {}
    receipts = sa.select(RECEIPT.c.body, RECEIPT.c.issued_at).order_by(RECEIPT.c.issued_at)
    receipts = receipts.execution_options(yield_per=500)
    for body, issued_at in op.get_bind().execute(receipts):
        signature = body["signature"]
        used = {"kid": signature["kid"], "x": signature["jwk"]["x"], "first_used_at": issued_at}
        found.setdefault(signature["kid"], used)
    return list(found.values())


def downgrade() -> None:
    op.drop_table("child_objection")
    op.drop_table("receipt_key")
