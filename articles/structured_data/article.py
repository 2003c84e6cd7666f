"""An article, as search engines list news."""

from collections.abc import Iterable

from django.conf import settings

from ..models import Article, Change, Revision, Series, SiteSettings, Topic
from .addresses import CONTEXT, Data, full, iso, known
from .pages import person
from .picture import SocialPicture
from .site import publisher

# That a piece is first-hand reporting (ReportageNewsArticle) is nothing that its kind says.
TYPES = {
    Revision.Kind.ANALYSIS: "AnalysisNewsArticle",
    Revision.Kind.OPINION: "OpinionNewsArticle",
    Revision.Kind.EXPLAINER: "BackgroundNewsArticle",
}


def news_article(
    article: Article,
    *,
    site: SiteSettings,
    picture: SocialPicture,
    topics: Iterable[Topic],
    changes: Iterable[Change],
    description: str,
) -> Data:
    """schema.org/NewsArticle, or the kind of it that this one is."""
    address = full(article.get_absolute_url())
    revision = article.shown
    return known(
        {
            "@context": CONTEXT,
            "@type": TYPES.get(Revision.Kind(revision.kind), "NewsArticle"),
            "headline": revision.headline,
            "description": description,
            "mainEntityOfPage": address,
            "url": address,
            "datePublished": iso(article.published_at),
            "dateModified": iso(article.updated_at or article.published_at),
            "author": [person(byline.author) for byline in article.bylines.all()],
            "publisher": publisher(site),
            "image": [picture.data],
            "articleSection": article.desk.name if article.desk else "",
            "keywords": [topic.name for topic in topics],
            "isPartOf": in_series(article.series) if article.series else None,
            "position": article.part if article.series else None,
            "inLanguage": settings.LANGUAGE_CODE,
            "isAccessibleForFree": True,
            "wordCount": revision.words,
            "correction": [corrected(change) for change in changes if change.corrects],
        }
    )


def in_series(series: Series) -> Data:
    return {
        "@type": "CreativeWorkSeries",
        "name": series.name,
        "url": full(series.get_absolute_url()),
    }


def corrected(change: Change) -> Data:
    return {"@type": "CorrectionComment", "text": change.text, "datePublished": iso(change.at)}
