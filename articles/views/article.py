import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ..body.document import Body, Section
from ..body.render import References, render_body
from ..models import Article, Byline, Change, Image, Redirect, Revision, SiteSettings, Topic
from ..models.change import TELLING
from ..structured_data import for_article, social_image
from .page import page

NEXT = 3
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
        articles = Article.objects.select_related("desk", "live").annotate(
            newest_of_desk=newest(desk=OuterRef("desk"))
        )
        bylines = Prefetch("bylines", Byline.objects.select_related("author"))
        return articles.prefetch_related(bylines).at_address(int(year), int(month), int(day), slug)
    except (ValueError, OverflowError):
        return None  # no day of any calendar


def moved(request: HttpRequest) -> HttpResponse:
    old = Redirect.objects.filter(path=request.path).select_related("article").first()
    if old is None or old.article.published_at is None:
        raise Http404("No article stands here.")
    return redirect(old.article.get_absolute_url(), permanent=True)


def content(article: Article) -> dict[str, object]:
    revision = article.shown
    topics = list(article.topics.annotate(newest=newest(taggings__tag=OuterRef("pk"))))
    changes = [c for c in article.changes.order_by("-at") if c.kind in TELLING]
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
        "correction": next((c for c in changes if c.kind != Change.Kind.UPDATE), None),
        "contents": contents(revision),
        "body": render_body(revision.body, "web", References(images, others)),
        "next": [Suggestion(others[pk], why) for pk, why in suggested.items() if pk in others],
        "description": description,
        "social_image": social_image(lead),
        "structured_data": for_article(
            article,
            site=site,
            lead=lead,
            topics=topics,
            changes=changes,
            description=description,
        ),
    }


def newest(**filed: OuterRef) -> ArraySubquery:
    """Numbers of the newest articles filed alike; one more than wanted, for one is this one."""
    return ArraySubquery(Article.objects.published().filter(**filed).values("pk")[: NEXT + 1])


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
    ids = {*revision.body.image_ids(), revision.lead_image_id} - {None}
    ready = Image.objects.filter(state=Image.State.READY)
    return ready.prefetch_related("renditions").in_bulk(ids)


def contents(revision: Revision) -> list[Section]:
    """The sections to be listed at the top; none where the article is short."""
    sections = [section for section in revision.body.sections() if section.heading]
    chapters = sum(section.level == 2 for section in sections)
    is_long = chapters >= 3 or (chapters == 2 and revision.words > LONG)
    return sections if is_long else []


def description_of(revision: Revision) -> str:
    """The standfirst, or the first words of the text."""
    return revision.standfirst or beginning(revision.body)


def beginning(body: Body, length: int = 160) -> str:
    text = re.sub(r"\s+", " ", body.text()).strip()
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + "…"
