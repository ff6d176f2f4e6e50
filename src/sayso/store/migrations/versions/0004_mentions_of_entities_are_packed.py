"""Mentions of entities are packed: no table changes, but every ledger is summed up anew after a migration."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to change: `sayso.store.migrate.upgrade` works out the summaries."""


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
