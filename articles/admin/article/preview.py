"""What readers will get, before they do: in frames, and by secret links for people outside."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import formats, timezone

from ...forms import PreviewLinkForm
from ...models import Article, PreviewLink, Scratch
from ..numbers import number_in
from ..people import person
from .screen import screen

FRAMES = {
    "page": "articles:preview",
    "letter": "admin:subscriptions_mailing_letter",
    "text": "admin:subscriptions_mailing_letter_text",
    "feed": "articles:preview_feed",
}
MEDIA = {"page": "Page", "letter": "E-mail", "text": "E-mail as text", "feed": "Feed"}
WIDTHS = {"390": "Phone", "768": "Tablet", "1280": "Desktop"}
SCHEMES = {"light": "Light", "dark": "Dark"}
MADE = "preview-link-made"
LISTED = 50
"""So many links of an article are listed, the newest first."""


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    query: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """One choice of the page. Each option is a link that leaves the other choices as they are."""

    title: str
    options: list[Option]


class Look:
    """How the article is looked at, from the address of the page."""

    def __init__(self, request: HttpRequest, article: Article, typed: Scratch | None) -> None:
        self.article = article
        self.texts = texts(article, typed)
        self.offered = {"as": MEDIA, "of": self.texts, "width": WIDTHS, "scheme": SCHEMES}
        defaults = {"as": "page", "of": "draft", "width": "1280", "scheme": "light"}
        asked = {name: request.GET.get(name, "") for name in defaults}
        self.chosen = {
            name: value if value in self.offered[name] else defaults[name]
            for name, value in asked.items()
        }
        if self.medium in ("letter", "text") and self.chosen["of"] == "mine":
            # A letter is made of what is saved.
            self.chosen["of"] = "draft"

    @property
    def medium(self) -> str:
        return self.chosen["as"]

    @property
    def width(self) -> str:
        return self.chosen["width"]

    @property
    def frame(self) -> str:
        wanted = {name: self.chosen[name] for name in ("of", "scheme")}
        return f"{reverse(FRAMES[self.medium], args=[self.article.pk])}?{urlencode(wanted)}"

    @property
    def title(self) -> str:
        """Of the frame, for those who do not see it."""
        return f"{MEDIA[self.medium]}, {WIDTHS[self.width].lower()}"

    @property
    def switches(self) -> list[Switch]:
        offered = dict(self.offered)
        if self.medium in ("letter", "text"):
            offered["of"] = {name: label for name, label in self.texts.items() if name != "mine"}
        if self.medium == "text":
            del offered["scheme"]  # browsers show plain text in their own colours
        titles = {"as": "As", "of": "Text", "width": "Width", "scheme": "Colours"}
        return [
            Switch(titles[name], [self.option(name, *choice) for choice in choices.items()])
            for name, choices in offered.items()
            if len(choices) > 1
        ]

    def option(self, name: str, value: str, label: str) -> Option:
        return Option(label, urlencode(self.chosen | {name: value}), self.chosen[name] == value)


def texts(article: Article, typed: Scratch | None) -> dict[str, str]:
    """What there is to look at."""
    found = {"draft": f"Draft, version {article.draft.number}" if article.draft else "Draft"}
    if article.is_public and article.live and article.is_edited:
        found["live"] = f"What readers see, version {article.live.number}"
    if typed:
        moment = formats.date_format(timezone.localtime(typed.saved_at), "H:i")
        found["mine"] = f"What you have not saved, {moment}"
    return found


def address(article: Article) -> str:
    """Of the frame beside the text."""
    return reverse("articles:preview", args=[article.pk]) if article.pk else ""


def page(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    return shown(
        model_admin, request, article, PreviewLinkForm(), **made_just_now(request, article)
    )


def made_just_now(request: HttpRequest, article: Article) -> dict[str, Any]:
    """The link that was made a moment ago and its address, which is forgotten by that."""
    pk, secret = request.session.get(MADE, (0, ""))
    link = article.preview_links.filter(pk=pk).first()
    if link is None:
        return {}
    del request.session[MADE]
    return {"made": link, "address": PreviewLink.address(secret)}


def share(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Makes a link. Its secret waits in the session until the next page has shown it once."""
    if request.method != "POST":
        return back(article)
    form = PreviewLinkForm(request.POST)
    if not form.is_valid():
        return shown(model_admin, request, article, form, status=400)
    link, secret = PreviewLink.objects.make(article, person(request), **form.cleaned_data)
    model_admin.log_change(request, article, f"Made a preview link for {whom(link)}.")
    request.session[MADE] = [link.pk, secret]
    return back(article)


def revoke(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article
) -> HttpResponseRedirect:
    link = article.preview_links.filter(pk=number_in(request.POST.get("link"))).first()
    if link is None:
        raise Http404("There is no such link.")
    if link.revoke():
        model_admin.log_change(request, article, f"Took back the preview link for {whom(link)}.")
        said = f"The link for {whom(link)} leads nowhere any more."
        model_admin.message_user(request, said, messages.SUCCESS)
    return back(article)


def back(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))


def whom(link: PreviewLink) -> str:
    return link.label or "anybody who has it"


def shown(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    article: Article,
    form: PreviewLinkForm,
    status: int = 200,
    **made: Any,
) -> HttpResponse:
    if article.draft is None:
        raise Http404("There is no text yet.")
    typed = Scratch.objects.for_page(person(request), article).defer("fields").first()
    return screen(
        model_admin,
        request,
        "preview",
        f"Preview: {article}",
        article,
        status,
        look=Look(request, article, typed),
        form=form,
        links=article.preview_links.select_related("made_by")[:LISTED],
        may_edit=article.may_edit(request.user),
        **made,
    )
