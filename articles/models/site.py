from typing import Self

from django.db import models

from .author import Author
from .desk import Desk


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

    @classmethod
    def load(cls) -> Self:
        """The one row, with its defaults where nobody has decided yet."""
        found = cls.objects.select_related("default_desk", "house_byline").filter(pk=1).first()
        return found or cls(pk=1)
