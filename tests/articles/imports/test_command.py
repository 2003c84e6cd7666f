import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command

from articles.models import Article, Image, SiteSettings, Topic
from tests.make import make_author, make_desk, make_file, make_topic

from .material import HARBOUR, docx, drawing, p

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture
def site() -> SiteSettings:
    made = SiteSettings(
        pk=1, default_desk=make_desk("Naval"), house_byline=make_author("The house")
    )
    made.save()
    return made


def run(capsys: Any, path: Path, *flags: str) -> dict[str, Any]:
    call_command("import_manuscript", str(path), *flags, "--json")
    printed = capsys.readouterr().out
    report: dict[str, Any] = json.loads(printed)
    assert printed.count("\n") == 1
    return report


def test_a_manuscript_is_published_with_the_sites_own_desk_and_byline(
    capsys: Any, story: Path, site: SiteSettings, settings: Any
) -> None:
    report = run(capsys, story, "--headline", "Mines close Lunde", "--publish")

    article = Article.objects.get()
    assert report["url"] == settings.SITE_URL + article.get_absolute_url()
    assert report["admin_url"].endswith(f"/admin/articles/article/{article.pk}/change/")
    assert report["headline"] == "Mines close Lunde"
    assert report["body"] == article.shown.body.dump()
    assert (article.desk, [b.author for b in article.bylines.all()]) == (
        site.default_desk,
        [site.house_byline],
    )
    guessed = {row["guess"]: row for row in report["inferences"] if row["block"] is None}
    assert {"Desk: Naval", "By The house"} <= set(guessed)
    assert not article.changes.get().announce


def test_a_draft_has_no_public_address(capsys: Any, story: Path) -> None:
    report = run(capsys, story)

    assert report["url"] is None
    assert Article.objects.get().state == "draft"


def test_flags_say_desk_author_and_topics(capsys: Any, story: Path, site: SiteSettings) -> None:
    make_desk("Policy")
    make_author("Mira Okafor", slug="mira")
    known = make_topic("Sea mines", aliases=("Naval mines",))

    report = run(
        capsys,
        story,
        *("--desk", "policy", "--author", "mira", "--topics", "naval mines, Lunde"),
        *("--headline", "Mines", "--publish", "--email"),
    )

    article = Article.objects.get()
    assert str(article.desk) == "Policy"
    assert [str(byline) for byline in article.bylines.all()] == ["Mira Okafor"]
    assert set(article.topics.all()) == {known, Topic.objects.get(name="Lunde")}
    assert [row["guess"] for row in report["inferences"] if "opic" in row["guess"]] == [
        "New topic: Lunde"
    ]
    assert article.changes.get().announce


def test_known_topics_that_the_text_names_are_filed_and_listed(capsys: Any, story: Path) -> None:
    make_topic("Norway", aliases=("Lunde",))
    make_topic("Unrelated")
    make_topic("WE")

    report = run(capsys, story)

    assert [str(topic) for topic in Article.objects.get().topics.all()] == ["Norway"]
    assert {"block": None, "guess": "Topic: Norway", "why": "The text names it once"} in report[
        "inferences"
    ]


def test_a_byline_that_nobody_has_is_reported(
    capsys: Any, tmp_path: Path, site: SiteSettings
) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Mines close Lunde\nBy Nobody Known\n" + HARBOUR, encoding="utf-8")

    report = run(capsys, path)

    assert any("Nobody Known" in each for each in report["unplaced"])


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--publish"], "--headline"),
        (["--headline", "Mines", "--publish"], "--desk"),
        (["--headline", "Mines", "--email"], "--publish"),
        (["--desk", "Cooking"], "no desk “Cooking”"),
        (["--author", "Nobody"], "no author “Nobody”"),
        (["--topics", "!!!"], "name of a topic"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_one_sentence(
    story: Path, flags: list[str], said: str
) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import_manuscript", str(story), *flags)

    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not Article.objects.exists()
    assert not Topic.objects.exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_manuscript", str(tmp_path / "nothing.txt"))
    with pytest.raises(CommandError, match="is a folder"):
        call_command("import_manuscript", str(tmp_path))


def test_pictures_of_a_word_document_go_into_the_library(
    capsys: Any, tmp_path: Path, site: SiteSettings
) -> None:
    path = with_picture(tmp_path)

    report = run(capsys, path, "--headline", "Mines")

    image = Image.objects.get()
    assert image.alt == "A pier in ice"
    assert report["body"]["content"][1]["attrs"]["image"] == image.pk


def test_a_publication_that_the_gate_stops_leaves_nothing_behind(
    tmp_path: Path, site: SiteSettings
) -> None:
    path = with_picture(tmp_path)

    with pytest.raises(CommandError, match="has no credit"):
        call_command(
            "import_manuscript", str(path), "--headline", "Mines", "--publish", "--topics", "Mines"
        )

    assert not Article.objects.exists()
    assert not Image.objects.exists()
    assert not Topic.objects.exists()
    assert storages["uploads"].listdir("")[1] == []
    assert not [each for each in Path(storages["default"].path("")).rglob("*") if each.is_file()]


def with_picture(folder: Path) -> Path:
    path = folder / "story.docx"
    path.write_bytes(
        docx(
            p("The harbour is closed."),
            p("", more=drawing("rPic", alt="A pier in ice")),
            picture=make_file(name="pier.png").read(),
        )
    )
    return path


def test_without_json_a_person_can_read_the_answer(capsys: Any, story: Path) -> None:
    call_command("import_manuscript", str(story), "--headline", "Mines close Lunde")

    printed = capsys.readouterr().out
    assert printed.startswith("Mines close Lunde\n")
    assert "Pull quote by Ingrid Moe, Rear Admiral" in printed
