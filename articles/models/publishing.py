"""Publishing: the way of a draft to its readers, and back."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from . import gate
from .address import slug_of
from .card import Carded
from .change import TELLING, Change
from .gate import Finding, NotReady
from .pinging import ping
from .revision import Revision
from .search_entry import SearchEntry
from .state import State
from .writing import Written

if TYPE_CHECKING:
    from .article import Article


NOTE_LENGTH = 500
NO_PLAN: dict[str, Any] = {
    "publish_at": None,
    "announce": False,
    "planned_change": "",
    "planned_text": "",
}
"""What the fields of a schedule hold where nothing is due."""


class Publishable(Carded, Written):
    State = State

    state = models.CharField(
        max_length=20, choices=State, default=State.DRAFT, editable=False, db_index=True
    )
    live = models.ForeignKey(
        Revision, on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    updated_at = models.DateTimeField(
        null=True, editable=False, help_text="When readers were last told of a change."
    )
    publish_at = models.DateTimeField(null=True, blank=True, editable=False)
    announce = models.BooleanField(default=False, editable=False)
    planned_change = models.CharField(
        max_length=20,
        blank=True,
        editable=False,
        help_text="Kind of the update that is due at publish_at.",
    )
    planned_text = models.CharField(max_length=1000, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_notice = models.CharField(max_length=1000, blank=True, editable=False)
    note = models.CharField(
        max_length=NOTE_LENGTH,
        blank=True,
        editable=False,
        help_text="Why it came back from review.",
    )

    class Meta:
        abstract = True

    @property
    def shown(self) -> Revision:
        """What readers see, or would see: the live revision, else the draft."""
        revision = self.live or self.draft
        if revision is None:
            raise Revision.DoesNotExist(f"Article {self.pk} has no revision.")
        return revision

    @property
    def is_public(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_edited(self) -> bool:
        """A published article whose draft has moved past what readers see."""
        return self.live_id is not None and self.draft_id != self.live_id

    def submit(self) -> None:
        self.move(State.REVIEW, [State.DRAFT], note="")

    def recall(self) -> None:
        """Its writer takes it back from review."""
        self.move(State.DRAFT, [State.REVIEW], note="")

    def send_back(self, note: str) -> None:
        self.move(State.DRAFT, [State.REVIEW], note=note)

    def gate(self, revision: Revision | None = None) -> list[Finding]:
        """What stops publication and what only warns, for the draft or another revision."""
        checked = revision or self.draft
        return gate.report(cast("Article", self), checked).findings if checked else []

    def publish(
        self,
        by: User | None,
        revision: Revision | None = None,
        *,
        change: str = "",
        text: str = "",
        announce: bool = False,
        at: datetime.datetime | None = None,
    ) -> Change:
        """Makes the draft, or the given revision, what readers see.

        change: kind of a later publication (minor when left out), text: what readers are told of
        it. announce: e-mail the subscribers. at: a moment in the past, for imports. Raises
        NotReady when the gate stops it and ValidationError when the change lacks its text or
        readers would learn nothing from it.
        """
        with transaction.atomic():
            self.refresh_from_lock()
            revision = self.ready(revision or self.draft)
            moment = at or timezone.now()
            kind = self.kind_of_change(change, text)
            self.check_news(revision, kind, text.strip(), announce)
            self.go_live(revision, moment)
            if kind in TELLING:
                self.updated_at = moment
            self.save()
            self.index()
            self.defer_card()
            if at is None:  # an archive that is imported is no news to anybody
                ping(self)
            return Change.objects.create(
                article_id=self.pk,
                revision=revision,
                kind=kind,
                text=text.strip(),
                at=moment,
                by=by,
                announce=announce,
            )

    def ready(self, revision: Revision | None) -> Revision:
        """The revision, if nothing stops it. Raises NotReady."""
        if revision is None:
            raise NotReady([Finding("stops", "There is no text.", "body")])
        if stopping := [f for f in self.gate(revision) if f.level == "stops"]:
            raise NotReady(stopping)
        return revision

    def kind_of_change(self, change: str, text: str) -> str:
        """The Change.Kind of this publication. Raises ValidationError where its text is missing."""
        if not Change.objects.filter(article_id=self.pk).exists():
            return Change.Kind.FIRST
        kind = change or Change.Kind.MINOR
        if kind == Change.Kind.FIRST:
            raise ValidationError({"change": "It was published before: say what has changed."})
        if kind in TELLING and not text.strip():
            raise ValidationError({"text": "Say in a sentence what has changed. Readers see it."})
        return kind

    def check_news(self, revision: Revision, kind: str, text: str, announce: bool) -> None:
        """A button pressed twice publishes once. Raises ValidationError the second time."""
        if not self.is_public or revision.pk != self.live_id:
            return
        last = Change.objects.filter(article_id=self.pk).latest("pk")
        says_more = kind in TELLING and (kind, text) != (last.kind, last.text)
        if not says_more and not (announce and not last.announce):
            message = "Readers have this version already; nothing was published again."
            raise ValidationError({"change": message})

    def go_live(self, revision: Revision, moment: datetime.datetime) -> None:
        self.live = revision
        if self.published_at is None:
            self.published_at = moment
            self.slug = self.free_slug(self.slug or slug_of(revision.headline))
        self.state = State.PUBLISHED
        self.changed_at = moment
        # withdrawn_at stays: what readers had until then is not shown to them again.
        self.withdrawal_notice = ""
        self.note = ""
        for name, value in NO_PLAN.items():
            setattr(self, name, value)

    def withdraw(self, reason: str) -> None:
        """Takes a published article off the site; its address goes on saying why."""
        if not reason.strip():
            raise ValidationError({"reason": "Say in a sentence why. Readers see it."})
        moment = timezone.now()
        with transaction.atomic():
            self.move(
                State.WITHDRAWN,
                [State.PUBLISHED],
                withdrawn_at=moment,
                changed_at=moment,
                withdrawal_notice=reason.strip(),
                **NO_PLAN,
            )
            self.index()
            self.drop_card()
            ping(self)

    def index(self) -> None:
        """What search knows of it: to be called where its text or its filing has changed."""
        SearchEntry.objects.write([self.pk])

    def move(self, state: str, allowed: Sequence[str], **values: Any) -> None:
        """To another state, from one of those allowed. Raises ValidationError otherwise."""
        with transaction.atomic():
            self.refresh_from_lock()
            if self.state not in allowed:
                raise ValidationError(
                    f"“{self}” is {self.get_state_display().lower()} by now; load the page again."
                )
            for name, value in ({"state": state} | values).items():
                setattr(self, name, value)
            self.save(update_fields=["state", *values])
