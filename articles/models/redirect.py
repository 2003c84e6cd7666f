from django.db import models


class Redirect(models.Model):
    """An address that a published article once had; it answers 301 for good."""

    path = models.CharField(max_length=300, unique=True)
    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="redirects")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path
