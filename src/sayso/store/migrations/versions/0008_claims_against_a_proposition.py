"""Which claims of a proposition deny it: empty until documents are related anew."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.add_column("proposition", sa.Column("against", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
