from django.db import models
from django.urls import reverse


class Desk(models.Model):
    """A department of the site: Air, Land, Naval. Each article is filed at one."""

    class Tint(models.TextChoices):
        AIR = "air", "Blue (air)"
        LAND = "land", "Olive (land)"
        NAVAL = "naval", "Teal (naval)"
        SPACE = "space", "Violet (space and cyber)"
        INDUSTRY = "industry", "Ochre (industry)"
        POLICY = "policy", "Grey (policy)"
        PLAIN = "plain", "Ink (none)"

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    tint = models.CharField(
        max_length=20,
        choices=Tint,
        default=Tint.PLAIN,
        help_text="The colour of its tick. The name always stands beside it.",
    )
    description = models.CharField(
        max_length=300, blank=True, help_text="One sentence, shown at the top of the desk's page."
    )
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Its place in the row of desks; the smallest first."
    )

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:desk", args=[self.slug])
