# SPDX-License-Identifier: Apache-2.0
"""forms at the desk"""

import hashlib
from typing import Any

import rfc8785
import sqlalchemy as sa
from alembic import op

revision = "a47c0d9e5b18"
down_revision = "e93b4c7a1d52"
branch_labels = None
depends_on = None

FORM = sa.table(
    "consent_form",
    sa.column("form_version_id", sa.Uuid()),
    sa.column("form_id", sa.Uuid()),
    sa.column("version", sa.Integer()),
    sa.column("controller", sa.String()),
    sa.column("contact", sa.String()),
    sa.column("jurisdiction", sa.String()),
    sa.column("retention", sa.String()),
    sa.column("confidentiality_limits", sa.JSON()),
    sa.column("partner_note", sa.JSON()),
    sa.column("sha256", sa.String()),
)
PURPOSE = sa.table(
    "purpose",
    sa.column("form_version_id", sa.Uuid()),
    sa.column("position", sa.Integer()),
    sa.column("key", sa.String()),
    sa.column("required", sa.Boolean()),
    sa.column("recipients", sa.JSON()),
    sa.column("facets", sa.JSON()),
    sa.column("lawful_basis", sa.String()),
    sa.column("art9_condition", sa.String()),
    sa.column("expires_after_days", sa.Integer()),
    sa.column("dpv_uri", sa.String()),
)
TEXT = sa.table(
    "consent_form_text",
    sa.column("form_version_id", sa.Uuid()),
    sa.column("language", sa.String()),
    sa.column("cards", sa.JSON()),
    sa.column("questions", sa.JSON()),
    sa.column("needs_translation", sa.Boolean()),
    sa.column("sha256", sa.String()),
)


def upgrade() -> None:
    op.create_table(
        "consent_text_review",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("reviewed_by", sa.String(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("told_by", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_consent_text_review_project_id")),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_consent_text_review")),
        sa.UniqueConstraint("project_id", "text_sha256", name=op.f("uq_consent_text_review_project_id_text_sha256")),
    )
    with op.batch_alter_table("consent_text_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_text_review_project_id"), ["project_id"], unique=False)
    for form in op.get_bind().execute(sa.select(FORM)).mappings().all():
        told = hashlib.sha256(rfc8785.dumps(_said(form))).hexdigest()
        mine = FORM.c.form_version_id == form["form_version_id"]
        op.execute(sa.update(FORM).where(mine).values(sha256=told))


def _said(form: Any) -> dict[str, Any]:
    """From here on a version's hash covers all that it says."""

    def of(table: Any, *order: Any) -> list[dict[str, Any]]:
        rows = sa.select(table).where(table.c.form_version_id == form["form_version_id"]).order_by(*order)
        return [dict(row) for row in op.get_bind().execute(rows).mappings()]

    terms = (
        "version",
        "controller",
        "contact",
        "jurisdiction",
        "retention",
        "confidentiality_limits",
        "partner_note",
    )
    asked = [
        {name: value for name, value in row.items() if name != "form_version_id"}
        for row in of(PURPOSE, PURPOSE.c.position)
    ]
    worded = {
        row["language"]: {name: row[name] for name in ("cards", "questions", "needs_translation", "sha256")}
        for row in of(TEXT)
    }
    told = {"form_id": str(form["form_id"]), **{name: form[name] for name in terms}}
    return {**told, "purposes": asked, "texts": worded}


def downgrade() -> None:
    with op.batch_alter_table("consent_text_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_text_review_project_id"))

    op.drop_table("consent_text_review")
