"""The picture that stands for a page where somebody shares its address."""

from dataclasses import dataclass

from django.templatetags.static import static

from ..cards import SIZE
from ..models import Article, Image
from .addresses import Data, full

PLATE = "A line with ticks, as on a chart, and a contact above it"


@dataclass(frozen=True, slots=True)
class SocialPicture:
    """Its whole address, its size in pixels, and what is seen on it."""

    url: str
    width: int
    height: int
    alt: str

    @property
    def data(self) -> Data:
        """schema.org/ImageObject."""
        size = {"width": self.width, "height": self.height}
        return {"@type": "ImageObject", "url": self.url, **size}


def social_picture(article: Article | None = None, lead: Image | None = None) -> SocialPicture:
    """Of an article its card, until that is drawn its lead picture; else the site's plate."""
    if article and article.card:
        return SocialPicture(full(article.card_url), *SIZE, alt_of(article))
    cut = lead.social if lead else None
    if lead and cut:
        return SocialPicture(cut.absolute_url, cut.width, cut.height, lead.alt)
    return SocialPicture(full(static("plate.png")), *SIZE, PLATE)


def alt_of(article: Article) -> str:
    """The words on the card."""
    desk = f"{article.desk.name}: " if article.desk else ""
    return f"{desk}{article.shown.headline}"
