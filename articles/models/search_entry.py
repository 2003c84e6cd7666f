"""What readers can search: an entry for each published article, and the words that occur."""

from collections.abc import Collection, Iterable, Iterator
from itertools import batched
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models, transaction
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from ..search.document import Document, Source, forget, learn, write
from ..search.names import Names, known_names
from ..search.normalise import normalised
from .desk import Desk
from .state import State

if TYPE_CHECKING:
    from .article import Article

AT_ONCE = 100
"""So many entries are written anew while somebody waits; a job takes the rest."""
BATCH = 200


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def write(
        self,
        ids: Iterable[int],
        names: Names | None = None,
        known: set[str] | None = None,
    ) -> None:
        """The entries of these articles as they stand; of those that are not public, none.

        names, known: for a long run, so that they need not be read again for each batch.
        """
        wanted = sorted(set(ids))
        with transaction.atomic():
            # Whoever publishes or files one of them meanwhile goes first, or waits.
            articles = self.articles().filter(pk__in=wanted).order_by("pk")
            held = list(articles.select_for_update(no_key=True).values_list("pk", flat=True))
            public = list(
                articles.filter(pk__in=held, state=State.PUBLISHED)
                .select_related("live")
                .prefetch_related("bylines__author", "topics")
            )
            gone = set(wanted) - {article.pk for article in public}
            if gone:
                forget(gone)
                self.filter(article__in=gone).delete()
            names = names or known_names()
            write((Document.of(source_of(article), names) for article in public), known)

    def articles(self) -> Any:
        """The articles, of whose module this one must not know."""
        field: Any = self.model._meta.get_field("article")
        return field.related_model._default_manager.all()

    def write_all(self, ids: Iterable[int]) -> Iterator[int]:
        """In batches, each its own transaction; yields how many are done."""
        names, known = known_names(), set[str]()
        done = 0
        for batch in batched(ids, BATCH):
            self.write(batch, names, known)
            done += len(batch)
            yield done

    def renew(self, ids: Collection[int]) -> None:
        """Writes the entries of a few at once, and defers a job for many."""
        if len(ids) <= AT_ONCE:
            self.write(ids)
            return
        with transaction.atomic():
            for batch in batched(sorted(ids), 5_000):
                jobs.configure_task("articles.tasks.write_search_entries").defer(ids=list(batch))

    def renew_mentions(self, names: Iterable[str]) -> None:
        """After a topic has got or lost these names: of all texts that have one of them."""
        found: set[int] = set()
        for name in names:
            if words := normalised(name).words:
                phrase = SearchQuery(" <-> ".join(words), search_type="raw", config="english")
                found |= set(self.filter(doc=phrase).values_list("pk", flat=True))
                learn(words)
        self.renew(found)

    def renew_filed(self, topic_id: int) -> None:
        """After a topic has got another name: of all that is filed under it."""
        self.renew(set(self.filter(topics__contains=[topic_id]).values_list("pk", flat=True)))

    def renew_signed(self, author_id: int) -> None:
        """After an author has got another name: of all that they have signed."""
        self.renew(set(self.filter(authors__contains=[author_id]).values_list("pk", flat=True)))

    def missing(self) -> "models.QuerySet[Article]":
        """Published articles without an entry: from before there was a search."""
        return self.articles().filter(state=State.PUBLISHED, search_entry=None).order_by("-pk")


def source_of(article: "Article") -> Source:
    revision = article.shown
    moment = article.published_at
    if moment is None:
        raise ValueError("An article that was never published is not to be found.")
    return Source(
        pk=article.pk,
        published_at=moment,
        year=timezone.localdate(moment).year,
        desk=article.desk_id,
        kind=revision.kind,
        headline=revision.headline,
        standfirst=revision.standfirst,
        topics={topic.pk: topic.name for topic in article.topics.all()},
        authors={byline.author_id: byline.author.name for byline in article.bylines.all()},
        text="\n\n".join([*revision.key_points, revision.body.text()]),
    )


class SearchEntry(models.Model):
    """A published article as search knows it. Withdrawn, it has none.

    head: headline (A), standfirst (B), topics and bylines (C); doc: the same and the text (D), all
    of it normalised by articles.search. The numbers are there to be counted beside the results.
    """

    article = models.OneToOneField(
        "Article", on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    published_at = models.DateTimeField()
    desk = models.ForeignKey(
        # Without an index: Postgres would read a whole desk rather than the index of words.
        Desk,
        on_delete=models.CASCADE,
        null=True,
        db_index=False,
        related_name="+",
    )
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(help_text="In the site's time zone.")
    topics = ArrayField(models.BigIntegerField())
    authors = ArrayField(models.BigIntegerField())
    text = models.TextField(help_text="As readers see it: excerpts are cut from it.")
    head = SearchVectorField()
    doc = SearchVectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "search entries"
        # Without fastupdate: its list of what is to be filed would be read by each search.
        indexes = [
            GinIndex(fields=["head"], name="search_head", fastupdate=False),
            GinIndex(fields=["doc"], name="search_doc", fastupdate=False),
            GinIndex(fields=["topics", "authors"], name="search_filed", fastupdate=False),
            models.Index(fields=["-published_at", "-article"], name="search_newest"),
        ]

    def __str__(self) -> str:
        return f"Article {self.article_id} as search knows it"


class SearchWord(models.Model):
    """A word that occurs in what is published, to correct the spelling of a search."""

    word = models.CharField(max_length=40, primary_key=True)
    lexeme = models.CharField(max_length=40, db_index=True, help_text="Its stem, as Postgres cuts.")
    weight = models.PositiveSmallIntegerField(
        default=1, help_text="2 where it stands in a headline, a topic or a byline; else 1."
    )

    class Meta:
        indexes = [
            GinIndex(
                OpClass(models.F("word"), name="gin_trgm_ops"),
                name="search_word_spelling",
                fastupdate=False,
            )
        ]

    def __str__(self) -> str:
        return self.word
