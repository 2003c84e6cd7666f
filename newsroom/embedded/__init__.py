"""The database of a machine that has none: PostgreSQL from a wheel, its data in VAR_DIR/postgres.

`ENGINE: "newsroom.embedded"` (see `base`) starts it at the first connection. Whoever leaves last
stops it (see `hold`), so no command leaves a server behind.
"""

from newsroom.embedded.errors import EmbeddedDatabaseError

__all__ = ["EmbeddedDatabaseError"]
