"""The way from the front page to a page."""

from collections.abc import Iterable

from .addresses import CONTEXT, Data, full

type Step = tuple[str, str]
"""The name of a page and its address."""


def trail(steps: Iterable[Step]) -> Data:
    """schema.org/BreadcrumbList; the page itself stands last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": full(address)}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }
