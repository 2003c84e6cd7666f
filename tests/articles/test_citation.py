"""How an article is cited, and the file for programs that keep references."""

import re

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.citation import in_tex, name_in_tex
from tests.make import make_article, make_author

pytestmark = pytest.mark.django_db
COMMAND = re.compile(r"\\(?:text[a-z]+\{\}|[&%$#_])")


def entry_of(client, article) -> str:
    response = client.get(f"{article.get_absolute_url()}cite.bib")
    assert response.status_code == 200
    return response.content.decode()


def test_the_entry_names_authors_title_journal_day_and_address(client):
    authors = [make_author("Zeynep Aydoğdu"), make_author("Marta Wiśniewska")]
    article = make_article("Nobody owns the Baltic", published=True, filing={"authors": authors})
    entry = entry_of(client, article)
    today = timezone.localdate()
    assert entry.startswith("@article{nobody-owns-the-baltic,\n")
    assert "author = {Aydoğdu, Zeynep and Wiśniewska, Marta}," in entry
    assert "title = {{Nobody owns the Baltic}}," in entry
    assert f"year = {today.year}," in entry
    assert f"day = {today.day}," in entry
    assert article.get_absolute_url() in entry
    assert entry.endswith("}\n")


def test_it_is_a_file_for_programs_and_not_for_search_engines(client):
    article = make_article("A headline", published=True)
    response = client.get(f"{article.get_absolute_url()}cite.bib")
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="a-headline.bib"'
    assert response["X-Robots-Tag"] == "noindex"


def test_signs_that_tex_would_take_for_commands_are_written_out():
    assert in_tex("50% of $4bn & more_") == r"50\% of \$4bn \& more\_"
    assert in_tex("a\\b {c}~^#") == (
        r"a\textbackslash{}b \textbraceleft{}c\textbraceright{}"
        r"\textasciitilde{}\textasciicircum{}\#"
    )
    assert in_tex("two\nlines") == "two lines"


@given(st.text())
def test_no_text_gets_out_of_its_braces(text):
    written = in_tex(text)
    depth = 0
    for letter in written:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert not set(COMMAND.sub("", written)) & set("\\{}&%$#_~^\n")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ada Lovelace", "Lovelace, Ada"),
        ("Reuters", "{Reuters}"),
        ("Smith and Wesson", "{Smith and Wesson}"),
        ("Smith AND Wesson", "{Smith AND Wesson}"),
        ("Smith And", "{Smith And}"),
        ("Bond, James", "{Bond, James}"),
        ("R&D Desk", r"Desk, R\&D"),
    ],
)
def test_a_name_that_cannot_be_taken_apart_stays_whole(name, written):
    assert name_in_tex(name) == written


def test_without_a_byline_there_is_no_author(client):
    article = make_article(published=True)
    article.bylines.all().delete()
    assert "author" not in entry_of(client, article)


def test_what_readers_cannot_see_cannot_be_cited(client):
    article = make_article(published=True)
    address = f"{article.get_absolute_url()}cite.bib"
    article.withdraw("We could not stand it up.")
    for path in (address, "/2026/02/31/x/cite.bib", "/0000/00/00/x/cite.bib"):
        assert client.get(path).status_code == 404, path
