"""An article: where it is filed, by whom. Its verbs: writing, publishing, scheduling, address."""

import datetime
from collections.abc import Iterable
from typing import Any, Self

from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from taggit.managers import TaggableManager

from ..body import Body
from .author import Author
from .byline import Byline
from .comment import Comment
from .desk import Desk
from .links import slugs_linked
from .revision import Content
from .scheduling import Schedulable
from .series import Series
from .state import State
from .topic import Tagging, Topic, key_of
from .writing import NO_HEADLINE


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """What readers may see, the newest first."""
        return self.filter(state=State.PUBLISHED).order_by("-published_at", "-pk")

    def due(self) -> Self:
        """Whose moment has come, the earliest first. An empty time is never due."""
        waiting = [State.SCHEDULED, State.PUBLISHED]
        due = self.filter(state__in=waiting, publish_at__lte=timezone.now())
        return due.order_by("publish_at", "pk")

    def visible_to(self, user: Any) -> Self:
        """For the newsroom: an editor sees everything, a writer what is theirs."""
        return self if user.has_perm("articles.edit_any_article") else self.filter(created_by=user)

    def known_to(self, user: Any) -> Self:
        """For naming in a text: what that person may see, and what readers have."""
        public = self.filter(state=State.PUBLISHED)
        return self.visible_to(user) | public

    def mentioned(self, words: str) -> Self:
        """Those that have every word in their headline or address, or are about it; the newest
        first. The headline is the one that readers see, where they see one."""
        published = models.When(state=State.PUBLISHED, then="live__headline")
        titled = self.alias(title=models.Case(published, default="draft__headline"))
        about = titled.filter(pk__in=filed_under(words))
        found = titled
        for word in words.split()[:8]:
            place = word.strip("/").rsplit("/", 1)[-1] or word
            found = found.filter(
                models.Q(title__icontains=word)
                | models.Q(slug__icontains=place)
                | models.Q(pk__in=filed_under(word))
            )
        return (found | about).order_by("-pk")

    def for_choosing(self) -> Self:
        """With what a line of a choice shows: headline, desk, time and state."""
        return self.select_related("desk", "live", "draft").defer("live__body", "draft__body")

    def for_desk(self, user: Any) -> Self:
        """What that person may see, with what a line of the first page shows: no body."""
        shown = self.visible_to(user) if user.has_perm("articles.view_article") else self.none()
        return shown.select_related("draft", "created_by").defer("draft__body")

    def going_out(self, start: datetime.datetime, end: datetime.datetime) -> Self:
        """First published, or due to be published, from one moment until before another."""
        out = models.Q(state=State.PUBLISHED, published_at__gte=start, published_at__lt=end)
        return self.filter(out | models.Q(publish_at__gte=start, publish_at__lt=end))

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

    def for_writing(self) -> Self:
        """With what its page in the newsroom shows; open_comments: how many wait for an answer."""
        unsettled = Comment.objects.unsettled().filter(article=models.OuterRef("pk"))
        counted = unsettled.order_by().values("article").annotate(count=models.Count("pk"))
        filed = Tagging.objects.filter(content_object=models.OuterRef("pk")).order_by("tag__name")
        return (
            self.select_related("desk", "created_by", "draft__by", "draft__lead_image", "live")
            .defer("live__body")
            .annotate(
                open_comments=Coalesce(models.Subquery(counted.values("count")), 0),
                topic_names=ArraySubquery(filed.values("tag__name")),
            )
        )

    def named_in(self, body: Body) -> Self:
        """Those that the text names by number, or links to by an address of ours."""
        ids, slugs = body.article_ids(), slugs_linked(body).values()
        if not ids and not slugs:
            return self.none()
        linked = models.Q(slug__in=slugs, published_at__isnull=False)
        return self.filter(models.Q(pk__in=ids) | linked)

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
        next_day = day + datetime.timedelta(days=1)
        return self.filter(published_at__gte=midnight(day), published_at__lt=midnight(next_day))

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


def midnight(day: datetime.date) -> datetime.datetime:
    """The moment when that day begins in the site's time zone."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def filed_under(name: str) -> models.QuerySet[Tagging, Any]:
    """Numbers of the articles about the topic of that name or alias."""
    key = key_of(name)
    named = models.Q(tag__key=key) | models.Q(tag__aliases__key=key)
    return Tagging.objects.filter(named if key else models.Q(pk=None)).values("content_object")


class Article(Schedulable):  # type: ignore[django-manager-missing]  # taggit has no types
    desk = models.ForeignKey(
        Desk, on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    topics = TaggableManager(through=Tagging, blank=True)
    authors = models.ManyToManyField(Author, through=Byline, related_name="articles")
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="articles"
    )
    part = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Its place in the series, from 1. Empty: by date."
    )
    card = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text="File of the picture that stands for it on other sites.",
    )

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
            models.Index(
                fields=["state"], condition=~models.Q(note=""), name="article_with_a_note"
            ),
            models.Index(fields=["slug", "published_at"], name="article_address"),
        ]

    def __str__(self) -> str:
        return self.headline or NO_HEADLINE

    @cached_property
    def topic_names(self) -> list[str]:
        return [topic.name for topic in self.topics.all()]

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
