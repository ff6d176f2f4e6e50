"""Grades of claims are packed: the table is worked out anew after every migration, so it is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NOTE = "BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT"
OF_GRADE = (
    "'grade', claim.document FROM proposition_claims AS of JOIN claim ON claim.id = of.value "
    "WHERE {row}.scale = 'credibility' AND of.proposition = {row}.subject"
)


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.drop_table("document_cells")
    op.create_table(
        "document_cells",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        sa.Column("grades", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document"),
        sqlite_strict=True,
    )
    for verb, row in (("INSERT", "new"), ("DELETE", "old")):
        name = f"grade_noted_{verb.lower()}"
        op.execute(f"CREATE TRIGGER {name} AFTER {verb} ON grade {NOTE} {OF_GRADE.format(row=row)}; END")
    op.execute(
        "CREATE TRIGGER judgement_graded_insert AFTER INSERT ON judgement WHEN new.action IN ('grade', 'undo') "
        f"{NOTE} 'grade', claim.document FROM origin_claims AS own JOIN claim ON claim.id = own.value\n"
        "WHERE own.origin = new.subject; END"
    )


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
