"""Totals of origins are kept by proposition; triggers note the proposition; rows are found by their number.

All is worked out anew after a migration, so the new table is empty here.
"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a ledger of the version before to this one."""
    op.create_table('origin_part',
    sa.Column('part', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), nullable=False),
    sa.Column('claims', sa.Integer(), nullable=False),
    sa.Column('propositions', sa.Integer(), nullable=False),
    sa.Column('alone', sa.Integer(), nullable=False),
    sa.Column('corroborated', sa.Integer(), nullable=False),
    sa.Column('contradicted', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('part', 'origin'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    op.create_index('document_relation_by_n', 'document_relation', ['n'], unique=False)
    op.create_index('origin_by_n', 'origin', ['n'], unique=False)
    op.create_index('proposition_by_n', 'proposition', ['n'], unique=False)
    for name in (
        "origin_claims_noted_insert",
        "origin_claims_noted_delete",
        "proposition_claims_noted_insert",
        "proposition_claims_noted_delete",
        "proposition_contradictions_noted_insert",
        "proposition_contradictions_noted_delete",
        "proposition_noted_update",
    ):
        op.execute(f"DROP TRIGGER {name}")
    op.execute("CREATE TRIGGER origin_claims_noted_insert AFTER INSERT ON origin_claims BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'part', proposition FROM proposition_claims WHERE value = new.value UNION ALL SELECT 'part', new.value WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = new.value); END")
    op.execute("CREATE TRIGGER origin_claims_noted_delete AFTER DELETE ON origin_claims BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'part', proposition FROM proposition_claims WHERE value = old.value UNION ALL SELECT 'part', old.value WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = old.value); END")
    op.execute("CREATE TRIGGER proposition_claims_noted_insert AFTER INSERT ON proposition_claims BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'part', new.proposition UNION ALL SELECT 'part', value FROM origin_claims WHERE value = new.value UNION ALL SELECT 'part', part FROM origin_part WHERE part = new.value; END")
    op.execute("CREATE TRIGGER proposition_claims_noted_delete AFTER DELETE ON proposition_claims BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'part', old.proposition UNION ALL SELECT 'part', value FROM origin_claims WHERE value = old.value UNION ALL SELECT 'part', part FROM origin_part WHERE part = old.value; END")
    op.execute('CREATE TRIGGER proposition_contradictions_noted_insert AFTER INSERT ON proposition_contradictions BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT \'part\', proposition FROM proposition_claims WHERE value = new."left" UNION ALL SELECT \'part\', new."left" WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = new."left") UNION ALL SELECT \'part\', proposition FROM proposition_claims WHERE value = new."right" UNION ALL SELECT \'part\', new."right" WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = new."right"); END')
    op.execute('CREATE TRIGGER proposition_contradictions_noted_delete AFTER DELETE ON proposition_contradictions BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT \'part\', proposition FROM proposition_claims WHERE value = old."left" UNION ALL SELECT \'part\', old."left" WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = old."left") UNION ALL SELECT \'part\', proposition FROM proposition_claims WHERE value = old."right" UNION ALL SELECT \'part\', old."right" WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = old."right"); END')
    op.execute("CREATE TRIGGER proposition_noted_update AFTER UPDATE OF origins_at_least, origins_at_most ON proposition BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT 'part', new.id; END")


def downgrade() -> None:
    """Ledgers only go forward: a copy of the file is the way back."""
    raise NotImplementedError
