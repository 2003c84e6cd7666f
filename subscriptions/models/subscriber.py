"""A reader by e-mail: the address, what they agreed to, and whether they confirmed it."""

import datetime
from dataclasses import asdict, dataclass
from typing import Self

from django.db import models, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from articles.models import Article

from .subscription import Subscription

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)

CONFIRMATION_LEASE = datetime.timedelta(minutes=5)
"""How long a worker may take over the confirmations that it has claimed."""
CONFIRMATION_STALE = datetime.timedelta(hours=48)
"""Nobody waits longer for a confirmation; a restored copy of the database mails nobody."""
SIGN_UPS_PER_HOUR = 20
"""From one network. An office behind one address stays below it; a script does not."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody agreed to: on which form, in what words, from which network (a hash)."""

    form: str
    wording: str
    network: str = ""


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def confirmed(self) -> Self:
        """Those to whom anything but a confirmation may be sent."""
        return self.filter(state=Subscriber.State.CONFIRMED)

    def audience(self, article: Article) -> Self:
        """Who gets the article at once; each reader is one row, whatever matches."""
        asked = Subscription.objects.matching(article).instant()
        return self.confirmed().filter(Exists(asked.filter(subscriber=OuterRef("pk"))))

    def crowded(self, network: str) -> bool:
        """Whether too many sign-ups came from one network within the hour."""
        recent = self.filter(consent_network=network, consent_at__gt=timezone.now() - HOUR)
        return bool(network) and recent.count() >= SIGN_UPS_PER_HOUR

    def sign_up(self, address: str, consent: Consent) -> None:
        """Notes the wish and asks the worker for a confirmation, one a day at most.

        The same statements run whoever asks, so that neither the answer nor its time tells
        whether an address is known. A confirmed reader is left as they are.
        """
        now = timezone.now()
        evidence = {f"consent_{name}": value for name, value in asdict(consent).items()}
        key = address.casefold()
        new = Subscriber(address=address, key=key, consent_at=now, **evidence)
        may_wait = Subscriber.State.PENDING, Subscriber.State.UNSUBSCRIBED
        untroubled = Q(confirmation_sent_at=None) | Q(confirmation_sent_at__lte=now - DAY)
        with transaction.atomic():
            Subscriber.objects.bulk_create([new], ignore_conflicts=True)
            self.filter(key=key, state__in=may_wait).update(
                state=Subscriber.State.PENDING,
                address=address,
                consent_at=now,
                **evidence,
                confirmation_due_at=Case(
                    When(untroubled, then=Value(now)), default=F("confirmation_due_at")
                ),
            )

    def claim_confirmations(self, limit: int) -> list["Subscriber"]:
        """Takes those whose confirmation is due; the moved time is the lease of the claim."""
        now = timezone.now()
        due = self.filter(
            state=Subscriber.State.PENDING,
            confirmation_due_at__lte=now,
            consent_at__gt=now - CONFIRMATION_STALE,
        )
        with transaction.atomic():
            free = due.order_by("confirmation_due_at").select_for_update(skip_locked=True)
            claimed: list[Subscriber] = list(free[:limit])
            for subscriber in claimed:
                subscriber.confirmation_due_at = now + CONFIRMATION_LEASE
            Subscriber.objects.bulk_update(claimed, ["confirmation_due_at"])
        return claimed

    def forget_confirmations(self, before: datetime.datetime) -> int:
        """Those that were asked for before then; who still wants one asks again."""
        waiting = self.filter(confirmation_due_at__isnull=False, consent_at__lte=before)
        return waiting.update(confirmation_due_at=None)


class Subscriber(models.Model):
    class State(models.TextChoices):
        PENDING = "pending", "Not confirmed yet"
        CONFIRMED = "confirmed", "Confirmed"
        UNSUBSCRIBED = "unsubscribed", "Unsubscribed"
        BOUNCED = "bounced", "Address refuses mail"
        COMPLAINED = "complained", "Reported us as spam"

    address = models.CharField("e-mail address", max_length=254)
    key = models.CharField(
        max_length=254, unique=True, editable=False, help_text="The address in lower case."
    )
    state = models.CharField(
        max_length=20, choices=State, default=State.PENDING, editable=False, db_index=True
    )
    consent_at = models.DateTimeField("asked", editable=False)
    consent_form = models.CharField("on the form", max_length=40, editable=False)
    consent_wording = models.CharField("in the words", max_length=300, editable=False)
    consent_network = models.CharField(
        "from the network", max_length=64, blank=True, editable=False, help_text="A hash."
    )
    confirmation_due_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When the confirmation mail may next be tried; empty: none waits.",
    )
    confirmation_sent_at = models.DateTimeField(null=True, editable=False)
    confirmed_at = models.DateTimeField("confirmed", null=True, editable=False)
    unsubscribed_at = models.DateTimeField("unsubscribed", null=True, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        ordering = ["-consent_at", "-pk"]
        indexes = [
            models.Index(
                fields=["confirmation_due_at"],
                condition=Q(confirmation_due_at__isnull=False),
                name="confirmation_due",
            ),
            models.Index(fields=["consent_network", "consent_at"], name="sign_ups_of_network"),
        ]

    def __str__(self) -> str:
        return self.address

    def confirm(self) -> bool:
        """Whether they are confirmed now. Only one who waits for it can be."""
        with transaction.atomic():
            now = timezone.now()
            waiting = Subscriber.objects.filter(pk=self.pk, state=self.State.PENDING)
            moved = waiting.update(
                state=self.State.CONFIRMED, confirmed_at=now, confirmation_due_at=None
            )
            if moved and not self.subscriptions.exists():
                self.subscriptions.create()
        self.refresh_from_db()
        return self.state == self.State.CONFIRMED

    def unsubscribe(self) -> None:
        """Nothing more is sent, a mailing under way included. Doing it again changes nothing."""
        with transaction.atomic():
            active = [self.State.PENDING, self.State.CONFIRMED]
            moved = Subscriber.objects.filter(pk=self.pk, state__in=active).update(
                state=self.State.UNSUBSCRIBED,
                unsubscribed_at=timezone.now(),
                confirmation_due_at=None,
            )
            if moved:
                self.subscriptions.all().delete()
        self.refresh_from_db()

    # The confirmation mail, in the hands of a worker that claimed it

    def hand_over_confirmation(self) -> bool:
        """Marks it as sent, just before it is. False when the claim is no longer ours."""
        claim = Subscriber.objects.filter(
            pk=self.pk, state=self.State.PENDING, confirmation_due_at=self.confirmation_due_at
        )
        return bool(claim.update(confirmation_due_at=None, confirmation_sent_at=timezone.now()))

    def retry_confirmation(self, after: datetime.timedelta) -> None:
        """It did not go out: later, and today's one is still to come."""
        Subscriber.objects.filter(pk=self.pk, state=self.State.PENDING).update(
            confirmation_due_at=timezone.now() + after, confirmation_sent_at=None
        )

    def drop_confirmation(self) -> None:
        """The address was refused; they may correct it and ask again."""
        Subscriber.objects.filter(pk=self.pk).update(confirmation_due_at=None)
