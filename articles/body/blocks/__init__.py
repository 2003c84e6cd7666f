"""The registry: a block type exists when it stands in BLOCKS."""

from functools import reduce
from operator import or_
from typing import Annotated

from pydantic import Field

from ..list_item import ListItem
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

BLOCKS = (
    Paragraph,
    Heading,
    BulletList,
    OrderedList,
    PullQuote,
    BlockQuote,
    Figure,
    Table,
    FactBox,
    Timeline,
    RelatedArticles,
    Embed,
)

# A list holds entries and an entry may hold lists: the circle is closed here.
lists = {"BulletList": BulletList, "OrderedList": OrderedList}
for cls in (ListItem, BulletList, OrderedList):
    cls.model_rebuild(_types_namespace=lists)

AnyBlock = Annotated[reduce(or_, BLOCKS), Field(discriminator="type")]  # type: ignore[valid-type]
