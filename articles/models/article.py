"""An article: where it is filed, its revisions, and the verbs that move it."""

import datetime
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from taggit.managers import TaggableManager

from . import gate
from .author import Author
from .change import TELLING, Change
from .desk import Desk
from .gate import Finding, NotReady
from .redirect import Redirect
from .revision import Content, Revision, StaleDraft
from .topic import Tagging, Topic

User = AbstractBaseUser | None


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """What readers may see, the newest first."""
        return self.filter(state=Article.State.PUBLISHED).order_by("-published_at", "-pk")

    def due(self) -> Self:
        """Scheduled for a moment that has come. An empty time is never due."""
        return self.filter(state=Article.State.SCHEDULED, publish_at__lte=timezone.now())

    def for_listing(self) -> Self:
        """With all that a card on a page shows, in a fixed number of queries."""
        return self.select_related("desk", "live__lead_image").prefetch_related(
            "bylines__author", "live__lead_image__renditions"
        )

    def at_address(self, year: int, month: int, day: int, slug: str) -> "Article | None":
        """The published or withdrawn article at a dated address, in the site's time zone."""
        public = [Article.State.PUBLISHED, Article.State.WITHDRAWN]
        return (
            self.filter(state__in=public, slug=slug)
            .first_out_on(datetime.date(year, month, day))
            .first()
        )

    def first_out_on(self, day: datetime.date) -> Self:
        """First published on that day, as the clock runs in the site's time zone."""
        start = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
        end = timezone.make_aware(
            datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
        )
        return self.filter(published_at__gte=start, published_at__lt=end)

    def compose(
        self,
        content: Content,
        by: User,
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
                article = (
                    self.select_for_update(skip_locked=True, of=("self",))
                    .due()
                    .filter(pk=pk)
                    .first()
                )
                count += bool(article and article.publish_scheduled())
        return count


class Article(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        REVIEW = "review", "In review"
        SCHEDULED = "scheduled", "Scheduled"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    state = models.CharField(
        max_length=20, choices=State, default=State.DRAFT, editable=False, db_index=True
    )
    slug = models.SlugField(
        max_length=120, blank=True, help_text="The last part of its address. Empty: the headline."
    )
    desk = models.ForeignKey(
        Desk, on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    topics = TaggableManager(through=Tagging, blank=True)
    authors = models.ManyToManyField(Author, through="Byline", related_name="articles")
    draft = models.ForeignKey(
        Revision, on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    live = models.ForeignKey(
        Revision, on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False)
    updated_at = models.DateTimeField(
        null=True, editable=False, help_text="When readers were last told of a change."
    )
    publish_at = models.DateTimeField(null=True, blank=True, editable=False)
    announce = models.BooleanField(default=False, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_notice = models.CharField(max_length=1000, blank=True, editable=False)
    note = models.CharField(
        max_length=500, blank=True, editable=False, help_text="Why it came back from review."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="articles",
    )
    created_at = models.DateTimeField(auto_now_add=True)

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
                fields=["publish_at"], condition=models.Q(state="scheduled"), name="article_due"
            ),
            models.Index(fields=["slug", "published_at"], name="article_address"),
        ]

    def __str__(self) -> str:
        return self.headline or "Article without a headline"

    def get_absolute_url(self) -> str:
        if self.published_at is None:
            return reverse("admin:articles_article_change", args=[self.pk])
        return self.address(self.slug)

    @property
    def headline(self) -> str:
        return self.draft.headline if self.draft else ""

    @property
    def shown(self) -> Revision:
        """What readers see, or would see: the live revision, else the draft."""
        revision = self.live or self.draft
        if revision is None:
            raise Revision.DoesNotExist(f"Article {self.pk} has no revision.")
        return revision

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_edited(self) -> bool:
        """A published article whose draft has moved past what readers see."""
        return self.live_id is not None and self.draft_id != self.live_id

    def address(self, slug: str) -> str:
        """/YYYY/MM/DD/slug/, the date being that of the first publication in the site's zone."""
        if self.published_at is None:
            raise ValueError("An article that was never published has no address.")
        day = timezone.localdate(self.published_at)
        return reverse("articles:article", args=[day.year, f"{day:%m}", f"{day:%d}", slug])

    def may_edit(self, user: Any) -> bool:
        """Writers have their own drafts until they hand them in; editors have everything."""
        if user.has_perm("articles.edit_any_article"):
            return True
        own = self.created_by_id == user.pk and user.has_perm("articles.change_article")
        return bool(own and self.state == self.State.DRAFT)

    # Writing

    def revise(
        self, content: Content, by: User, based_on: int | None, reason: str = ""
    ) -> Revision:
        """Saves a new draft. Content equal to the draft makes no revision.

        based_on: id of the revision that the text was opened from. Raises StaleDraft when the
        draft has moved since.
        """
        with transaction.atomic():
            locked = self.locked()
            draft = locked.draft
            if draft and draft.pk != based_on:
                raise StaleDraft(content, draft)
            if draft and draft.content == content:
                return draft
            self.draft = draft
            return self.add_revision(content, by, reason)

    def add_revision(self, content: Content, by: User, reason: str) -> Revision:
        newest = self.revisions.aggregate(newest=models.Max("number"))["newest"] or 0
        self.draft = Revision.write(self, content, newest + 1, by=by, reason=reason)
        self.save(update_fields=["draft"])
        return self.draft

    def restore(self, revision: Revision, by: User) -> Revision:
        """Makes a new draft with an older text; nothing in between is lost."""
        with transaction.atomic():
            self.refresh_from_lock()
            return self.add_revision(
                revision.content, by, f"Version {revision.number} brought back"
            )

    def set_bylines(self, authors: Iterable[Author]) -> None:
        self.bylines.all().delete()
        self.bylines.bulk_create(
            self.bylines.model(article=self, author=author, position=position)
            for position, author in enumerate(dict.fromkeys(authors))
        )

    def set_slug(self, slug: str) -> None:
        """Moves the article; the address that readers know goes on leading to it."""
        with transaction.atomic():
            self.refresh_from_lock()
            if slug == self.slug:
                return
            if self.published_at is not None:
                self.free_address(slug)
                Redirect.objects.update_or_create(
                    path=self.address(self.slug), defaults={"article": self}
                )
            self.slug = slug
            self.save(update_fields=["slug"])

    def free_address(self, slug: str) -> None:
        """Raises ValidationError when another article stands at the address that this one wants."""
        path = self.address(slug)
        if other := self.neighbours().filter(slug=slug).first():
            raise ValidationError({"slug": f"“{other}” already stands at {path}."})
        Redirect.objects.filter(path=path).delete()

    # Review

    def submit(self, by: User) -> None:
        self.move(self.State.REVIEW, [self.State.DRAFT], note="")

    def send_back(self, by: User, note: str) -> None:
        self.move(self.State.DRAFT, [self.State.REVIEW], note=note)

    # Publishing

    def gate(self, revision: Revision | None = None) -> list[Finding]:
        """What stops publication and what only warns, for the draft or another revision."""
        checked = revision or self.draft
        return gate.findings(self, checked) if checked else []

    def publish(
        self,
        by: User,
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
        NotReady when the gate stops it and ValidationError when the change lacks its text.
        """
        with transaction.atomic():
            self.refresh_from_lock()
            revision = revision or self.draft
            if stopping := [f for f in self.gate(revision) if f.level == "stops"]:
                raise NotReady(stopping)
            moment = at or timezone.now()
            kind = self.kind_of_change(change, text)
            self.go_live(revision, moment)
            if kind in TELLING:
                self.updated_at = moment
            self.save()
            return self.changes.create(
                revision=revision, kind=kind, text=text.strip(), at=moment, by=by, announce=announce
            )

    def kind_of_change(self, change: str, text: str) -> str:
        if not self.changes.exists():
            return Change.Kind.FIRST
        kind = change or Change.Kind.MINOR
        if kind == Change.Kind.FIRST:
            raise ValidationError({"change": "It was published before: say what has changed."})
        if kind in TELLING and not text.strip():
            raise ValidationError(
                {"text": "Say in a sentence what has changed; readers will see it."}
            )
        return kind

    def go_live(self, revision: Revision | None, moment: datetime.datetime) -> None:
        if revision is None:
            raise NotReady([Finding("stops", "There is no text.", "body")])
        self.live = revision
        if self.published_at is None:
            self.published_at = moment
            self.slug = self.free_slug(self.slug or slugify(revision.headline)[:110] or "article")
        self.state = self.State.PUBLISHED
        self.publish_at = None
        self.withdrawn_at = None
        self.withdrawal_notice = ""

    def neighbours(self) -> ArticleQuerySet:
        """Other articles whose address begins with the same day."""
        if self.published_at is None:
            return Article.objects.none()
        day = timezone.localdate(self.published_at)
        return Article.objects.exclude(pk=self.pk).first_out_on(day)

    def free_slug(self, slug: str) -> str:
        """The slug itself, or with a number where that day has it already."""
        taken = set(self.neighbours().filter(slug__startswith=slug).values_list("slug", flat=True))
        old = Redirect.objects.filter(path__startswith=self.address("x").removesuffix("x/"))
        taken |= {
            path.rstrip("/").rsplit("/", 1)[-1] for path in old.values_list("path", flat=True)
        }
        free, number = slug, 2
        while free in taken:
            free, number = f"{slug}-{number}", number + 1
        return free

    def schedule(self, at: datetime.datetime | None, by: User, announce: bool = False) -> None:
        """Publishes at a moment to come. Raises ValidationError, and NotReady as publish does."""
        if at is None or at <= timezone.now():
            raise ValidationError(
                {"publish_at": "That time has passed. Choose a later one, or Now."}
            )
        if stopping := [f for f in self.gate() if f.level == "stops"]:
            raise NotReady(stopping)
        movable = [self.State.DRAFT, self.State.REVIEW, self.State.SCHEDULED]
        self.move(self.State.SCHEDULED, movable, publish_at=at, announce=announce)

    def unschedule(self, by: User) -> None:
        self.move(self.State.DRAFT, [self.State.SCHEDULED], publish_at=None, announce=False)

    def publish_scheduled(self) -> bool:
        try:
            self.publish(by=None, announce=self.announce)
        except NotReady as error:
            self.move(
                self.State.DRAFT,
                [self.State.SCHEDULED],
                publish_at=None,
                note=f"It could not go out as scheduled. {error}",
            )
            return False
        return True

    def withdraw(self, by: User, reason: str) -> None:
        """Takes a published article off the site; its address goes on saying why."""
        if not reason.strip():
            raise ValidationError({"reason": "Say in a sentence why; readers will see it."})
        self.move(
            self.State.WITHDRAWN,
            [self.State.PUBLISHED],
            withdrawn_at=timezone.now(),
            withdrawal_notice=reason.strip(),
        )

    # Moving

    def move(self, state: str, allowed: list["Article.State"], **values: Any) -> None:
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

    def locked(self) -> "Article":
        return (
            Article.objects.select_for_update(of=("self",)).select_related("draft").get(pk=self.pk)
        )

    def refresh_from_lock(self) -> None:
        """This row as it stands, and nobody else's to change until the transaction ends."""
        self.refresh_from_db(from_queryset=Article.objects.select_for_update(of=("self",)))
