"""A new article from a manuscript: send it, see what it was taken for, make the article."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ...body.render import References, Rendering
from ...forms.manuscript import ManuscriptForm
from ...imports import Inference, Kind, Manuscript, ManuscriptError, Piece, read_manuscript
from ...imports.filing import filing_for
from ...imports.making import make_article, replace_text
from ...imports.upload import Upload
from ...models import Article, Author, StaleDraft
from ..numbers import number_in
from ..people import person
from .screen import screen

MOST_SWITCHES = 400
"""A form has at most 1,000 fields; a longer manuscript can be switched where it was guessed."""


@dataclass(slots=True)
class Row:
    """A piece as the review shows it. number: its place, from 0."""

    number: int
    piece: Piece
    html: SafeString
    guessed: bool
    checked: bool
    may_switch: bool

    @property
    def lines(self) -> str:
        """Line numbers of the source: "3" or "3–5"."""
        first, last = self.piece.first, self.piece.last
        if not first:
            return ""
        return str(first) if first == last else f"{first}–{last}"


class Review:
    """A manuscript under review, with what its editor has switched so far."""

    def __init__(self, original: Manuscript, posted: QueryDict) -> None:
        self.original = original
        self.posted = posted
        self.manuscript = original
        for number, piece in enumerate(original.pieces):
            wanted = posted.get(f"kind-{number}", "")
            if "_plain" in posted and not piece.sure:
                wanted = Kind.PARAGRAPH
            if wanted != piece.kind and wanted in piece.alternatives:
                self.manuscript = self.manuscript.turned(number, Kind(wanted))

    @cached_property
    def rows(self) -> list[Row]:
        pieces = self.manuscript.pieces
        rendering = Rendering("web", References())
        guesses = [number for number, piece in enumerate(self.original.pieces) if not piece.sure]
        switchable = set(range(len(pieces)) if len(pieces) <= MOST_SWITCHES else guesses)
        return [
            Row(
                number,
                piece,
                format_html_join(
                    "", "{}", ((rendering.block(b, anchor=f"piece-{number}"),) for b in blocks)
                ),
                guessed=not self.original.pieces[number].sure,
                checked=piece.sure or f"ok-{number}" in self.posted,
                may_switch=number in switchable,
            )
            for number, (piece, blocks) in enumerate(
                zip(pieces, self.manuscript.blocks, strict=True)
            )
        ]

    @property
    def guesses(self) -> int:
        return sum(row.guessed for row in self.rows)

    @property
    def checked(self) -> int:
        return sum(row.guessed and row.checked for row in self.rows)

    @property
    def words(self) -> int:
        return self.manuscript.body().word_count()

    @property
    def kinds(self) -> list[Kind]:
        return list(Kind)


def urls(model_admin: admin.ModelAdmin) -> list[URLPattern]:
    def begin_view(request: HttpRequest) -> HttpResponseBase:
        return begin(model_admin, request)

    def review_view(request: HttpRequest, token: str) -> HttpResponseBase:
        return review(model_admin, request, token)

    wrap = model_admin.admin_site.admin_view
    name = "articles_article_from_manuscript"
    return [
        path("from-manuscript/", wrap(begin_view), name=name),
        path("from-manuscript/<str:token>/", wrap(review_view), name=f"{name}_review"),
    ]


def begin(model_admin: admin.ModelAdmin, request: HttpRequest) -> HttpResponseBase:
    """The form; a manuscript that can be read is kept and shown."""
    article = article_asked_for(model_admin, request)
    form = ManuscriptForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = Upload.keep(form.content, form.filename)
        token = upload.token(person(request).pk)
        address = reverse("admin:articles_article_from_manuscript_review", args=[token])
        return HttpResponseRedirect(address + query_for(article))
    title = "Replace the text from a manuscript" if article else "New article from a manuscript"
    return screen(model_admin, request, "from_manuscript", title, form=form, article=article)


def review(model_admin: admin.ModelAdmin, request: HttpRequest, token: str) -> HttpResponseBase:
    """What was found, switchable; then the article."""
    article = article_asked_for(model_admin, request)
    try:
        upload = Upload.behind(token, person(request).pk)
        shown = Review(read_manuscript(upload.read(), upload.filename), request.POST)
    except ManuscriptError as error:
        messages.error(request, str(error))
        begin_again = reverse("admin:articles_article_from_manuscript")
        return HttpResponseRedirect(begin_again + query_for(article))
    problem, based_on = "", article.draft_id if article else None
    if "_make" in request.POST:
        try:
            made = make(model_admin, request, shown.manuscript, article)
        except ManuscriptError as error:
            problem = str(error)
        except StaleDraft as stale:
            problem = f"{stale} Press again to put this text in its place; no version is lost."
            based_on = stale.theirs.pk
        else:
            upload.discard()
            return made
    return screen(
        model_admin,
        request,
        "review_manuscript",
        "Check the manuscript",
        review=shown,
        upload=upload,
        problem=problem,
        article=article,
        based_on=based_on,
    )


def make(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    manuscript: Manuscript,
    article: Article | None,
) -> HttpResponse:
    """Raises ManuscriptError, and StaleDraft when the article has moved on."""
    user = person(request)
    if article:
        based_on = number_in(request.POST.get("based_on"))
        replace_text(article, manuscript, by=user, based_on=based_on)
        model_admin.log_change(request, article, "Text replaced from a manuscript")
        messages.success(request, "The text is the manuscript's. The one before is in Versions.")
        tell(request, (), manuscript.unplaced)
    else:
        writer = Author.objects.filter(user=user).first()
        filing = filing_for(manuscript, writer=writer)
        article = make_article(manuscript, filing, by=user)
        model_admin.log_addition(request, article, "Made from a manuscript")
        messages.success(request, "The article is made. Only the newsroom can see it.")
        tell(request, filing.inferences, (*manuscript.unplaced, *filing.unplaced))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def tell(request: HttpRequest, filed: tuple[Inference, ...], unplaced: tuple[str, ...]) -> None:
    if filed:
        guesses = "; ".join(inference.guess for inference in filed)
        messages.info(request, f"Filed by guess, change what is wrong: {guesses}.")
    if unplaced:
        messages.warning(request, f"Not in the article: {'; '.join(unplaced)}.")


def article_asked_for(model_admin: admin.ModelAdmin, request: HttpRequest) -> Article | None:
    """The article whose text is to be replaced, None for a new one.

    Raises PermissionDenied for those who may not write it.
    """
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    asked = request.GET.get("article", "")
    if not asked:
        return None
    article = model_admin.get_object(request, asked)
    if article is None or not model_admin.has_change_permission(request, article):
        raise PermissionDenied
    return article


def query_for(article: Article | None) -> str:
    return f"?article={article.pk}" if article else ""
