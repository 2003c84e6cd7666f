"""oEmbed 1.0 (oembed.com): how an article looks where somebody puts its address on another site."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.html import escape
from django.views.decorators.http import require_safe

from ..cards import SIZE
from ..models import Article, Redirect, SiteSettings
from ..models.standing import match_of
from ..structured_data import full
from ..xml import speakable
from .machine import document

WIDTH, HEIGHT = 600, 240
"""What a quotation of ours needs, in pixels, where there is more room than that."""
CACHE_AGE = 3600


@dataclass(frozen=True, slots=True)
class Room:
    """What the other site has: pixels, or None where it does not say."""

    width: int | None
    height: int | None

    def has(self, width: int, height: int) -> bool:
        return width <= (self.width or width) and height <= (self.height or height)


@require_safe
def oembed(request: HttpRequest) -> HttpResponseBase:
    """400 for parameters that make no sense, 404 for what is no article, 501 for other formats."""
    form = request.GET.get("format", "json")
    if form not in FORMATS:
        return plain("There are two formats: json and xml.", 501)
    if "url" not in request.GET:
        return plain("The address is missing: ?url=", 400)
    try:
        room = Room(pixels(request, "maxwidth"), pixels(request, "maxheight"))
    except ValueError as error:
        return plain(str(error), 400)
    article = article_at(request.GET["url"])
    if article is None:
        return plain("No article stands at this address.", 404)
    content_type, write = FORMATS[form]
    return document(request, write(described(article, room)), content_type)


def plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words + "\n", content_type="text/plain; charset=utf-8", status=status)


def pixels(request: HttpRequest, name: str) -> int | None:
    """Raises ValueError."""
    text = request.GET.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text)):
        raise ValueError(f"{name} is a number of pixels, at least 1.")
    return int(text)


def article_at(address: str) -> Article | None:
    """The published article at a whole address of this site, or at one that it once had."""
    path = path_of(address)
    articles = Article.objects.published().with_bylines().select_related("live__lead_image")
    articles = articles.defer("live__body").prefetch_related("live__lead_image__renditions")
    match = match_of(path)
    if match is None or match.view_name != "articles:article":
        return None
    found = articles.at_address(*match.args)
    if found is None:
        old = Redirect.objects.filter(path=path).values("article")
        found = articles.filter(pk__in=old).first()
    return found


def path_of(address: str) -> str:
    """Its path, if it is on this site; whether with https or not is all the same."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    here = urlsplit(settings.SITE_URL).netloc
    ours = parts.scheme in ("http", "https") and parts.netloc.casefold() == here.casefold()
    return unquote(parts.path) if ours else ""


def described(article: Article, room: Room) -> dict[str, Any]:
    """The members of the answer; what is not known is left out."""
    site = SiteSettings.load()
    address = full(article.get_absolute_url())
    authors = [byline.author for byline in article.bylines.all()]
    shown = {"article": article, "authors": authors, "site": site, "address": address}
    members = {
        "version": "1.0",
        "type": "rich",
        "title": article.shown.headline,
        "author_name": ", ".join(author.name for author in authors),
        "author_url": full(authors[0].get_absolute_url()) if authors else "",
        "provider_name": site.name,
        "provider_url": full("/"),
        "cache_age": CACHE_AGE,
        "html": render_to_string("articles/quoted.html", shown).strip(),
        "width": min(WIDTH, room.width or WIDTH),
        "height": min(HEIGHT, room.height or HEIGHT),
    }
    known = {name: value for name, value in members.items() if value}
    return known | thumbnail(article, room)


def thumbnail(article: Article, room: Room) -> dict[str, Any]:
    """The largest of its pictures that the other site has room for."""
    pictures = [(article.card_url, *SIZE)] if article.card else []
    if lead := article.shown.lead_image:
        cuts = [*lead.cuts("social"), *reversed(lead.cuts("card"))]
        jpegs = (cut for cut in cuts if cut.format == "jpeg")
        pictures += [(cut.url, cut.width, cut.height) for cut in jpegs]
    for url, width, height in pictures:
        if room.has(width, height):
            return {
                "thumbnail_url": full(url),
                "thumbnail_width": width,
                "thumbnail_height": height,
            }
    return {}


def as_json(members: Mapping[str, Any]) -> bytes:
    return json.dumps(members, ensure_ascii=False).encode()


def as_xml(members: Mapping[str, Any]) -> bytes:
    inside = "".join(
        f"<{name}>{escape(speakable(str(value)))}</{name}>\n" for name, value in members.items()
    )
    start = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return f"{start}<oembed>\n{inside}</oembed>\n".encode()


FORMATS = {
    "json": ("application/json; charset=utf-8", as_json),
    "xml": ("text/xml; charset=utf-8", as_xml),
}
