from django.db import models

from .author import Author


class Byline(models.Model):
    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)
    note = models.CharField(
        max_length=120,
        blank=True,
        help_text="Instead of the author's role, for example: Reporting from Gdynia",
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"],
                name="byline_once_per_author",
                violation_error_message="This author already stands in the byline.",
            )
        ]

    def __str__(self) -> str:
        return str(self.author)
