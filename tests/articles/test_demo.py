"""The demonstration edition: sound in itself, and loaded once."""

import datetime
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from articles.body import Body
from articles.body.blocks import BLOCKS
from articles.demo.build import line, resolved
from articles.demo.load import add_picture, load
from articles.demo.people import AUTHORS, DESKS, SITE
from articles.demo.piece import Piece
from articles.demo.pieces import PIECES
from articles.demo.plates import PICTURES, PICTURES_OF_THE_DEMO
from articles.demo.subjects import SUBJECTS
from articles.models import Article, Author, Change, Image, SiteSettings, Topic
from articles.models.topic import key_of

each_piece = pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.slug)
MARKS = {"bold", "italic", "link", "superscript", "subscript"}


def bodies(piece: Piece) -> list[Body]:
    """Every version of a piece; a reference to nothing, or to a later piece, is a KeyError."""
    images = {picture.name: n for n, picture in enumerate(PICTURES_OF_THE_DEMO, 1)}
    before = {other.slug: n for n, other in enumerate(PIECES[: PIECES.index(piece)], 1)}
    texts = [text["body"] for _, text in piece.versions()]
    path = "/2026/11/22/{}/".format
    return [
        Body.load(
            resolved(
                text,
                images.__getitem__,
                before.__getitem__,
                lambda slug: path(slug) if before[slug] else "",
            )
        )
        for text in texts
    ]


def everything_said() -> str:
    return json.dumps(
        [[text for _, text in piece.versions()] for piece in PIECES]
        + [[piece.notice, [later.text for later in piece.later]] for piece in PIECES]
        + [SITE, [vars(author) for author in AUTHORS], [vars(desk) for desk in DESKS]]
        + [[vars(subject) for subject in SUBJECTS]],
        ensure_ascii=False,
    )


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)


# What is written


def test_a_line_of_the_little_language_becomes_inline_nodes() -> None:
    source = "*HMS X* at 3 m^2^ [here](/a/)[^Log. | https://example.org/] // **end**"
    assert [node["type"] for node in line(source)] == [
        *["text"] * 5,
        "footnote",
        "hardBreak",
        "text",
    ]
    assert [m["type"] for node in line(source) for m in node.get("marks", [])] == [
        "italic",
        "superscript",
        "link",
        "bold",
    ]


@each_piece
def test_every_version_of_a_piece_is_valid_and_refers_to_older_pieces(piece: Piece) -> None:
    assert all(body.word_count() > 30 for body in bodies(piece))


@each_piece
def test_each_later_publication_changes_the_words(piece: Piece) -> None:
    texts = [text for _, text in piece.versions()]
    assert all(earlier != later for earlier, later in pairwise(texts))


@each_piece
def test_a_piece_has_a_known_desk_authors_topics_and_picture(piece: Piece) -> None:
    assert piece.desk in {desk.slug for desk in DESKS}
    assert piece.authors
    assert set(piece.authors) <= {author.slug for author in AUTHORS}
    assert piece.topics
    assert set(piece.topics) <= {subject.slug for subject in SUBJECTS}
    assert piece.picture in {"", *(picture.name for picture in PICTURES_OF_THE_DEMO)}
    assert len(piece.headline) <= 60
    assert piece.standfirst


def test_every_block_type_and_every_mark_occurs() -> None:
    found = list(nodes([piece.text() for piece in PIECES]))
    types = {node.get("type") for node in found}
    assert {block.json_type() for block in BLOCKS} <= types
    assert MARKS | {"footnote", "hardBreak"} <= types
    levels = {node["attrs"]["level"] for node in found if node.get("type") == "heading"}
    assert levels == {2, 3}


def test_all_desks_and_kinds_are_covered_with_three_long_reads() -> None:
    out = [piece for piece in PIECES if piece.state == "published"]
    for desk in DESKS:
        assert sum(piece.desk == desk.slug for piece in out) >= 2
    assert {piece.kind for piece in out} == {
        "news",
        "analysis",
        "explainer",
        "interview",
        "opinion",
    }
    assert sum(bodies(piece)[-1].word_count() >= 900 for piece in out) >= 3


def test_every_state_and_every_kind_of_change_is_shown() -> None:
    states = {piece.state for piece in PIECES}
    assert states == {"published", "withdrawn", "scheduled", "review", "draft"}
    kinds = {later.kind for piece in PIECES for later in piece.later}
    assert kinds == {"minor", "update", "correction", "clarification"}


def test_no_mail_address_of_anybody_is_printed() -> None:
    assert not re.search(r"[\w.]+@[\w.]+", everything_said())


def test_no_name_of_a_topic_is_used_twice() -> None:
    keys = [key_of(name) for s in SUBJECTS for name in (s.name, *s.aliases)]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("hour", range(24))
def test_loaded_at_any_hour_the_edition_is_in_order_and_none_of_it_from_the_future(
    hour: int,
) -> None:
    # The day on which the clocks go forward.
    now = datetime.datetime(2027, 3, 28, hour, 30, tzinfo=timezone.get_current_timezone())
    out = [piece for piece in PIECES if piece.state in ("published", "withdrawn")]
    moments = [piece.when.moment(now) for piece in out]
    assert moments == sorted(moments)
    for piece, moment in zip(out, moments, strict=True):
        times = [moment + datetime.timedelta(hours=later.hours) for later in piece.later]
        assert [moment, *times] == sorted([moment, *times])
        assert max([moment, *times]) < now
    assert now - moments[-1] < datetime.timedelta(hours=6)
    ahead = [piece.when.moment(now) for piece in PIECES if piece.state == "scheduled"]
    assert min(ahead) > now + datetime.timedelta(hours=24)


# What is drawn


@pytest.mark.parametrize("picture", PICTURES_OF_THE_DEMO, ids=lambda picture: picture.name)
def test_a_picture_is_there_with_alt_text_caption_and_credit(picture: Any) -> None:
    with PIL.Image.open(picture.file) as image:
        assert image.size == (1600, 1000)
    assert len(picture.alt) > 40
    assert picture.caption
    assert picture.credit


def test_the_pictures_are_light_and_all_of_them_are_used() -> None:
    files = set(PICTURES.iterdir())
    assert files == {picture.file for picture in PICTURES_OF_THE_DEMO}
    assert sum(file.stat().st_size for file in files) < 1_500_000
    shown = {piece.picture for piece in PIECES} | {
        node["attrs"]["image"]
        for node in nodes([piece.text() for piece in PIECES])
        if node.get("type") == "figure"
    }
    assert {picture.name for picture in PICTURES_OF_THE_DEMO} <= shown


# What is loaded


@pytest.fixture
def edition(db: None, settings: Any, tmp_path: Path) -> Path:
    """The edition, loaded; its pictures stand in the library already, so that none is cut."""
    settings.VAR_DIR = tmp_path
    for picture in PICTURES_OF_THE_DEMO:
        Image.objects.create(
            filename=picture.file.name,
            alt=picture.alt,
            credit=picture.credit,
            state=Image.State.READY,
        )
    call_command("demo", stdout=(tmp_path / "said").open("w"))
    return tmp_path


def test_the_edition_goes_through_the_gate_and_tells_nobody(edition: Path) -> None:
    states = {a.slug: a.state for a in Article.objects.all()}
    assert states == {piece.slug: piece.state for piece in PIECES}
    for article in Article.objects.published():
        assert article.gate() == []
        assert article.draft_id == article.live_id
        assert article.changes.first().kind == Change.Kind.FIRST
    assert not Change.objects.filter(announce=True).exists()
    assert not Article.objects.filter(announce=True).exists()


def test_a_correction_shows_the_right_figure_and_keeps_the_wrong_one(edition: Path) -> None:
    article = Article.objects.get(slug="how-often-can-a-satellite-look")
    first = article.revisions.get(number=1)
    assert "kilometres an hour" in first.body.text()
    assert article.live is not None
    assert "kilometres an hour" not in article.live.body.text()
    correction = article.changes.get(kind=Change.Kind.CORRECTION)
    assert correction.at == article.updated_at


def test_topics_are_known_by_their_other_names(edition: Path) -> None:
    assert {Topic.objects.named(n) for n in ("S400", "Triumf", "SA-21")} == {
        Topic.objects.get(slug="s-400")
    }
    assert SiteSettings.load().name == "Datum"
    assert SiteSettings.load().house_byline == Author.objects.get(slug="datum-staff")


def test_the_editor_can_log_in_with_the_kept_password_and_the_writer_cannot(edition: Path) -> None:
    file = edition / "editor-password"
    assert file.stat().st_mode & 0o777 == 0o600
    editor = authenticate(username="editor", password=file.read_text().strip())
    assert editor is not None
    assert editor.is_superuser
    assert not User.objects.get(username="writer").has_usable_password()


def test_a_second_load_changes_nothing_and_says_so(edition: Path) -> None:
    before = Article.objects.count()
    said: list[str] = []
    assert load(said.append) is False
    assert said == ["There are articles already: the demo content is left out."]
    assert Article.objects.count() == before


@pytest.mark.django_db
def test_a_picture_is_added_once_and_cut_with_its_words() -> None:
    by = User.objects.create_user("editor")
    picture = PICTURES_OF_THE_DEMO[0]
    image = add_picture(picture, by)
    assert add_picture(picture, by) == image
    image.prepare()
    assert image.is_ready
    assert (image.alt, image.credit, image.width) == (picture.alt, picture.credit, 1600)
