"""Topics: what articles are about, under all the names that readers know it by."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import slugify
from taggit.models import ItemBase, TagBase

from ..body.blocks.fact_box import FactRowAttrs
from .search_entry import SearchEntry

if TYPE_CHECKING:
    from .article import Article


def key_of(name: str) -> str:
    """ "S-400", "S400" and "s 400" alike: letters and digits only, no case, no accents."""
    letters = unicodedata.normalize("NFKD", name.translate(UNACCENTED)).casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in letters if not unicodedata.combining(c)))


UNACCENTED = str.maketrans("İıłŁøØđĐßæÆœŒ", "IilLoOdDsaAoO")
"""Letters that Unicode does not take apart; one for one is enough for a key."""


KEY_LENGTH = 100
"""Some signs are a word each when taken apart, so that a short name may have a long key."""


def checked_key(name: str) -> str:
    """Raises ValidationError for a name that cannot be told from others by its key."""
    key = key_of(name)
    if not key:
        raise ValidationError({"name": "A name needs at least one letter or digit."})
    if len(key) > KEY_LENGTH:
        raise ValidationError({"name": "That is too long for a topic's name."})
    return key


class TopicQuerySet(models.QuerySet["Topic"]):
    def named(self, name: str) -> "Topic | None":
        """The topic of that name or alias, however it is spelt."""
        key = key_of(name)
        return self.filter(Q(key=key) | Q(aliases__key=key)).distinct().first() if key else None

    def by_key(self, names: Iterable[str]) -> "dict[str, Topic]":
        """The topics of these names or aliases, by the key of each name, in two queries."""
        keys = {key_of(name) for name in names} - {""}
        if not keys:
            return {}
        aliases = TopicAlias.objects.filter(key__in=keys).select_related("topic")
        return {alias.key: alias.topic for alias in aliases} | {
            topic.key: topic for topic in self.filter(key__in=keys)
        }

    def shared_by(self, articles: Iterable["Article"]) -> Self:
        """What these articles are most often about; a query of a few dozen rows."""
        tagged = self.filter(taggings__content_object__in=[article.pk for article in articles])
        return tagged.annotate(times=Count("pk")).order_by("-times", "name")


class Topic(TagBase):
    class Kind(models.TextChoices):
        SYSTEM = "system", "System"
        COUNTRY = "country", "Country"
        ORGANISATION = "organisation", "Organisation"
        PERSON = "person", "Person"
        OPERATION = "operation", "Operation"
        THEME = "theme", "Theme"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.THEME)
    description = models.CharField(
        max_length=600, blank=True, help_text="One or two sentences at the top of the topic's page."
    )
    facts = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Key facts: rows as in a fact box, each with its unit, date and source.",
    )
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    # Plain letters only, unlike taggit's own: addresses lead to nothing else.
    slug = models.SlugField(max_length=100, unique=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = name_before(self)
        self.key = key_of(self.name)
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before != self.name:
                SearchEntry.objects.renew_mentions(filter(None, [before, self.name]))
            if before not in ("", self.name):
                SearchEntry.objects.renew_filed(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])

    @property
    def key_facts(self) -> list[FactRowAttrs]:
        return [FactRowAttrs.model_validate(fact) for fact in self.facts]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Where its letters have no Latin form, a plain word; `i` sets equal ones apart."""
        slug = slugify(tag.translate(UNACCENTED))[:90].strip("-_") or "topic"
        return slug if i is None else f"{slug}-{i}"

    def saved(self) -> Self:
        """This new topic, or the one of its name that somebody has made meanwhile."""
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            made = type(self).objects.named(self.name)
            if made is None:
                raise
            return made
        return self

    def clean(self) -> None:
        checked_key(self.name)
        other = Topic.objects.exclude(pk=self.pk).named(self.name)
        if other:
            raise ValidationError({"name": f"The topic “{other}” already goes by this name."})


class TopicAlias(models.Model):
    """Another name of a topic: S-400 is also S400, Triumf and SA-21."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100)
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "topic aliases"

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = {name_before(self), self.name} - {""}
        self.key = key_of(self.name)
        with transaction.atomic():
            super().save(*args, **kwargs)
            SearchEntry.objects.renew_mentions(names)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            SearchEntry.objects.renew_mentions([self.name])
        return deleted

    def clean(self) -> None:
        self.key = checked_key(self.name)
        other = Topic.objects.named(self.name)
        if other and (other.pk != self.topic_id or other.key == self.key):
            raise ValidationError({"name": f"The topic “{other}” already goes by this name."})


def name_before(row: Topic | TopicAlias) -> str:
    """What the row is called until it is saved; nothing where it is new."""
    if row.pk is None:
        return ""
    known = type(row)._default_manager.filter(pk=row.pk)
    return known.values_list("name", flat=True).first() or ""


class Tagging(ItemBase):
    """The row that files an article under a topic."""

    content_object = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="taggings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="topic_once_per_article")
        ]

    def __str__(self) -> str:
        return str(self.tag)
