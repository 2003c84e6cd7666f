"""What stands in a letter, and that it arrives as it was written."""

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html as lxml_html

from articles.models import Article, SiteSettings
from subscriptions.delivery.compose import as_html, as_text, slotted
from subscriptions.emails import LARGEST
from subscriptions.models import Mailing
from subscriptions.plain_text import wrapped
from tests.make import (
    make_article,
    make_author,
    make_desk,
    make_image,
    make_subscriber,
    make_topic,
)

from .bodies import every_block, long_body
from .conftest import SITE, Received, Sink

Work = Callable[[], None]


@pytest.fixture
def letter(db: None, sink: Sink, work: Work) -> Received:
    """One letter with everything in it."""
    SiteSettings.objects.create(pk=1, name="Datum", postal_address="1 Example Street, London")
    make_subscriber("kit@readers.example")
    image = make_image(caption="A ship", credit="The ministry")
    desk = make_desk("Naval", tint="naval")
    other = make_article("Jamming off Saaremaa", published=True)
    make_article(
        "Nobody owns the bottom & nobody minds",
        *every_block(image.pk, other.pk),
        publish={"announce": True},
        filing={
            "desk": desk,
            "authors": [make_author("Zeynep Aydoğdu"), make_author("Marta Wiśniewska")],
        },
        lead_image=image,
        key_points=("Seven hours, not two days.",),
    )
    work()
    return sink.received[-1]


def test_a_letter_holds_the_whole_article_in_both_parts(letter: Received) -> None:
    for part in (letter.part("plain"), lxml_html.fromstring(letter.part("html")).text_content()):
        for words in (
            "Nobody owns the bottom & nobody minds",
            "What happened, and why it matters.",
            "Zeynep Aydoğdu and Marta Wiśniewska",
            "Seven hours, not two days.",
            "Two repair ships",
            "One is in the yard",
            "We can see everything and stop nothing.",
            "harbour master",
            "It is a punishable offence",
            "The repair ship",
            "Faults by year",
            "112",
            "26 September 2022",
            "Jamming off Saaremaa",
            "Interview in Turku.",
            "1 Example Street, London",
            "You get this letter because you asked for every article",
        ):
            assert words in part, words


def test_every_address_in_a_letter_is_absolute(letter: Received) -> None:
    tree = lxml_html.fromstring(letter.part("html"))
    addresses = tree.xpath("//@href | //@src")
    assert f"{SITE}/about/" in addresses
    assert all(address.startswith("https://") for address in addresses)


def test_a_letters_pictures_are_jpegs_with_a_width_and_words(letter: Received) -> None:
    pictures = lxml_html.fromstring(letter.part("html")).xpath("//img")
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.get("src").startswith(f"{SITE}/media/img/")
        assert picture.get("src").endswith(".jpg")
        assert 0 < int(picture.get("width")) <= 536
        assert picture.get("alt") == "A grey ship at sea"


def test_a_letter_tracks_nobody(letter: Received) -> None:
    source = letter.part("html")
    assert "<script" not in source
    assert letter.recipient not in source
    assert source.count("kit") == 0


def test_a_letters_styles_are_inline_and_its_dark_rules_stay(letter: Received) -> None:
    source = letter.part("html")
    assert "prefers-color-scheme: dark" in source
    tree = lxml_html.fromstring(source)
    (headline,) = tree.xpath("//h1")
    assert "font-size: 38px" in headline.get("style")
    (tick,) = tree.xpath("//td[contains(@class, 'tick-naval')]")
    assert "#0c6b6b" in tick.get("style")


def test_no_line_of_a_plain_letter_is_longer_than_it_must_be(letter: Received) -> None:
    for line in letter.part("plain").splitlines():
        assert len(line) <= 78 or "https://" in line


def test_no_line_of_a_message_is_longer_than_a_mail_server_takes(letter: Received) -> None:
    assert max(len(line) for line in letter.raw.split(b"\r\n")) <= 200
    assert letter.raw.isascii()


@pytest.mark.django_db
def test_an_article_too_long_for_gmail_is_cut_after_a_block(sink: Sink, work: Work) -> None:
    make_subscriber()
    article = make_article()
    content = replace(article.shown.content, body=long_body(260))
    article.revise(content, None, article.draft_id)
    article.publish(None, announce=True)
    work()
    (letter,) = sink.received
    source = letter.part("html")
    assert LARGEST * 0.9 < len(source.encode()) < 102_000
    assert "Read the rest on the site" in source
    assert "Stop all letters" in source
    assert "260. The patrol" not in source
    assert "260. The patrol" in letter.part("plain")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ("everything", "because you asked for every article"),
        ("desk", "because you follow the Air &amp; <Space> desk"),
        ("topic", "because you follow the topic S-400"),
        ("author", "because you follow Marta Wiśniewska"),
    ],
)
def test_a_letter_says_why_it_came(sink: Sink, work: Work, wish: str, reason: str) -> None:
    filed = {
        "desk": make_desk("Air &amp; <Space>", slug="air"),
        "topic": make_topic("S-400"),
        "author": make_author("Marta Wiśniewska"),
    }
    what = {} if wish == "everything" else {wish: filed[wish]}
    make_subscriber(subscriptions=[{"kind": wish, **what}])
    make_article(
        publish={"announce": True},
        filing={
            "desk": filed["desk"],
            "topics": [filed["topic"]],
            "authors": [filed["author"]],
        },
    )
    work()
    (letter,) = sink.received
    assert reason in letter.part("plain")
    assert reason in " ".join(lxml_html.fromstring(letter.part("html")).text_content().split())


@pytest.mark.django_db
def test_a_headline_of_any_letters_is_a_subject(sink: Sink, work: Work) -> None:
    headline = "“Çanakkale”: S-400’ler, 1915’ten bugüne – ve ötesi; 日本の護衛艦 " + "x" * 120
    make_subscriber()
    make_article(headline, publish={"announce": True})
    work()
    (letter,) = sink.received
    assert letter.message["Subject"] == headline.strip()
    assert max(len(line) for line in letter.raw.split(b"\r\n\r\n")[0].split(b"\r\n")) < 200


@pytest.mark.django_db
def test_a_picture_and_an_article_that_are_gone_leave_a_gap(sink: Sink, work: Work) -> None:
    make_subscriber()
    image = make_image()
    other = make_article("The other one", published=True)
    make_article("Still here", *every_block(image.pk, other.pk), publish={"announce": True})
    image.renditions.all().delete()
    other.withdraw("Wrong.")
    work()
    (letter,) = sink.received
    assert "<img" not in letter.part("html")
    for part in ("plain", "html"):
        assert "The other one" not in letter.part(part)
    assert Mailing.objects.count() == 1
    assert Article.objects.count() == 2


# Slots


MARKS = {"link": "slotaaaaaaaaaaaa", "why": "slotbbbbbbbbbbbb"}
words = some.text(some.characters(exclude_categories=["Cs", "Cc"], include_characters="\n =.&<"))


@given(words, words, words, words)
def test_a_slot_takes_any_words_and_the_rest_arrives_unchanged(
    before: str, between: str, after: str, why: str
) -> None:
    text = f"{before}{MARKS['link']}{between}{MARKS['why']}{after}"
    values = {"link": "https://datum.example/unsubscribe/1.ab-c_d=/", "why": why}
    for write in (as_text, as_html):
        pieces = slotted(text, MARKS, write)
        body = b"".join(
            piece if isinstance(piece, bytes) else piece.write(values[piece.name])
            for piece in pieces
        )
        head = (
            b"Content-Type: text/plain; charset=utf-8\r\n"
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        )
        assert all(len(line) <= 76 for line in body.split(b"\r\n"))
        message = message_from_bytes(head + body, policy=policy.default)
        escape = (lambda s: s) if write is as_text else escaped_by_html
        expected = f"{before}{escape(values['link'])}{between}{escape(why)}{after}"
        payload = message.get_payload(decode=True)
        assert isinstance(payload, bytes)
        assert payload.decode().replace("\r\n", "\n") == expected


def escaped_by_html(text: str) -> str:
    for letter, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("'", "&#x27;"),
        ('"', "&quot;"),
    ):
        text = text.replace(letter, entity)
    return text


def test_a_letter_without_a_place_for_the_way_out_is_never_sent() -> None:
    with pytest.raises(ValueError, match="no place for: link"):
        list(slotted(f"You get this because you {MARKS['why']}.", MARKS, as_text))


# Plain text


def test_plain_text_hangs_under_its_signs_and_keeps_addresses_whole() -> None:
    address = "https://datum.example/" + "long-" * 20
    text = wrapped(f"– {'word ' * 20}\n  12. {'word ' * 20}\n> {'word ' * 20}\n{address}")
    lines = text.split("\n")
    assert lines[1].startswith("  word")
    assert any(line.startswith("      word") for line in lines)
    assert sum(line.startswith("> word") for line in lines) == 2
    assert address in lines


def test_a_line_break_in_the_sites_name_begins_no_other_header(
    db: None, sink: Sink, work: Work
) -> None:
    SiteSettings.objects.create(pk=1, name="Datum\r\nBcc: eve@readers.example")
    make_subscriber("kit@readers.example")
    make_subscriber("new@readers.example", confirmed=False)
    make_article("One\nheadline\x1b", publish={"announce": True})

    work()

    assert len(sink.received) == 2
    for letter in sink.received:
        assert letter.message["Bcc"] is None
        assert letter.message["From"].startswith('"Datum Bcc: eve@readers.example"')
