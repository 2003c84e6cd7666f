"""Tries to log in, counted in the database so that every process knows of them."""

import datetime
import unicodedata
from typing import Any

from django.db import connection, models
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.crypto import salted_hmac

ALLOWED = 10
WAIT = datetime.timedelta(minutes=10)
FORGOTTEN_AFTER = datetime.timedelta(days=1)
LONGEST_NAME = 150
"""Of an account. What was typed beyond that is not looked at: putting a long run of accents in
order takes Python hours."""

COUNT = """
    INSERT INTO {table} AS known (key, number, last_at) VALUES (%(key)s, 1, %(now)s)
    ON CONFLICT (key) DO UPDATE SET
        number = CASE WHEN known.last_at < %(since)s THEN 1
                      ELSE LEAST(known.number, %(allowed)s) + 1 END,
        last_at = CASE WHEN known.last_at >= %(since)s AND known.number >= %(allowed)s
                       THEN known.last_at ELSE %(now)s END
    RETURNING number
"""


class LoginTriesQuerySet(models.QuerySet["LoginTries"]):
    def allow(self, name: str, address: str, door: str = "login", most: int = ALLOWED) -> bool:
        """Counts one more try. False: there were too many with that name or from that address.

        door: what is tried; each is counted by itself.
        It is counted before the password is looked at, so that many at once are no more than ten.
        An address that has used up its tries uses up nobody's name any more.
        """
        return all(self.count_one(key, most) <= most for key in keys(name, address, door))

    def count_one(self, key: str, most: int) -> int:
        """The number of tries, this one included. Those that are refused prolong no wait."""
        now = timezone.now()
        values: dict[str, Any] = {"key": key, "now": now, "since": now - WAIT, "allowed": most}
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(COUNT.format(table=table), values)
            return int(cursor.fetchone()[0])

    def succeeded(self, name: str, address: str) -> None:
        """The name starts anew; the address is given back this one try, and keeps the others."""
        *of_address, of_name = keys(name, address)
        self.filter(key=of_name).delete()
        self.filter(key__in=of_address).update(number=Greatest(models.F("number") - 1, 0))

    def forget_old(self) -> None:
        self.filter(last_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()


class LoginTries(models.Model):
    """key: a keyed hash of a name or of an address; neither is kept as it was typed or seen."""

    key = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveSmallIntegerField()
    last_at = models.DateTimeField()

    objects = LoginTriesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "login tries"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number} tries, the last at {self.last_at:%Y-%m-%d %H:%M}"


def keys(name: str, address: str, door: str = "login") -> list[str]:
    """Of the address, where there is one, and of the name, however its letters are written."""
    same_name = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).casefold()
    found = [f"address {address}"] if address else []
    return [
        salted_hmac(f"newsroom.{door}", key, algorithm="sha256").hexdigest()
        for key in (*found, f"name {same_name}")
    ]
