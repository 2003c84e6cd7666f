"""The letters: one function and one folder of templates for each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from articles.body import Body
from articles.body.render import References, render_body
from articles.models import SiteSettings

from . import tokens
from .models import Mailing, Subscriber
from .plain_text import plain_body, wrapped
from .references import references_of

LARGEST = 90_000
"""Bytes of HTML. Gmail hides what comes after 102 kB, the way to unsubscribe with it."""

inliner = css_inline.CSSInliner(
    keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False
)


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str
    html: str


def confirmation(subscriber: Subscriber, site: SiteSettings) -> Letter:
    context = {
        "site": site,
        "site_url": settings.SITE_URL,
        "confirm_url": tokens.confirm_url(subscriber),
        "days": tokens.CONFIRM_WITHIN.days,
        "asked_at": timezone.localtime(subscriber.consent_at),
    }
    return rendered("confirm", context)


def article(mailing: Mailing, site: SiteSettings, *, unsubscribe: str, why: str) -> Letter:
    """unsubscribe: the reader's link, "" where the letter is for the newsroom itself; why: goes on
    from "because you …".

    Raises ValueError when the article has been deleted since.
    """
    change, revision = mailing.change, mailing.revision
    if change is None or revision is None:
        raise ValueError(f"Mailing {mailing.pk} has no article.")
    references = references_of(revision)
    filed = change.article
    context = {
        "site": site,
        "site_url": settings.SITE_URL,
        "url": settings.SITE_URL + filed.get_absolute_url(),
        "mailing": mailing,
        "change": change,
        "desk": filed.desk,
        "authors": [byline.author for byline in filed.bylines.select_related("author")],
        "revision": revision,
        "picture": references.images.get(revision.lead_image_id or 0),
        "unsubscribe": unsubscribe,
        "why": why,
        "standfirst": wrapped(revision.standfirst),
        "text": plain_body(revision.body, references),
    }
    return rendered("article", context | fitting(context, revision.body, references))


def fitting(context: Mapping[str, Any], body: Body, references: References) -> dict[str, Any]:
    """The body in HTML, cut after a block where the letter would grow too large."""
    parts = body_parts(body, references)
    if size_with(context, parts) <= LARGEST:
        return parts
    low, high = 0, len(body.blocks)
    while low + 1 < high:
        middle = (low + high) // 2
        parts = body_parts(body, references, middle)
        low, high = (middle, high) if size_with(context, parts) <= LARGEST else (low, middle)
    return body_parts(body, references, low)


def body_parts(body: Body, references: References, blocks: int | None = None) -> dict[str, Any]:
    """All blocks, or the first few with a way to the rest."""
    shown = body if blocks is None else Body(content=body.content[:blocks])
    made = render_body(shown, "email", references)
    return {
        "body": made.html,
        "notes": made.notes,
        "is_cut": blocks is not None,
    }


def size_with(context: Mapping[str, Any], parts: Mapping[str, Any]) -> int:
    return len(html_of("article", {**context, **parts}).encode())


def rendered(kind: str, context: Mapping[str, Any]) -> Letter:
    subject = render_to_string(f"emails/{kind}/subject.txt", dict(context))
    text = render_to_string(f"emails/{kind}/body.txt", dict(context))
    return Letter(" ".join(subject.split()), text, html_of(kind, context))


def html_of(kind: str, context: Mapping[str, Any]) -> str:
    return inliner.inline(render_to_string(f"emails/{kind}/body.html", dict(context)))
