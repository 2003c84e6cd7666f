import re
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Image, SiteSettings
from tests.make import make_article, make_author, make_desk, make_file, make_topic, make_user

from .material import HARBOUR, docx, drawing, p

pytestmark = pytest.mark.django_db

BEGIN = "/admin/articles/article/from-manuscript/"


@pytest.fixture
def writer(client: Client) -> Any:
    user = make_user("Writer")
    client.force_login(user)
    return user


def send(client: Client, text: str = HARBOUR, query: str = "", **more: Any) -> str:
    """Sends a manuscript; returns the address of its review."""
    answer = client.post(BEGIN + query, {"text": text, **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_a_pasted_manuscript_is_shown_with_each_guess_and_its_reason(
    client: Client, writer: Any
) -> None:
    page = client.get(send(client)).content.decode()

    assert "We read 15 pieces and guessed at 9" in page
    assert "Short line in title case, no full stop" in page
    assert '<option value="pullQuote" selected>Pull quote</option>' in page
    assert "Ingrid Moe" in page
    assert not Article.objects.exists()


def test_the_article_is_made_as_it_was_shown(client: Client, writer: Any) -> None:
    SiteSettings(pk=1, default_desk=make_desk("Naval")).save()
    author = make_author("Mira Okafor", user=writer)
    topic = make_topic("Lunde")

    answer = client.post(send(client), {"_make": "1"}, follow=True)

    article = Article.objects.get()
    assert answer.redirect_chain[-1][0] == f"/admin/articles/article/{article.pk}/change/"
    assert (article.state, article.created_by, str(article.desk)) == ("draft", writer, "Naval")
    assert [byline.author for byline in article.bylines.all()] == [author]
    assert list(article.topics.all()) == [topic]
    assert "Filed by guess" in answer.content.decode()
    assert storages["uploads"].listdir("manuscripts")[1] == []


def test_a_guess_that_is_turned_down_is_shown_and_saved_so(client: Client, writer: Any) -> None:
    review = send(client)
    again = client.post(review, {"kind-4": "paragraph", "_again": "1"}).content.decode()

    assert "Your choice." in again
    assert re.search(r'name="kind-4".*?<option value="paragraph" selected>', again, re.DOTALL)
    client.post(review, {"kind-4": "paragraph", "kind-0": "standfirst", "_make": "1"})
    revision = Article.objects.get().shown
    assert revision.standfirst.startswith("The harbour at Lunde")
    assert revision.body.dump()["content"][3]["type"] == "paragraph"


def test_every_guess_can_be_turned_down_at_once(client: Client, writer: Any) -> None:
    page = client.post(send(client), {"_plain": "1"}).content.decode()

    assert "9 of 9" in page
    assert '<option value="pullQuote" selected>' not in page


def test_a_file_that_cannot_be_read_keeps_the_pasted_text(client: Client, writer: Any) -> None:
    broken = SimpleUploadedFile("story.docx", b"no zip")

    answer = client.post(BEGIN, {"file": broken, "text": "My text stays."})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "This Word document is damaged" in page
    assert "My text stays." in page


def test_a_file_of_50_megabytes_is_refused_with_its_size(client: Client, writer: Any) -> None:
    large = SimpleUploadedFile("story.txt", b"x" * 50 * 1024 * 1024)

    assert "50 MB and the limit is 20 MB" in client.post(BEGIN, {"file": large}).content.decode()


def test_nothing_sent_is_said(client: Client, writer: Any) -> None:
    assert "Choose a file or paste a text." in client.post(BEGIN, {"text": " "}).content.decode()


def test_a_paste_with_formatting_comes_as_a_page(client: Client, writer: Any) -> None:
    page = SimpleUploadedFile("pasted.html", b"<h2>What next</h2><p>Nobody <b>knows</b>.</p>")

    review = client.get(send(client, "What next", page=page)).content.decode()

    assert "<strong>knows</strong>" in review


def test_pictures_wait_for_the_article(client: Client, writer: Any) -> None:
    file = SimpleUploadedFile(
        "story.docx",
        docx(
            p("The harbour is closed."),
            p("", more=drawing("rPic", alt="A pier in ice")),
            picture=make_file(name="pier.png").read(),
        ),
    )

    review = send(client, "", file=file)
    assert "Alternative text: A pier in ice" in client.get(review).content.decode()
    assert not Image.objects.exists()

    client.post(review, {"_make": "1"})
    assert Article.objects.get().shown.body.image_ids() == (Image.objects.get().pk,)


def test_a_headline_too_long_for_an_article_is_refused_and_the_page_stays(
    client: Client, writer: Any
) -> None:
    answer = client.post(
        send(client, "The harbour is closed. " * 30), {"kind-0": "headline", "_make": "1"}
    )

    assert "only 300 fit" in answer.content.decode()
    assert not Article.objects.exists()


def test_the_text_of_an_article_can_be_replaced(client: Client, writer: Any) -> None:
    article = make_article("Mines", "An old text.", by=writer)

    review = send(client, query=f"?article={article.pk}")
    shown = client.get(review)
    client.post(review, {"_make": "1", "based_on": shown.context["based_on"]})

    article.refresh_from_db()
    assert article.headline == "Mines"
    assert article.shown.number == 2
    assert "minehunters" in article.shown.body.text()


def test_a_text_that_was_saved_meanwhile_is_not_replaced_unseen(
    client: Client, writer: Any
) -> None:
    article = make_article("Mines", "An old text.", by=writer)
    review = send(client, query=f"?article={article.pk}")
    based_on = client.get(review).context["based_on"]
    make_newer(article, writer)

    answer = client.post(review, {"_make": "1", "based_on": based_on})

    assert "Version 2 was saved in the meantime." in answer.content.decode()
    for unfit in ("", "x", "9" * 5000):
        again = client.post(review, {"_make": "1", "based_on": unfit})
        assert "Version 2 was saved in the meantime." in again.content.decode()
    client.post(review, {"_make": "1", "based_on": answer.context["based_on"]})
    article.refresh_from_db()
    assert article.shown.number == 3


def make_newer(article: Article, by: Any) -> None:
    article.revise(make_article("Newer").shown.content, by, article.draft_id)


def test_nobody_sees_anothers_manuscript(client: Client, writer: Any) -> None:
    review = send(client)
    other = Client()
    other.force_login(make_user("Editor"))

    answer = other.get(review, follow=True)

    assert "no longer kept here" in answer.content.decode()
    assert "minehunters" not in answer.content.decode()


def test_only_who_may_add_articles_comes_here(client: Client) -> None:
    client.force_login(make_user("", is_staff=True))

    assert client.get(BEGIN).status_code == 403
    assert client.get(BEGIN + "anything/").status_code == 403


def test_the_text_of_anothers_article_is_not_replaced(client: Client, writer: Any) -> None:
    assert client.get(f"{BEGIN}?article={make_article().pk}").status_code == 403


def test_a_manuscript_of_many_pieces_stays_within_a_forms_fields(
    client: Client, writer: Any
) -> None:
    text = "\n".join(f"Sentence number {number} ends here." for number in range(1200))

    review = send(client, text)
    page = client.get(review).content.decode()

    assert page.count("<select") <= 400
    client.post(review, {"_make": "1"})
    assert len(Article.objects.get().shown.body.blocks) == 1200


def test_the_admin_names_the_address() -> None:
    assert reverse("admin:articles_article_from_manuscript") == BEGIN
