from django import template

from ..models import Image
from ..models.rendition import Shown

register = template.Library()


@register.simple_tag
def shown(image: Image | None, crop: str = "", base_url: str = "") -> Shown | None:
    """The addresses of a picture's files, or None while there is nothing to show."""
    return image.shown(crop or "full", base_url) if image else None
