"""Scheduling: a publication, or an update of what is out, at a moment to come."""

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import Truncator

from .change import Change
from .gate import NotReady
from .publishing import NO_PLAN, NOTE_LENGTH, Publishable
from .state import NOT_OUT_YET, State


class Schedulable(Publishable):
    """The fields of a plan stand with publishing, for every publication clears them."""

    class Meta:
        abstract = True

    @property
    def update_is_due(self) -> bool:
        """A published article whose draft goes out at publish_at."""
        return self.state == State.PUBLISHED and self.publish_at is not None

    @property
    def planned_kind(self) -> str:
        """In a word: "correction"."""
        kind = Change.Kind(self.planned_change or Change.Kind.MINOR)
        return Change(kind=kind).kind_name.lower()

    def schedule(
        self,
        at: datetime.datetime | None,
        *,
        announce: bool = False,
        change: str = "",
        text: str = "",
    ) -> None:
        """Publishes at a moment to come; of what is out already, the draft of that moment.

        change, text: as in publish, for what is out. Raises ValidationError, and NotReady as
        publish does.
        """
        if at is None or at <= timezone.now():
            message = "That time has passed. Choose a later one, or Now."
            raise ValidationError({"publish_at": message})
        self.ready(self.draft)
        plan = {"publish_at": at, "announce": announce, "note": ""}
        if self.is_public:
            kind = self.kind_of_change(change, text)
            plan |= {"planned_change": kind, "planned_text": text.strip()}
            self.move(State.PUBLISHED, [State.PUBLISHED], **plan)
        else:
            self.move(State.SCHEDULED, NOT_OUT_YET, **plan)

    def unschedule(self) -> None:
        """A draft again; what is out stays out, and its update is not due any more."""
        if self.update_is_due:
            self.move(State.PUBLISHED, [State.PUBLISHED], **NO_PLAN)
        else:
            self.move(State.DRAFT, [State.SCHEDULED], **NO_PLAN)

    def publish_scheduled(self) -> bool:
        """Whether it went out; if not, the note says why.

        What was not out is a draft again; what was stays as readers know it.
        """
        try:
            self.publish(
                by=None,
                change=self.planned_change,
                text=self.planned_text,
                announce=self.announce,
            )
        except NotReady as error:
            self.stay(str(error))
        except ValidationError as error:
            self.stay(" ".join(error.messages))
        else:
            return True
        return False

    def stay(self, why: str) -> None:
        state = State.PUBLISHED if self.is_public else State.DRAFT
        what = "The update" if self.is_public else "It"
        note = Truncator(f"{what} could not go out as scheduled. {why}").chars(NOTE_LENGTH)
        self.move(state, [State.SCHEDULED, State.PUBLISHED], **NO_PLAN | {"note": note})
