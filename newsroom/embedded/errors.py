class EmbeddedDatabaseError(Exception):
    """The database cannot be had. The message is one sentence for a person, with what to do."""
