"""The body of an article as the writing page shows it: as readers get it, block by block."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString

from ...body import Body
from ...body.inline import Footnote
from ...body.render import References, Rendering
from ...models import Article, Image, Named
from ...models.links import states_of


@dataclass(frozen=True, slots=True)
class NumberedBlock:
    """A block, and where it stands, from 1."""

    number: int
    label: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class RenderedBody:
    blocks: list[NumberedBlock]
    notes: list[Footnote]

    @classmethod
    def of(cls, body: Body, references: References) -> "RenderedBody":
        rendering = Rendering("web", references)
        blocks = [
            NumberedBlock(number, block.label, rendering.block(block, anchor=f"section-{number}"))
            for number, block in enumerate(body.blocks, 1)
        ]
        return cls(blocks, rendering.notes)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a body names, fetched once for its rendering and for the gate."""

    references: References
    named: Named

    @classmethod
    def of(cls, body: Body, lead: Image | None) -> "Surroundings":
        """The lead picture gets its sizes with the others."""
        images = Image.objects.in_bulk(body.image_ids())
        prefetch_related_objects([*images.values(), *([lead] if lead else [])], "renditions")
        named = list(Article.objects.named_in(body).for_log())
        public = {each.pk: each for each in named if each.is_public}
        return cls(
            References(images=images, articles=public), Named(images, public, states_of(named))
        )
