"""The pictures and articles that a letter names, as its templates want them."""

from dataclasses import dataclass

from django.conf import settings

from articles.body.render import References
from articles.models import Article, Image, Revision

COLUMN = 536
"""Pixels between the margins of a letter of 600."""
WIDEST = 1200


@dataclass(frozen=True, slots=True)
class Picture:
    """url is absolute; width is the shown one, in pixels of the letter."""

    url: str
    width: int
    alt: str
    caption: str
    credit: str


def references_of(revision: Revision) -> References:
    images = Image.objects.filter(pk__in=revision.image_ids()).prefetch_related("renditions")
    pictures = {image.pk: picture for image in images if (picture := picture_of(image))}
    return References(
        images=pictures,
        articles=Article.objects.published().for_log().in_bulk(revision.body.article_ids()),
        base_url=settings.SITE_URL,
    )


def picture_of(image: Image) -> Picture | None:
    """None while it has no JPEG: not every mail program shows anything newer."""
    jpegs = [cut for cut in image.cuts("full") if cut.format == "jpeg"]
    fitting = [cut for cut in jpegs if cut.width <= WIDEST] or jpegs[:1]
    if not fitting:
        return None
    return Picture(
        url=fitting[-1].absolute_url,
        width=min(COLUMN, fitting[-1].width),
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
    )
