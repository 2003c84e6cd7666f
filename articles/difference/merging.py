"""One text made of two that were both made of a third.

What only one side changed is decided already; what both changed is left to a person. Every choice
taken one way gives that side's text exactly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..body import Body
from ..models import Content
from .body_merge import BodyMerge, Spot
from .choice import Choice, Choices, Form, Pick, three_way
from .lines import NO_NAMES, Names
from .matching import Effort
from .text import FIELDS, LINE_END, Text, below, field_lines

MOST_CHOICES = 200
FORMS: dict[str, Form] = {"headline": "line", "standfirst": "line", "key_points": "lines"}


class Merge:
    """base: what both were made of; without it nothing is decided beforehand.

    coarse: the bodies differ in too many places to be chosen one by one. same: how many blocks
    are the same in both.
    """

    def __init__(
        self, base: Content | None, mine: Content, theirs: Content, names: Names = NO_NAMES
    ) -> None:
        self.mine, self.theirs = mine, theirs
        self.make = Choices(Effort())
        self.fields = list(self.field_choices(base))
        bodies = BodyMerge(
            Text.of(base.body, names) if base else None,
            Text.of(mine.body, names),
            Text.of(theirs.body, names),
            self.make,
        )
        self.spots = self.counted(bodies)
        self.coarse = not self.spots
        if self.coarse:
            self.spots = [bodies.whole()]
        self.same = sum(len(spot.mine) for spot in self.spots if not spot.choices)
        self.choices = [*self.fields, *(c for spot in self.spots for c in spot.choices)]

    @staticmethod
    def counted(bodies: BodyMerge) -> list[Spot]:
        """All spots of the body, or none when there would be too much to choose."""
        spots, count = [], 0
        for spot in bodies.spots():
            spots.append(spot)
            count += len(spot.choices)
            if count > MOST_CHOICES:
                return []
        return spots

    def undecided(self, picks: Mapping[str, Pick]) -> list[Choice]:
        return [choice for choice in self.choices if not choice.way(picks)]

    def content(self, picks: Mapping[str, Pick]) -> Content:
        """Not validated: the form does that, and says what is wrong with what was written."""
        blocks = tuple(block for spot in self.spots for block in spot.blocks(picks))
        values = {str(choice.field): choice.chosen(picks) for choice in self.fields}
        return replace(self.mine, **values, body=Body.model_construct(content=blocks))

    def field_choices(self, base: Content | None) -> Iterator[Choice]:
        for field, label in FIELDS.items():
            mine, theirs = getattr(self.mine, field), getattr(self.theirs, field)
            if mine == theirs:
                continue
            decided = three_way(getattr(base, field), mine, theirs) if base else ""
            my_words, their_words = (
                below(LINE_END, [line.tokens for line in field_lines(content, field)])
                for content in (self.mine, self.theirs)
            )
            form = FORMS.get(field, "fixed")
            yield self.make.choice(
                label, form, field, (mine, theirs), (my_words, their_words), decided
            )
