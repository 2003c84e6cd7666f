"""From a file or a paste to a manuscript: which format it is, and what cannot be taken."""

import re
from collections.abc import Callable
from dataclasses import replace

from .. import imaging
from . import guesses
from .decoding import NOT_TEXT, decode, tidy
from .errors import ManuscriptError
from .formats import html, markdown, plain_text, word
from .manuscript import Inference, Manuscript
from .piece import Kind

LARGEST = 20 * 1024 * 1024
LONGEST_TEXT = 1_200_000
"""Characters; an article holds a million."""
TOO_LONG = "This text is too long for one article; split it."
SAVE_AS_DOCX = "save it as .docx or .txt and send that, or paste its text."
EMPTY = "This manuscript is empty; there is nothing to read in it."
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"This is a PDF, which keeps no paragraphs; {SAVE_AS_DOCX}"),
    (b"{\\rtf", f"This is an RTF document; {SAVE_AS_DOCX}"),
    (b"\x89PNG", "This is a picture; upload it under Pictures."),
    (b"\xff\xd8\xff", "This is a picture; upload it under Pictures."),
    (b"GIF8", "This is a picture; upload it under Pictures."),
    (b"\x1f\x8b", f"This is a packed archive; unpack it, then {SAVE_AS_DOCX}"),
    (b"Rar!", f"This is a packed archive; unpack it, then {SAVE_AS_DOCX}"),
    (b"7z\xbc\xaf", f"This is a packed archive; unpack it, then {SAVE_AS_DOCX}"),
    (b"\x7fELF", NOT_TEXT),
    (b"MZ\x90", NOT_TEXT),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
HTML_FILES, MARKDOWN_FILES = (".html", ".htm", ".xhtml"), (".md", ".markdown", ".mdown")
ELEMENT = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|br|span|html|body|blockquote|figure)(?:\s[^<>]*)?/?>"
    r"|<!-- wp:",
    re.IGNORECASE,
)
CHARSET = re.compile(
    rb"<meta[^>]+charset=[\"']?\s*"
    rb"(utf-8|us-ascii|windows-\d+|cp\d+|iso-8859-\d+|macintosh|koi8-[ru])\b",
    re.IGNORECASE,
)


def read_manuscript(data: bytes, filename: str, *, headline: str = "") -> Manuscript:
    """Reads a file. headline: when it is known already, none is looked for in the text.

    Raises ManuscriptError with one sentence when the file cannot be taken.
    """
    if len(data) > LARGEST:
        raise ManuscriptError(too_large(len(data)))
    if not data.strip():
        raise ManuscriptError(EMPTY)
    return finished(read_file(data, filename.lower()), headline)


def too_large(size: int) -> str:
    """size: in bytes."""
    return (
        f"This file is {size / 1024 / 1024:.0f} MB and the limit is 20 MB; "
        "take its pictures out and upload them under Pictures."
    )


def read_pasted(text: str, *, headline: str = "") -> Manuscript:
    """Reads pasted plain text, Markdown or HTML. Raises ManuscriptError."""
    if len(text) > LARGEST:
        raise ManuscriptError(TOO_LONG)
    return finished(read_text(tidy(text)), headline)


def finished(manuscript: Manuscript, headline: str) -> Manuscript:
    """With everything guessed, and known to fit into an article."""
    if not manuscript.pieces:
        raise ManuscriptError(EMPTY)
    manuscript = guesses.applied(with_usable_pictures(manuscript), headline)
    manuscript.body()
    return manuscript


def with_usable_pictures(manuscript: Manuscript) -> Manuscript:
    """Pictures of a kind that the library does not take are named, their captions kept."""
    pieces, unplaced = list(manuscript.pieces), list(manuscript.unplaced)
    for number, piece in enumerate(pieces):
        if piece.kind is not Kind.FIGURE:
            continue
        data = manuscript.images[piece.picture].data
        try:
            imaging.check(data[: imaging.HEAD_BYTES], len(data))
        except imaging.Refused as refusal:
            unplaced.append(f"The picture {piece.picture}. {refusal}")
            kind = Kind.PARAGRAPH if piece.lines else Kind.DROPPED
            pieces[number] = replace(piece, picture="").guessed(kind, str(refusal).rstrip("."))
    return replace(manuscript, pieces=tuple(pieces), unplaced=tuple(unplaced))


def read_file(data: bytes, name: str) -> Manuscript:
    if data.startswith(ZIP):
        return word.read(check_zip(data, name))
    if data.startswith(OLD_OFFICE):
        raise ManuscriptError(old_office(data))
    for signature, message in SIGNATURES:
        if data.startswith(signature):
            raise ManuscriptError(message)
    if name.endswith((".docx", ".docm")):
        raise ManuscriptError(word.BROKEN)
    reader = reader_for(name)
    text, guess, why = decode_html(data) if reader is html.read else decode(data)
    manuscript = reader(text)
    notes = (Inference(None, guess, why),) if guess else ()
    return replace(manuscript, notes=(*notes, *manuscript.notes))


def reader_for(name: str) -> Callable[[str], Manuscript]:
    if name.endswith(HTML_FILES):
        return html.read
    return markdown.read if name.endswith(MARKDOWN_FILES) else read_text


def read_text(text: str) -> Manuscript:
    """Text that does not say what it is: HTML and Markdown are known by their signs."""
    if not text.strip():
        raise ManuscriptError(EMPTY)
    if len(text) > LONGEST_TEXT and not text.lstrip().startswith("<"):
        raise ManuscriptError(TOO_LONG)
    if text.lstrip().startswith("<") and ELEMENT.search(text):
        return html.read(text)
    if markdown.looks_like_markdown(text):
        wrapped = plain_text.is_wrapped(text)
        return markdown.read(text if wrapped else markdown.one_paragraph_a_line(text))
    return plain_text.read(text)


def check_zip(data: bytes, name: str) -> bytes:
    """The data of a Word document; raises ManuscriptError for other things in a zip."""
    start = data[:200]
    if b"mimetypeapplication/vnd.oasis" in start:
        raise ManuscriptError(f"This is an OpenDocument file; {SAVE_AS_DOCX}")
    if b"mimetypeapplication/epub" in start:
        raise ManuscriptError(f"This is an e-book; {SAVE_AS_DOCX}")
    if b"word/" not in data and not name.endswith((".docx", ".docm")):
        raise ManuscriptError(f"This is no Word document; {SAVE_AS_DOCX}")
    return data


def old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return word.PROTECTED
    return f"This is a document of an old version of Word (.doc); {SAVE_AS_DOCX}"


def decode_html(data: bytes) -> tuple[str, str, str]:
    """A page may name its own encoding; otherwise it is read like any text."""
    found = CHARSET.search(data[:4096])
    if found and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return tidy(data.decode(found[1].decode("ascii"))), "", ""
        except (LookupError, UnicodeError):
            return decode(data)
    return decode(data)
