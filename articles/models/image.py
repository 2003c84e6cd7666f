"""A picture of the library: what editors say of it, where it stands, and what pages show."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files import File
from django.db import models, transaction
from django.utils import timezone

from .image_queryset import ImageQuerySet
from .preparing import Preparable
from .rendition import Rendition, Shown

if TYPE_CHECKING:
    from .article import Article


class ImageManager(models.Manager.from_queryset(ImageQuerySet)):  # type: ignore[misc]
    def add(
        self,
        file: "File[Any]",
        *,
        alt: str,
        caption: str = "",
        credit: str = "",
        licence: str = "",
        by: User | None = None,
    ) -> "Image":
        """Takes an upload; a job prepares it. Raises ValidationError for what is no picture.

        The file is looked at, not opened. `prepare()` on the result does the job's work at once.
        """
        image = self.model(alt=alt, caption=caption, credit=credit, licence=licence, uploaded_by=by)
        image.receive(file)
        return image


class Image(Preparable):
    title = models.CharField(
        max_length=200, blank=True, help_text="For the newsroom: how to find it again."
    )
    alt = models.CharField(
        "alternative text",
        max_length=500,
        blank=True,
        help_text="What is seen, for those who do not see it. An article needs it to go out.",
    )
    caption = models.CharField(max_length=1000, blank=True)
    credit = models.CharField(
        max_length=200,
        blank=True,
        help_text="Who made it, and for whom. An article needs it to go out.",
    )
    licence = models.CharField(
        max_length=200, blank=True, help_text="What we may do with it, for example: CC BY 4.0"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    uploaded_at = models.DateTimeField("uploaded", default=timezone.now, editable=False)

    objects = ImageManager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = "picture"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="focal_point_inside"
            )
        ]

    def __str__(self) -> str:
        return self.title or PurePosixPath(self.filename).stem or f"Picture {self.pk}"

    # What pages show. No query where the renditions are prefetched.

    def shown(self, kind: str = "full", base_url: str = "") -> Shown | None:
        """kind: "full" or "card". None while there is nothing to show."""
        return Shown.of(self.cuts(kind), base_url)

    @property
    def largest_jpeg(self) -> Rendition | None:
        return next((cut for cut in reversed(self.cuts("full")) if cut.format == "jpeg"), None)

    @property
    def thumbnail(self) -> Rendition | None:
        return next((cut for cut in self.cuts("card") if cut.format == "jpeg"), None)

    @property
    def social(self) -> Rendition | None:
        """What a shared link shows: 1200 x 630, where the picture is large enough."""
        return next(iter(self.cuts("social")), None)

    @property
    def dimensions(self) -> str:
        """As it came: "4,000 × 2,667"; "" while nobody has looked."""
        return f"{self.width:,} × {self.height:,}" if self.width else ""

    def used_in(self) -> "list[Article]":
        """Articles that show it, or did in an earlier version: while they stand, it stays."""
        revisions = self.leads.model.objects
        shows = revisions.filter(lead_image=self) | revisions.filter(images=self)
        articles = apps.get_model("articles", "Article").objects.filter(
            pk__in=shows.order_by().values("article_id")
        )
        return list(articles.select_related("draft").defer("draft__body").order_by("-draft_id"))

    # What editors say of it

    def may_change(self, user: User) -> bool:
        """Writers have the words of what they uploaded themselves; editors have all."""
        if not user.has_perm("articles.change_image"):
            return False
        return self.uploaded_by_id == user.pk or user.has_perm("articles.edit_any_article")

    def set_words(self, words: dict[str, Any]) -> bool:
        """Saves these fields and no others: a job may be filling in the rest.

        Returns whether its crops are made again, for another focal point.
        """
        if not words:
            return False
        for name, value in words.items():
            setattr(self, name, value)
        with transaction.atomic():
            self.save(update_fields=list(words))
            # One that is not ready is looked at again by the job that prepares it.
            recut = bool({"focal_x", "focal_y"} & words.keys()) and self.is_ready
            if recut:
                self.defer("recut_image")
        return recut
