"""Events that several propositions tell of, and the documents that were held against each other for them.

Both are empty after this: `sayso relate`, `ingest` or the desk work events out.
"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None
counts_anew = False


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.create_table('happening',
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True
    )
    op.create_index('happening_by_n', 'happening', ['n'], unique=False)
    op.create_table('event_document',
    sa.Column('document', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['document'], ['document.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('document'),
    sqlite_strict=True
    )
    op.create_table('happening_documents',
    sa.Column('happening', sa.Text(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['happening'], ['happening.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('happening', 'n'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_table('happening_propositions',
    sa.Column('happening', sa.Text(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['happening'], ['happening.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('happening', 'n'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_index('happening_of_proposition', 'happening_propositions', ['value'], unique=False)
    op.create_table('happening_tellings',
    sa.Column('happening', sa.Text(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('claim', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('trigger_start', sa.Integer(), nullable=False),
    sa.Column('trigger_end', sa.Integer(), nullable=False),
    sa.Column('trigger_text', sa.Text(), nullable=False),
    sa.Column('sentence_start', sa.Integer(), nullable=False),
    sa.Column('sentence_end', sa.Integer(), nullable=False),
    sa.Column('sentence_text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['happening'], ['happening.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('happening', 'n'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_index('relation_by_story', 'document_relation', ['story'], unique=False)


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
