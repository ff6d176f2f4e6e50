"""What the triggers of claims mean; claims that an older version read have none until they are read again."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None
counts_anew = False


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.add_column("claim", sa.Column("meaning", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
