from typing import ClassVar, Literal

from pydantic import Field

from ..node import Block, Id, Line, Node


class RelatedArticlesAttrs(Node):
    title: Line = ""
    articles: tuple[Id, ...] = Field(default=(), max_length=20)


class RelatedArticles(Block):
    """Links to articles of this site, by id, so that they follow a changed headline."""

    label: ClassVar[str] = "related articles"
    type: Literal["relatedArticles"] = "relatedArticles"
    attrs: RelatedArticlesAttrs

    def missing(self) -> str:
        return "" if self.attrs.articles else "names no article"

    def text(self) -> str:
        return self.attrs.title

    def article_ids(self) -> tuple[int, ...]:
        return self.attrs.articles
