"""The small lists on the first page of the newsdesk."""

from typing import Any

from django import template

from ..models import Article

register = template.Library()


@register.simple_tag
def newsroom_lists(user: Any) -> list[dict[str, Any]]:
    """What waits, what goes out, what went out; for a writer, of their own."""
    articles = Article.objects.visible_to(user)
    articles = articles.select_related("desk", "draft").defer("draft__body")
    mine = articles.filter(state=Article.State.DRAFT, created_by=user).order_by("-draft_id")
    waiting = articles.filter(state=Article.State.REVIEW).order_by("draft_id")
    scheduled = articles.filter(state=Article.State.SCHEDULED).order_by("publish_at")
    return [
        listed("waiting", "Waiting for review", waiting, "Nothing is waiting."),
        listed("scheduled", "Scheduled", scheduled, "Nothing is scheduled."),
        listed("mine", "My drafts", mine, "No drafts of yours."),
        listed("published", "Last published", articles.published(), "Nothing is published yet."),
    ]


def listed(name: str, title: str, articles: Any, empty: str) -> dict[str, Any]:
    return {"name": name, "title": title, "articles": list(articles[:6]), "empty": empty}
