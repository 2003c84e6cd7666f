"""Word documents (.docx), by way of mammoth's HTML."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import lxml.etree
import mammoth

from ..errors import ManuscriptError
from ..manuscript import Manuscript, Picture
from . import html

MOST_PARTS = 5_000
MOST_BYTES = 80 * 1024 * 1024
MOST_XML = 24 * 1024 * 1024
MOST_RATIO = 250
"""How much smaller a part may be packed; a page of one repeated letter reaches 1,000."""
BROKEN = "This Word document is damaged; open it in Word, save it again as .docx and send that."
TOO_LARGE = "This Word document unpacks to far more than it seems to be; paste its text instead."
PROTECTED = "This Word document is protected by a password; save it without one and send that."
DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
"""
ASIDES = (
    (re.compile(r"word/comments\.xml"), "A comment"),
    (re.compile(r"word/header\d*\.xml"), "The page header"),
    (re.compile(r"word/footer\d*\.xml"), "The page footer"),
)
IGNORED = re.compile(r"An unrecognised element was ignored: (?:\{[^}]*\})?([\w:]+)")


def read(data: bytes) -> Manuscript:
    """Raises ManuscriptError for a document that is broken, locked or a trap."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check(archive)
            asides = asides_of(archive)
        pictures: dict[str, Picture] = {}
        missing: list[str] = []
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=keeper(pictures, missing),
        )
    except ManuscriptError:
        raise
    except RecursionError as error:
        raise ManuscriptError("This Word document is nested too deeply to read.") from error
    except MemoryError as error:
        raise ManuscriptError(TOO_LARGE) from error
    except Exception as error:  # mammoth raises whatever a wrong file leads it to
        raise ManuscriptError(BROKEN) from error
    manuscript = html.read(result.value, pictures, may_be_empty=bool(asides))
    lost = [*missing, *asides, *left_out(result.messages)]
    return replace(manuscript, unplaced=(*manuscript.unplaced, *lost))


def check(archive: zipfile.ZipFile) -> None:
    """Looks at what the archive says of its parts, then at its XML, before anything is built."""
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ManuscriptError(PROTECTED)
    if not any(re.fullmatch(r"word/document\d*\.xml", part.filename) for part in parts):
        raise ManuscriptError(BROKEN)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise ManuscriptError(TOO_LARGE)
    xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if sum(part.file_size for part in xml) > MOST_XML:
        raise ManuscriptError(TOO_LARGE)
    if any(part.file_size > max(1, part.compress_size) * MOST_RATIO for part in parts):
        raise ManuscriptError(TOO_LARGE)
    for part in xml:
        # Word never writes these; what does is after the memory of whoever reads it.
        if any(word in archive.read(part) for word in DECLARATIONS):
            raise ManuscriptError(BROKEN)


def keeper(pictures: dict[str, Picture], missing: list[str]) -> Any:
    """Keeps each picture aside and leaves its name in the HTML."""

    def keep(image: Any) -> dict[str, str]:
        kind = re.sub(r"\W", "", (image.content_type or "").rpartition("/")[2]) or "bin"
        name = f"picture-{len(pictures) + 1}.{kind}"
        try:
            with image.open() as opened:
                pictures[name] = Picture(name, opened.read())
        except (KeyError, ValueError, OSError, zipfile.BadZipFile):  # linked, or not in the archive
            missing.append("A picture that is not inside the document: upload it to the library")
            return {"src": "", "width": "1"}
        return {"src": f"manuscript:{name}"}

    return mammoth.images.img_element(keep)


def asides_of(archive: zipfile.ZipFile) -> list[str]:
    """What stands beside the text, so that it is named and not lost."""
    found: dict[str, None] = {}
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for pattern, name in ASIDES:
        for part in archive.namelist():
            if not pattern.fullmatch(part):
                continue
            tree = lxml.etree.fromstring(archive.read(part), parser)
            kind = "{*}comment" if "comment" in name else "{*}p"
            for element in tree.iter(kind):
                text = " ".join("".join(element.itertext("{*}t")).split())
                if text:
                    found[f"{name}: {text[:200]}"] = None
    return list(found)


def left_out(messages: list[Any]) -> list[str]:
    found = (IGNORED.search(str(message.message)) for message in messages)
    names = dict.fromkeys(each[1] for each in found if each)
    return [f"Something in the Word document that cannot be read here ({name})" for name in names]
