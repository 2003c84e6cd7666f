import pytest

from articles.imports import read_manuscript

TURKISH = "Işık Şahin, Ağrı'da görüştü; İzmir'e döndü. Çağrı üzerine söz aldı."
FRENCH = "L’été où l’armée a déçu, façade et cœur compris : « déjà vu »."
ICELANDIC = "Þetta er það sem þau sögðu í gær, áður en vélin lenti á flugvellinum við ána."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TURKISH, "utf-8"),
        (TURKISH, "utf-8-sig"),
        (TURKISH, "utf-16"),
        (TURKISH, "utf-16-le"),
        (TURKISH, "utf-16-be"),
        (TURKISH, "cp1254"),
        (FRENCH, "cp1252"),
        (ICELANDIC, "cp1252"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert read_manuscript(text.encode(encoding), "story.txt").body().text() == text


@pytest.mark.parametrize(("encoding", "name"), [("cp1254", "1254"), ("utf-16-le", "UTF-16")])
def test_a_guessed_encoding_is_an_inference(encoding: str, name: str) -> None:
    first = read_manuscript(TURKISH.encode(encoding), "story.txt").inferences[0]

    assert first.block is None
    assert name in first.guess
    assert first.why


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\u2029"])
def test_every_kind_of_line_end_parts_lines(end: str) -> None:
    manuscript = read_manuscript(f"The port is closed.{end}It stays so.".encode(), "story.txt")

    assert len(manuscript.pieces) == 2


def test_signs_that_no_database_keeps_are_taken_out() -> None:
    text = "The \ufeffport\u200b is closed\x07 today. " + "It stays so. " * 20
    manuscript = read_manuscript(text.encode(), "a.txt")

    assert manuscript.body().text().startswith("The port is closed today")
