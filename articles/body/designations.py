"""F-35, S-400, T-72B3: names that must not break at their hyphen."""

import re

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

DESIGNATION = re.compile(r"\b([A-Z]{1,4}-\d+\w*)")


def unbroken(text: str) -> SafeString:
    """Escaped text with each designation in a span that forbids the line break."""
    parts = DESIGNATION.split(text)
    if len(parts) == 1:
        return conditional_escape(text)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="nb">{}</span>', part) if n % 2 else part,)
            for n, part in enumerate(parts)
        ),
    )
