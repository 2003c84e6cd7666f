"""Queues of a mailing. Each large mailbox provider has one, because it takes only so much from one
sender in a minute; everybody else is spread over a few by their domain. So one slow domain holds
up its own queue and no other."""

from django.db import models
from django.db.models import Case, F, Func, Value, When
from django.db.models.functions import Mod
from django.db.models.lookups import In

SHARED = 4
"""Queues 0 to 3, for the domains that are not named below."""


class Provider(models.IntegerChoices):
    """label, in lower case: its name in the settings."""

    GOOGLE = 11, "Gmail"
    MICROSOFT = 12, "Outlook"
    YAHOO = 13, "Yahoo"
    APPLE = 14, "iCloud"
    GMX = 15, "GMX"


QUEUES = [*range(SHARED), *Provider.values]
DOMAINS = {
    Provider.GOOGLE: ["gmail.com", "googlemail.com"],
    Provider.MICROSOFT: [
        *("outlook.com", "outlook.fr", "outlook.de", "outlook.es", "outlook.it", "msn.com"),
        *("hotmail.com", "hotmail.co.uk", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es"),
        *("live.com", "live.co.uk", "live.fr", "live.de", "live.nl", "passport.com"),
    ],
    Provider.YAHOO: [
        *("yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "yahoo.it", "yahoo.es", "yahoo.ca"),
        *("yahoo.co.in", "yahoo.com.br", "ymail.com", "rocketmail.com", "aol.com", "aol.co.uk"),
    ],
    Provider.APPLE: ["icloud.com", "me.com", "mac.com"],
    Provider.GMX: ["gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "mail.com"],
}


def queue_of_reader() -> Case:
    """In which queue a subscriber's letter stands, by the domain of their address."""
    domain = Func(F("key"), Value("@"), Value(2), function="split_part")
    domain.output_field = models.CharField()
    number = Func(Func(domain, function="hashtext"), function="abs")
    number.output_field = models.BigIntegerField()
    return Case(
        *(
            When(In(domain, domains), then=Value(provider.value))
            for provider, domains in DOMAINS.items()
        ),
        default=Mod(number, Value(SHARED)),
        output_field=models.SmallIntegerField(),
    )
