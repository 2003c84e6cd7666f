"""A walk through a page that leaves its paragraphs, lists, tables and pictures as pieces."""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from ....body.inline import Footnote, HardBreak, InlineNode, Mark, Text, plain
from ...manuscript import Picture
from ...piece import Kind, Line, Piece
from ...words import tidy, word_set
from . import lists, tables
from .footnotes import MARKER
from .marks import Marks, link_to, marks_within
from .parsing import Element

SILENT = {"script", "style", "head", "title", "meta", "link", "template", "noscript", "svg"}
SILENT |= {"input", "select", "textarea", "button"}
FRAMES = {"iframe", "object", "embed", "video", "audio"}
BLOCKS = word_set(
    "p div section article main header footer nav aside address body html center form fieldset "
    "details summary dl dt dd figcaption caption li thead tbody tfoot tr td th"
)
TITLES = {"msotitle", "title"}
STANDFIRSTS = {"msosubtitle", "subtitle", "standfirst"}
QUOTES = {"msoquote", "msointensequote", "quotations"}
CAPTIONS = {"msocaption", "caption", "wp-caption-text"}
DATA_IMAGE = re.compile(r"data:image/(png|jpeg|jpg|gif|webp|avif);base64,", re.IGNORECASE)
ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Reader:
    """pieces, unplaced and images are its result."""

    def __init__(self, images: Mapping[str, Picture], notes: list[Footnote]) -> None:
        self.images = dict(images)
        self.notes = notes
        self.pieces: list[Piece] = []
        self.unplaced: list[str] = []
        self.run: list[InlineNode] = []
        self.waiting: list[Piece] = []
        self.growing: Piece | None = None

    def read(self, element: Element, marks: Marks | None = None) -> None:
        self.inside(element, marks or {})
        self.end()

    def within(self, element: Element, marks: Marks) -> list[Piece]:
        """The pieces of one element, read apart. What it reports is reported here."""
        reader = Reader(self.images, self.notes)
        reader.read(element, marks)
        self.unplaced += reader.unplaced
        self.images = reader.images
        return reader.pieces

    def inside(self, element: Element, marks: Marks) -> None:
        self.text(element.text, marks)
        for child in element:
            self.node(child, marks)
            self.text(child.tail, marks)

    def node(self, element: Element, marks: Marks) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT:
            return
        if handler := HANDLERS.get(tag):
            handler(self, element, marks)
        elif tag in BLOCKS:
            self.block(element, marks)
        else:
            self.inside(element, marks_within(element, marks))

    # Words

    def text(self, text: str | None, marks: Marks) -> None:
        if text:
            self.run.append(Text(text=text, marks=tuple(marks.values())))

    def line_break(self, element: Element, marks: Marks) -> None:
        if plain(self.run[-1:]) == "\n":  # two breaks are the end of a paragraph
            self.end_paragraph()
        else:
            self.run.append(HardBreak())

    def footnote(self, element: Element, marks: Marks) -> None:
        self.run.append(self.notes[int(element.get("n"))])

    def link(self, element: Element, marks: Marks) -> None:
        href = element.get("href") or ""
        mark = link_to(href)
        inner: dict[str, Mark] = dict(marks_within(element, marks))
        if mark:
            inner["link"] = mark
        elif ADDRESS.match(href) or (href and not href.startswith("#")):
            words = " ".join(element.text_content().split())
            self.unplaced.append(f"The link of “{words[:80]}”, which leads to {href[:120]}")
        self.inside(element, inner)

    # Blocks

    def end(self, kind: Kind = Kind.PARAGRAPH, *, decided: bool = False, level: int = 0) -> None:
        """Makes a piece of the words gathered so far."""
        self.end_paragraph(kind, decided, level)
        self.pieces += self.waiting
        self.waiting = []

    def end_paragraph(
        self, kind: Kind = Kind.PARAGRAPH, decided: bool = False, level: int = 0
    ) -> None:
        words, self.run = tidy(self.run), []
        if words and (plain(words).strip() or any(isinstance(w, Footnote) for w in words)):
            self.add(plain(words), [Line(words)], kind=kind, decided=decided, level=level)

    def add(self, source: str, lines: Iterable[Line], **more: object) -> None:
        piece = Piece(source=source, lines=tuple(lines), apart=True)
        self.pieces.append(replace(piece, **more))  # type: ignore[arg-type]

    def block(self, element: Element, marks: Marks) -> None:
        self.end()
        classes = set((element.get("class") or "").lower().split())
        if entry := lists.word_entry(element):
            self.list_entry(entry.piece(self.within(element, marks)))
            return
        self.inside(element, marks_within(element, marks))
        kind = kind_of(classes)
        self.end(kind, decided=kind is not Kind.PARAGRAPH)
        if element.tag == "figcaption" or classes & CAPTIONS:
            self.caption()

    def list_entry(self, entry: Piece) -> None:
        """Word's entries follow each other as paragraphs; together they are a list."""
        grows = self.pieces and self.pieces[-1] is self.growing
        if grows and self.growing and (grown := lists.grown(self.growing, entry)):
            self.pieces[-1] = grown
        elif entry.lines:
            self.pieces.append(entry)
        self.growing = self.pieces[-1] if self.pieces else None

    def caption(self) -> None:
        """Words in the style of a caption, right under a picture, are its caption."""
        if len(self.pieces) > 1 and self.pieces[-2].picture and not self.pieces[-2].lines:
            self.pieces[-2:] = [with_caption(self.pieces[-2], self.pieces[-1:])]

    def heading(self, element: Element, marks: Marks) -> None:
        self.end()
        classes = set((element.get("class") or "").lower().split())
        level = int(element.tag[1])
        self.inside(element, marks_within(element, marks))
        kind = Kind.HEADLINE if classes & TITLES else Kind.HEADING2
        self.end(kind, decided=True, level=level)

    def list_block(self, element: Element, marks: Marks) -> None:
        self.end()
        lines, others = lists.entries(element, partial(self.within, marks=marks))
        if lines:
            kind = Kind.BULLET_LIST if lines[0].number is None else Kind.ORDERED_LIST
            source = "\n".join("  " * line.depth + (line.sign + line.text) for line in lines)
            self.add(source, lines, kind=kind, decided=True)
        self.pieces += others

    def table(self, element: Element, marks: Marks) -> None:
        self.end()
        if not tables.is_whole(element):
            self.inside(element, marks)
            self.end()
            return
        read = partial(self.within, marks=marks)
        self.pieces += tables.pieces_of(element, read, self.unplaced)

    def quotation(self, element: Element, marks: Marks, kind: Kind = Kind.BLOCK_QUOTE) -> None:
        self.end()
        speaker = taken_speaker(element)
        pieces = self.within(element, marks)
        lines = [line for piece in pieces for line in piece.lines]
        simple = all(piece.kind is Kind.PARAGRAPH for piece in pieces)
        if not lines or not simple or is_indent(element):
            self.pieces += pieces
            self.text(speaker, {})
            self.end()
            return
        if speaker:
            lines.append(Line((Text(text=speaker),), sign="— ", attribution=True))
        source = "\n".join(line.sign + line.text for line in lines)
        self.add(source, lines, kind=kind, decided=True, speaker=speaker[:500])

    def preformatted(self, element: Element, marks: Marks) -> None:
        self.end()
        for number, line in enumerate(element.text_content().strip("\n").split("\n")):
            self.run += [HardBreak()] if number else []
            self.text(line, marks)
        self.end()

    def figure(self, element: Element, marks: Marks) -> None:
        self.end()
        quotes = list(element.iter("blockquote"))
        if quotes and "pullquote" in (element.get("class") or ""):
            self.quotation(quotes[0], marks, Kind.PULL_QUOTE)
            return
        pieces = self.within(element, marks)
        caption = [p for p in pieces if p.kind is Kind.PARAGRAPH]
        holders = [p for p in pieces if p.picture or p.table]
        if len(holders) == 1 and len(holders) + len(caption) == len(pieces):
            pieces = [with_caption(holders[0], caption)]
        self.pieces += pieces

    def picture(self, element: Element, marks: Marks) -> None:
        source, alt = element.get("src") or "", " ".join((element.get("alt") or "").split())
        name = self.known_picture(source)
        if name:
            piece = Piece(f"[Picture: {name}]", (), kind=Kind.FIGURE, decided=True)
            self.waiting.append(replace(piece, picture=name, alt=alt))
        elif len(alt) <= 2 and "emoji" in (element.get("class") or ""):
            self.text(alt, marks)
        elif element.get("width") != "1":
            where = "" if source.startswith(("data:", "file:")) else f" at {source[:120]}"
            title = f"“{alt}”" if alt else "without a description"
            self.unplaced.append(f"A picture {title}{where}: upload it to the library")

    def known_picture(self, source: str) -> str:
        """Its name among the images of the manuscript; "" for a picture that is not inside it."""
        name = source.removeprefix("manuscript:")
        if name in self.images:
            return name
        found = DATA_IMAGE.match(source)
        if not found:
            return ""
        try:
            data = base64.b64decode(source[found.end() :], validate=False)
        except binascii.Error:
            return ""
        name = f"picture-{len(self.images) + 1}.{found[1].lower()}"
        self.images[name] = Picture(name, data)
        return name

    def frame(self, element: Element, marks: Marks) -> None:
        source = element.get("src") or element.get("data") or ""
        self.unplaced.append(f"Something embedded from elsewhere: {source[:200]}".rstrip(": "))

    def rule(self, element: Element, marks: Marks) -> None:
        self.end()


def kind_of(classes: set[str]) -> Kind:
    """What the name of a paragraph's style says."""
    if classes & TITLES:
        return Kind.HEADLINE
    if classes & STANDFIRSTS:
        return Kind.STANDFIRST
    return Kind.BLOCK_QUOTE if classes & QUOTES else Kind.PARAGRAPH


def with_caption(holder: Piece, caption: list[Piece]) -> Piece:
    lines = tuple(line for piece in caption for line in piece.lines)
    source = "\n".join([holder.source, *(piece.source for piece in caption)])
    if holder.table is None:
        return replace(holder, lines=lines, source=source)
    text = " ".join(line.text for line in lines).replace("\n", " ")
    attrs = holder.table.attrs.model_copy(update={"caption": text[:500]})
    table = holder.table.model_copy(update={"attrs": attrs})
    return replace(holder, table=table, lines=(*lines, *holder.lines), source=source)


def taken_speaker(quotation: Element) -> str:
    """The words of its <cite>, taken out of the quotation."""
    cite = next(quotation.iter("cite"), None)
    if cite is None:
        return ""
    speaker = " ".join(cite.text_content().split()).lstrip("—–- ")
    cite.drop_tree()
    return speaker


def is_indent(element: Element) -> bool:
    """Mail programs write an indented paragraph as a quotation without a border."""
    return "border:none" in (element.get("style") or "").lower().replace(" ", "")


Handler = Callable[[Reader, Element, Marks], None]
HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Reader.heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Reader.list_block),
    **dict.fromkeys(("pre", "listing", "xmp"), Reader.preformatted),
    **dict.fromkeys(FRAMES, Reader.frame),
    "br": Reader.line_break,
    "a": Reader.link,
    "table": Reader.table,
    "blockquote": Reader.quotation,
    "figure": Reader.figure,
    "img": Reader.picture,
    "hr": Reader.rule,
    MARKER: Reader.footnote,
}
