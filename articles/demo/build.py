"""A little language for article bodies, so that the pieces read as prose in the source.

Within a line: *italic*, **bold**, ^superscript^, ~subscript~, [words](address),
[^a note] or [^a note | https://source] for a footnote, and " // " for a line break. An address
"piece:slug" leads to another piece of the demo; pictures and related pieces are named likewise
and become ids by `resolved`.
"""

import re
from collections.abc import Callable
from typing import Any

type Node = dict[str, Any]

TOKEN = re.compile(
    r"\[\^(?P<note>[^|\]]+?)(?:\s*\|\s*(?P<source>[^\]]+))?\]"
    r"|\[(?P<words>[^\]]+)\]\((?P<href>[^)]+)\)"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\^(?P<superscript>[^^\s]+)\^"
    r"|~(?P<subscript>[^~\s]+)~"
    r"|(?P<break> // )"
)


def line(source: str) -> list[Node]:
    """A line of the little language as inline nodes."""
    nodes: list[Node] = []
    end = 0
    for token in TOKEN.finditer(source):
        nodes += [text(source[end : token.start()])] if token.start() > end else []
        nodes.append(inline_node(token))
        end = token.end()
    return nodes + ([text(source[end:])] if end < len(source) else [])


def inline_node(token: re.Match[str]) -> Node:
    if token["note"]:
        return {"type": "footnote", "attrs": {"text": token["note"], "url": token["source"] or ""}}
    if token["words"]:
        return text(token["words"], {"type": "link", "attrs": {"href": token["href"]}})
    if token["break"]:
        return {"type": "hardBreak"}
    kind = token.lastgroup or ""
    return text(token[kind], {"type": kind})


def text(words: str, *marks: Node) -> Node:
    return {"type": "text", "text": words} | ({"marks": list(marks)} if marks else {})


def p(source: str) -> Node:
    return {"type": "paragraph", "content": line(source)}


def h2(words: str) -> Node:
    return {"type": "heading", "attrs": {"level": 2}, "content": [text(words)]}


def h3(words: str) -> Node:
    return {"type": "heading", "attrs": {"level": 3}, "content": [text(words)]}


def item(entry: str | tuple[str, Node]) -> Node:
    """An entry of a list: a line, or a line with a list under it."""
    words, *inner = (entry,) if isinstance(entry, str) else entry
    return {"type": "listItem", "content": [p(str(words)), *inner]}


def bullets(*entries: str | tuple[str, Node]) -> Node:
    return {"type": "bulletList", "content": [item(entry) for entry in entries]}


def numbers(*entries: str | tuple[str, Node]) -> Node:
    content = [item(entry) for entry in entries]
    return {"type": "orderedList", "attrs": {"start": 1}, "content": content}


def pull(words: str, speaker: str, role: str = "", date: str = "", source: str = "") -> Node:
    attrs = {"speaker": speaker, "role": role, "date": date, "source": source}
    return {"type": "pullQuote", "attrs": attrs, "content": line(words)}


def quote(speaker: str, *paragraphs: str, source: str = "") -> Node:
    content = [p(words) for words in paragraphs]
    return {
        "type": "blockQuote",
        "attrs": {"speaker": speaker, "source": source},
        "content": content,
    }


def figure(picture: str, caption: str = "") -> Node:
    return {"type": "figure", "attrs": {"image": picture}, "content": line(caption)}


def table(caption: str, source: str, head: str, *rows: str) -> Node:
    """Cells are parted by "|"; the first row is the head."""

    def row(cells: str, kind: str) -> Node:
        content = [{"type": kind, "content": [p(cell.strip())]} for cell in cells.split("|")]
        return {"type": "tableRow", "content": content}

    content = [row(head, "tableHeader"), *(row(cells, "tableCell") for cells in rows)]
    return {"type": "table", "attrs": {"caption": caption, "source": source}, "content": content}


def fact(
    term: str, value: str, unit: str = "", as_of: str = "", source: str = "", url: str = ""
) -> Node:
    attrs = {"term": term, "value": value, "unit": unit}
    attrs |= {"asOf": as_of, "source": source, "sourceUrl": url}
    return {"type": "factRow", "attrs": attrs}


def facts(title: str, *rows: Node) -> Node:
    return {"type": "factBox", "attrs": {"title": title}, "content": list(rows)}


def timeline(title: str, *events: tuple[str, str] | tuple[str, str, str]) -> Node:
    """Events: ISO date, words and, where it is to be shown instead, a label for the date."""
    content = [
        {
            "type": "timelineEvent",
            "attrs": {"date": date, "label": "".join(label)},
            "content": line(words),
        }
        for date, words, *label in events
    ]
    return {"type": "timeline", "attrs": {"title": title}, "content": content}


def related(title: str, *slugs: str) -> Node:
    return {"type": "relatedArticles", "attrs": {"title": title, "articles": list(slugs)}}


def embed(url: str, title: str) -> Node:
    return {"type": "embed", "attrs": {"url": url, "title": title}}


def resolved(
    node: Any,
    image: Callable[[str], int],
    article: Callable[[str], int],
    path: Callable[[str], str],
) -> Any:
    """The node with names turned into ids and addresses."""
    if isinstance(node, list):
        return [resolved(part, image, article, path) for part in node]
    if not isinstance(node, dict):
        return node
    result = {key: resolved(value, image, article, path) for key, value in node.items()}
    attrs = result.get("attrs", {})
    match node.get("type"):
        case "figure":
            attrs["image"] = image(attrs["image"])
        case "relatedArticles":
            attrs["articles"] = [article(slug) for slug in attrs["articles"]]
        case "link" if attrs["href"].startswith("piece:"):
            attrs["href"] = path(attrs["href"].removeprefix("piece:"))
    return result
