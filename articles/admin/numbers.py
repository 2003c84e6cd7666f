"""Numbers by which a request names rows."""

MOST_DIGITS = 18
"""So many fit into the database, whatever they are."""


def number_in(text: str | None) -> int:
    """0, which is no row's, for whatever is no whole number or too long to be one's."""
    if not text or len(text) > MOST_DIGITS:
        return 0
    return int(text) if text.isascii() and text.isdecimal() else 0
