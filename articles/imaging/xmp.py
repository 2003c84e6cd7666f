"""XMP packets: what Adobe's and the press agencies' programs write into a picture."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MAX_XMP = 2 * 1024 * 1024

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://creativecommons.org/ns#": "cc",
}

Properties = dict[str, list[str]]
"""By qualified name ("photoshop:Credit"): the texts, the default language's first. A property
that only holds others has an empty list."""


def read_xmp(packet: Any) -> Properties:
    """Whatever can be read of it. A broken packet has no properties; it is never an error."""
    data = packet.encode() if isinstance(packet, str) else packet
    if not isinstance(data, bytes) or len(data) > MAX_XMP:
        return {}
    try:
        root = fromstring(data.strip(b"\x00 \t\r\n"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return {}
    found: Properties = {}
    for description in root.iter(f"{RDF}Description"):
        for name, values in properties(description):
            # The first speaks: a later Description of the same property is a stray.
            if not found.get(name):
                found[name] = values
    return found


def properties(description: Element) -> Iterator[tuple[str, list[str]]]:
    for tag, value in description.attrib.items():
        if name := qualified(tag):
            yield name, [value] if value.strip() else []
    for child in description:
        if name := qualified(child.tag):
            yield name, values_of(child)


def qualified(tag: Any) -> str:
    """ "photoshop:Credit", or "" for a namespace that is not ours to understand."""
    if not isinstance(tag, str) or not tag.startswith("{"):
        return ""
    space, _, name = tag[1:].partition("}")
    return f"{SPACES[space]}:{name}" if space in SPACES else ""


def values_of(element: Element) -> list[str]:
    items = [item for item in element.iter(f"{RDF}li") if text_of(item)]
    if items:
        items.sort(key=lambda item: item.get(LANG, "x-default") != "x-default")
        return [text_of(item) for item in items]
    if address := element.get(f"{RDF}resource"):
        return [address]
    return [text_of(element)] if text_of(element) else []


def text_of(element: Element) -> str:
    return (element.text or "").strip()
