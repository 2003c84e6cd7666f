"""An article: where it is filed, by whom. Its verbs: writing, publishing, scheduling, address."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models.functions import Lag, Lead
from django.utils.functional import cached_property
from taggit.managers import TaggableManager

from .article_queryset import SERIES_ORDER, ArticleQuerySet
from .author import Author
from .byline import Byline
from .desk import Desk
from .scheduling import Schedulable
from .series import Series
from .state import State
from .topic import Tagging
from .writing import NO_HEADLINE


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
            models.Index(
                fields=["published_at"],
                include=["changed_at", "state"],
                condition=models.Q(published_at__isnull=False),
                name="article_months",
            ),
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

    def beside_in_series(self) -> "tuple[Article | None, Article | None]":
        """The published parts before and after this one."""
        if self.series_id is None:
            return None, None
        before = models.Window(Lag("pk"), order_by=SERIES_ORDER)
        after = models.Window(Lead("pk"), order_by=SERIES_ORDER)
        parts = Article.objects.published().filter(series=self.series_id)
        beside = parts.annotate(before=before, after=after).filter(
            models.Q(before=self.pk) | models.Q(after=self.pk)
        )
        found = {each.after == self.pk: each for each in beside.for_log()}
        return found.get(True), found.get(False)

    def refile(self, desk: Desk | None, series: Series | None, part: int | None) -> None:
        """At another desk, or elsewhere in a series; takes effect at once, for readers too."""
        moves = self.desk != desk
        self.desk, self.series, self.part = desk, series, part
        self.save(update_fields=["desk", "series", "part"])
        if moves and self.is_public:
            self.defer_card()

    def set_bylines(self, authors: Iterable[Author]) -> None:
        """Puts these names over the article, in this order."""
        Byline.objects.filter(article=self).delete()
        Byline.objects.bulk_create(
            Byline(article=self, author=author, position=position)
            for position, author in enumerate(dict.fromkeys(authors))
        )
        if self.is_public:
            self.index()
