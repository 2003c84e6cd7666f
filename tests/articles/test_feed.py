"""RSS with the whole text."""

from xml.etree import ElementTree

import pytest

from tests.make import make_article, make_author, make_desk, make_image, make_topic, paragraph

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def items(client, address: str = "/feed/") -> list[ElementTree.Element]:
    response = client.get(address)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).findall("channel/item")


def test_an_entry_holds_the_whole_text_and_who_wrote_it(client, settings):
    authors = [make_author("Ada"), make_author("Ben")]
    article = make_article("Whole", "First.", "Last.", published=True, filing={"authors": authors})
    (item,) = items(client)
    assert item.findtext("link") == settings.SITE_URL + article.get_absolute_url()
    assert "<p>First.</p>" in item.findtext(CONTENT, "")
    assert "<p>Last.</p>" in item.findtext(CONTENT, "")
    assert [creator.text for creator in item.findall(CREATOR)] == ["Ada", "Ben"]


def test_addresses_in_it_are_whole(client, settings):
    link = {"type": "link", "attrs": {"href": "/topics/"}}
    words = {
        "type": "paragraph",
        "content": [{"type": "text", "text": "topics", "marks": [link]}],
    }
    image = make_image()
    figure = {"type": "figure", "attrs": {"image": image.pk}}
    make_article("", words, figure, published=True, lead_image=image)
    content = items(client)[0].findtext(CONTENT, "")
    assert f'href="{settings.SITE_URL}/topics/"' in content
    assert content.count(f'src="{settings.SITE_URL}/media/') == 2


def test_a_desk_a_topic_and_an_author_have_their_own(client):
    author, topic = make_author("Ada"), make_topic("NATO")
    filing = {"desk": make_desk("Air"), "authors": [author], "topics": [topic]}
    make_article("Of all three", published=True, filing=filing)
    make_article("Of none", published=True)
    for address in ("/desk/air/feed/", "/topic/nato/feed/", f"/author/{author.slug}/feed/"):
        assert [item.findtext("title") for item in items(client, address)] == ["Of all three"]


def test_characters_that_xml_cannot_write_are_left_out(client):
    make_article("A bell\x07 rings", "In\x0b the text.\x1f", published=True)
    (item,) = items(client)
    assert item.findtext("title") == "A bell rings"
    assert "<p>In the text.</p>" in item.findtext(CONTENT, "")


def test_markup_in_a_headline_stays_text(client):
    make_article("<b>Bold</b> & loud", published=True)
    assert items(client)[0].findtext("title") == "<b>Bold</b> & loud"


def test_a_correction_is_told(client):
    article = make_article(published=True)
    article.publish(None, change="correction", text="It was longer.")
    assert "It was longer." in items(client)[0].findtext(CONTENT, "")


def test_a_feed_that_has_not_changed_is_not_sent_again(client):
    make_article(published=True)
    first = client.get("/feed/")
    again = client.get("/feed/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_an_unknown_feed_is_not_found(client):
    assert client.get("/desk/cavalry/feed/").status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    image, topic = make_image(), make_topic("NATO")
    figure = {"type": "figure", "attrs": {"image": image.pk}}
    related = {"type": "relatedArticles", "attrs": {"articles": [make_article(published=True).pk]}}
    for _ in range(count):
        make_article(
            "", paragraph("Words."), figure, related, published=True, filing={"topics": [topic]}
        )
    with django_assert_num_queries(8):
        items(client)
