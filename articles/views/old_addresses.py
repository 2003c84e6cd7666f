"""Addresses of the site as it was elsewhere, and of what has moved, lead to where it stands now.

What WordPress, Ghost and Substack call things is known here; single addresses are rows of Redirect.
Whatever was asked for, a reader is only ever sent to a page of this site that is there.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from ..models import Article, Desk, Redirect, Topic
from ..models.standing import article_at, match_of, page_at

MAX_AGE = 3600
"""Seconds: a browser would keep such an answer for good, and somebody may have mistyped."""
DEEPEST = 10
"""Steps in a path: what none of the others ever wrote, nobody takes apart."""
OURS = ("/admin/", "/media/", "/static/", "/preview/")
CONSUMED = ("amp", "p", "page_id", "attachment_id", "s", "feed", "tag")
FEEDS = {"atom": "articles:feed_atom", "json": "articles:feed_json"}
ENDING = re.compile(
    r"(?P<page>/.+?)/(?:amp|embed|print|[0-9]{1,3}|page/[0-9]+|comment-page-[0-9]+|comments)/?"
)
"""Of a page that is the same, or a part of it; not an article that is named by a number."""


class OldAddressesMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or request.path.startswith(OURS):
            return self.get_response(request)
        if request.path in ("/", "/index.php") and (address := asked_by_query(request)):
            return moved(address)
        response = self.get_response(request)
        return (left_behind(request) or response) if response.status_code == 404 else response


def asked_by_query(request: HttpRequest) -> str:
    """/?p=12, /?s=words, /?feed=rss2, /?tag=s-400."""
    asked = request.GET
    numbered = [
        f"/?{name}={asked[name]}" for name in ("p", "page_id", "attachment_id") if name in asked
    ]
    if numbered:
        old = Redirect.objects.first_of([*numbered, f"/archives/{asked.get('p', '')}"])
        return old.destination() if old else ""
    if "s" in asked:
        return search(asked["s"])
    if "feed" in asked:
        return reverse(FEEDS.get(asked["feed"], "articles:feed"))
    return topic_page(asked["tag"]) if "tag" in asked else ""


def left_behind(request: HttpRequest) -> HttpResponse | None:
    """What to answer instead of "not found"."""
    path = re.sub("/+", "/", request.path).removeprefix("/index.php")
    if is_of_comments(path):
        return HttpResponse("This feed has ended.", content_type="text/plain", status=410)
    address = by_row(request, path) or by_rule(path)
    # A page that is there and was not found was asked for something that it has not.
    if not address or address == request.path:
        return None
    kept = [(name, value) for name, value in request.GET.lists() if name not in CONSUMED]
    return moved(
        f"{address}?{urlencode(kept, doseq=True)}" if kept and "?" not in address else address
    )


def moved(address: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    return response


def is_of_comments(path: str) -> bool:
    """Feeds of comments, which this site has none of."""
    page, feed, _ = path.rstrip("/").lower().rpartition("/feed")
    return bool(feed) and (page == "/comments" or article_at(f"{page}/") is not None)


def by_row(request: HttpRequest, path: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    other = path.rstrip("/") if path.endswith("/") else f"{path}/"
    number = path.removeprefix("/archives/").rstrip("/")
    old = Redirect.objects.first_of(
        [
            *([f"{path}?{query}", f"{other}?{query}"] if query else []),
            *(path, other, path.lower(), other.lower()),
            *([f"/?p={number}"] if path.startswith("/archives/") and number.isdecimal() else []),
        ]
    )
    return old.destination() if old else ""


def by_rule(path: str) -> str:
    """Where that path leads; "" where none of the rules knows."""
    path = f"{path.rstrip('/')}/".lower()
    if path.count("/") > DEEPEST:
        return ""
    if standing := page_at(path):
        return standing
    for rule, place in RULES:
        if (met := re.fullmatch(rule, path)) and (address := place(met)):
            return address
    part = ENDING.fullmatch(path)
    return page_of(part) if part else ""


def page_of(met: "re.Match[str]") -> str:
    """Of a longer path, which begins with that of a page."""
    old = Redirect.objects.first_of([f"{met['page']}/", met["page"]])
    return (old.destination() if old else "") or by_rule(f"{met['page']}/")


def search(words: str) -> str:
    return f"{reverse('articles:search')}?{urlencode({'q': words[:200].replace(chr(0), '')})}"


def topic_page(slug: str) -> str:
    """By its slug, or by any of its names."""
    slug = slug.replace("\0", "")[:100]
    found = Topic.objects.filter(slug=slug).first() or Topic.objects.named(slug)
    return found.get_absolute_url() if found else ""


def desk_page(slug: str) -> str:
    """A category may be a topic here."""
    found = Desk.objects.filter(slug=slug).first()
    return found.get_absolute_url() if found else topic_page(slug)


def only_article(slug: str) -> str:
    """The one published article that is named so; of two, neither."""
    found = list(Article.objects.published().filter(slug=slug)[:2])
    return found[0].get_absolute_url() if len(found) == 1 else ""


def feed_of(met: "re.Match[str]") -> str:
    """Beside the page, where that has one."""
    page = page_of(met)
    match = match_of(f"{page}feed/") if page else None
    return f"{page}feed/" if match and match.view_name.endswith("feed") else ""


def changes_of(met: "re.Match[str]") -> str:
    page = page_of(met)
    return f"{page}changes/" if page and article_at(page) else ""


RULES: tuple[tuple[str, Callable[["re.Match[str]"], str]], ...] = (
    (r"/page/[0-9]+/", lambda met: reverse("articles:home")),
    (r"/search/(?P<words>[^/]+)/", lambda met: search(met["words"])),
    (r"/(?:rss|rss2|rss\.xml|feed\.xml|index\.xml)/", lambda met: reverse("articles:feed")),
    (r"/feed/(?:rss|rss2|rdf)/", lambda met: reverse("articles:feed")),
    (r"/atom\.xml/", lambda met: reverse("articles:feed_atom")),
    (r"/feed\.json/", lambda met: reverse("articles:feed_json")),
    (r"(?P<page>/.+)/changes/", changes_of),
    (r"(?P<page>/.+)/(?:feed|rss|feed/rss2?|feed/rdf)/", feed_of),
    (r"/(?:category|section|s)/(?:.+/)?(?P<slug>[-\w]+)/", lambda met: desk_page(met["slug"])),
    (r"/(?:tag|tags|t)/(?P<slug>[^/]+)/", lambda met: topic_page(met["slug"])),
    (
        r"/(?:p/|posts?/|blog/|archives/|[0-9]{4}/[0-9]{2}/)?(?P<slug>[-\w]+)/",
        lambda met: only_article(met["slug"]),
    ),
)
"""From how others write an address, in small letters and with a slash, to ours."""
