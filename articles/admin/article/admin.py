"""Articles in the admin: who may, the addresses, the writing page, and the way to the verbs."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.urls.resolvers import URLPattern
from django.views.decorators.http import require_POST

from ...forms import ArticleForm
from ...models import Article, Author, StaleDraft
from ..people import person
from . import (
    check,
    comments,
    compare,
    conflict,
    keep,
    lookup,
    manuscript,
    page,
    preview,
    signed_out,
    verbs,
    versions,
)
from .byline import BylineInline
from .deleted import not_found_if_deleted
from .listing import ArticleListing

NONE_YET = {"desk": "No desk yet", "series": "No series"}
NOT_THEIRS = "Only its writer or an editor can change this article."
PUBLISHED_STAYS = "A published article cannot be deleted. Withdraw it: its address then says why."


@admin.register(Article)
class ArticleAdmin(ArticleListing):
    form = ArticleForm
    inlines = (BylineInline,)
    # Filing alone: what else is on the page are fields of the form itself.
    fieldsets = ((None, {"fields": ("slug", "desk", "series", "part")}),)
    # Deleting is for one draft at a time, on its own page.
    actions = None
    view_on_site = False

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles = super().get_queryset(request).select_related(*self.list_select_related)
        return articles.visible_to(request.user)  # type: ignore[attr-defined]

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """With all that its page shows, in one query."""
        try:
            pk = self.opts.pk.to_python(object_id)
            return self.get_queryset(request).for_writing().get(pk=pk)  # type: ignore[attr-defined]
        except (Article.DoesNotExist, ValidationError, ValueError):
            return None

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or obj.may_see(request.user))

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_edit(request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or (obj.published_at is None and obj.may_edit(request.user))

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        own = [
            self.one("versions", versions.page),
            self.one("compare", compare.page),
            self.one("restore", versions.restore, post=True, writing=True),
            self.one("preview", preview.page),
            self.one("share", preview.share, writing=True),
            self.one("unshare", preview.revoke, post=True, writing=True),
            self.one("comments", comments.view),
            *check.urls(self),
            self.one("resolve", conflict.resolve, post=True, writing=True, kept=True),
            *(self.verb_url(name) for name in verbs.VERBS),
            *manuscript.urls(self),
            *lookup.urls(self),
            *keep.urls(self),
            *signed_out.urls(self),
        ]
        return [*own, *super().get_urls()]

    def one(
        self, name: str, view: Any, post: bool = False, writing: bool = False, kept: bool = False
    ) -> URLPattern:
        """An address under one article, for those who may see it, or only who may write it.

        kept: what somebody sends there whose session has ended is not lost.
        """

        def answer(request: HttpRequest, object_id: int) -> HttpResponseBase:
            article = self.get_object(request, str(object_id))
            if article is None:
                raise Http404("There is no such article.")
            if not self.has_view_or_change_permission(request, article):
                raise PermissionDenied
            if writing and not self.has_change_permission(request, article):
                raise PermissionDenied(NOT_THEIRS)
            with not_found_if_deleted(object_id):
                return cast(HttpResponseBase, view(self, request, article))

        inside = require_POST(answer) if post else answer
        checked = signed_out.guarded(self, inside) if kept else self.admin_site.admin_view(inside)
        return path(f"<int:object_id>/{name}/", checked, name=f"articles_article_{name}")

    def verb_url(self, name: str) -> URLPattern:
        def act(_: Any, request: HttpRequest, article: Article) -> HttpResponseBase:
            return verbs.perform(self, request, article, name)

        return self.one(name, act, post=True)

    # The writing page

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in NONE_YET:
            # Without the pencil and the cross: these are not made while writing.
            field.widget = field.widget.widget
            field.empty_label = NONE_YET[db_field.name]
        return field

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        # A class of this request's own.
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.may_add_topics = request.user.has_perm("articles.add_topic")
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing: Django would fill the form in from whatever a link's query says."""
        return {}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if obj.pk is None:
            author = Author.objects.filter(user=person(request)).first()
            kwargs["initial"] = [{"author": author.pk, "position": 1}] if author else []
        return kwargs

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        view = super().changeform_view
        try:
            with not_found_if_deleted(object_id):
                try:
                    return view(request, object_id, form_url, extra_context)
                except ValidationError:
                    # The address was taken since the form was checked; nothing was saved. Checked
                    # again, the form says so.
                    return view(request, object_id, form_url, extra_context)
        except StaleDraft as stale:
            article = self.get_object(request, str(object_id))
            if article is None:
                raise Http404("There is no such article.") from stale
            return conflict.page(self, request, article, stale)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        form = context["adminform"].form
        article = kwargs.get("obj") or form.instance
        bylines = [inline.formset for inline in context["inline_admin_formsets"]]
        context |= page.context(article, request.user, form, bylines)
        context["page"].counts_readers = "readers" in request.GET
        may_write = self.has_change_permission(request, article if article.pk else None)
        context |= keep.context(request, article, form, may_write)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Content becomes a revision; filing takes effect at once. Raises StaleDraft."""
        slug, filing = obj.slug, (obj.desk, obj.series, obj.part)
        if change:
            reason = conflict.reason_in(obj, request.POST)
            obj.revise(form.content, person(request), form.cleaned_data["based_on"], reason)
            obj.set_slug(slug)
            obj.refile(*filing)
        else:
            obj.created_by = person(request)
            obj.save()
            obj.add_revision(form.content, person(request), "")
        keep.forget(request, obj if change else None)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.instance.is_public:
            form.instance.index()

    def response_add(self, request: HttpRequest, obj: Article, *args: Any) -> HttpResponse:
        return self.after_saving(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self.after_saving(request, obj)

    def after_saving(self, request: HttpRequest, article: Article) -> HttpResponse:
        if verb := request.POST.get("_verb"):
            if verb not in verbs.VERBS:
                raise Http404("There is no such thing to do.")
            return verbs.perform(self, request, article, verb)
        said = f"Saved. The draft is version {article.next_number - 1}."
        self.message_user(request, said, messages.SUCCESS)
        return verbs.back_to(article)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """A save that changed nothing is not worth a line."""
        return super().log_change(request, obj, message) if message else None

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        with not_found_if_deleted(object_id), transaction.atomic():
            if article:
                # Who saves or publishes it at this moment goes first, or finds it gone.
                article.refresh_from_lock()
            if article and article.published_at is not None:
                self.message_user(request, PUBLISHED_STAYS, messages.ERROR)
                return verbs.back_to(article)
            return super().delete_view(request, object_id, extra_context)
