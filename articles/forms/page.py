"""A page of the site's own, like About: what it says, and where it may stand."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from ..body import Body
from ..models import Image, Page
from .fields import BodyField, LineField

LITERAL = re.compile(r"\^?([-a-zA-Z0-9_]+)(?:/|\$|$)")


class PageForm(forms.ModelForm):
    standfirst = LineField(required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    body = BodyField(
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 20, "spellcheck": "false", "aria-describedby": "id_body_hint"}
        ),
    )

    class Meta:
        model = Page
        fields = ("title", "slug", "standfirst", "body", "position")
        error_messages = {
            "slug": {"invalid": "Use letters, digits and hyphens only, like how-we-work."},
        }

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"].lower()
        if slug in taken_words():
            raise ValidationError(f"/{slug}/ is needed by the site itself. Choose another address.")
        if re.fullmatch("[0-9]{4}", slug):
            raise ValidationError(f"/{slug}/ is the archive of that year. Choose another address.")
        if Page.objects.exclude(pk=self.instance.pk).filter(slug=slug).exists():
            raise ValidationError(f"There is a page at /{slug}/ already.")
        return slug

    def clean_body(self) -> Body:
        """A page has no draft: what readers would miss is refused at once."""
        body: Body = self.cleaned_data["body"]
        problems = [
            f"Block {number}, {block.label}: it {missing}."
            for number, block in enumerate(body.blocks, 1)
            if (missing := block.missing())
        ]
        known = Image.objects.filter(pk__in=body.image_ids()).values_list("pk", flat=True)
        if lost := set(body.image_ids()) - set(known):
            problems.append(f"There is no picture {min(lost)} in the library any more.")
        if problems:
            raise ValidationError(problems)
        return body

    def save(self, commit: bool = True) -> Any:
        self.instance.to_read = False
        return super().save(commit)


def taken_words() -> set[str]:
    """The first parts of all addresses of the site, as its routes have them."""
    files = {str(url).strip("/") for url in (settings.STATIC_URL, settings.MEDIA_URL)}
    return {*first_words(get_resolver().url_patterns), *files}


def first_words(patterns: Iterable[URLPattern | URLResolver]) -> Iterable[str]:
    for pattern in patterns:
        route = str(pattern.pattern)
        if found := LITERAL.match(route):
            yield found[1]
        elif not route and isinstance(pattern, URLResolver):
            yield from first_words(pattern.url_patterns)
