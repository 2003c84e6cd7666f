"""The registry: a block type exists when it stands in AnyBlock."""

from typing import Annotated, get_args

from pydantic import Field

from ..list_item import ListItem
from ..node import Block
from .block_quote import BlockQuote
from .bullet_list import BulletList
from .embed import Embed
from .fact_box import FactBox
from .figure import Figure
from .heading import Heading
from .ordered_list import OrderedList
from .paragraph import Paragraph
from .pull_quote import PullQuote
from .related_articles import RelatedArticles
from .table import Table
from .timeline import Timeline

AnyBlock = Annotated[
    Paragraph
    | Heading
    | BulletList
    | OrderedList
    | PullQuote
    | BlockQuote
    | Figure
    | Table
    | FactBox
    | Timeline
    | RelatedArticles
    | Embed,
    Field(discriminator="type"),
]
BLOCKS: tuple[type[Block], ...] = get_args(get_args(AnyBlock)[0])

# A list holds entries and an entry may hold lists: the circle is closed here.
lists = {"BulletList": BulletList, "OrderedList": OrderedList}
for cls in (ListItem, BulletList, OrderedList):
    cls.model_rebuild(_types_namespace=lists)
