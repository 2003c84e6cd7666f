"""What a picture says of itself, read once before all of it is thrown away."""

import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageFile, IptcImagePlugin

from .xmp import Properties, read_xmp

UNREADABLE = (
    OSError, SyntaxError, struct.error, ValueError, TypeError, LookupError, ArithmeticError,
    EOFError, AttributeError, NotImplementedError,
)  # fmt: skip
"""What Pillow raises for files that are not what they claim to be. Its message is of no use."""

EXIF_IFD, GPS_IFD = 0x8769, 0x8825


@dataclass(frozen=True, slots=True)
class Trace:
    """What an editor is told, and where it stands: EXIF tags, XMP properties, IPTC numbers."""

    name: str
    exif: frozenset[int] = frozenset()
    xmp: frozenset[str] = frozenset()
    iptc: frozenset[int] = frozenset()


def trace(name: str, exif: Iterable[int] = (), xmp: str = "", iptc: Iterable[int] = ()) -> Trace:
    return Trace(name, frozenset(exif), frozenset(xmp.split()), frozenset(iptc))


TRACES = (
    trace(
        "serial number",
        [0xA431, 0xA435, 0xC62F],
        "aux:SerialNumber aux:LensSerialNumber exifEX:BodySerialNumber exifEX:LensSerialNumber",
    ),
    trace("owner name", [0xA430, 0x9C9D, 0x013C], "aux:OwnerName exifEX:CameraOwnerName"),
    trace(
        "date and time",
        [0x0132, 0x9003, 0x9004],
        "photoshop:DateCreated xmp:CreateDate xmp:ModifyDate exif:DateTimeOriginal",
        [55, 60],
    ),
    trace("time zone", [0x9010, 0x9011, 0x9012, 0x882A]),
    trace(
        "place name",
        xmp="photoshop:City photoshop:State photoshop:Country Iptc4xmpCore:Location "
        "Iptc4xmpCore:CountryCode Iptc4xmpExt:LocationCreated Iptc4xmpExt:LocationShown",
        iptc=[26, 90, 92, 95, 100, 101],
    ),
    trace(
        "names of people shown",
        xmp="Iptc4xmpExt:PersonInImage Iptc4xmpExt:PersonInImageWDetails mwg-rs:Regions",
    ),
    trace("contact details", xmp="Iptc4xmpCore:CreatorContactInfo", iptc=[118]),
    trace("camera", [0x010F, 0x0110, 0xA433, 0xA434], "tiff:Make tiff:Model aux:Lens"),
    trace("maker’s notes", [0x927C]),
    trace("software", [0x0131], "xmp:CreatorTool", [65]),
    trace(
        "editing history",
        xmp="xmpMM:History xmpMM:DerivedFrom xmpMM:DocumentID xmpMM:InstanceID "
        "xmpMM:OriginalDocumentID",
    ),
    trace("comments", [0x9286, 0x9C9C], iptc=[40]),
    trace("keywords", [0x9C9E], "dc:subject", [25]),
)

# Written by cameras into every picture.
IDLE_CAPTIONS = re.compile(
    r"^(OLYMPUS DIGITAL CAMERA|SONY DSC|DCIM.*|KODAK Digital.*|SAMSUNG|MINOLTA.*|DSC\w*|"
    r"Screenshot|charset=.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """removed: names of what the file held and the site does not keep, for the editor."""

    title: str
    caption: str
    credit: str
    licence: str
    removed: list[str]


def read_metadata(picture: ImageFile.ImageFile) -> Metadata:
    """To be called when the picture is loaded: some of it may stand at the end of the file."""
    exif, gps = read_exif(picture)
    xmp = read_xmp(picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp"))
    iptc: dict[int, str] = attempt(lambda: read_iptc(picture), {})
    rights = first(xmp, iptc, exif, "dc:rights", 116, 0x8298)
    caption = first(xmp, iptc, exif, "dc:description", 120, 0x010E)
    return Metadata(
        title=clean(first(xmp, iptc, exif, "photoshop:Headline", 105) or one(xmp, "dc:title"), 200),
        caption="" if IDLE_CAPTIONS.match(caption.strip()) else clean(caption, 1000),
        credit=clean(credit(xmp, iptc, exif) or rights, 200),
        licence=clean(
            one(xmp, "xmpRights:UsageTerms", "cc:license", "xmpRights:WebStatement") or rights, 200
        ),
        removed=traces(picture, exif, gps, xmp, iptc),
    )


def attempt(read: Callable[[], Any], otherwise: Any) -> Any:
    try:
        return read()
    except UNREADABLE:
        return otherwise


def read_exif(picture: ImageFile.ImageFile) -> tuple[dict[int, Any], bool]:
    """The tags of the picture and of the shot in one, and whether a position is given."""
    exif = attempt(picture.getexif, Image.Exif())
    tags = attempt(lambda: dict(exif), {})
    tags |= attempt(lambda: dict(exif.get_ifd(EXIF_IFD)), {})
    return tags, bool(attempt(lambda: dict(exif.get_ifd(GPS_IFD)), {}))


def read_iptc(picture: ImageFile.ImageFile) -> dict[int, str]:
    """Record 2 of the IPTC block: the first value of each number."""
    blocks = IptcImagePlugin.getiptcinfo(picture) or {}
    encoding = "utf-8" if blocks.get((1, 90)) == b"\x1b%G" else "latin-1"
    texts: dict[int, str] = {}
    for (record, number), value in blocks.items():
        raw = value[0] if isinstance(value, list) else value
        if record == 2 and raw:
            texts[number] = raw.decode(encoding, "replace")
    return texts


def credit(xmp: Properties, iptc: dict[int, str], exif: dict[int, Any]) -> str:
    """ "Photographer / agency", the one alone where the other is missing or says it already."""
    person = first(xmp, iptc, exif, "dc:creator", 80, 0x013B).strip()
    agency = first(xmp, iptc, exif, "photoshop:Credit", 110).strip()
    if person.casefold() in agency.casefold():
        return agency
    return (
        f"{person} / {agency}" if agency and agency.casefold() not in person.casefold() else person
    )


def first(
    xmp: Properties,
    iptc: dict[int, str],
    exif: dict[int, Any],
    name: str,
    number: int,
    tag: int | None = None,
) -> str:
    """One fact that may stand in three places; the newest standard is believed first."""
    value = exif.get(tag) if tag else None
    return one(xmp, name) or iptc.get(number, "") or (as_text(value) if value else "")


def one(xmp: Properties, *names: str) -> str:
    return next((xmp[name][0] for name in names if xmp.get(name)), "")


def as_text(value: Any) -> str:
    if isinstance(value, tuple) and value:
        value = value[0]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    try:  # EXIF says ASCII and cameras write UTF-8; Pillow reads it as Latin-1.
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def clean(text: str, length: int) -> str:
    """On one line, and nothing that the database cannot keep."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:length]


def traces(
    picture: ImageFile.ImageFile,
    exif: dict[int, Any],
    gps: bool,
    xmp: Properties,
    iptc: dict[int, str],
) -> list[str]:
    found = ["position"] if gps or any(name.startswith("exif:GPS") for name in xmp) else []
    found += [
        trace.name
        for trace in TRACES
        if trace.exif & exif.keys() or trace.xmp & xmp.keys() or trace.iptc & iptc.keys()
    ]
    if has_notes(picture) and "comments" not in found:
        found.append("comments")
    return found


def has_notes(picture: ImageFile.ImageFile) -> bool:
    """A JPEG's comment, or a PNG's texts beside the XMP and EXIF that are read above."""
    texts: Iterable[str] = getattr(picture, "text", {})
    notes = [key for key in texts if not key.startswith(("XML:com.adobe.xmp", "Raw profile"))]
    return bool(picture.info.get("comment") or notes)
