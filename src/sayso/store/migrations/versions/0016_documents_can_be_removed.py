"""Documents can be removed, if a trace of it stays: the guards ask for that instead of refusing."""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None
counts_anew = False


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.create_table('removal',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=True),
    sa.Column('size_bytes', sa.Integer(), nullable=True),
    sa.Column('added', sa.Text(), nullable=True),
    sa.Column('at', sa.Text(), nullable=False),
    sa.Column('by', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('claims', sa.Integer(), nullable=False),
    sa.Column('judgements', sa.Text(), nullable=False),
    sa.Column('tool', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('number'),
    sqlite_strict=True
    )
    op.create_index('removal_by_sha256', 'removal', ['sha256'], unique=False)
    op.create_index('removal_of_document', 'removal', ['document'], unique=False)
    for name in ("judgement_no_delete", "custody_no_update", "document_no_delete"):
        op.execute(f"DROP TRIGGER {name}")
    op.execute("CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement WHEN NOT EXISTS (SELECT 1 FROM removal, json_each(removal.judgements) AS gone WHERE gone.value = old.id) BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END")
    op.execute("CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody WHEN NOT (old.action = 'judge' AND new.subject = 'removed' AND new.number = old.number AND new.at = old.at AND new.actor = old.actor AND new.action = old.action AND new.tool = old.tool AND new.before IS old.before AND new.after IS old.after) BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END")
    op.execute("CREATE TRIGGER removal_no_update BEFORE UPDATE ON removal BEGIN SELECT RAISE(ABORT, 'removal is append-only'); END")
    op.execute("CREATE TRIGGER removal_no_delete BEFORE DELETE ON removal BEGIN SELECT RAISE(ABORT, 'removal is append-only'); END")
    op.execute("CREATE TRIGGER document_no_delete BEFORE DELETE ON document WHEN (SELECT action FROM custody WHERE subject = old.id ORDER BY number DESC LIMIT 1) IS NOT 'remove' BEGIN SELECT RAISE(ABORT, 'a document is immutable'); END")


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
