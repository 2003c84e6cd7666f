"""A manuscript that has been read: its pieces, what was guessed, what could not be placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pydantic import ValidationError

from ..body import Body, BodyError
from ..body.errors import problems_of
from ..body.node import Block
from .errors import ManuscriptError
from .guesses.quotations import spoken_by
from .piece import Kind, Piece


@dataclass(frozen=True, slots=True)
class Inference:
    """block: its number in the body from 1, or None where it is about no block."""

    block: int | None
    guess: str
    why: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came inside a manuscript. name: "image1.png"."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Manuscript:
    """notes: guesses about the whole file; unplaced: what is not in the article, in words."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Inference, ...] = ()
    unplaced: tuple[str, ...] = ()
    images: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def headline(self) -> str | None:
        return self.joined(Kind.HEADLINE, " ")

    @property
    def standfirst(self) -> str | None:
        return self.joined(Kind.STANDFIRST, " ")

    @property
    def byline(self) -> str | None:
        return self.joined(Kind.BYLINE, ", ")

    def joined(self, kind: Kind, between: str) -> str | None:
        found = [" ".join(piece.text.split()) for piece in self.pieces if piece.kind is kind]
        return between.join(found) or None

    def turned(self, index: int, kind: Kind) -> "Manuscript":
        """With one piece made what an editor says it is: the way to turn a guess down."""
        piece = self.pieces[index].settled(kind)
        if kind is Kind.PULL_QUOTE and not piece.speaker:
            speaker, role = spoken_by(self.pieces[:index])
            piece = replace(piece, speaker=speaker, role=role)
        pieces = (*self.pieces[:index], piece, *self.pieces[index + 1 :])
        return replace(self, pieces=pieces)

    @cached_property
    def blocks(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks of each piece, pictures under stand-in ids in their order."""
        stand_ins = {name: number for number, name in enumerate(self.images, 1)}
        return self.blocks_with(stand_ins)

    def blocks_with(self, images: Mapping[str, int]) -> tuple[tuple[Block, ...], ...]:
        try:
            return tuple(tuple(piece.blocks(images)) for piece in self.pieces)
        except ValidationError as error:
            raise refusal(problems_of(error)[0].message) from error

    def body(self, images: Mapping[str, int] | None = None) -> Body:
        """The body it makes. images: library ids by name, stand-ins when left out.

        Raises ManuscriptError when it is too long or too deep for an article.
        """
        parts = self.blocks if images is None else self.blocks_with(images)
        content = [block.model_dump(mode="json", by_alias=True) for part in parts for block in part]
        try:
            return Body.load({"type": "doc", "content": content})
        except BodyError as error:
            raise refusal(error.problems[0].message) from error

    @property
    def inferences(self) -> tuple[Inference, ...]:
        """Every guess that nobody has settled, in the order of the manuscript."""
        found = list(self.notes)
        at = 1
        for piece, blocks in zip(self.pieces, self.blocks, strict=True):
            if not piece.sure:
                found.append(Inference(at if blocks else None, piece.guess, piece.why))
            at += len(blocks)
        return tuple(found)


def refusal(problem: str) -> ManuscriptError:
    return ManuscriptError(f"This manuscript cannot become an article: {problem.rstrip('.')}.")
