"""How much of a limit is used up, shared by all workers."""

import datetime

from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone


class QuotaQuerySet(models.QuerySet["Quota"]):
    def take(self, name: str, wanted: int, limit: int, begun: datetime.datetime) -> int:
        """How many of `wanted` may go within the period that began then; they are counted."""
        with transaction.atomic():
            quota, _ = self.select_for_update().get_or_create(name=name, defaults={"since": begun})
            if quota.held_until and quota.held_until > timezone.now():
                return 0
            taken = quota.taken if quota.since >= begun else 0
            granted = max(0, min(wanted, limit - taken))
            self.filter(pk=name).update(since=begun, taken=taken + granted)
        return granted

    def give_back(self, name: str, number: int, begun: datetime.datetime) -> None:
        """What was taken and not used, unless its period is over."""
        if number > 0:
            self.filter(pk=name, since=begun).update(taken=Greatest(F("taken") - number, 0))

    def hold(self, name: str, pause: datetime.timedelta) -> None:
        """Nothing of it for a while."""
        now = timezone.now()
        self.update_or_create(
            name=name,
            defaults={"held_until": now + pause},
            create_defaults={"held_until": now + pause, "since": now},
        )


class Quota(models.Model):
    name = models.CharField(max_length=40, primary_key=True)
    since = models.DateTimeField(help_text="When the period began in which they were counted.")
    taken = models.PositiveIntegerField(default=0)
    held_until = models.DateTimeField(null=True)

    objects = QuotaQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.taken} since {self.since:%Y-%m-%d %H:%M}"
