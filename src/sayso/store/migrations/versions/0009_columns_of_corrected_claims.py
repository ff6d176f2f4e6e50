"""Columns go by what people corrected: a trigger notes the document, and all is worked out anew after a migration."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.execute(
        "CREATE TRIGGER judgement_corrected_insert AFTER INSERT ON judgement WHEN new.action IN ('correct', 'undo') "
        "BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'document', document FROM claim "
        "WHERE id = new.subject; END"
    )


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
