"""What every list of the newsdesk has in common."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.db import DataError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LONGEST_SEARCH = 200


def time_cell(at: datetime.datetime, below: str = "") -> SafeString:
    """A moment as every list shows it, and what happened then in small letters."""
    local = timezone.localtime(at)
    shown = f"{local.day} {local:%b %Y, %H:%M}"
    small = format_html("<small>{}</small>", below) if below else ""
    return format_html('<time datetime="{}">{}</time>{}', local.isoformat(), shown, small)


class Listed(admin.ModelAdmin):
    """An address may be typed by hand: what no row can have is answered like any wrong query."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        try:
            return super().get_changelist_instance(request)
        except (DataError, OverflowError) as error:
            raise IncorrectLookupParameters from error

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        try:
            return super().response_action(request, queryset, *args, **kwargs)
        except (DataError, ValueError) as error:
            raise BadRequest("Something that is no row was ticked.") from error

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        # Each word is looked for in each field of each row: a line of them is enough.
        words = search_term.replace("\0", "")[:LONGEST_SEARCH]
        return super().get_search_results(request, queryset, words)


class KeptWhileUsed(Listed):
    """A record with `articles`: while there are some, the page that would delete it says so.

    stand: how they belong to it. filtered: which filter of the list of articles shows them.
    """

    stand = ""
    filtered = ""
    # One at a time, on its own page: that page can say what stands in the way.
    actions = None
    NAMED = 5

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> Any:
        """Nothing of what the articles themselves hold is looked up: that may be very much."""
        used = [(thing, count) for thing in objs if (count := thing.articles.count())]
        if used:
            return [], {}, set(), [self.objection(thing, count) for thing, count in used]
        return super().get_deleted_objects(objs, request)  # type: ignore[arg-type]

    def objection(self, thing: Any, count: int) -> SafeString:
        """As “12 articles stand in this desk. Move them first: …”, with links."""
        articles = "1 article stands" if count == 1 else f"{count:,} articles stand"
        page = reverse("admin:articles_article_changelist", query={self.filtered: thing.pk})
        shown = thing.articles.select_related("draft").defer("draft__body")[: self.NAMED]
        named = format_html_join(
            ", ",
            '<a href="{}">“{}”</a>',
            ((reverse("admin:articles_article_change", args=[each.pk]), each) for each in shown),
        )
        more = ", …" if count > self.NAMED else ""
        return format_html(
            '{} {}. <a href="{}">Move them first</a>: {}{}', articles, self.stand, page, named, more
        )
