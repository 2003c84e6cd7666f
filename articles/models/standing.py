"""What stands at an address of this site: for leading there from an old one, and nowhere else."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.urls import Resolver404, resolve
from django.urls.resolvers import ResolverMatch

if TYPE_CHECKING:
    from .article import Article

ALWAYS = {
    "articles:home",
    "articles:topics",
    "articles:corrections",
    "articles:series_list",
    "articles:archive",
    "articles:search",
    "articles:feed",
    "articles:feed_atom",
    "articles:feed_json",
    "subscriptions:subscribe",
}
"""Pages that need nothing to be there."""
OF = {"desk": "Desk", "topic": "Topic", "author": "Author", "series": "Series", "page": "Page"}
"""Pages of what has a slug, by the name of their address."""


def own_path(address: str) -> str:
    """The path of an address of this site, whole or not; "" for one that leads elsewhere."""
    parts = urlsplit(address.strip())
    own = urlsplit(settings.SITE_URL)
    if (parts.scheme or parts.netloc) and parts.netloc.lower() != own.netloc.lower():
        return ""
    if "\\" in address or not parts.path.startswith("/") or parts.path.startswith("//"):
        return ""
    return parts.path


def page_at(path: str) -> str:
    """The address, as it is written now, of the page that stands at that path, or "" for none."""
    match = match_of(path)
    if match is None:
        return ""
    if match.view_name == "articles:article":
        article = article_at(path)
        return article.get_absolute_url() if article else ""
    model = OF.get(match.view_name.removeprefix("articles:"))
    if model is None:
        return path if match.view_name in ALWAYS else ""
    found = apps.get_model("articles", model).objects.filter(slug=match.kwargs["slug"]).first()
    return str(found.get_absolute_url()) if found else ""


def article_at(path: str) -> "Article | None":
    """The published or withdrawn article at that path."""
    match = match_of(path)
    if match is None or match.view_name != "articles:article":
        return None
    found: Article | None = apps.get_model("articles", "Article").objects.at_address(*match.args)
    return found


def match_of(path: str) -> ResolverMatch | None:
    try:
        return resolve(path) if path.startswith("/") and "\0" not in path else None
    except Resolver404:
        return None
