"""The article of a manuscript, with its pictures: all of it, or nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from ..models import Article, Content, Image, Topic
from ..models.uploads import waiting_room
from .errors import ManuscriptError
from .filing import Filing
from .manuscript import Manuscript
from .piece import Kind

LONGEST_HEADLINE, LONGEST_STANDFIRST = 300, 1000
Added = dict[str, Image]
"""Pictures that are new in the library, by the name of the file they came as."""


def make_article(
    manuscript: Manuscript,
    filing: Filing,
    *,
    by: User | None,
    headline: str = "",
    publish: bool = False,
    announce: bool = False,
) -> Article:
    """A draft, or a published article. headline: instead of the manuscript's own.

    Raises ManuscriptError, and NotReady when the gate stops its publication.
    """
    with all_or_nothing() as added:
        new_topics = [Topic.objects.create(name=name) for name in filing.new_topics]
        article = Article.objects.compose(
            content_of(manuscript, added, by, headline),
            by,
            desk=filing.desk,
            authors=filing.authors,
            topics=[*filing.topics, *new_topics],
            reason="From a manuscript",
        )
        if publish:
            for image in added.values():
                image.prepare()
            article.publish(by, announce=announce)
    return article


def replace_text(
    article: Article, manuscript: Manuscript, *, by: User | None, based_on: int | None
) -> None:
    """A new draft with the manuscript's text; headline and standfirst stay where it has none.

    based_on: id of the revision it is to replace. Raises ManuscriptError, and StaleDraft when the
    draft has moved since.
    """
    old = article.draft.content if article.draft else Content()
    with all_or_nothing() as added:
        new = content_of(manuscript, added, by)
        content = replace(
            old,
            body=new.body,
            headline=new.headline or old.headline,
            standfirst=new.standfirst or old.standfirst,
        )
        article.revise(content, by, based_on, "Text from a manuscript")


@contextmanager
def all_or_nothing() -> Iterator[Added]:
    """A transaction for the rows; the files of pictures that are noted go when it fails."""
    added: Added = {}
    try:
        with transaction.atomic():
            yield added
    except BaseException:
        forget(added)
        raise


def forget(added: Added) -> None:
    for upload, image in added.items():
        waiting_room().delete(upload)
        for name in cuts_of(image):
            default_storage.delete(name)


def cuts_of(image: Image) -> Iterable[str]:
    _, names = default_storage.listdir(f"img/{image.pk}") if image.is_ready else ([], [])
    return [f"img/{image.pk}/{name}" for name in names]


def content_of(
    manuscript: Manuscript, added: Added, by: User | None, headline: str = ""
) -> Content:
    """Puts the pictures into the library and notes them in `added`."""
    headline = headline or manuscript.headline or ""
    standfirst = manuscript.standfirst or ""
    check_length("headline", headline, LONGEST_HEADLINE)
    check_length("standfirst", standfirst, LONGEST_STANDFIRST)
    images = add_pictures(manuscript, added, by)
    return Content(headline=headline, standfirst=standfirst, body=manuscript.body(images))


def check_length(what: str, text: str, most: int) -> None:
    if len(text) > most:
        said = f"The {what} has {len(text):,} characters, but only {most:,} fit"
        raise ManuscriptError(f"{said}; make it a paragraph.")


def add_pictures(manuscript: Manuscript, added: Added, by: User | None) -> dict[str, int]:
    ids: dict[str, int] = {}
    for piece in manuscript.pieces:
        if piece.kind is not Kind.FIGURE:
            continue
        file = ContentFile(manuscript.images[piece.picture].data, name=piece.picture)
        try:
            image = Image.objects.add(file, alt=piece.alt[:500], by=by)
        except ValidationError as error:
            raise ManuscriptError(f"{piece.picture}: {error.messages[0]}") from error
        added[image.upload] = image
        ids[piece.picture] = image.pk
    return ids
