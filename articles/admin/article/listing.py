"""The list of articles: its columns, its filters, and what stands in each row."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ...models import Article, name_of
from ..lists import Listed, time_cell


class ByAuthor(admin.RelatedFieldListFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "author"


class ArticleList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        """With names, and without bodies: a list shows none."""
        articles: Any = super().get_queryset(request, exclude_parameters)
        return articles.defer("draft__body").with_bylines()


class ArticleListing(Listed):
    list_display = ("headline_", "state_", "desk", "when_", "who_")
    list_display_links = ("headline_",)
    list_filter = ("state", "desk", ("authors", ByAuthor))
    list_select_related = ("desk", "draft__by", "created_by")
    search_fields = ("draft__headline", "draft__standfirst", "slug")
    ordering = ("-draft_id",)
    list_per_page = 25
    empty_value_display = "None yet"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ArticleList

    @admin.display(description="Headline", ordering="draft__headline")
    def headline_(self, article: Article) -> str:
        return str(article)

    @admin.display(description="State", ordering="state")
    def state_(self, article: Article) -> SafeString:
        newer = article.is_public and article.is_edited
        draft = "<small>has a newer draft</small>" if newer else ""
        more = "<small>update is scheduled</small>" if article.update_is_due else draft
        return format_html(
            '<span class="state state-{}">{}</span>' + more,
            article.state,
            article.get_state_display(),
        )

    @admin.display(description="When", ordering="draft_id")
    def when_(self, article: Article) -> SafeString:
        return time_cell(*moment_of(article))

    @admin.display(description="Who")
    def who_(self, article: Article) -> str:
        names = [byline.author.name for byline in article.bylines.all()]
        return ", ".join(names) or name_of(article.created_by)


def moment_of(article: Article) -> tuple[Any, str]:
    if article.state == Article.State.SCHEDULED and article.publish_at:
        return article.publish_at, "goes out"
    if article.state == Article.State.WITHDRAWN and article.withdrawn_at:
        return article.withdrawn_at, "withdrawn"
    if article.is_public and article.published_at and not article.is_edited:
        return article.published_at, "went out"
    return (article.draft.at if article.draft else article.created_at), "last changed"
