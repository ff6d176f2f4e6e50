"""What one more document asks for is found by indexes; a reading is noted for the picture when it comes."""

from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None
counts_anew = False


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.create_index('links_of_document', 'document_links', ['document'], unique=False)
    op.create_index('relation_by_origin', 'document_relation', ['origin'], unique=False)
    op.create_index('drawn_by', 'drawn_document', ['drawn_by', 'document'], unique=False)
    op.create_index('origin_by_document', 'origin', ['document'], unique=False)
    op.execute("CREATE TRIGGER reading_drawn_insert AFTER INSERT ON reading BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'picture', new.document; END")
    op.execute(
        "INSERT OR IGNORE INTO stale SELECT 'picture', document FROM reading AS r "
        "WHERE NOT EXISTS (SELECT 1 FROM drawn_document AS d WHERE d.document = r.document)"
    )


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
