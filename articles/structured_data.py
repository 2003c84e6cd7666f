"""What search engines read of an article: schema.org data as plain Python."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from .models import Article, Author, Change, Image, SiteSettings, Topic

Data = dict[str, Any]


def news_article(
    article: Article,
    *,
    site: SiteSettings,
    lead: Image | None,
    topics: Iterable[Topic],
    changes: Iterable[Change],
    description: str,
) -> Data:
    """schema.org/NewsArticle; what is not known is left out."""
    address = full(article.get_absolute_url())
    data: Data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.shown.headline,
        "description": description,
        "mainEntityOfPage": address,
        "url": address,
        "datePublished": iso(article.published_at),
        "dateModified": iso(article.updated_at or article.published_at),
        "author": [person(byline.author) for byline in article.bylines.all()],
        "publisher": publisher(site),
        "image": [social_image(lead)],
        "articleSection": article.desk.name if article.desk else "",
        "keywords": [topic.name for topic in topics],
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
        "wordCount": article.shown.words,
        "correction": [
            {"@type": "CorrectionComment", "text": change.text, "datePublished": iso(change.at)}
            for change in changes
            if change.corrects
        ],
    }
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def trail(article: Article, site: SiteSettings) -> Data:
    """schema.org/BreadcrumbList: site, desk, article."""
    steps = [(site.name, full("/"))]
    if article.desk:
        steps.append((article.desk.name, full(article.desk.get_absolute_url())))
    steps.append((article.shown.headline, full(article.get_absolute_url())))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }


def person(author: Author) -> Data:
    return {"@type": "Person", "name": author.name, "url": full(author.get_absolute_url())}


def publisher(site: SiteSettings) -> Data:
    return {
        "@type": "NewsMediaOrganization",
        "name": site.name,
        "url": full("/"),
        "logo": full(static("icon.svg")),
        "correctionsPolicy": full(reverse("articles:corrections")),
    }


def social_image(lead: Image | None) -> str:
    """The picture that stands for an article elsewhere: its own, or else the site's plate."""
    social = lead.social if lead else None
    return social.absolute_url if social else full(static("plate.png"))


def full(path: str) -> str:
    """The address of something on this site; one that is whole already stays as it is."""
    return path if path.startswith("http") else settings.SITE_URL + path


def iso(moment: datetime.datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
