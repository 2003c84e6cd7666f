"""Two people saved the same article: both texts side by side, and one made of them.

The page carries everything that was typed. Nothing is saved until a choice is made, and then the
text that was not chosen is kept too, as a version.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from ...body import Body
from ...forms import CONTENT, ArticleForm
from ...models import Article, Content, Revision, StaleDraft
from ..people import name_of, person
from .verbs import back_to

Run = tuple[bool, str]
"""A stretch of text, and whether it differs from the other side."""

LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "key_points": "Key points",
    "kind": "Kind of article",
    "lead_image": "Lead picture",
}
NOT_POSTED_AGAIN = {"csrfmiddlewaretoken", "_verb", "_continue", "based_on", "theirs", "choice"}


@dataclass(frozen=True, slots=True)
class Row:
    """One place where the texts differ. name: of its choice in the form ("headline", "body-2").

    ours, theirs: ranges of blocks of either body, for a row of the body. hand: the text to start
    from when it is written anew; None where that is done in the source.
    """

    name: str
    where: str
    mine: list[Run]
    theirs: list[Run]
    ours_blocks: tuple[int, int] = (0, 0)
    their_blocks: tuple[int, int] = (0, 0)
    hand: str | None = None

    @property
    def may_keep_both(self) -> bool:
        return (
            self.ours_blocks[0] < self.ours_blocks[1]
            and self.their_blocks[0] < self.their_blocks[1]
        )


def page(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article, stale: StaleDraft
) -> HttpResponse:
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_POSTED_AGAIN and not name.startswith(("pick-", "hand-"))
        for value in values
    ]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Two versions of this article",
        "opts": model_admin.opts,
        "original": article,
        "theirs": stale.theirs,
        "saved_by": name_of(stale.theirs.by),
        "rows": rows(stale.mine, stale.theirs.content),
        "kept": kept,
        "my_source": ArticleForm.base_fields["body"].prepare_value(stale.mine.body),
        "their_source": ArticleForm.base_fields["body"].prepare_value(stale.theirs.body),
    }
    template = "admin/articles/article/conflict.html"
    return TemplateResponse(request, template, context)


def resolve(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article
) -> HttpResponse | QueryDict:
    """The data to save instead of what was typed, or a response when nothing is left to save."""
    form = ArticleForm(request.POST, instance=article)
    theirs = article.revisions.filter(pk=int_or_zero(request.POST.get("theirs"))).first()
    if not form.is_valid() or theirs is None:
        return request.POST
    choice = request.POST.get("choice")
    if choice == "mine":
        return based_on(theirs, request.POST)
    try:
        kept = set_aside(article, form.content, theirs, person(request))
    except StaleDraft as stale:
        return page(model_admin, request, article, stale)
    if choice == "theirs":
        return keep_theirs(model_admin, request, article, theirs, kept)
    merged = based_on(kept, request.POST)
    content = merge(form.content, theirs.content, request.POST)
    for name, text in posted(content, request.POST).items():
        merged[name] = text
    return merged


def based_on(revision: Revision, data: QueryDict) -> QueryDict:
    answer = data.copy()
    answer["based_on"] = str(revision.pk)
    return answer


def set_aside(article: Article, mine: Content, theirs: Revision, by: User) -> Revision:
    """Keeps my text among the versions, whatever is made of the two. Raises StaleDraft."""
    return article.revise(mine, by, theirs.pk, reason="Set aside in favour of another version")


def keep_theirs(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    article: Article,
    theirs: Revision,
    kept: Revision,
) -> HttpResponse:
    article.restore(theirs, person(request))
    said = f"You kept the text of {name_of(theirs.by)}. Yours is version {kept.number}."
    model_admin.log_change(request, article, said)
    model_admin.message_user(request, said, messages.SUCCESS)
    return back_to(article)


def int_or_zero(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0


def rows(mine: Content, theirs: Content) -> list[Row]:
    """Where they differ, in the order of the page."""
    return [*field_rows(mine, theirs), *body_rows(mine.body, theirs.body)]


def field_rows(mine: Content, theirs: Content) -> Iterator[Row]:
    for name, label in LABELS.items():
        ours, others = words_of(mine, name), words_of(theirs, name)
        if getattr(mine, name) != getattr(theirs, name):
            by_hand = ours if name in ("headline", "standfirst", "key_points") else None
            yield Row(name, label, *compared(ours, others), hand=by_hand)


def words_of(content: Content, name: str) -> str:
    value = getattr(content, name)
    match name:
        case "key_points":
            return "\n".join(value)
        case "kind":
            return str(Revision.Kind(value).label)
        case "lead_image":
            return f"Picture {value.pk}: {value.alt}" if value else ""
        case _:
            return str(value)


def body_rows(mine: Body, theirs: Body) -> Iterator[Row]:
    matcher = SequenceMatcher(None, keys(mine), keys(theirs), autojunk=False)
    for number, (tag, i1, i2, j1, j2) in enumerate(matcher.get_opcodes()):
        if tag == "equal":
            continue
        ours = "\n\n".join(block.text() for block in mine.blocks[i1:i2])
        others = "\n\n".join(block.text() for block in theirs.blocks[j1:j2])
        yield Row(
            f"body-{number}",
            place(mine, i1, i2) if i2 > i1 else f"After block {i1}" if i1 else "At the top",
            *compared(ours, others),
            ours_blocks=(i1, i2),
            their_blocks=(j1, j2),
        )


def keys(body: Body) -> list[str]:
    return [block.model_dump_json() for block in body.blocks]


def place(body: Body, start: int, end: int) -> str:
    label = body.blocks[start].label
    return f"Block {start + 1}, {label}" if end - start == 1 else f"Blocks {start + 1} to {end}"


def compared(mine: str, theirs: str) -> tuple[list[Run], list[Run]]:
    """Both texts as runs, word by word."""
    ours, others = re.findall(r"\s+|\S+", mine), re.findall(r"\s+|\S+", theirs)
    if len(ours) * len(others) > 4_000_000:  # word by word would take seconds
        return [(True, mine)], [(True, theirs)]
    codes = SequenceMatcher(None, ours, others, autojunk=False).get_opcodes()
    return (
        [(tag != "equal", "".join(ours[i1:i2])) for tag, i1, i2, _, _ in codes if i2 > i1],
        [(tag != "equal", "".join(others[j1:j2])) for tag, _, _, j1, j2 in codes if j2 > j1],
    )


def merge(mine: Content, theirs: Content, picks: QueryDict) -> Content:
    """Mine, with theirs wherever it was picked."""
    taken: dict[str, Any] = {
        row.name: getattr(theirs, row.name)
        for row in field_rows(mine, theirs)
        if picks.get(f"pick-{row.name}") == "theirs"
    }
    return replace(mine, **taken, body=merged_body(mine.body, theirs.body, picks))


def merged_body(mine: Body, theirs: Body, picks: QueryDict) -> Body:
    blocks = list(mine.blocks)
    for row in reversed(list(body_rows(mine, theirs))):
        (i1, i2), (j1, j2) = row.ours_blocks, row.their_blocks
        match picks.get(f"pick-{row.name}"):
            case "theirs":
                blocks[i1:i2] = theirs.blocks[j1:j2]
            case "both":
                blocks[i2:i2] = theirs.blocks[j1:j2]
    # Not validated here: the form does it and says what is wrong, with the text kept.
    return Body.model_construct(content=tuple(blocks))


def posted(content: Content, picks: QueryDict) -> dict[str, str]:
    """The content as the writing page would post it, with what was written by hand."""
    form = ArticleForm.base_fields
    texts = {name: form[name].prepare_value(getattr(content, name)) for name in CONTENT}
    texts["lead_image"] = content.lead_image.pk if content.lead_image else ""
    for name in CONTENT:
        if picks.get(f"pick-{name}") == "hand":
            texts[name] = picks.get(f"hand-{name}", "")
    return {name: str(text) for name, text in texts.items()}
