"""An article: where it is filed and by whom. Its verbs stand in writing, publishing and address."""

import datetime
from collections.abc import Iterable
from typing import Any, Self

from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.utils import timezone
from taggit.managers import TaggableManager

from .author import Author
from .byline import Byline
from .desk import Desk
from .publishing import Publishable
from .revision import Content
from .state import State
from .topic import Tagging, Topic


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """What readers may see, the newest first."""
        return self.filter(state=State.PUBLISHED).order_by("-published_at", "-pk")

    def due(self) -> Self:
        """Scheduled for a moment that has come. An empty time is never due."""
        return self.filter(state=State.SCHEDULED, publish_at__lte=timezone.now())

    def visible_to(self, user: Any) -> Self:
        """For the newsroom: an editor sees everything, a writer what is theirs."""
        return self if user.has_perm("articles.edit_any_article") else self.filter(created_by=user)

    def with_bylines(self) -> Self:
        return self.prefetch_related(
            models.Prefetch("bylines", Byline.objects.select_related("author"))
        )

    def for_listing(self) -> Self:
        """With all that a card on a page shows, in three queries whatever their number."""
        # A card shows no body, and to read one costs more than all the rest.
        return (
            self.with_bylines()
            .select_related("desk", "live__lead_image")
            .defer("live__body")
            .prefetch_related("live__lead_image__renditions")
        )

    def for_log(self) -> Self:
        """With what a line of a log shows: headline, desk and time."""
        return self.select_related("desk", "live").defer("live__body")

    def for_feed(self) -> Self:
        """With their whole text and all that is said about it."""
        return self.with_bylines().select_related("live").prefetch_related("topics", "changes")

    def first_ids(self, count: int) -> ArraySubquery:
        """The numbers of the first few, to be one column of another query."""
        return ArraySubquery(self.values("pk")[:count])

    def older_than(self, article: "Article") -> Self:
        """Those that stand below that one when the newest stand first."""
        same_moment = models.Q(published_at=article.published_at, pk__gte=article.pk)
        return self.filter(published_at__lte=article.published_at).exclude(same_moment)

    def at_address(self, year: int, month: int, day: int, slug: str) -> "Article | None":
        """The published or withdrawn article at a dated address, in the site's time zone."""
        public = [State.PUBLISHED, State.WITHDRAWN]
        return (
            self.filter(state__in=public, slug=slug)
            .first_out_on(datetime.date(year, month, day))
            .first()
        )

    def first_out_on(self, day: datetime.date) -> Self:
        """First published on that day, as the clock runs in the site's time zone."""
        start = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
        next_day = day + datetime.timedelta(days=1)
        end = timezone.make_aware(datetime.datetime.combine(next_day, datetime.time.min))
        return self.filter(published_at__gte=start, published_at__lt=end)

    def compose(
        self,
        content: Content,
        by: User | None,
        *,
        slug: str = "",
        desk: Desk | None = None,
        authors: Iterable[Author] = (),
        topics: Iterable[Topic] = (),
        reason: str = "",
    ) -> "Article":
        """A new draft with its first revision."""
        with transaction.atomic():
            article = self.create(desk=desk, created_by=by, slug=slug)
            article.add_revision(content, by, reason)
            article.set_bylines(authors)
            article.topics.set(list(topics))
        return article

    def publish_due(self) -> int:
        """Publishes what is due; returns how many went out.

        A draft that no longer passes the gate goes back to its desk with the reason, instead of
        holding up those behind it.
        """
        count = 0
        for pk in list(self.due().values_list("pk", flat=True)):
            with transaction.atomic():
                free = self.select_for_update(skip_locked=True)
                article = free.due().filter(pk=pk).first()
                count += bool(article and article.publish_scheduled())
        return count


class Article(Publishable):  # type: ignore[django-manager-missing]  # taggit has no types
    desk = models.ForeignKey(
        Desk, on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    topics = TaggableManager(through=Tagging, blank=True)
    authors = models.ManyToManyField(Author, through=Byline, related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("publish_article", "Can publish, schedule and withdraw articles"),
            ("edit_any_article", "Can edit articles that others wrote"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=models.Q(state="published"),
                name="article_newest",
            ),
            models.Index(
                fields=["desk", "-published_at", "-id"],
                condition=models.Q(state="published"),
                name="article_newest_of_desk",
            ),
            models.Index(
                fields=["publish_at"],
                condition=models.Q(publish_at__isnull=False),
                name="article_due",
            ),
            models.Index(fields=["slug", "published_at"], name="article_address"),
        ]

    def __str__(self) -> str:
        return self.headline or "Article without a headline"

    def may_edit(self, user: Any) -> bool:
        """Writers have their own drafts until they hand them in; editors have everything."""
        if user.has_perm("articles.edit_any_article"):
            return True
        own = self.created_by_id == user.pk and user.has_perm("articles.change_article")
        return bool(own and self.state == State.DRAFT)

    def may_see(self, user: Any) -> bool:
        """In the newsroom, before readers do: a writer what is theirs, an editor everything."""
        if user.has_perm("articles.edit_any_article"):
            return True
        return self.created_by_id == user.pk and bool(user.has_perm("articles.view_article"))

    def set_bylines(self, authors: Iterable[Author]) -> None:
        """Puts these names over the article, in this order."""
        Byline.objects.filter(article=self).delete()
        Byline.objects.bulk_create(
            Byline(article=self, author=author, position=position)
            for position, author in enumerate(dict.fromkeys(authors))
        )
