from django.db import models, transaction
from django.utils import timezone


class Heartbeat(models.Model):
    """When a background process last said that it is alive."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, name: str) -> float:
        """How long it had been silent, in seconds; 0 when it was never heard of."""
        now = timezone.now()
        with transaction.atomic():
            last = cls.objects.select_for_update().filter(name=name).first()
            cls.objects.update_or_create(name=name, defaults={"at": now})
        return (now - last.at).total_seconds() if last else 0

    @classmethod
    def seconds_since(cls, name: str) -> float | None:
        """None when it was never heard of."""
        last = cls.objects.filter(name=name).values_list("at", flat=True).first()
        return (timezone.now() - last).total_seconds() if last else None
