"""The gate on the writing page: what it says of the saved draft, and of what is being typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.views.decorators.http import require_POST

from ...forms import CONTENT, ArticleForm
from ...imports.topics import named_topics
from ...models import Article, Filing, Finding, Report, Revision
from ...models.gate import report
from ..people import person
from .found import Found

PLACES = {
    "headline": ("id_headline", "Write it"),
    "standfirst": ("id_standfirst", "Write it"),
    "key_points": ("id_key_points", "Show them"),
    "body": ("body", "Write it"),
    "desk": ("id_desk", "Choose one"),
    "topics": ("id_topics", "Add one"),
    "series": ("id_series", "Choose one"),
    "part": ("id_part", "Show it"),
    "bylines": ("bylines", "Add one"),
    "lead_image": ("id_lead_image", "Show it"),
    "kind": ("id_kind", "Choose one"),
    "slug": ("id_slug", "Show it"),
}
"""By the gate's name of a place: its id on the page, and what its link says."""
BLOCK_OF_ERROR = re.compile(r"Block (\d+)")
BYLINE = re.compile(r"bylines-(\d{1,6})-author")
SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding of the gate with the id of the place where it is mended."""

    level: str
    message: str
    anchor: str
    way: str
    block: int | None = None

    @classmethod
    def of(cls, finding: Finding) -> "Flag":
        anchor, way = PLACES.get(finding.place, (finding.place, "Show it"))
        return cls(finding.level, finding.message, anchor, way, finding.block)

    def dump(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "message": self.message,
            "anchor": self.anchor,
            "block": self.block,
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """passed: the checks that found nothing, in words."""

    flags: list[Flag] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, report: Report, more: list[Finding] | None = None) -> "Checked":
        return cls([Flag.of(found) for found in [*(more or []), *report.findings]], report.passed)

    def dump(self) -> list[dict[str, Any]]:
        """For the scripts of the page."""
        return [flag.dump() for flag in self.flags]

    @property
    def blocked(self) -> str:
        """Why the text cannot go out yet, or ""."""
        count = sum(flag.level == "stops" for flag in self.flags)
        return f"{count} thing{'s' if count > 1 else ''} to fix first" if count else ""


def urls(model_admin: Any) -> list[URLPattern]:
    def new(request: HttpRequest) -> HttpResponse:
        if not model_admin.has_add_permission(request):
            raise PermissionDenied("Only the newsroom can write articles.")
        return answer(request, Article(created_by=person(request)))

    checked = model_admin.admin_site.admin_view(require_POST(new))
    return [
        path("add/check/", checked, name="articles_article_check_new"),
        model_admin.one("check", view, post=True, writing=True),
    ]


def address(article: Article) -> str:
    if not article.pk:
        return reverse("admin:articles_article_check_new")
    return reverse("admin:articles_article_check", args=[article.pk])


def view(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    return answer(request, article)


def answer(request: HttpRequest, article: Article) -> JsonResponse:
    """What the gate says of the whole form as it stands. Nothing is saved."""
    form = ArticleForm.posted_by(request.user, request.POST, article)
    revision = form.typed_revision()
    filing = filing_of(form, request.POST)
    gate = report(article, revision, filing)
    if "body" in form.errors:
        # A text that cannot be read yet is not missing.
        gate = replace(gate, findings=[each for each in gate.findings if each.place != "body"])
    checked = Checked.of(gate, list(unfit(form)))
    publishes = request.user.has_perm("articles.publish_article")
    found = Found.of(article, revision)
    return JsonResponse(
        {
            "findings": checked.dump(),
            "blocked": checked.blocked if publishes else "",
            "topics": suggestions(revision, form),
            "unknown": form.unknown_topics,
            "html": drawn("gate", checked=checked),
            "found": drawn("found", found=found),
            "letter": drawn("letter", article=article, form=form) if publishes else "",
        }
    )


def drawn(name: str, **context: Any) -> str:
    return render_to_string(f"admin/articles/article/_{name}.html", context)


def filing_of(form: ArticleForm, data: Mapping[str, Any]) -> Filing:
    rows = (found[1] for name in data if (found := BYLINE.fullmatch(name)) and data[name])
    signed = [n for n in rows if f"bylines-{n}-DELETE" not in data]
    return Filing(
        desk=form.cleaned_data.get("desk") is not None,
        bylines=bool(signed),
        topics=bool(form.cleaned_data.get("topics")),
    )


def unfit(form: ArticleForm) -> list[Finding]:
    """What cannot even be saved as it is typed.

    A topic not known yet only waits for a yes from who may give it.
    """
    found = []
    for name in (*CONTENT, "desk", "slug", "topics", "series", "part"):
        for message in map(str, form.errors.get(name, [])):
            block = BLOCK_OF_ERROR.match(message)
            place = f"block-{block[1]}" if block else name
            waits = name == "topics" and form.may_add_topics
            found.append(Finding("warns" if waits else "stops", message, place))
    return found


def suggestions(typed: Revision, form: ArticleForm) -> list[str]:
    """Names of topics that the text names and that are not chosen."""
    words = [typed.headline, typed.standfirst, *typed.key_points, typed.body.text()]
    chosen = {topic.pk for topic in form.cleaned_data.get("topics", [])}
    named = named_topics("\n".join(words), most=SUGGESTED + len(chosen))
    return [topic.name for topic, _ in named if topic.pk not in chosen][:SUGGESTED]
