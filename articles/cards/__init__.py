"""Social cards: the picture that stands for an article where somebody shares its address.

Drawing alone, with the site's own faces: no Django, no database, no files but the fonts here.
"""

from .card import PICTURE, SIZE, Card, Unwritable

__all__ = ["PICTURE", "SIZE", "Card", "Unwritable"]
