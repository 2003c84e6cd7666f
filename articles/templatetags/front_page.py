"""What the newsdesk tells of the site's own front page and pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import template

from ..models import Article, Page, SiteSettings
from ..models.front import LEAD_AMONG, leading

register = template.Library()


@dataclass(frozen=True, slots=True)
class Lead:
    """The story that stands first. chosen: by an editor; until: None where nobody set an end."""

    article: Article
    chosen: bool
    until: datetime | None


@register.simple_tag
def lead_story() -> Lead | None:
    site = SiteSettings.load()
    newest = {each.pk: each for each in Article.objects.published().for_choosing()[:LEAD_AMONG]}
    number = leading(site, [(pk, each.shown.lead_image_id) for pk, each in newest.items()]) or 0
    article = newest.get(number) or Article.objects.for_choosing().filter(pk=number).first()
    return Lead(article, bool(site.chosen_lead), site.lead_until) if article else None


@register.simple_tag
def pages_to_read(user: Any) -> list[Page]:
    """Those that say what came with the software; for who may change them."""
    if not user.has_perm("articles.change_page"):
        return []
    return list(Page.objects.filter(to_read=True).only("title", "slug"))
