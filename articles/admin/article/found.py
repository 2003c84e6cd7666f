"""How an article will look where people find it: in a search, and shared."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from ...models import Article, Image, Revision, SiteSettings, as_published
from ...models.address import slug_of

TITLE = 60
DESCRIPTION = 155
"""Where search engines cut, about."""


@dataclass(frozen=True, slots=True)
class Found:
    """picture: address of its social card, else of the lead picture's cut for sharing, or "".

    is_card: it is the card, which is drawn when the article goes out.
    """

    title: str
    description: str
    address: str
    picture: str
    is_card: bool
    site: str
    host: str

    @classmethod
    def of(cls, article: Article, revision: Revision) -> "Found":
        host = urlsplit(settings.SITE_URL).netloc
        return cls(
            title=shortened(revision.headline, TITLE) or "No headline yet",
            description=shortened(revision.standfirst or opening(revision), DESCRIPTION),
            address=host + path_of(article, revision),
            picture=article.card_url or social_cut(revision.lead_image),
            is_card=bool(article.card),
            site=getattr(article, "site_name", None) or SiteSettings.load().name,
            host=host,
        )


def opening(revision: Revision) -> str:
    """The first words of the text, where there is no standfirst."""
    return " ".join(block.text() for block in revision.body.blocks[:3])


def shortened(text: str, most: int) -> str:
    """As a search result cuts it: at a word."""
    text = " ".join(text.split())
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]) + " …"


def path_of(article: Article, revision: Revision) -> str:
    """Where it stands, or will stand if it goes out as planned, or else now."""
    return as_published(article, revision).address(article.slug or slug_of(revision.headline))


def social_cut(lead: Image | None) -> str:
    cut = lead.social if lead else None
    return cut.url if cut else ""
