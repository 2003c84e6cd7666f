import datetime
import re
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from .author import Author
from .desk import Desk

if TYPE_CHECKING:
    from .article import Article

HUB = "https://[!#-;=?-~]+"
"""As a header names it: neither quotation marks nor angle brackets, nothing beyond ASCII."""


class SiteSettings(models.Model):
    """What the publisher decides about the site as a whole. There is one row."""

    name = models.CharField(max_length=80, default="Newsroom")
    strap = models.CharField(
        "strapline", max_length=120, blank=True, default="Defence news and analysis"
    )
    about = models.CharField(
        max_length=500, blank=True, help_text="A sentence or two for the foot of each page."
    )
    imprint = models.CharField(
        max_length=300, blank=True, help_text="The last line of each page, in small type."
    )
    postal_address = models.CharField(
        max_length=300,
        blank=True,
        help_text="Stands under every e-mail to subscribers, as the law of many countries asks.",
    )
    default_desk = models.ForeignKey(
        Desk,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        help_text="Where a manuscript goes that names no desk.",
    )
    house_byline = models.ForeignKey(
        Author,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        help_text="Whose name stands over a manuscript that names no author.",
    )
    lead = models.ForeignKey(
        "Article",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lead story",
        help_text="Stands first on the front page. Without one, the newest with a picture does.",
    )
    lead_until = models.DateTimeField(
        null=True, blank=True, help_text="From then on the newest leads again. Empty: no end."
    )
    allow_ai_crawlers = models.BooleanField(
        "AI crawlers may read the site",
        default=False,
        help_text="Said in robots.txt; those that train models on what they fetch are named there.",
    )
    websub_hub = models.URLField(
        "WebSub hub", blank=True, help_text="Told of each publication. Empty: nobody is told."
    )
    indexnow_key = models.SlugField(
        "IndexNow key",
        max_length=128,
        blank=True,
        help_text="8 to 128 letters and digits of your choice. Empty: search engines are not told.",
    )

    class Meta:
        verbose_name = "site settings"
        verbose_name_plural = "site settings"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_row_of_settings")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """What the address of a hub and the key for IndexNow must look like."""
        problems = {}
        if self.websub_hub and not re.fullmatch(HUB, self.websub_hub):
            problems["websub_hub"] = "It begins with https:// and has plain letters and signs only."
        if self.indexnow_key and not re.fullmatch("[-A-Za-z0-9]{8,128}", self.indexnow_key):
            problems["indexnow_key"] = "The key is 8 to 128 letters, digits and dashes."
        if problems:
            raise ValidationError(problems)

    @property
    def chosen_lead(self) -> "Article | None":
        """The article that editors put first on the front page, for as long as it stands there."""
        until = self.lead_until
        if self.lead_id is None or (until is not None and until <= timezone.now()):
            return None
        return self.lead if self.lead and self.lead.is_public else None

    @classmethod
    def with_lead(cls) -> models.QuerySet[Self]:
        """The row, if it names a lead story whose time is not over."""
        open_ = models.Q(lead_until=None) | models.Q(lead_until__gt=timezone.now())
        return cls.objects.filter(open_, pk=1, lead__isnull=False)

    @classmethod
    def lead_with(cls, article: "Article", until: datetime.datetime | None) -> None:
        """Puts it first on the front page. Raises ValidationError where readers cannot see it."""
        with transaction.atomic():
            article.refresh_from_lock()
            if not article.is_public:
                raise ValidationError("Only a published article can lead the front page.")
            cls.objects.get_or_create(pk=1)
            cls.objects.filter(pk=1).update(lead=article, lead_until=until)

    @classmethod
    def follow_the_clock(cls, instead_of: "Article") -> None:
        """The newest leads again. Raises ValidationError where another article leads by now."""
        if not cls.objects.filter(pk=1, lead=instead_of).update(lead=None, lead_until=None):
            raise ValidationError("It does not lead the front page any more.")

    @classmethod
    def load(cls) -> Self:
        """The one row, with its defaults where nobody has decided yet."""
        found = cls.objects.select_related("default_desk", "house_byline").filter(pk=1).first()
        return found or cls(pk=1)
