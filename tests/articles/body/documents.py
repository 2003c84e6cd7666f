"""Random documents: any valid body, and any valid body with one thing about it changed."""

from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
words = st.text(letters, min_size=1, max_size=40)
line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)
some_line = line.filter(bool)
web_address = st.sampled_from(["https://example.org/a", "http://example.org/?q=1#x"])
href = web_address | st.sampled_from(["mailto:desk@example.org", "/topics/", "#notes"])
partial_date = st.dates().map(str) | st.sampled_from(["2026", "2026-11", "1999-01-31"])
ids = st.integers(1, 10**9)


def node(name: str, **parts: Any) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({"type": st.just(name), **parts})


def attrs(**values: Any) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=values)


marks = st.lists(
    st.sampled_from(["bold", "italic", "superscript"]).map(lambda kind: {"type": kind})
    | href.map(lambda to: {"type": "link", "attrs": {"href": to}}),
    max_size=3,
    unique_by=lambda mark: mark["type"],
)
inline_node = (
    node("text", text=words, marks=marks)
    | node("text", text=words)
    | node("hardBreak")
    | node(
        "footnote", attrs=st.fixed_dictionaries({"text": words, "url": web_address | st.just("")})
    )
)
inline = st.lists(inline_node, max_size=4)
some_inline = st.lists(inline_node, min_size=1, max_size=4)
paragraph = node("paragraph", content=inline) | node("paragraph")


def lists_of(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    item = st.tuples(paragraph, st.lists(paragraph | inner, max_size=2)).map(
        lambda parts: {"type": "listItem", "content": [parts[0], *parts[1]]}
    )
    items = st.lists(item, min_size=1, max_size=3)
    return node("bulletList", content=items) | node(
        "orderedList", content=items, attrs=attrs(start=st.integers(0, 99))
    )


a_list = st.recursive(lists_of(paragraph), lists_of, max_leaves=4)
cell_attrs = attrs(colspan=st.integers(1, 3), rowspan=st.integers(1, 3))
cell = st.sampled_from(["tableHeader", "tableCell"]).flatmap(
    lambda name: node(name, attrs=cell_attrs, content=st.lists(paragraph, min_size=1, max_size=2))
)
row = node("tableRow", content=st.lists(cell, min_size=1, max_size=3))
fact = node(
    "factRow",
    attrs=st.fixed_dictionaries(
        {"term": some_line, "value": some_line},
        optional={"unit": line, "asOf": line, "source": line, "sourceUrl": web_address},
    ),
)
event = node(
    "timelineEvent",
    attrs=st.fixed_dictionaries({"date": partial_date}, optional={"label": line}),
    content=some_inline,
)
embed_url = web_address | st.sampled_from(
    ["https://www.youtube.com/watch?v=abcdefghijk", "https://vimeo.com/123456789"]
)
some = {"min_size": 1, "max_size": 3}
blocks = st.one_of(
    paragraph,
    node("heading", attrs=attrs(level=st.sampled_from([2, 3])), content=some_inline),
    a_list,
    node(
        "pullQuote",
        attrs=attrs(speaker=line, role=line, date=partial_date, source=web_address),
        content=some_inline,
    ),
    node(
        "blockQuote",
        attrs=attrs(speaker=line, source=web_address),
        content=st.lists(paragraph, **some),
    ),
    node(
        "figure",
        attrs=st.fixed_dictionaries({"image": ids}, optional={"alt": line, "credit": line}),
        content=inline,
    ),
    node("table", attrs=attrs(caption=line, source=line), content=st.lists(row, **some)),
    node("factBox", attrs=attrs(title=line), content=st.lists(fact, **some)),
    node("timeline", attrs=attrs(title=line), content=st.lists(event, **some)),
    node(
        "relatedArticles",
        attrs=st.fixed_dictionaries({"articles": st.lists(ids, **some)}, optional={"title": line}),
    ),
    node("embed", attrs=st.fixed_dictionaries({"url": embed_url}, optional={"title": line})),
)
documents = st.lists(blocks, max_size=6).map(lambda content: {"type": "doc", "content": content})

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2**70),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["\x00", "\ud800", "javascript:alert(1)", "<script>", "doc", "listItem"]),
    st.just([]),
    st.just({}),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value inside a document."""
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    else:
        return [at]
    return [at, *(place for key, inner in steps for place in places(inner, (*at, key)))]


def changed(value: Any, at: tuple[Any, ...], new: Any) -> Any:
    if not at:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[at[0]] = changed(value[at[0]], at[1:], new)
    return copy


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Any, int | None]:
    """A document with one value replaced, and the number of the block it stands in."""
    document = draw(documents)
    at = draw(st.sampled_from(places(document)))
    block = at[1] + 1 if len(at) > 1 and at[0] == "content" else None
    return changed(document, at, draw(junk)), block
