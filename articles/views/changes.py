"""What was changed in an article after readers had it: the old words beside the new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..difference import Comparison, Effort, Names, compare
from ..models import Article, Change, Image, Revision
from .page import page

MOST = 10
"""So many changes are shown word by word, the newest; of those before them, what was told."""
PUBLICATIONS = 200


@dataclass(frozen=True, slots=True)
class Told:
    """comparison: with what readers had until then; None for one of long ago, and where that was
    withdrawn since."""

    change: Change
    comparison: Comparison | None
    was_withdrawn: bool = False


@require_safe
def changes(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    articles = Article.objects.select_related("desk", "live").defer("live__body")
    found = articles.at_address(year, month, day, slug)
    if found is None:
        raise Http404("No article stands here.")
    if not found.is_public:
        return page(request, "410.html", {"article": found}, status=410)
    told = list(told_of(found))
    if not told:
        raise Http404("Nothing was changed in this article that readers were told of.")
    return page(request, "articles/changes.html", {"article": found, "told": told})


def told_of(article: Article) -> Iterator[Told]:
    """The newest first, in four queries however many there are."""
    publications = list(article.changes.order_by("-at", "-pk")[:PUBLICATIONS])
    steps = [(new, old) for new, old in pairwise(publications) if new.tells_readers]
    compared = [(new, old) for new, old in steps[:MOST] if not is_withdrawn(article, old)]
    revisions = Revision.objects.select_related("lead_image").in_bulk(
        {change.revision_id for step in compared for change in step}
    )
    names, effort = names_in(revisions.values()), Effort()
    for new, old in compared:
        before, after = revisions[old.revision_id], revisions[new.revision_id]
        yield Told(new, compare(before.content, after.content, names, effort))
    for new, old in steps[len(compared) :]:
        yield Told(new, None, is_withdrawn(article, old))


def is_withdrawn(article: Article, publication: Change) -> bool:
    """Whether what went out then was taken off the site, however much of it is back."""
    return article.withdrawn_at is not None and publication.at <= article.withdrawn_at


def names_in(revisions: Iterable[Revision]) -> Names:
    """What pictures and articles are called; of an article that is not public, nothing is told."""
    bodies = [revision.body for revision in revisions]
    pictures = Image.objects.in_bulk({pk for body in bodies for pk in body.image_ids()})
    articles = Article.objects.published().for_log()
    found = articles.in_bulk({pk for body in bodies for pk in body.article_ids()})
    return Names(
        pictures={pk: image.alt or "a picture" for pk, image in pictures.items()},
        articles={pk: article.shown.headline for pk, article in found.items()},
    )
