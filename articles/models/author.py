from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.urls import reverse
from django.utils.text import slugify

from .search_entry import SearchEntry


class AuthorQuerySet(models.QuerySet["Author"]):
    def sign(self, name: str, user: User) -> "Author":
        """A new byline for that account, at an address that is free."""
        slug = slugify(name)[:110] or "author"
        taken = set(self.filter(slug__startswith=slug).values_list("slug", flat=True))
        numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
        free = next(each for each in (slug, *numbered) if each not in taken)
        return self.create(name=name, slug=free, user=user)


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

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        known = type(self).objects.filter(pk=self.pk).values_list("name", flat=True)
        before = known.first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before not in (None, self.name):
                SearchEntry.objects.renew_signed(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("articles:author", args=[self.slug])
