"""Write a new migration: `python -m sayso.store.migrations "what changes"`."""

import sys

from sayso.store.migrate import write_migration

write_migration(sys.argv[1])
