"""Manuscripts: what writers send, read into the pieces of an article.

A format (plain text, Markdown, HTML, Word) says what stands on the page; guesses say what it is;
every guess carries its reason and can be turned down.
"""

from .errors import ManuscriptError
from .manuscript import Inference, Manuscript
from .piece import Kind, Piece
from .reading import read_manuscript, read_pasted

__all__ = [
    "Inference",
    "Kind",
    "Manuscript",
    "ManuscriptError",
    "Piece",
    "read_manuscript",
    "read_pasted",
]
