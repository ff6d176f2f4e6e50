"""Alembic's way in: always with the connection that `sayso.store.migrate` hands over."""

from typing import Any

from alembic import context
from alembic.operations import ops

from sayso.store.guards import missing
from sayso.store.tables import METADATA

connection = context.config.attributes["connection"]


def ours(held: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    """Whether to compare it: not the tables that the full-text index keeps for itself."""
    return not (kind == "table" and reflected and other is None)


def add_guards(_: Any, revision: Any, directives: list[Any]) -> None:
    """Write triggers and full-text indexes into the migration too; alembic does not know them."""
    for script in directives:
        script.upgrade_ops.ops += [ops.ExecuteSQLOp(statement) for statement in missing(connection)]


context.configure(
    connection=connection,
    target_metadata=METADATA,
    include_object=ours,
    process_revision_directives=add_guards,
)
context.run_migrations()
