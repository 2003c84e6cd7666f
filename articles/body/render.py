"""A body as HTML for a page, a feed or an e-mail: one small template per block and medium.

Ids made here hold two dashes together, which the anchor of a heading never does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from django.template import Context, Template
from django.template.loader import select_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .designations import unbroken
from .document import Body, Section, slug_of
from .inline import Footnote, HardBreak, InlineNode, LinkMark, Text
from .node import Block

Medium = Literal["web", "email", "feed"]


@dataclass(frozen=True, slots=True)
class References:
    """What ids in a body stand for. A missing one is left out of the page, never an error.

    images and articles by id, as the templates want them; base_url: put before this site's own
    paths where the text leaves the site ("https://example.org").
    """

    images: Mapping[int, Any] = field(default_factory=dict)
    articles: Mapping[int, Any] = field(default_factory=dict)
    base_url: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """notes: the footnotes in the order of their numbers."""

    html: SafeString
    notes: tuple[Footnote, ...]


def render_body(body: Body, medium: Medium, references: References = References()) -> Rendered:
    rendering = Rendering(medium, references)
    html = rendering.sections(body.sections)
    return Rendered(html, tuple(rendering.notes))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block can be linked to. name: "table", "table 2"; no other block goes by it."""

    anchor: str
    name: str


class Rendering:
    """One walk through a document. Footnotes and places are numbered as they are met."""

    def __init__(self, medium: Medium, references: References) -> None:
        self.medium = medium
        self.references = references
        self.notes: list[Footnote] = []
        self.met: Counter[str] = Counter()

    def sections(self, sections: Iterable[Section]) -> SafeString:
        return joined(self.section(section) for section in sections)

    def section(self, section: Section) -> SafeString:
        if section.heading is None:
            return self.blocks(section.blocks)
        heading = self.block(section.heading, anchor=section.anchor)
        inside = joined([heading, self.blocks(section.blocks), self.sections(section.sections)])
        if self.medium != "web":
            return inside
        return format_html('<section id="{}">{}</section>', section.anchor, inside)

    def blocks(self, blocks: Iterable[Block]) -> SafeString:
        return joined(self.block(block) for block in blocks)

    def block(self, block: Block, anchor: str = "") -> SafeString:
        """anchor: the id of the section that a heading opens."""
        template = template_for(type(block).name(), self.medium)
        context = {
            "block": block,
            "anchor": anchor,
            "place": self.place(block),
            "rendering": self,
            "medium": self.medium,
            "references": self.references,
            "base_url": self.references.base_url,
        }
        return template.render(Context(context))

    def place(self, block: Block) -> Place | None:
        """By its own words, so that the address holds when something is put in above it."""
        handle = block.handle() if self.medium == "web" else None
        if handle is None:
            return None
        name = self.numbered(block.label, " ")
        words = slug_of(handle, 40) or self.met[block.label]
        return Place(self.numbered(f"{slug_of(block.label, 20)}--{words}", "--"), name)

    def numbered(self, name: str, before: str) -> str:
        self.met[name] += 1
        return f"{name}{before}{self.met[name]}" if self.met[name] > 1 else name

    def inline(self, nodes: Iterable[InlineNode]) -> SafeString:
        return joined(self.inline_node(node) for node in nodes)

    def inline_node(self, node: InlineNode) -> SafeString:
        match node:
            case Text():
                return self.marked(node)
            case HardBreak():
                return SafeString("<br>")
            case Footnote():
                return self.reference(node)

    def marked(self, text: Text) -> SafeString:
        html = format_html("{}", text.text) if self.medium == "feed" else unbroken(text.text)
        for mark in reversed(text.marks):
            if isinstance(mark, LinkMark):
                html = format_html('<a href="{}">{}</a>', self.address(mark.attrs.href), html)
            else:
                html = format_html("<{0}>{1}</{0}>", mark.tag, html)
        return html

    def address(self, href: str) -> str:
        return self.references.base_url + href if href.startswith("/") else href

    def reference(self, note: Footnote) -> SafeString:
        self.notes.append(note)
        number = len(self.notes)
        if self.medium != "web":
            return format_html("<sup>[{}]</sup>", number)
        return format_html(
            '<sup class="ref" id="ref--{0}">'
            '<a href="#note--{0}" aria-label="Note {0}">{0}</a></sup>',
            number,
        )


def joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


@cache
def template_for(name: str, medium: Medium) -> Template:
    """A feed reads the web's templates, save where a block has one of its own for feeds."""
    media = ("feed", "web") if medium == "feed" else (medium,)
    return select_template([f"articles/blocks/{name}/{each}.html" for each in media]).template
