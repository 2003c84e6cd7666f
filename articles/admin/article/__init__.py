"""Articles in the admin: one module for each page or address under an article."""

from .admin import ArticleAdmin

__all__ = ["ArticleAdmin"]
