"""Filing in the newsdesk, and the command that writes everything anew."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from articles.models import Article, SearchEntry, search_entry
from articles.search.lookup import look_up
from articles.search.query import read
from articles.tasks import write_missing_entries, write_search_entries
from tests.articles.search.conftest import ask
from tests.make import make_article, make_author, make_desk, make_topic

pytestmark = pytest.mark.django_db


def save(client: Client, article: Article, /, **values: object) -> None:
    """Presses Save on its page; values: in place of what the fields hold."""
    draft = article.draft
    assert draft is not None
    signed = list(article.bylines.all())
    data = {
        "based_on": draft.pk,
        "headline": draft.headline,
        "standfirst": draft.standfirst,
        "key_points": "",
        "body": '{"type": "doc", "content": []}',
        "kind": draft.kind,
        "slug": article.slug,
        "desk": article.desk_id,
        "topics": "",
        "change": "minor",
        "when": "now",
        "bylines-TOTAL_FORMS": len(signed),
        "bylines-INITIAL_FORMS": len(signed),
        **{f"bylines-{n}-id": byline.pk for n, byline in enumerate(signed)},
        **{f"bylines-{n}-article": article.pk for n, byline in enumerate(signed)},
        **{f"bylines-{n}-author": byline.author_id for n, byline in enumerate(signed)},
        **{f"bylines-{n}-position": n + 1 for n, byline in enumerate(signed)},
        **values,
    }
    answer = client.post(f"/admin/articles/article/{article.pk}/change/", data)
    assert answer.status_code == 302, answer.context["adminform"].form.errors


def test_filing_takes_effect_at_once(desk: Client, editor: User) -> None:
    article = make_article("The frigate", published=True, by=editor)
    make_topic("S-400", ("Triumf",))
    industry = make_desk("Industry")
    assert not ask("triumf").ids

    save(desk, article, topics="S-400", desk=industry.pk)

    assert ask("triumf").ids == [article.pk]
    found = ask("frigate")
    assert [count.name for count in found.facets["desk"]] == ["Industry"]
    assert [count.name for count in found.facets["topic"]] == ["S-400"]


def test_another_byline_takes_effect_at_once(desk: Client, editor: User) -> None:
    article = make_article("The frigate", published=True, by=editor)
    save(desk, article, **{"bylines-0-author": make_author("Orhan Pamir").pk})
    assert ask("pamir").ids == [article.pk]


def test_a_draft_that_is_filed_stays_unknown(desk: Client, editor: User) -> None:
    save(desk, make_article("The frigate", by=editor))
    assert not SearchEntry.objects.exists()


def test_a_deleted_topic_is_counted_no_more() -> None:
    topic = make_topic("Norway")
    make_article("The frigate", published=True, filing={"topics": [topic]})
    topic.delete()
    assert "topic" not in ask("frigate").facets


def test_everything_is_written_anew_by_a_command() -> None:
    article = make_article("The frigate", published=True)
    withdrawn = make_article("The corvette", published=True)
    Article.objects.filter(pk=withdrawn.pk).update(state="withdrawn")
    SearchEntry.objects.filter(pk=article.pk).delete()

    said = StringIO()
    call_command("reindex_search", stdout=said)

    assert ask("frigate").ids == [article.pk]
    assert not ask("corvette").ids
    assert "1 articles written for search" in said.getvalue()


def test_a_job_writes_what_was_published_before_there_was_a_search() -> None:
    article = make_article("The frigate", published=True)
    SearchEntry.objects.all().delete()
    write_missing_entries(0)
    assert ask("frigate").ids == [article.pk]


def test_a_renamed_author_of_many_articles_is_left_to_a_job(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    author = make_author("Ada Novak")
    article = make_article("The frigate", published=True, filing={"authors": [author]})
    monkeypatch.setattr(search_entry, "AT_ONCE", 0)
    author.name = "Ada Lindqvist"
    author.save()
    assert not ask("lindqvist").ids
    write_search_entries([article.pk])
    assert ask("lindqvist").ids == [article.pk]


def test_a_text_of_any_size_can_be_published_and_found() -> None:
    words = " ".join(f"word{n}x{'y' * 20}" for n in range(20_000))
    article = make_article("The frigate", words[:190_000], published=True)
    assert ask("frigate").ids == [article.pk]


def test_no_spelling_is_mended_to_a_word_of_a_withdrawn_article() -> None:
    make_article("The sonobuoy field", published=True)
    article = make_article("Sonobuoy Kestrelwind is cancelled", published=True)
    assert meant("kestrelwnd") == "kestrelwind"

    article.withdraw("The name was secret.")

    assert meant("kestrelwnd") != "kestrelwind"
    assert meant("sonobouy") == "sonobuoy"


def meant(word: str) -> str:
    """What a misspelt word is taken for, or nothing."""
    return look_up(read(word), {}).unknown[word]
