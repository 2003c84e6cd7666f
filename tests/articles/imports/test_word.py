from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from articles.imports import Kind, ManuscriptError, read_manuscript
from tests.make import make_file

from .material import blocks, docx, drawing, kinds, note_call, p


def test_a_word_document_is_read_with_its_styles_lists_and_notes() -> None:
    manuscript = read_manuscript(
        docx(
            p("Mines close the harbour", "Title"),
            p("The harbour is closed.", more=note_call(1)),
            p("What the pilots say", "Heading1"),
            p("No markers", bullet=0),
            p("since Tuesday", bullet=1),
            p("No lights", bullet=0),
            p("At night", "Heading2"),
            p("We will not guess.", "Quote"),
            notes=["Harbour office."],
        ),
        "story.docx",
    )

    assert manuscript.headline == "Mines close the harbour"
    assert kinds(manuscript)[1:] == [
        *("paragraph", "heading2", "bulletList", "heading3", "blockQuote"),
    ]
    assert blocks(manuscript)[0]["content"][-1]["attrs"]["text"] == "Harbour office."
    nested = blocks(manuscript)[2]["content"][0]["content"][1]
    assert nested["type"] == "orderedList"


def test_a_picture_is_kept_with_its_caption_and_alternative_text() -> None:
    manuscript = read_manuscript(
        docx(
            p("The harbour is closed."),
            p("", more=drawing("rPic", alt="A pier in ice")),
            p("The pier on Tuesday", "Caption"),
            picture=make_file(name="pier.png").read(),
        ),
        "story.docx",
    )

    figure = manuscript.pieces[1]
    assert (figure.kind, figure.alt, figure.text) == (
        Kind.FIGURE,
        "A pier in ice",
        "The pier on Tuesday",
    )
    assert blocks(manuscript)[1]["attrs"]["image"] == 1
    assert list(manuscript.images) == [figure.picture]


def test_a_picture_of_an_unusable_kind_is_named_and_its_caption_kept() -> None:
    manuscript = read_manuscript(
        docx(
            p("The harbour is closed."),
            p("", more=drawing("rPic")),
            p("The pier on Tuesday", "Caption"),
            picture=b"\x01\x00\x00\x00 not a picture at all",
        ),
        "story.docx",
    )

    assert kinds(manuscript) == ["paragraph", "paragraph"]
    assert "picture-1.png" in manuscript.unplaced[0]


def test_comments_and_page_headers_are_reported() -> None:
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="0"><w:p><w:r><w:t>Check the date</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    manuscript = read_manuscript(
        docx(p("The harbour is closed."), parts={"word/comments.xml": comments}), "story.docx"
    )

    assert manuscript.unplaced == ("A comment: Check the date",)


def bomb() -> bytes:
    return docx(p("x"), parts={"word/media/zeros.bin": b"\0" * 20_000_000})


def entities() -> bytes:
    text = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document/>'
    return docx(parts={"word/document.xml": text})


def other_zip() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "hello")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (docx(p("x"))[:400], "story.docx", "damaged"),
        (b"PK\x03\x04 nothing of the kind", "story.docx", "damaged"),
        (b"no zip at all", "story.docx", "damaged"),
        (docx(parts={"word/document.xml": None}), "story.docx", "damaged"),
        (docx(parts={"word/document.xml": "<w:document"}), "story.docx", "damaged"),
        (entities(), "story.docx", "damaged"),
        (bomb(), "story.docx", "unpacks to far more"),
        (other_zip(), "story.zip", "no Word document"),
        (
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "a.odt",
            "OpenDocument",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.doc", ".doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked.docx",
            "password",
        ),
        (b"%PDF-1.7 ...", "story.pdf", "PDF"),
        (b"{\\rtf1 hello}", "story.rtf", "RTF"),
        (b"\x89PNG\r\n\x1a\n....", "story.txt", "picture"),
        (bytes(range(256)) * 40, "story.txt", "not text"),
        (b"x" * (21 * 1024 * 1024), "story.txt", "limit is 20 MB"),
        (b"", "story.txt", "empty"),
        (b" \n\t\n", "story.docx", "empty"),
        (docx(p("")), "story.docx", "empty"),
        (b"word\n" * 3000, "story.txt", "2000 blocks"),
        (b"<div>" * 300 + b"x", "story.html", "nested too deeply"),
        (b"> " * 300 + b"x", "story.md", "nested too deeply"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_sentence(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ManuscriptError) as refused:
        read_manuscript(data, name)

    assert said in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
