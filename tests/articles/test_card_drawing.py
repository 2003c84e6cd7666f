"""What stands on a social card: letters, lines, colours, a picture."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pixels

from articles.cards import PICTURE, Card, Unwritable
from articles.cards.card import BOTTOM, HEADLINE, LEFT, LINES, RIGHT, SIZES, TINTS, TOP
from articles.cards.face import CUT

LONG = "Parliament’s auditors have asked, for the third year, who owns the data of the drone wall "
CHARS = st.characters(min_codepoint=32, max_codepoint=0x17E)


def opened(png: bytes) -> Pixels.Image:
    return Pixels.open(BytesIO(png)).convert("RGB")


def photograph(noise: int) -> bytes:
    data = BytesIO()
    pixels = Pixels.effect_noise((960, 600), noise).convert("RGB")
    pixels.save(data, "JPEG", quality=85)
    return data.getvalue()


def test_it_has_the_size_that_others_ask_for_and_the_colour_of_its_desk() -> None:
    card = opened(Card("Nobody owns the bottom of the Baltic", "Datum", "Naval", "naval").png())

    assert card.size == (1200, 630)
    assert {colour for _, colour in card.getcolors(256) or []} >= {rgb(TINTS["naval"])}
    assert card.getpixel((0, 0)) == (255, 255, 255)


def test_without_a_desk_nothing_is_in_colour() -> None:
    card = opened(Card("Nobody owns the bottom of the Baltic", "Datum").png())

    assert not {colour for _, colour in card.getcolors(256) or []} & set(map(rgb, TINTS.values()))


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@pytest.mark.parametrize(
    "headline",
    [
        "Erdoğan’ın İstanbul’daki fırkateyn töreni: ŞİMŞEK, ÇELİKKUBBE ve ığdır üssü",
        "Żółw, źrebię i łódź: Wiśniewska o tym, jak Gdańsk świętował pięć łodzi",
        "Příliš žluťoučký kůň: Škoda a Țepeș",
    ],
)
def test_the_letters_of_our_neighbours_are_whole(headline: str) -> None:
    assert len(Card(headline, "Datum", "Land", "land").png()) > 10_000


def test_letters_that_come_in_pieces_are_put_together() -> None:
    assert Card("Erdog\u0306an", "Datum").png() == Card("Erdoğan", "Datum").png()


@pytest.mark.parametrize("text", ["Россия", "日本", "A 🚢 sails"])
def test_what_our_faces_lack_is_refused_rather_than_drawn_as_boxes(text: str) -> None:
    with pytest.raises(Unwritable):
        Card(text, "Datum").png()


@pytest.mark.parametrize(
    ("headline", "lines"),
    [("Lost contact", 1), ("Nobody owns the bottom of the Baltic", 2), (LONG, 4), (LONG * 4, 4)],
)
def test_a_headline_stands_in_few_lines_of_about_one_length(headline: str, lines: int) -> None:
    setting = Card(headline, "Datum", "Naval").set_in(RIGHT - LEFT)
    widths = [HEADLINE.width(line, setting.size) for line in setting.lines]

    assert len(setting.lines) == lines
    assert max(widths) <= RIGHT - LEFT
    assert min(widths) > max(widths) / 2


def test_a_headline_too_long_for_any_size_ends_at_a_word() -> None:
    setting = Card(LONG * 4, "Datum", "Naval").set_in(RIGHT - LEFT)

    assert setting.size == SIZES[-1]
    assert setting.lines[-1].endswith(CUT)
    assert " ".join(setting.lines).removesuffix(CUT).split(" ")[-1] in LONG.split(" ")


def test_a_designation_is_not_broken() -> None:
    setting = Card("The F-35B and the S-400 " * 3, "Datum").set_in(400)

    assert not any(line.endswith("-") for line in setting.lines)


@settings(max_examples=25)
@given(st.text(CHARS, min_size=1, max_size=300), st.text(CHARS, max_size=80))
def test_any_headline_stands_within_the_card(headline: str, desk: str) -> None:
    card = Card(headline, "Datum", desk)
    for width in (RIGHT - LEFT, RIGHT - LEFT - PICTURE[0]):
        setting = card.set_in(width)

        assert len(setting.lines) <= LINES
        assert TOP + len(setting.lines) * setting.size <= BOTTOM
        assert HEADLINE.widest(setting.lines, setting.size) <= width


@pytest.mark.parametrize("noise", [0, 8, 200])
def test_a_picture_has_its_place_as_long_as_the_file_stays_small(noise: int) -> None:
    alone = Card("Polish battalion declares its first company ready", "Datum", "Land").png()
    beside = Card(
        "Polish battalion declares its first company ready", "Datum", "Land", "", photograph(noise)
    ).png()

    assert len(beside) <= 60_000
    assert (beside == alone) is (noise == 200)


def test_a_long_headline_has_the_card_to_itself() -> None:
    alone = Card(LONG, "Datum", "Air").png()

    assert Card(LONG, "Datum", "Air", picture=photograph(0)).png() == alone
