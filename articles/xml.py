"""What XML can hold: feeds, sitemaps and answers to other sites are written in it."""

import re

UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write (section 2.2 of its recommendation)."""


def speakable(text: str) -> str:
    """Without the control characters that would make the whole document unreadable."""
    return UNSPEAKABLE.sub("", text)
