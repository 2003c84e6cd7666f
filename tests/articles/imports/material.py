"""Manuscripts of our own, and how to write a Word document without Word."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from articles.imports import Kind, Manuscript

HARBOUR = (Path(__file__).parent / "samples" / "harbour.txt").read_text(encoding="utf-8")

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats"
TYPES = f"""<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="{OFFICE}-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="{OFFICE}-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
ROOT = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>"""
STYLES = f"""<w:styles {NS}>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NS}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def p(text: str, style: str = "", *, bullet: int | None = None, more: str = "") -> str:
    """A paragraph of Word's. bullet: its depth in the list. more: runs after the text."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if bullet is not None:
        properties += f'<w:numPr><w:ilvl w:val="{bullet}"/><w:numId w:val="1"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{more}</w:p>"


def note_call(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def drawing(relation: str, alt: str = "") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" '
        f'descr="{alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def docx(
    *paragraphs: str,
    notes: Iterable[str] = (),
    picture: bytes = b"",
    parts: dict[str, Any] | None = None,
) -> bytes:
    """A Word document. notes: footnotes from 1. parts: further parts, or None to leave one out."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{REL}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering", "footnotes")
    )
    relations += f'<Relationship Id="rPic" Type="{REL}/image" Target="media/picture.png"/>'
    written = "".join(
        f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    text = "".join(paragraphs)
    files: dict[str, Any] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/document.xml": f"<w:document {NS}><w:body>{text}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": f"<w:footnotes {NS}>{written}</w:footnotes>",
        "word/media/picture.png": picture or None,
        **(parts or {}),
    }
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as opened:
        for name, data in files.items():
            if data is not None:
                opened.writestr(name, data)
    return archive.getvalue()


def kinds(manuscript: Manuscript) -> list[str]:
    return [piece.kind.value for piece in manuscript.pieces]


def texts(manuscript: Manuscript, kind: Kind) -> list[str]:
    return [piece.text for piece in manuscript.pieces if piece.kind is kind]


def blocks(manuscript: Manuscript) -> list[dict[str, Any]]:
    return list(manuscript.body().dump().get("content", []))


def letters(text: str) -> str:
    """Letters and digits alone: what no reading may lose."""
    return "".join(re.findall(r"[^\W_]", text))
