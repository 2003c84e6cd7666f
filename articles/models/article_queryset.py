"""Articles by the many: found for pages, feeds and desks, and sent out when their hour has come."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.db.models.functions import Coalesce, JSONObject, Trunc
from django.utils import timezone

from ..body import Body
from .author import Author
from .byline import Byline
from .comment import Comment
from .desk import Desk
from .links import slugs_linked
from .revision import Content
from .series import Series
from .site import SiteSettings
from .state import State
from .topic import Tagging, Topic, key_of

if TYPE_CHECKING:
    from .article import Article

SERIES_ORDER = (models.F("part").asc(nulls_last=True), "published_at", "pk")


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

    def for_page(self) -> Self:
        """With what the top of its own page shows, and its whole text."""
        return self.select_related("desk", "live", "series").with_bylines()

    def for_log(self) -> Self:
        """With what a line of a log shows: headline, desk and time."""
        return self.select_related("desk", "live").defer("live__body")

    def for_results(self) -> Self:
        """With what a result of a search shows; signed: the names over it, in their order."""
        signed = Byline.objects.filter(article=models.OuterRef("pk"))
        unread = ("live__body", "search_entry__head", "search_entry__doc")
        return (
            self.select_related("desk", "live", "search_entry")
            .defer(*unread)
            .annotate(signed=ArraySubquery(signed.values("author__name")))
        )

    def for_feed(self) -> Self:
        """With their whole text and all that is said about it."""
        filed = self.select_related("live", "desk").with_bylines()
        return filed.prefetch_related("topics", "changes")

    def for_writing(self) -> Self:
        """With what its page in the newsroom shows. open_comments: how many wait for an answer;
        topic_names; site_name; leads, leads_until: whether editors put it first on the front page,
        and how long; series_offered: the choice of series."""
        unsettled = Comment.objects.unsettled().filter(article=models.OuterRef("pk"))
        counted = unsettled.order_by().values("article").annotate(count=models.Count("pk"))
        filed = Tagging.objects.filter(content_object=models.OuterRef("pk")).order_by("tag__name")
        leading = SiteSettings.with_lead().filter(lead=models.OuterRef("pk"))
        beside = ("draft__by", "draft__lead_image", "live")
        return (
            self.select_related("desk", "series", "created_by", *beside)
            .defer("live__body")
            .annotate(
                open_comments=Coalesce(models.Subquery(counted.values("count")), 0),
                topic_names=ArraySubquery(filed.values("tag__name")),
                site_name=Coalesce(
                    models.Subquery(SiteSettings.objects.filter(pk=1).values("name")),
                    models.Value(SiteSettings().name),
                ),
                series_offered=ArraySubquery(
                    Series.objects.values(choice=JSONObject(pk="pk", name="name"))
                ),
                leads=models.Exists(leading),
                leads_until=models.Subquery(leading.values("lead_until")),
            )
        )

    def named_in(self, body: Body) -> Self:
        """Those that the text names by number, or links to by an address of ours."""
        ids, slugs = body.article_ids(), slugs_linked(body).values()
        if not ids and not slugs:
            return self.none()
        linked = models.Q(slug__in=slugs, published_at__isnull=False)
        return self.filter(models.Q(pk__in=ids) | linked)

    def in_series_order(self) -> Self:
        """By part, those without a number after them, by date."""
        return self.order_by(*SERIES_ORDER)

    def first_ids(self, count: int) -> ArraySubquery:
        """The numbers of the first few, to be one column of another query."""
        return ArraySubquery(self.values("pk")[:count])

    def older_than(self, article: "Article") -> Self:
        """Those that stand below that one when the newest stand first."""
        same_moment = models.Q(published_at=article.published_at, pk__gte=article.pk)
        return self.filter(published_at__lte=article.published_at).exclude(same_moment)

    def newer_than(self, article: "Article") -> Self:
        """Those that stand above that one when the newest stand first; its neighbour first."""
        same_moment = models.Q(published_at=article.published_at, pk__lte=article.pk)
        newer = self.filter(published_at__gte=article.published_at).exclude(same_moment)
        return newer.order_by("published_at", "pk")

    def at_address(
        self, year: int | str, month: int | str, day: int | str, slug: str
    ) -> "Article | None":
        """The published or withdrawn article at a dated address, in the site's time zone."""
        public = self.filter(state__in=[State.PUBLISHED, State.WITHDRAWN], slug=slug)
        try:
            return public.first_out_on(datetime.date(int(year), int(month), int(day))).first()
        except (ValueError, OverflowError):
            return None  # no day of any calendar

    def first_out_on(self, day: datetime.date) -> Self:
        """First published on that day, as the clock runs in the site's time zone."""
        return self.first_out_between(day, day + datetime.timedelta(days=1))

    def first_out_between(self, start: datetime.date, end: datetime.date) -> Self:
        """First published from the one day on, until before the other."""
        return self.filter(published_at__gte=midnight(start), published_at__lt=midnight(end))

    def counted_by(self, span: str) -> list[tuple[datetime.date, int]]:
        """How many were first published in each "month" or "day", the first day of it beside it;
        the earliest first, those with none left out."""
        begins = Trunc("published_at", span, output_field=models.DateField())
        counted = self.order_by().annotate(begins=begins).values("begins")
        return list(
            counted.annotate(count=models.Count("pk"))
            .order_by("begins")
            .values_list("begins", "count")
        )

    def beside(
        self, start: datetime.date, end: datetime.date
    ) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """When the last was published before the one day, and the first from the other on."""
        earlier = self.filter(published_at__lt=midnight(start)).order_by("-published_at")
        later = self.filter(published_at__gte=midnight(end)).order_by("published_at")
        return (
            earlier.values_list("published_at", flat=True).first(),
            later.values_list("published_at", flat=True).first(),
        )

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
