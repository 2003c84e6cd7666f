"""Footnotes: a number that leads to a note which leads back, however a program writes it.

Word: href="#_ftn1" name="_ftnref1"; Google Docs: "#ftnt1"; LibreOffice: "#sdfootnote1sym"; Markdown
and mammoth: "#fn1", "#footnote-1". All have the two links in common.
"""

import re

import lxml.html

from ....body.inline import Footnote, FootnoteAttrs
from .marks import link_to
from .parsing import Element

MARKER = "manuscript-footnote"
SIGN = re.compile(r"^[\[(]?\s*(?:\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡§]{1,3})\s*[\])]?$", re.IGNORECASE)
LEADING_SIGN = re.compile(r"^\s*[\[(]?\s*(?:\d{1,3}|[ivxlc]{1,5}|[*†‡§]{1,3})\s*[\]).:]?\s+")
BLOCKS = {"p", "li", "div", "dd", "aside"}
LONGEST_NOTE = 2000


def lift_footnotes(tree: Element) -> list[Footnote]:
    """Takes the notes out of the tree; where each was called stands <manuscript-footnote n="…">."""
    named = places(tree)
    notes: list[Footnote] = []
    used: list[tuple[Element, Element]] = []
    for anchor in list(tree.iter("a")):
        target = named.get((anchor.get("href") or "").removeprefix("#"))
        if target is None or not is_reference(anchor):
            continue
        block = block_of(target, anchor)
        back = back_link(block, anchor) if block is not None else None
        if block is None or back is None or not (note := note_in(block, back)):
            continue
        put_marker(anchor, len(notes))
        notes.append(note)
        used.append((block, back))
    for block, _ in used:
        take_out(block, tree)
    return notes


def places(tree: Element) -> dict[str, Element]:
    """Everything that a link inside the document may lead to."""
    found: dict[str, Element] = {}
    for element in tree.iter():
        for name in ("id", "name"):
            if isinstance(element.tag, str) and (value := element.get(name)):
                found.setdefault(value, element)
    return found


def is_reference(anchor: Element) -> bool:
    href = anchor.get("href") or ""
    return href.startswith("#") and bool(SIGN.match(anchor.text_content().strip()))


def block_of(target: Element, anchor: Element) -> Element | None:
    """The note itself: the outermost block that the target opens, but never one with the call."""
    block = target
    while block.tag not in BLOCKS:
        block = block.getparent()
        if block is None:
            return None
    parent = block.getparent()
    while parent is not None and parent.tag in {"div", "li"} and is_alone(block):
        block, parent = parent, parent.getparent()
    inside = anchor in block.iter("a")
    return None if inside else block


def is_alone(block: Element) -> bool:
    parent = block.getparent()
    return len(parent) == 1 and not (parent.text or "").strip() and not (block.tail or "").strip()


def back_link(block: Element, anchor: Element) -> Element | None:
    names = {anchor.get("id"), anchor.get("name")}
    for around in anchor.iterancestors():
        names |= {around.get("id")}
        if around.tag in BLOCKS:
            break
    names |= {value for inner in anchor.iter() for value in (inner.get("id"), inner.get("name"))}
    back = (f"#{name}" for name in names if name)
    wanted = set(back)
    return next((link for link in block.iter("a") if link.get("href") in wanted), None)


def note_in(block: Element, back: Element) -> Footnote | None:
    """The note's words and, where there is one, the address of its source."""
    words: list[str] = []
    links: list[str] = []
    gather(block, back, words, links)
    text = LEADING_SIGN.sub("", " ".join("".join(words).split()))
    url = links[0] if len(links) == 1 and links[0].startswith("http") else ""
    more = [link for link in links if link != url and link not in text]
    text = " ".join([text or url, *more])
    if not text or len(text) > LONGEST_NOTE:
        return None
    return Footnote(attrs=FootnoteAttrs(text=text, url=url))


def gather(element: Element, back: Element, words: list[str], links: list[str]) -> None:
    if isinstance(element.tag, str) and element is not back:
        if element.tag == "a" and (mark := link_to(element.get("href") or "")):
            links.append(mark.attrs.href)
        words.append(" " if element.tag in {"p", "br", "li"} else "")
        words.append(element.text or "")
        for child in element:
            gather(child, back, words, links)
            words.append(child.tail or "")


def put_marker(anchor: Element, number: int) -> None:
    around = anchor.getparent()
    alone = around is not None and around.tag == "sup" and is_alone(anchor)
    replaced = around if alone else anchor
    marker = lxml.html.Element(MARKER, n=str(number))
    marker.tail = replaced.tail
    replaced.getparent().replace(replaced, marker)


def take_out(block: Element, tree: Element) -> None:
    parent = block.getparent()
    if parent is None:  # a second call of the same note has taken it out before
        return
    if (block.tail or "").strip():
        lead = block.getprevious()
        if lead is None:
            parent.text = (parent.text or "") + block.tail
        else:
            lead.tail = (lead.tail or "") + block.tail
    parent.remove(block)
    empty = not len(parent) and not (parent.text or "").strip()
    if empty and parent is not tree and parent.getparent() is not None:
        take_out(parent, tree)
