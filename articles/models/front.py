"""Which stories stand where on the front page; each stands there once."""

from collections.abc import Iterable, Sequence
from itertools import islice

from .article import Article
from .site import SiteSettings

LEAD_AMONG = 5
"""How many of the newest may lead; among them the newest with a picture does."""

type Newest = Sequence[tuple[int, int | None]]
"""Numbers of published articles and of their pictures, the newest first."""


def newest(most: int) -> Newest:
    return list(Article.objects.published().values_list("pk", "live__lead_image")[:most])


def leading(site: SiteSettings, newest: Newest) -> int | None:
    """The number of the article that leads: the one that editors chose, else by time."""
    if site.chosen_lead:
        return site.chosen_lead.pk
    pictured = (pk for pk, picture in newest[:LEAD_AMONG] if picture)
    return next(pictured, newest[0][0] if newest else None)


class Places:
    """Gives stories their places, each only once."""

    def __init__(self) -> None:
        self.taken: set[int] = set()

    def take(self, stories: Iterable[int], most: int) -> list[int]:
        """The first few that have no place yet; they have one now."""
        found = list(islice((pk for pk in stories if pk not in self.taken), most))
        self.taken.update(found)
        return found
