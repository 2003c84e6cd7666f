"""What a reader asked for, and how often."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q

from articles.models import Article, Author, Desk, Topic


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def matching(self, article: Article) -> Self:
        """Those that an article answers to: everything, its desk, its topics, its authors."""
        kinds = Subscription.Kind
        return self.filter(
            Q(kind=kinds.EVERYTHING)
            | Q(kind=kinds.DESK, desk=article.desk_id)
            | Q(kind=kinds.TOPIC, topic__in=Topic.objects.filter(taggings__content_object=article))
            | Q(kind=kinds.AUTHOR, author__in=Author.objects.filter(bylines__article=article))
        )

    def instant(self) -> Self:
        return self.filter(frequency=Subscription.Frequency.INSTANT)

    def reasons(self, article: Article, subscriber_ids: Iterable[int]) -> dict[int, str]:
        """Why each of these readers gets the article, in words; one reason a reader is enough."""
        asked = self.matching(article).instant().filter(subscriber_id__in=subscriber_ids)
        found = asked.order_by("-pk").values_list(
            "subscriber_id", "pk", "kind", "desk", "topic", "author"
        )
        # Many readers ask for few things: each is put into words once.
        alike = {tuple(subject): pk for _, pk, *subject in found}
        samples = Subscription.objects.select_related("desk", "topic", "author")
        named = samples.in_bulk(alike.values())
        return {reader: named[alike[tuple(subject)]].reason for reader, _, *subject in found}


class Subscription(models.Model):
    class Kind(models.TextChoices):
        EVERYTHING = "everything", "Everything"
        DESK = "desk", "A desk"
        TOPIC = "topic", "A topic"
        AUTHOR = "author", "An author"

    class Frequency(models.TextChoices):
        INSTANT = "instant", "At once"
        DAILY = "daily", "Daily"
        WEEKLY = "weekly", "Weekly"

    subscriber = models.ForeignKey(
        "Subscriber", on_delete=models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.EVERYTHING)
    desk = models.ForeignKey(
        Desk, on_delete=models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    author = models.ForeignKey(
        Author, on_delete=models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    frequency = models.CharField(max_length=20, choices=Frequency, default=Frequency.INSTANT)
    since = models.DateTimeField(auto_now_add=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "kind", "desk", "topic", "author"],
                nulls_distinct=False,
                name="subscription_once",
                violation_error_message="They get this already.",
            ),
            models.CheckConstraint(
                condition=Q(kind="everything", desk=None, topic=None, author=None)
                | Q(kind="desk", desk__isnull=False, topic=None, author=None)
                | Q(kind="topic", desk=None, topic__isnull=False, author=None)
                | Q(kind="author", desk=None, topic=None, author__isnull=False),
                name="subscription_names_its_kind",
                violation_error_message=(
                    "Choose the desk, topic or author that its kind names, and nothing else."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.get_frequency_display().lower()}"

    @property
    def subject(self) -> str:
        match self.kind:
            case self.Kind.DESK:
                return f"the {self.desk} desk"
            case self.Kind.TOPIC:
                return f"the topic {self.topic}"
            case self.Kind.AUTHOR:
                return str(self.author)
            case _:
                return "every article"

    @property
    def reason(self) -> str:
        """Goes on from "You get this because you …"."""
        verb = "asked for" if self.kind == self.Kind.EVERYTHING else "follow"
        return f"{verb} {self.subject}"
