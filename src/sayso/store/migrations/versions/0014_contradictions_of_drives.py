"""Contradictions of drives; what documents tell of drives is told anew, as more of it is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None
counts_anew = False


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.add_column("drive", sa.Column("contradictions", sa.Text(), nullable=False, server_default="[]"))
    for table in ("drive_report", "drive", "drive_made"):
        op.execute(f"DELETE FROM {table}")


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
