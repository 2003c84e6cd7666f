"""What readers will get, before they do: who may see it, and what they see."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, PreviewLink, Scratch
from articles.templatetags.readers import moment
from tests.make import make_article, make_content, make_topic, make_user

pytestmark = pytest.mark.django_db


def page(article: Article, name: str = "preview") -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def frame(article: Article, query: str = "", name: str = "preview") -> str:
    return reverse(f"articles:{name}", args=[article.pk]) + query


def edited() -> Article:
    """Published, with a draft that readers do not see yet."""
    article = make_article("Old words", "What readers see.", published=True)
    article.revise(make_content("New words", "What is written now."), None, article.draft_id)
    return article


# Frames


def test_a_frame_shows_the_draft_or_what_readers_see(desk: Client) -> None:
    article = edited()

    assert "What is written now." in desk.get(frame(article)).text
    assert "What readers see." in desk.get(frame(article, "?of=live")).text
    assert "New words" in desk.get(frame(article, name="preview_feed")).text
    assert "Old words" in desk.get(frame(article, "?of=live", "preview_feed")).text
    assert Article.objects.get().live.headline == "Old words"


def test_a_frame_shows_what_one_has_typed_and_not_saved(client: Client) -> None:
    article = make_article("Saved", "Saved words.")
    mine, other = make_user("Editor"), make_user("Editor")
    body = json.dumps(make_content("", "Words as they come.").body.dump())
    Scratch.objects.keep(mine, article, [["headline", "Typed"], ["body", body]])

    client.force_login(mine)
    typed = client.get(frame(article, "?of=mine")).text
    assert "Typed" in typed
    assert "Words as they come." in typed
    client.force_login(other)
    assert "Typed" not in client.get(frame(article, "?of=mine")).text
    assert Article.objects.get().draft.headline == "Saved"


def test_what_was_typed_shows_as_far_as_it_makes_sense(client: Client) -> None:
    article, editor = make_article("Saved", "Saved words."), make_user("Editor")
    fields = [["headline", "x" * 400], ["body", "{"], ["desk", "999"], ["standfirst", "Typed."]]
    Scratch.objects.keep(editor, article, fields)
    client.force_login(editor)

    shown = client.get(frame(article, "?of=mine")).text

    assert "Saved words." in shown
    assert "Typed." in shown


def test_a_frame_is_for_the_newsdesk_alone(desk: Client) -> None:
    article = make_article()
    for name in ("preview", "preview_feed"):
        answer = desk.get(frame(article, name=name))
        policy = answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in policy
        assert "form-action 'none'" in policy
        assert "default-src 'self'" in policy
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]


def test_a_frame_is_light_or_dark_whatever_the_machine_is_set_to(desk: Client) -> None:
    article = make_article()
    for name in ("preview", "preview_feed"):
        assert "scheme-dark.css" in desk.get(frame(article, "?scheme=dark", name)).text
        assert "scheme-light.css" in desk.get(frame(article, "?scheme=light", name)).text
        assert "scheme-" not in desk.get(frame(article, "?scheme=%22%3E", name)).text


def test_what_is_not_there_is_not_shown(desk: Client) -> None:
    article = make_article()

    assert desk.get(frame(article, "?of=live")).status_code == 404
    assert desk.get(frame(article, "?of=%00")).status_code == 404
    assert desk.get("/preview/99999999999999999999999/").status_code == 404


def test_others_drafts_are_refused(client: Client) -> None:
    article = make_article(by=make_user("Writer"))
    addresses = [frame(article), frame(article, name="preview_feed"), page(article)]
    for address in addresses:
        assert client.get(address).status_code == 302
    for role in ("", "Writer"):
        client.force_login(make_user(role))
        for address in addresses:
            assert client.get(address).status_code in (302, 403, 404)


# The page


def test_the_page_offers_what_there_is_to_look_at(desk: Client) -> None:
    drafted, published = make_article(), edited()

    assert "What readers see" not in desk.get(page(drafted)).text
    assert "What readers see, version 1" in desk.get(page(published)).text


def test_switches_keep_each_other(desk: Client) -> None:
    article = edited()

    shown = desk.get(page(article) + "?as=feed&of=live&width=390&scheme=dark").text

    assert f'src="{frame(article, name="preview_feed")}?of=live&amp;scheme=dark"' in shown
    assert 'data-width="390"' in shown
    assert "as=page&amp;of=live&amp;width=390&amp;scheme=dark" in shown


def test_odd_wishes_fall_back_to_the_draft_as_a_page(desk: Client) -> None:
    article = make_article()

    shown = desk.get(page(article) + "?as=%00&of=live&width=9e9&scheme=<b>")

    assert shown.status_code == 200
    assert f'src="{frame(article)}?of=draft&amp;scheme=light"' in shown.text


def test_a_page_costs_the_same_with_many_links(
    desk: Client, django_assert_max_num_queries: object
) -> None:
    article, editor = make_article(), make_user("Editor")
    for _ in range(30):
        PreviewLink.objects.make(article, editor, "Ministry", 7)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        desk.get(page(article))


# Secret links


def made(desk: Client, article: Article, **fields: str) -> str:
    """The address of a new link, as the page shows it."""
    answer = desk.post(
        page(article, "share"), {"label": "Ministry", "days": "7", **fields}, follow=True
    )
    assert answer.redirect_chain == [(page(article), 302)]
    found = re.search(r"/preview/[-_A-Za-z0-9]{43}/", answer.text)
    assert found
    return found.group()


def test_a_link_shows_the_draft_of_the_moment_to_anybody(desk: Client) -> None:
    article = make_article("Not out yet", "Words of the draft.")
    address = made(desk, article)
    article.revise(make_content("Not out yet", "Newer words."), None, article.draft_id)

    answer = Client().get(address)

    assert "Newer words." in answer.text
    until = PreviewLink.objects.get().expires_at
    assert f"until {moment(until)}. Please do not pass it on." in answer.text
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Frame-Options"] == "DENY"
    assert not answer.cookies
    assert Article.objects.get().published_at is None


def test_the_page_of_a_new_link_leads_back_to_the_preview(desk: Client) -> None:
    article = make_article()
    shown = desk.post(page(article, "share"), {"days": "1"}, follow=True).text
    assert f'href="{page(article)}?as=feed' in shown
    assert "share/?as=" not in shown


def test_loading_the_page_of_a_new_link_again_makes_no_second_one(desk: Client) -> None:
    article, other = make_article(), make_article()
    answer = desk.post(page(article, "share"), {"days": "1"})
    assert (answer.status_code, answer["Location"]) == (302, page(article))

    assert "/preview/" not in desk.get(page(other)).text.partition("new-link")[2]
    assert "Copy it now" in desk.get(page(article)).text
    assert "Copy it now" not in desk.get(page(article)).text
    assert PreviewLink.objects.count() == 1
    assert "preview-link-made" not in desk.session


def test_a_secret_is_shown_once_and_not_kept(desk: Client) -> None:
    article = make_article()
    secret = made(desk, article).split("/")[2]

    link = PreviewLink.objects.get()
    assert secret not in desk.get(page(article)).text
    assert secret not in (link.digest, link.label)
    assert len(link.digest) == 64
    assert timedelta(days=6.9) < link.expires_at - timezone.now() < timedelta(days=7)


def test_the_page_tells_who_made_a_link_and_when_it_was_opened(desk: Client) -> None:
    article = make_article()
    address = made(desk, article, label="The <b>ministry</b>")
    assert "Not yet" in desk.get(page(article)).text

    Client().get(address)

    listed = desk.get(page(article)).text
    assert "The &lt;b&gt;ministry&lt;/b&gt;" in listed
    assert "Not yet" not in listed


def test_links_that_lead_nowhere_look_alike(desk: Client) -> None:
    article = make_article("Hidden headline")
    over, back, unknown = made(desk, article), made(desk, article), f"/preview/{'x' * 43}/"
    newer, older = PreviewLink.objects.all()
    PreviewLink.objects.filter(pk=older.pk).update(expires_at=timezone.now())
    desk.post(page(article, "unshare"), {"link": newer.pk})

    answers = [Client().get(address) for address in (over, back, unknown)]

    assert [answer.status_code for answer in answers] == [404] * 3
    assert len({answer.text for answer in answers}) == 1
    assert "Hidden headline" not in answers[0].text
    assert {answer["Referrer-Policy"] for answer in answers} == {"no-referrer"}
    assert PreviewLink.objects.filter(opened_at=None).count() == 2


def test_a_link_to_what_was_withdrawn_leads_nowhere(desk: Client) -> None:
    article = make_article()
    address = made(desk, article)
    article.publish(None)
    article.withdraw("A court said so.")

    assert Client().get(address).status_code == 404


def test_a_link_to_what_is_out_leads_to_the_site(desk: Client) -> None:
    article = make_article()
    address = made(desk, article)
    article.publish(None)

    answer = Client().get(address)

    assert answer.status_code == 302
    assert answer["Location"] == article.get_absolute_url()


def test_changes_that_are_not_out_are_called_so(desk: Client) -> None:
    article = edited()
    shown = Client().get(made(desk, article)).text
    assert "Preview of changes that are not published" in shown
    assert "What is written now." in shown


@pytest.mark.parametrize(
    "fields",
    [{"days": "365"}, {"days": "0"}, {"days": ""}, {"label": "x" * 101}, {"label": "a\0b"}],
)
def test_odd_links_are_not_made(desk: Client, fields: dict[str, str]) -> None:
    article = make_article()

    answer = desk.post(page(article, "share"), {"label": "Ministry", "days": "7", **fields})

    assert answer.status_code == 400
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "0", "²", "9" * 40])
def test_a_link_that_is_not_there_cannot_be_taken_back(desk: Client, number: str) -> None:
    assert desk.post(page(make_article(), "unshare"), {"link": number}).status_code == 404


def test_a_link_of_another_article_cannot_be_taken_back(client: Client) -> None:
    writer = make_user("Writer")
    link, _ = PreviewLink.objects.make(make_article(), make_user("Editor"), "", 1)
    client.force_login(writer)
    own = make_article(by=writer)
    assert client.post(page(own, "unshare"), {"link": link.pk}).status_code == 404
    assert PreviewLink.objects.standing().exists()


def test_who_may_not_edit_may_not_show_it_to_others(client: Client) -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)
    link, _ = PreviewLink.objects.make(article, writer, "", 1)
    article.submit()
    client.force_login(writer)

    assert client.get(page(article)).status_code == 200
    assert "Make a link" not in client.get(page(article)).text
    assert client.post(page(article, "share"), {"days": "7"}).status_code == 403
    assert client.post(page(article, "unshare"), {"link": link.pk}).status_code == 403
    assert client.get(page(article, "share")).status_code == 403
    assert client.get(page(article, "unshare")).status_code == 405
    assert PreviewLink.objects.standing().count() == 1


def test_links_go_with_the_article_and_stay_without_their_maker(desk: Client) -> None:
    maker = make_user("Editor")
    article = make_article()
    _, secret = PreviewLink.objects.make(article, maker, "", 30)
    maker.delete()
    assert Client().get(f"/preview/{secret}/").status_code == 200
    article.delete()
    assert Client().get(f"/preview/{secret}/").status_code == 404


def test_a_frame_shows_the_filing_too(desk: Client) -> None:
    article = make_article(filing={"topics": [make_topic("S-400")]})
    assert "S-400" in desk.get(frame(article, name="preview_feed")).text
