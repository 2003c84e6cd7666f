"""What differs between two texts, told in words; and one text made of two.

Nothing here knows the database: contents go in, rows come out.
"""

from .choice import Choice, Pick
from .comparison import Comparison, compare
from .lines import Names
from .matching import Effort
from .merging import Merge

__all__ = ["Choice", "Comparison", "Effort", "Merge", "Names", "Pick", "compare"]
