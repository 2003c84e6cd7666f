"""A place where two texts differ, and what a person may make of it."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..body.inline import Footnote, InlineNode, Text, inline, plain
from ..body.node import Block
from .lines import inline_of, key_of
from .matching import Effort
from .words import Run, Token, runs

Way = Literal["", "mine", "theirs", "both", "hand"]
Form = Literal["line", "lines", "inline", "blocks", "fixed"]
"""What is chosen: a text in one line, several lines, text with marks, whole blocks, or a value
that can only be taken as it is."""

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """way: one of Way, or whatever was posted. text: what was written by hand."""

    way: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """name: made of both texts, so that it never stands for a choice between others.

    field: of the content, or of its block; None for whole blocks. mine and theirs: values as the
    form says; my_runs and their_runs: how they read. decided: "mine" or "theirs" where only one
    side changed anything, else "".
    """

    name: str
    where: str
    form: Form
    field: str | None
    mine: Any
    theirs: Any
    my_runs: Runs
    their_runs: Runs
    decided: Way = ""
    elsewhere: bool = False

    @property
    def only(self) -> Way:
        """The one side that has something here."""
        if self.form != "blocks" or (self.mine and self.theirs):
            return ""
        return "mine" if self.mine else "theirs"

    @property
    def may_keep_both(self) -> bool:
        return self.form != "fixed" and bool(self.mine and self.theirs)

    @property
    def may_write(self) -> bool:
        return self.form in ("line", "lines", "inline") or self.written_block is not None

    @property
    def written_block(self) -> Block | None:
        """My block, or theirs, where a text written by hand may take the place of its words."""
        if self.form != "blocks" or not len(self.mine) == len(self.theirs) == 1:
            return None
        found = [b for b in (*self.mine, *self.theirs) if inline_of(b) is not None]
        return found[0] if found else None

    @property
    def start(self) -> str:
        """The text to begin with when it is written anew: mine."""
        match self.form:
            case "line":
                return str(self.mine)
            case "lines":
                return "\n".join(self.mine)
            case _:
                return plain(self.inline_start)

    @property
    def inline_start(self) -> tuple[InlineNode, ...]:
        if self.form == "inline":
            words: tuple[InlineNode, ...] = self.mine
            return words
        return (inline_of(self.written_block) if self.written_block else None) or ()

    @property
    def loses(self) -> bool:
        """Written anew it would be without the marks and notes that it has."""
        marked = (node for node in self.inline_start if isinstance(node, (Text, Footnote)))
        return any(isinstance(node, Footnote) or node.marks for node in marked)

    def way(self, picks: Mapping[str, Pick]) -> Way:
        """As picked where that is possible here, else as decided."""
        picked = picks.get(self.name, Pick("")).way
        if picked == "hand" and self.may_write:
            return "hand"
        if picked == "both" and self.may_keep_both:
            return "both"
        return "mine" if picked == "mine" else "theirs" if picked == "theirs" else self.decided

    def chosen(self, picks: Mapping[str, Pick]) -> Any:
        """Mine where nobody has decided."""
        match self.way(picks):
            case "theirs":
                return self.theirs
            case "both":
                return self.both()
            case "hand":
                return self.written(picks[self.name].text)
            case _:
                return self.mine

    def both(self) -> Any:
        match self.form:
            case "line":
                return f"{self.mine} {self.theirs}"
            case "lines":
                return tuple(dict.fromkeys([*self.mine, *self.theirs]))
            case "inline":
                return (*self.mine, Text(text=" "), *self.theirs)
            case _:
                return (*self.mine, *self.theirs)

    def written(self, text: str) -> Any:
        match self.form:
            case "line":
                return " ".join(text.split())
            case "lines":
                return tuple(text.splitlines())
            case "inline":
                return inline(" ".join(text.split()))
        words = " ".join(text.split())
        block = self.written_block
        return (block.model_copy(update={"content": inline(words)}),) if block and words else ()


class Choices:
    """Makes choices; no two of one merge have the same name."""

    def __init__(self, effort: Effort) -> None:
        self.effort = effort
        self.used: Counter[str] = Counter()

    def choice(
        self,
        where: str,
        form: Form,
        field: str | None,
        values: tuple[Any, Any],
        tokens: tuple[Sequence[Token], Sequence[Token]],
        decided: Way,
    ) -> Choice:
        found = runs(*tokens, self.effort)
        return Choice(
            name=self.name_for(field, *values),
            where=where,
            form=form,
            field=field,
            mine=values[0],
            theirs=values[1],
            my_runs=tuple(run for run in found if run.kind != "added"),
            their_runs=tuple(run for run in found if run.kind != "taken"),
            decided=decided,
        )

    def name_for(self, field: str | None, mine: Any, theirs: Any) -> str:
        said = "\0".join((field or "", key_of(mine), key_of(theirs)))
        digest = hashlib.blake2b(said.encode(), digest_size=6).hexdigest()
        self.used[digest] += 1
        return digest if self.used[digest] == 1 else f"{digest}-{self.used[digest]}"


def three_way(base: Any, mine: Any, theirs: Any) -> Way:
    """Whose text holds, when only one side changed it."""
    if mine == base:
        return "theirs"
    return "mine" if theirs == base else ""
