"""Letters with a link by which somebody sets their own password, which nobody else ever knows."""

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from .models import SiteSettings, name_of

GOOD_FOR = f"{settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)} days"
SUBJECTS = {"invitation": "Your account at {}", "forgotten": "A new password at {}"}
"""By the name of the letter, which is the name of its template as well."""


def send_link(account: User, letter: str, by: User | None = None) -> None:
    """by: who asked for it. Raises OSError while the mail server does not take it."""
    site = SiteSettings.load().name
    context = {
        "name": name_of(account),
        "username": account.get_username(),
        "site": site,
        "by": name_of(by) if by and by != account else "",
        "link": link_for(account),
        "good_for": GOOD_FOR,
        "desk": settings.SITE_URL + reverse("admin:index"),
    }
    text = render_to_string(f"registration/{letter}.txt", context)
    subject = " ".join(SUBJECTS[letter].format(site).split())
    EmailMessage(subject, text, to=[account.email]).send()


def link_for(account: User) -> str:
    """It works once: the secret in it is made of the password that stands now, among others."""
    who = urlsafe_base64_encode(force_bytes(account.pk))
    secret = default_token_generator.make_token(account)
    return settings.SITE_URL + reverse("password_reset_confirm", args=[who, secret])
