class ManuscriptError(Exception):
    """A manuscript that cannot be taken. Its text is one sentence for the person who sent it."""
