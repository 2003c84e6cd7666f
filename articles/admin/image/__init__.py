"""Pictures in the admin: the library, one picture, and the addresses that scripts ask."""

from .admin import ImageAdmin

__all__ = ["ImageAdmin"]
