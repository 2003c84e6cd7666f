"""How an article is cited: in a sentence, and for programs that keep references."""

from django.utils import formats, timezone
from django.utils.text import get_text_list

from .models import Article

IN_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        # BibTeX counts every brace, one behind a stroke too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Words that BibTeX knows without quotation marks."""


def citation(article: Article, site_name: str) -> str:
    """Aydoğdu, Z. and Wiśniewska, M. (2026) ‘Headline’, Datum, 14 November."""
    names = [cited_name(byline.author.name) for byline in article.bylines.all()]
    date = timezone.localdate(article.published_at)
    title = f"({date.year}) ‘{article.shown.headline}’"
    return f"{get_text_list(names, 'and')} {title}, {site_name}, {formats.date_format(date, 'j F')}"


def cited_name(name: str) -> str:
    """Family name and initials; a single name stays as it is."""
    *given, family = name.split()
    return f"{family}, {' '.join(f'{part[0]}.' for part in given)}" if given else name


def bibtex(article: Article, site_name: str, address: str) -> str:
    """An entry that BibTeX, BibLaTeX and Zotero read; in UTF-8, as they have for years."""
    date = timezone.localdate(article.published_at)
    names = [name_in_tex(byline.author.name) for byline in article.bylines.all()]
    by = {"author": f"{{{' and '.join(names)}}}"} if names else {}
    fields = by | {
        "title": f"{{{{{in_tex(article.shown.headline)}}}}}",
        "journal": f"{{{in_tex(site_name)}}}",
        "year": str(date.year),
        "month": MONTHS[date.month - 1],
        "day": str(date.day),
        "url": f"{{{address}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@article{{{article.slug},", *lines, "}", ""])


def name_in_tex(name: str) -> str:
    """Family name first; in braces of its own where that cannot be told."""
    *given, family = name.split()
    if not given or "," in name or "and" in name.lower().split():
        return f"{{{in_tex(name)}}}"
    return f"{in_tex(family)}, {in_tex(' '.join(given))}"


def in_tex(text: str) -> str:
    """As one line in which nothing is a command."""
    return " ".join(text.split()).translate(IN_TEX)
