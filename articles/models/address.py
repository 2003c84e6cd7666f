"""Where an article stands on the site, and where it once stood."""

from typing import TYPE_CHECKING, cast

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from .redirect import Redirect

if TYPE_CHECKING:
    from .article_queryset import ArticleQuerySet

SLUG_LENGTH = 120
SHORTENED = SLUG_LENGTH - 6
"""What is kept of a slug that is given a number."""
LOCKS = 2_026_114
"""Sets the locks of days apart from others' in the same database."""


def slug_of(headline: str) -> str:
    """The last part of the address of an article that was given none."""
    return slugify(headline)[:110] or "article"


class Addressed(models.Model):
    """A row with a dated address, /YYYY/MM/DD/slug/, from its first publication on."""

    slug = models.SlugField(
        max_length=SLUG_LENGTH,
        blank=True,
        help_text="The last part of its address. Empty: the headline.",
    )
    published_at = models.DateTimeField(null=True, editable=False)
    changed_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When its page last changed: any publication, a withdrawal, another address.",
    )

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        if self.published_at is None:
            return reverse("admin:articles_article_change", args=[self.pk])
        return self.address(self.slug)

    def address(self, slug: str) -> str:
        """/YYYY/MM/DD/slug/, the date being that of the first publication in the site's zone."""
        if self.published_at is None:
            raise ValueError("An article that was never published has no address.")
        day = timezone.localdate(self.published_at)
        return reverse("articles:article", args=[day.year, f"{day:%m}", f"{day:%d}", slug])

    def set_slug(self, slug: str) -> None:
        """Moves the article; the address that readers know goes on leading to it.

        Raises ValidationError when another article stands there, or it would have no address.
        """
        with transaction.atomic():
            self.refresh_from_lock()
            if slug == self.slug:
                return
            if self.published_at is not None and not slug:
                raise ValidationError({"slug": "A published article needs an address."})
            if self.published_at is not None:
                self.free_address(slug)
                Redirect.objects.update_or_create(
                    path=self.address(self.slug), defaults={"article_id": self.pk, "target": ""}
                )
                self.changed_at = timezone.now()
            self.slug = slug
            self.save(update_fields=["slug", "changed_at"])

    def free_address(self, slug: str) -> None:
        """Raises ValidationError when another article stands at the address that this one wants."""
        self.hold_day()
        path = self.address(slug)
        if other := self.neighbours().filter(slug=slug).first():
            raise ValidationError({"slug": f"“{other}” already stands at {path}."})
        Redirect.objects.filter(path=path).delete()

    def neighbours(self) -> "ArticleQuerySet":
        """Other articles whose address begins with the same day."""
        articles = cast("ArticleQuerySet", type(self)._default_manager.exclude(pk=self.pk))
        if self.published_at is None:
            return articles.none()
        return articles.first_out_on(timezone.localdate(self.published_at))

    def free_slug(self, slug: str) -> str:
        """The slug itself, or with a number where that day has it already."""
        self.hold_day()
        alike = self.neighbours().filter(slug__startswith=slug[:SHORTENED])
        taken = set(alike.values_list("slug", flat=True))
        old = Redirect.objects.filter(path__startswith=self.address("x").removesuffix("x/"))
        taken |= {path.split("/")[-2] for path in old.values_list("path", flat=True)}
        free, number = slug, 2
        while free in taken:
            free, number = f"{slug[:SHORTENED]}-{number}", number + 1
        return free

    def hold_day(self) -> None:
        """Until the transaction ends, no other article is given an address of the same day."""
        day = timezone.localdate(self.published_at).toordinal()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, day])

    def refresh_from_lock(self) -> None:
        """This row as it stands, and nobody else's to change until the transaction ends."""
        self.refresh_from_db(from_queryset=type(self)._default_manager.select_for_update())
