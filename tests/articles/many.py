"""Very many published articles, put into the tables without the verbs: only their number counts."""

import datetime
from typing import Any

from django.utils import timezone

from articles.models import Article, Author, Byline, Change, Desk, Revision, Topic
from articles.models.topic import Tagging
from tests.make import make_body

EVENT = {
    "type": "timelineEvent",
    "attrs": {"date": "2024-11-17", "label": ""},
    "content": [{"type": "text", "text": "A cable fails."}],
}
TIMELINE = {"type": "timeline", "attrs": {"title": ""}, "content": [EVENT]}


def make_many(
    count: int, desk: Desk, author: Author, topics: list[Topic], **filing: Any
) -> list[Article]:
    """Published one every ten minutes until now, the newest last; each with a timeline."""
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(
            state=Article.State.PUBLISHED,
            published_at=now - datetime.timedelta(minutes=10 * (count - n)),
            slug=f"report-{n}",
            desk=desk,
            part=n + 1 if "series" in filing else None,
            **filing,
        )
        for n in range(count)
    )
    body = make_body("The ship sailed at dawn.", TIMELINE)
    kinds = [Revision.Kind.NEWS, Revision.Kind.ANALYSIS]
    revisions = Revision.objects.bulk_create(
        Revision(article=a, number=1, headline=f"Report {n}", body=body, kind=kinds[n % 2], words=5)
        for n, a in enumerate(articles)
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.live = article.draft = revision
    Article.objects.bulk_update(articles, ["live", "draft"], batch_size=500)
    Byline.objects.bulk_create(Byline(article=a, author=author) for a in articles)
    Tagging.objects.bulk_create(
        Tagging(content_object=a, tag=topic) for a in articles for topic in topics
    )
    Change.objects.bulk_create(
        Change(article=a, revision=r, kind=Change.Kind.FIRST, at=a.published_at)
        for a, r in zip(articles, revisions, strict=True)
    )
    return articles
