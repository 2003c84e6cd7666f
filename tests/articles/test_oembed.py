"""oEmbed: what another site is told of an article when somebody puts its address there."""

import json
from urllib.parse import quote

import pytest
from lxml import etree, html

from tests.make import make_article, make_author, make_image

pytestmark = pytest.mark.django_db


def asked(client, address, **parameters):
    return client.get("/oembed/", {"url": address, **parameters})


def whole(settings, article) -> str:
    return settings.SITE_URL + article.get_absolute_url()


def test_an_article_is_described(client, settings):
    authors = [make_author("Ada"), make_author("Ben")]
    article = make_article("On ships", published=True, filing={"authors": authors})
    response = asked(client, whole(settings, article))
    assert response["Content-Type"] == "application/json; charset=utf-8"
    found = json.loads(response.content)
    assert found["version"] == "1.0"
    assert found["type"] == "rich"
    assert found["title"] == "On ships"
    assert found["author_name"] == "Ada, Ben"
    assert found["author_url"] == settings.SITE_URL + authors[0].get_absolute_url()
    assert found["provider_url"] == f"{settings.SITE_URL}/"
    assert (found["width"], found["height"]) == (600, 240)
    (link,) = html.fromstring(found["html"]).iter("a")
    assert link.get("href") == whole(settings, article)


def test_xml_says_the_same(client, settings):
    address = whole(settings, make_article("Ships & <boats>\x07", published=True))
    response = asked(client, address, format="xml")
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    assert root.tag == "oembed"
    told = {member.tag: member.text for member in root}
    assert told["title"] == "Ships & <boats>"
    members = json.loads(asked(client, address).content)
    assert set(told) == set(members)


def test_a_headline_cannot_bring_markup_along(client, settings):
    article = make_article("<script>alert(1)</script>", published=True, standfirst='"<b>')
    found = json.loads(asked(client, whole(settings, article)).content)
    tree = html.fromstring(found["html"])
    assert tree.tag == "blockquote"
    assert {element.tag for element in tree.iter()} == {"blockquote", "p", "a"}
    assert "<script>alert(1)</script>" in tree.text_content()


def test_it_keeps_to_the_room_there_is(client, settings):
    picture = make_image()
    address = whole(settings, make_article(published=True, lead_image=picture))
    narrow = json.loads(asked(client, address, maxwidth=320, maxheight=100).content)
    assert (narrow["width"], narrow["height"]) == (320, 100)
    wide = json.loads(asked(client, address).content)
    assert wide["thumbnail_url"].startswith(settings.SITE_URL)
    for room in ({"maxwidth": 1}, {"maxheight": 1}):
        found = json.loads(asked(client, address, **room).content)
        assert not {name for name in found if name.startswith("thumbnail")}


@pytest.mark.parametrize(
    "change",
    [
        lambda address: address + "?utm_source=x",
        lambda address: address + "#corrections",
        lambda address: address.replace("http:", "https:"),
        lambda address: f" {address} ",
    ],
)
def test_the_address_may_be_written_in_several_ways(client, settings, change):
    address = whole(settings, make_article(published=True))
    assert asked(client, change(address)).status_code == 200


def test_an_address_it_once_had_leads_to_it(client, settings):
    article = make_article("On ships", published=True)
    old = whole(settings, article)
    article.set_slug("on-boats")
    found = json.loads(asked(client, old).content)
    assert whole(settings, article) in found["html"]


def test_what_readers_cannot_see_is_not_found(client, settings):
    gone = make_article(published=True)
    gone.withdraw("It was wrong.")
    assert asked(client, whole(settings, gone)).status_code == 404
    draft = make_article("Secret plans")
    assert asked(client, f"{settings.SITE_URL}/2026/11/14/secret-plans/").status_code == 404
    assert asked(client, f"{settings.SITE_URL}/preview/{draft.pk}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/2026/11/14/on-ships/",
        "https://elsewhere.example/2026/11/14/on-ships/",
        "http://[broken/",
        "javascript:alert(1)",
        "{here}/",
        "{here}/topics/",
        "{here}/nothing/at/all/",
        "{here}/2026/02/30/on-ships/",
        "{here}/2026/11/14/%00/",
        "{here}/2026/11/14/\0/",
        "{here}" + "/x" * 3000,
        "{here}@elsewhere.example/",
    ],
)
def test_what_is_no_article_of_ours_is_not_found(client, settings, address):
    address = address.replace("{here}", settings.SITE_URL)
    assert asked(client, address).status_code == 404


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"format": "yaml"}, 501),
        ({"format": ""}, 501),
        ({"maxwidth": "wide"}, 400),
        ({"maxwidth": "0"}, 400),
        ({"maxheight": "-1"}, 400),
        ({"maxheight": "1e9"}, 400),
        ({"maxwidth": "9" * 400}, 400),
        ({"maxwidth": "\0"}, 400),
        ({"maxwidth": "٣"}, 400),
    ],
)
def test_senseless_parameters_are_answered_as_the_rules_say(client, settings, parameters, status):
    address = whole(settings, make_article(published=True))
    assert asked(client, address, **parameters).status_code == status


def test_without_an_address_there_is_nothing_to_say(client):
    assert client.get("/oembed/").status_code == 400
    assert client.post("/oembed/").status_code == 405


def test_the_page_of_an_article_leads_to_it(client, settings):
    article = make_article(published=True)
    address = quote(whole(settings, article), safe="")
    page = client.get(article.get_absolute_url()).text
    for kind, form in (("application/json+oembed", ""), ("text/xml+oembed", "&amp;format=xml")):
        link = f'type="{kind}" href="{settings.SITE_URL}/oembed/?url={address}{form}">'
        assert link in page


def test_it_costs_little(client, settings, django_assert_max_num_queries):
    address = whole(settings, make_article(published=True, lead_image=make_image()))
    with django_assert_max_num_queries(4):
        asked(client, address)
