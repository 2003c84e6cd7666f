"""Signed links: what lets a reader act without an account."""

import datetime
import functools

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .models import Subscriber

CONFIRM_WITHIN = datetime.timedelta(days=7)
# A full stop, because a colon in an address is broken by some mail programs.
confirming = signing.TimestampSigner(sep=".", salt="subscriptions.confirm")
unsubscribing = signing.Signer(sep=".", salt="subscriptions.unsubscribe")


class ExpiredLink(Exception):
    """It was ours, and its time is over."""


class WrongLink(Exception):
    """Not a link of ours, or of a reader whom we do not know any more."""


def confirm_url(subscriber: Subscriber) -> str:
    token = confirming.sign(str(subscriber.pk))
    return settings.SITE_URL + reverse("subscriptions:confirm", args=[token])


def unsubscribe_url(subscriber_id: int) -> str:
    before, after = around_token("subscriptions:unsubscribe")
    return f"{settings.SITE_URL}{before}{unsubscribing.sign(str(subscriber_id))}{after}"


@functools.cache
def around_token(name: str) -> tuple[str, str]:
    """The address of a page on both sides of its token: it is the same for all readers."""
    before, _, after = reverse(name, args=["TOKEN"]).partition("TOKEN")
    return before, after


def to_confirm(token: str) -> Subscriber:
    """Raises ExpiredLink and WrongLink."""
    try:
        return known(confirming.unsign(token, max_age=CONFIRM_WITHIN))
    except signing.SignatureExpired as error:
        raise ExpiredLink from error
    except signing.BadSignature as error:
        raise WrongLink from error


def to_unsubscribe(token: str) -> Subscriber:
    """Such a link never expires. Raises WrongLink."""
    try:
        return known(unsubscribing.unsign(token))
    except signing.BadSignature as error:
        raise WrongLink from error


def known(pk: str) -> Subscriber:
    try:
        return Subscriber.objects.get(pk=int(pk))
    except (Subscriber.DoesNotExist, ValueError) as error:
        raise WrongLink from error
