"""The body of an article: a typed JSON document, the same that the editor writes.

Nothing here knows the database: pictures and articles are named by id and handed in when a body
is rendered.
"""

from .document import Body, Section
from .errors import BodyError, Problem

__all__ = ["Body", "BodyError", "Problem", "Section"]
