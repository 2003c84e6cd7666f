"""Puts the demonstration edition into the database, through the models' own verbs."""

import datetime
import os
import secrets
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.files import File
from django.db import connection, transaction
from django.utils import timezone

from articles.body import Body
from articles.demo.about import PAGES
from articles.demo.build import Node, resolved
from articles.demo.hubs import FACTS, LEAD, SERIES
from articles.demo.people import AUTHORS, DESKS, HOUSE, SITE
from articles.demo.piece import Later, Piece
from articles.demo.pieces import PIECES
from articles.demo.plates import PICTURES_OF_THE_DEMO, Picture
from articles.demo.subjects import SUBJECTS
from articles.models import (
    Article,
    Author,
    Content,
    Desk,
    Image,
    Page,
    Series,
    SiteSettings,
    Topic,
    TopicAlias,
)

type Say = Callable[[str], object]

WITHDRAWN_AFTER = datetime.timedelta(hours=5)


def load(say: Say, now: datetime.datetime | None = None) -> bool:
    """Loads everything once; says and returns whether it did.

    Pictures come first and are kept if the rest fails, so that a second attempt is short. All
    else stands in one transaction.
    """
    if Article.objects.exists():
        say("There are articles already: the demo content is left out.")
        return False
    with transaction.atomic():
        editor, writer = make_users()
    images = load_pictures(say, editor)
    with transaction.atomic():
        edition = Edition(editor, writer, images, now or timezone.now())
        edition.load(say)
    say(f"The demo content is in place: {len(PIECES)} articles, {len(images)} pictures.")
    return True


def make_users() -> tuple[User, User]:
    """The editor, who may do everything, and a writer, who cannot log in until given a password."""
    editor, new = User.objects.get_or_create(
        username="editor",
        defaults={"first_name": "The", "last_name": "Editor", "is_staff": True},
    )
    if new:
        editor.is_superuser = True
        editor.set_password(kept_password(Path(settings.VAR_DIR) / "editor-password"))
        editor.save()
        editor.groups.add(Group.objects.get(name="Chief"))
    writer, new = User.objects.get_or_create(
        username="writer",
        defaults={"first_name": "Marta", "last_name": "Wiśniewska", "is_staff": True},
    )
    if new:
        writer.set_unusable_password()
        writer.save()
        writer.groups.add(Group.objects.get(name="Writer"))
    return editor, writer


def kept_password(file: Path) -> str:
    """The password in the file, which is made with a new one if it is not there."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(12) + "\n")
    return file.read_text().strip()


def load_pictures(say: Say, by: User) -> dict[str, Image]:
    images = {picture.name: add_picture(picture, by) for picture in PICTURES_OF_THE_DEMO}
    for number, image in enumerate(prepared(images.values()), 1):
        say(f"Picture {number} of {len(images)}: {image}")
    return images


def add_picture(picture: Picture, by: User) -> Image:
    """The picture in the library, where an earlier attempt may have left it."""
    if found := Image.objects.filter(filename=picture.file.name).first():
        return found
    with picture.file.open("rb") as file:
        return Image.objects.add(
            File(file, name=picture.file.name),
            alt=picture.alt,
            caption=picture.caption,
            credit=picture.credit,
            licence="Ours, as the rest of this program",
            by=by,
        )


def prepared(images: Collection[Image]) -> Iterator[Image]:
    """Each picture once its sizes are cut, on all processors."""
    if connection.in_atomic_block:  # no other connection would see the rows
        yield from map(prepare, images)
        return
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(prepare_apart, images)


def prepare(image: Image) -> Image:
    image.prepare()
    return image


def prepare_apart(image: Image) -> Image:
    try:
        return prepare(image)
    finally:
        connection.close()  # each thread has its own


class Edition:
    """Loads what the pieces refer to, then the pieces, the oldest first."""

    def __init__(
        self, editor: User, writer: User, images: dict[str, Image], now: datetime.datetime
    ) -> None:
        self.editor, self.writer, self.images, self.now = editor, writer, images, now
        self.articles: dict[str, Article] = {}

    def load(self, say: Say) -> None:
        self.load_desks_and_authors()
        self.load_topics()
        for piece in PIECES:
            say(f"Article: {piece.headline}")
            self.load_piece(piece)
        self.load_series()
        self.load_pages()
        SiteSettings.lead_with(self.articles[LEAD], None)

    def load_desks_and_authors(self) -> None:
        self.desks = {}
        for position, desk in enumerate(DESKS, 1):
            fields = {"name": desk.name, "tint": desk.tint, "description": desk.description}
            self.desks[desk.slug] = Desk.objects.get_or_create(
                slug=desk.slug, defaults=fields | {"position": position}
            )[0]
        self.authors = {}
        for author in AUTHORS:
            account = self.writer if author.name == self.writer.get_full_name() else None
            self.authors[author.slug] = Author.objects.get_or_create(
                slug=author.slug,
                defaults={
                    "name": author.name,
                    "role": author.role,
                    "bio": author.bio,
                    "user": account,
                },
            )[0]
        self.load_site()

    def load_site(self) -> None:
        site = SiteSettings.load()
        for name, value in SITE.items():
            setattr(site, name, value)
        site.default_desk = self.desks["policy"]
        site.house_byline = self.authors[HOUSE]
        site.save()

    def load_topics(self) -> None:
        self.topics = {}
        for subject in SUBJECTS:
            topic = Topic.objects.named(subject.name)
            if topic is None:
                topic = Topic.objects.create(
                    name=subject.name,
                    slug=subject.slug,
                    kind=subject.kind,
                    description=subject.description,
                    facts=[row["attrs"] for row in FACTS.get(subject.slug, ())],
                )
                for alias in subject.aliases:
                    TopicAlias.objects.create(topic=topic, name=alias)
            self.topics[subject.slug] = topic

    def load_series(self) -> None:
        for told in SERIES:
            series = Series.objects.create(
                name=told.name, slug=told.slug, description=told.description
            )
            for part, slug in enumerate(told.parts, 1):
                article = self.articles[slug]
                article.refile(article.desk, series, part)

    def load_pages(self) -> None:
        """About and Contact say who Datum is; what the others say is true of every site."""
        for page in PAGES:
            body = Body.load({"type": "doc", "content": list(page.body)})
            fields = {"title": page.title, "standfirst": page.standfirst, "body": body}
            Page.objects.update_or_create(slug=page.slug, defaults=fields)
        Page.objects.update(to_read=False)

    def load_piece(self, piece: Piece) -> None:
        (_, first), *later = piece.versions()
        moment = piece.when.moment(self.now)
        by = self.editor if piece.state in ("published", "withdrawn") else self.writer
        article = Article.objects.compose(
            self.content(piece, first),
            by,
            slug=piece.slug,
            desk=self.desks[piece.desk],
            authors=[self.authors[slug] for slug in piece.authors],
            topics=[self.topics[slug] for slug in piece.topics],
        )
        self.articles[piece.slug] = article
        # Written the evening before, or just now if it is not out yet.
        written = min(moment - datetime.timedelta(hours=14), self.now)
        self.date(article, written, created=True)
        match piece.state:
            case "published" | "withdrawn":
                article.publish(self.editor, at=moment)
                for change, text in later:
                    self.publish_again(article, piece, change, text, moment)
            case "scheduled":
                article.submit()
                article.schedule(moment)
            case "review":
                article.submit()
        if piece.state == "withdrawn":
            self.withdraw(article, piece.notice, moment + WITHDRAWN_AFTER)

    def publish_again(
        self,
        article: Article,
        piece: Piece,
        change: Later | None,
        text: Node,
        first_out: datetime.datetime,
    ) -> None:
        if change is None:
            return
        moment = first_out + datetime.timedelta(hours=change.hours)
        article.revise(
            self.content(piece, text), self.editor, article.draft_id, reason=change.text[:300]
        )
        self.date(article, moment)
        article.publish(self.editor, change=change.kind, text=change.text, at=moment)

    def withdraw(self, article: Article, notice: str, moment: datetime.datetime) -> None:
        article.withdraw(notice)
        Article.objects.filter(pk=article.pk).update(withdrawn_at=moment)

    def date(self, article: Article, moment: datetime.datetime, *, created: bool = False) -> None:
        """Dates the newest revision back: to the verbs, all of this is written now."""
        if article.draft:
            article.revisions.filter(pk=article.draft.pk).update(at=moment)
        if created:
            Article.objects.filter(pk=article.pk).update(created_at=moment)

    def content(self, piece: Piece, text: Node) -> Content:
        body = resolved(
            text["body"],
            lambda name: self.images[name].pk,
            lambda slug: self.articles[slug].pk,
            lambda slug: self.articles[slug].get_absolute_url(),
        )
        return Content(
            headline=text["headline"],
            standfirst=text["standfirst"],
            key_points=tuple(text["key_points"]),
            body=Body.load(body),
            lead_image=self.images[piece.picture] if piece.picture else None,
            kind=piece.kind,
        )
