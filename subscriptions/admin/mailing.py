from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.lists import Listed, time_cell

from ..models import Delivery, Mailing, Subscriber
from ..models.delivery import AMISS, UNSETTLED
from .outbox import Outbox
from .rehearsal import Rehearsal

NAMED = 200
"""So many letters are listed by name for each state that wants a person's eye."""
State = Delivery.State


class MailingList(ChangeList):
    def get_results(self, request: HttpRequest) -> None:
        """With the numbers of all rows at once."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        tallies = Delivery.objects.tallies(self.result_list)
        for mailing in self.result_list:
            mailing.tally = tallies[mailing.pk]


@admin.register(Mailing)
class MailingAdmin(Listed):
    """What was sent to whom. Mailings come from publications: none is written or deleted here."""

    list_display = ("subject", "state_", "when", "to", "sent", "waiting", "not_sent")
    list_filter = ("state", "kind")
    search_fields = ("subject",)
    list_per_page = 25
    fields = ()
    change_list_template = "subscriptions/admin/mailings.html"
    change_form_template = "subscriptions/admin/mailing.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        outbox = Outbox(self.admin_site)
        return [
            path("outbox/", view(outbox.all), name="subscriptions_outbox"),
            path("outbox/<str:name>/", view(outbox.one), name="subscriptions_outbox_one"),
            path("outbox/<str:name>/html/", view(outbox.html), name="subscriptions_outbox_html"),
            *Rehearsal(self).urls,
            path("<int:pk>/pause/", view(self.pause), name="subscriptions_mailing_pause"),
            path("<int:pk>/resume/", view(self.resume), name="subscriptions_mailing_resume"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Mailing | None = None) -> bool:
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return MailingList

    @admin.display(description="State", ordering="state")
    def state_(self, mailing: Mailing) -> SafeString:
        shown = mailing.get_state_display()
        return format_html('<span class="state state-{}">{}</span>', mailing.state, shown)

    @admin.display(description="Prepared", ordering="created_at")
    def when(self, mailing: Mailing) -> SafeString:
        return time_cell(mailing.created_at)

    @admin.display(description="To", ordering="candidates")
    def to(self, mailing: Mailing) -> str:
        return f"{mailing.candidates:,}"

    @admin.display(description="Sent")
    def sent(self, mailing: Mailing) -> str:
        return f"{tally_of(mailing)[State.SENT]:,}"

    @admin.display(description="Waiting")
    def waiting(self, mailing: Mailing) -> str:
        return f"{unsettled(tally_of(mailing)):,}"

    @admin.display(description="Not sent")
    def not_sent(self, mailing: Mailing) -> str:
        counts = tally_of(mailing)
        found = [f"{counts[state]:,} {state.label.lower()}" for state in AMISS if counts[state]]
        return ", ".join(found) or "–"

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST":
            raise PermissionDenied("A mailing is not edited; it can be paused and resumed.")
        mailing = self.get_object(request, object_id)
        context = self.shown(mailing, request) if mailing else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | context)

    def shown(self, mailing: Mailing, request: HttpRequest) -> dict[str, Any]:
        counts = mailing.counts()
        return {
            "mailing": mailing,
            "counts": [(State(state).label, number) for state, number in counts.items()],
            "tried": mailing.candidates - unsettled(counts),
            "named": [
                (state.label, counts[state], named(mailing, state))
                for state in AMISS
                if counts[state]
            ],
            "may_change": self.has_change_permission(request, mailing),
        }

    def pause(self, request: HttpRequest, pk: int) -> HttpResponse:
        mailing = self.to_change(request, pk)
        if mailing.pause(f"Paused by {request.user}."):
            self.log_change(request, mailing, "Paused.")
            self.message_user(request, "Paused. Letters already sent are not called back.")
        return self.back_to(mailing)

    def resume(self, request: HttpRequest, pk: int) -> HttpResponse:
        mailing = self.to_change(request, pk)
        if objection := mailing.lasting_objection():
            self.message_user(request, f"It cannot be resumed. {objection}", messages.ERROR)
        elif mailing.resume():
            self.log_change(request, mailing, "Resumed.")
            self.message_user(request, "Resumed. Nobody gets it twice.", messages.SUCCESS)
        return self.back_to(mailing)

    def to_change(self, request: HttpRequest, pk: int) -> Mailing:
        mailing = Mailing.objects.filter(pk=pk).first()
        if mailing is None:
            raise Http404
        if request.method != "POST" or not self.has_change_permission(request, mailing):
            raise PermissionDenied("Only a chief can pause and resume mailings.")
        return mailing

    def back_to(self, mailing: Mailing) -> HttpResponseRedirect:
        return HttpResponseRedirect(
            reverse("admin:subscriptions_mailing_change", args=[mailing.pk])
        )


def tally_of(mailing: Mailing) -> dict[str, int]:
    """As the list has counted it for all its rows."""
    counts: dict[str, int] = mailing.tally  # type: ignore[attr-defined]
    return counts


def unsettled(counts: dict[str, int]) -> int:
    return sum(counts[state] for state in UNSETTLED)


def named(mailing: Mailing, state: str) -> list[tuple[str, Delivery]]:
    """Letters in that state with their readers' addresses, the last ones first."""
    letters = list(mailing.deliveries.filter(state=state).order_by("-at")[:NAMED])
    readers = Subscriber.objects.in_bulk([letter.subscriber_id for letter in letters])
    return [
        (str(readers.get(letter.subscriber_id, "A reader whose address was deleted")), letter)
        for letter in letters
    ]
