"""The site itself: who publishes it, and how it is searched."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from ..models import SiteSettings
from .addresses import CONTEXT, Data, full, known


def publisher(site: SiteSettings) -> Data:
    """schema.org/NewsMediaOrganization, as far as a page about something else tells of it."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": full("/#publisher"),
        "name": site.name,
        "url": full("/"),
        "logo": full(static("icon.svg")),
        "correctionsPolicy": full(reverse("articles:corrections")),
    }


def organisation(site: SiteSettings) -> Data:
    return known(
        {
            "@context": CONTEXT,
            **publisher(site),
            "slogan": site.strap,
            "description": site.about,
        }
    )


def website(site: SiteSettings) -> Data:
    """schema.org/WebSite. Its SearchAction says how a search is asked for."""
    search = full(reverse("articles:search"))
    return known(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "@id": full("/#site"),
            "name": site.name,
            "url": full("/"),
            "description": site.about or site.strap,
            "inLanguage": settings.LANGUAGE_CODE,
            "publisher": {"@id": full("/#publisher")},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term}}"},
                "query-input": "required name=search_term",
            },
        }
    )
