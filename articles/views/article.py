import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..body.document import Body, Section
from ..body.render import References, render_body
from ..models import Article, ArticleQuerySet, Change, Image, Revision, Series, SiteSettings, Topic
from ..structured_data import Step, news_article, social_picture, trail
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


@dataclass(frozen=True)
class InSeries:
    """Where an article stands in its series. number: None where the parts have no numbers."""

    series: Series
    number: int | None
    count: int
    before: Article | None
    after: Article | None

    @classmethod
    def of(cls, article: Article) -> "InSeries | None":
        if article.series is None:
            return None
        before, after = article.beside_in_series()
        published = article.series.articles.published().count()
        # A part may be withdrawn, or not yet be out.
        known = [each.part or 0 for each in (article, after) if each]
        return cls(article.series, article.part, max(published, *known), before, after)


@require_safe
def article(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    articles = with_neighbours(Article.objects.for_page())
    found = articles.at_address(year, month, day, slug)
    if found is None:
        raise Http404("No article stands here.")
    if not found.is_public:
        return page(request, "410.html", {"article": found}, status=410)
    return page(request, "articles/article.html", content(found), modified=found.changed_at)


def with_neighbours(articles: ArticleQuerySet) -> ArticleQuerySet:
    """With what `content` needs beside the article itself: the newest of its desk."""
    of_desk = Article.objects.published().filter(desk=OuterRef("desk"))
    return articles.annotate(newest_of_desk=of_desk.first_ids(NEXT + 1))


def content(article: Article) -> dict[str, object]:
    revision = article.shown
    of_topic = Article.objects.published().filter(taggings__tag=OuterRef("pk"))
    topics = list(article.topics.annotate(newest=of_topic.first_ids(NEXT + 1)))
    changes = list(article.changes.for_readers())
    suggested = suggestions(article, topics)
    others = published({*suggested, *revision.body.article_ids()})
    images = pictures(revision)
    lead = images.get(revision.lead_image_id or 0)
    return {
        "article": article,
        "revision": revision,
        "lead": lead,
        "topics": topics,
        "changes": changes,
        "correction": next((change for change in changes if change.corrects), None),
        "contents": contents(revision),
        "in_series": InSeries.of(article),
        "body": render_body(revision.body, "web", References(images, others)),
        "next": [Suggestion(others[pk], why) for pk, why in suggested.items() if pk in others],
    } | head(article, lead, topics, changes)


def head(
    article: Article, lead: Image | None, topics: list[Topic], changes: list[Change]
) -> dict[str, object]:
    """What search engines and other sites read of it."""
    site = SiteSettings.load()
    picture, description = social_picture(article, lead), description_of(article.shown)
    data = news_article(
        article,
        site=site,
        picture=picture,
        topics=topics,
        changes=changes,
        description=description,
    )
    return {
        "site": site,
        "description": description,
        "social_picture": picture,
        "structured_data": [data, trail(steps_to(article, site))],
    }


def steps_to(article: Article, site: SiteSettings) -> list[Step]:
    """The way to it from the front page, over its desk."""
    desk = [(article.desk.name, article.desk.get_absolute_url())] if article.desk else []
    return [(site.name, "/"), *desk, (article.shown.headline, article.get_absolute_url())]


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
