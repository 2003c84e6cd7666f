from django.conf import settings
from django.db import models
from django.urls import reverse


class Author(models.Model):
    """Somebody whose name stands over articles. Needs no account; an account may have one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    role = models.CharField(max_length=120, blank=True, help_text="For example: Naval editor")
    bio = models.TextField(
        "biography", max_length=2000, blank=True, help_text="A few sentences for readers."
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name="account",
        help_text="Their account, if they write here themselves.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:author", args=[self.slug])
