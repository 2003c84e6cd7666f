import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ..body.document import Body, Section
from ..body.render import References, render_body
from ..models import Article, ArticleQuerySet, Image, Redirect, Revision, SiteSettings, Topic
from ..structured_data import news_article, social_image, trail
from .page import page

NEXT = 3
"""So many articles to read next; one more is fetched, for the article itself may be among them."""
LONG = 900
"""Words from which two sections are enough for a list of contents."""


@dataclass(frozen=True)
class Suggestion:
    """Something to read next. why: the topic or desk that it shares, in words."""

    article: Article
    why: str


@require_safe
def article(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    found = at_address(year, month, day, slug)
    if found is None:
        return moved(request)
    if not found.is_public:
        return page(request, "410.html", {"article": found}, status=410)
    return page(request, "articles/article.html", content(found))


def at_address(year: str, month: str, day: str, slug: str) -> Article | None:
    try:
        date(int(year), int(month), int(day))
        articles = with_neighbours(Article.objects.select_related("desk", "live").with_bylines())
        return articles.at_address(int(year), int(month), int(day), slug)
    except (ValueError, OverflowError):
        return None  # no day of any calendar


def with_neighbours(articles: ArticleQuerySet) -> ArticleQuerySet:
    """With what `content` needs beside the article itself: the newest of its desk."""
    of_desk = Article.objects.published().filter(desk=OuterRef("desk"))
    return articles.annotate(newest_of_desk=of_desk.first_ids(NEXT + 1))


def moved(request: HttpRequest) -> HttpResponse:
    old = Redirect.objects.filter(path=request.path).select_related("article").first()
    if old is None or old.article.published_at is None:
        raise Http404("No article stands here.")
    return redirect(old.article.get_absolute_url(), permanent=True)


def content(article: Article) -> dict[str, object]:
    revision = article.shown
    of_topic = Article.objects.published().filter(taggings__tag=OuterRef("pk"))
    topics = list(article.topics.annotate(newest=of_topic.first_ids(NEXT + 1)))
    changes = list(article.changes.for_readers())
    suggested = suggestions(article, topics)
    others = published({*suggested, *revision.body.article_ids()})
    images = pictures(revision)
    site = SiteSettings.load()
    lead = images.get(revision.lead_image_id or 0)
    description = description_of(revision)
    return {
        "site": site,
        "article": article,
        "revision": revision,
        "lead": lead,
        "topics": topics,
        "changes": changes,
        "correction": next((change for change in changes if change.corrects), None),
        "contents": contents(revision),
        "body": render_body(revision.body, "web", References(images, others)),
        "next": [Suggestion(others[pk], why) for pk, why in suggested.items() if pk in others],
        "description": description,
        "social_image": social_image(lead),
        "structured_data": [
            news_article(
                article,
                site=site,
                lead=lead,
                topics=topics,
                changes=changes,
                description=description,
            ),
            trail(article, site),
        ],
    }


def suggestions(article: Article, topics: Iterable[Topic]) -> dict[int, str]:
    """What to read next and why: articles that share most topics, then the desk's newest."""
    shared: dict[int, list[str]] = {}
    for topic in topics:
        for pk in topic.newest:
            shared.setdefault(pk, []).append(topic.name)
    closest = sorted(shared, key=lambda pk: (-len(shared[pk]), -pk))
    reasons = {pk: "Also on " + " and ".join(shared[pk][:2]) for pk in closest}
    if article.desk:
        of_desk: list[int] = article.newest_of_desk  # type: ignore[attr-defined]
        for pk in of_desk:
            reasons.setdefault(pk, f"More from the {article.desk.name} desk")
    reasons.pop(article.pk, None)
    return dict(list(reasons.items())[:NEXT])


def published(ids: Iterable[int]) -> dict[int, Article]:
    return Article.objects.published().for_log().in_bulk(ids)


def pictures(revision: Revision) -> dict[int, Image]:
    """All pictures of a page that are ready to be shown, by number."""
    return Image.objects.ready().prefetch_related("renditions").in_bulk(revision.image_ids())


def contents(revision: Revision) -> list[Section]:
    """The sections to be listed at the top; none where the article is short."""
    sections = [section for section in revision.body.sections if section.heading]
    chapters = sum(section.level == 2 for section in sections)
    is_long = chapters >= 3 or (chapters == 2 and revision.words > LONG)
    return sections if is_long else []


def description_of(revision: Revision) -> str:
    """The standfirst, or the first words of the text."""
    return revision.standfirst or beginning(revision.body)


def beginning(body: Body, length: int = 160) -> str:
    text = re.sub(r"\s+", " ", body.text()).strip()
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + "…"
