from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.lists import Listed

from ..models import Subscriber, Subscription


class SubscriptionInline(admin.TabularInline):
    model = Subscription
    fields = ("kind", "desk", "topic", "author", "frequency")
    autocomplete_fields = ("topic", "author")
    extra = 0


@admin.register(Subscriber)
class SubscriberAdmin(Listed):
    """Readers come by the form, with the evidence of their consent: nobody is typed in here."""

    inlines = (SubscriptionInline,)
    list_display = ("address", "state", "consent_at", "confirmed_at", "wishes")
    list_filter = ("state", "subscriptions__kind", "subscriptions__desk")
    search_fields = ("address",)
    date_hierarchy = "consent_at"
    actions = ("unsubscribe",)
    list_per_page = 50
    change_list_template = "subscriptions/admin/subscribers.html"
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("address", "state")}),
        ("Consent", {"fields": ("consent_at", "consent_form", "consent_wording")}),
        ("Since", {"fields": ("confirmation_sent_at", "confirmed_at", "unsubscribed_at")}),
    )
    readonly_fields = (
        "address",
        "state",
        "consent_at",
        "consent_form",
        "consent_wording",
        "confirmation_sent_at",
        "confirmed_at",
        "unsubscribed_at",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subscriber]:
        subscribers = super().get_queryset(request)
        return subscribers.prefetch_related(
            "subscriptions__desk", "subscriptions__topic", "subscriptions__author"
        )

    @admin.display(description="Gets")
    def wishes(self, subscriber: Subscriber) -> str:
        return "; ".join(str(subscription) for subscription in subscriber.subscriptions.all())

    @admin.action(description="Stop all letters to them", permissions=["change"])
    def unsubscribe(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> None:
        for subscriber in queryset:
            subscriber.unsubscribe()
            self.log_change(request, subscriber, "Stopped all letters.")
        self.message_user(request, "They get no more letters.", messages.SUCCESS)
