"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None
counts_anew = True  # False where no summary looks at what changes: see `counts_anew` of sayso.store.migrate


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
