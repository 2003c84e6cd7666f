"""Pages that are no articles: lists, the page of an author, what the site says of itself."""

from collections.abc import Sequence

from django.conf import settings

from ..models import Author
from .addresses import CONTEXT, Data, full, known
from .trail import Step


def collection(steps: Sequence[Step], description: str) -> Data:
    """schema.org/CollectionPage: of a desk, a topic, a series, a month."""
    return page("CollectionPage", steps, description)


def plain_page(steps: Sequence[Step], description: str) -> Data:
    """schema.org/WebPage."""
    return page("WebPage", steps, description)


def profile(steps: Sequence[Step], author: Author) -> Data:
    """schema.org/ProfilePage."""
    about = {**person(author), "jobTitle": author.role, "description": author.bio}
    return page("ProfilePage", steps, "") | {"mainEntity": known(about)}


def person(author: Author) -> Data:
    return {"@type": "Person", "name": author.name, "url": full(author.get_absolute_url())}


def page(kind: str, steps: Sequence[Step], description: str) -> Data:
    """steps: the way to it, itself the last."""
    name, address = steps[-1]
    return known(
        {
            "@context": CONTEXT,
            "@type": kind,
            "name": name,
            "url": full(address),
            "description": description,
            "inLanguage": settings.LANGUAGE_CODE,
            "isPartOf": {"@type": "WebSite", "@id": full("/#site"), "url": full("/")},
        }
    )
