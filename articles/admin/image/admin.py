"""Pictures in the admin: the library as a grid, and one picture at a time."""

import datetime
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.db.models import ProtectedError, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from ...imaging import MAX_BYTES
from ...models import Image
from ..lists import Listed
from ..people import person
from . import filters, lookup, upload, words
from .told import News, Picture, links

JUST_NOW = datetime.timedelta(hours=1)


class Library(ChangeList):
    def get_results(self, request: HttpRequest) -> None:
        """With what a tile shows, in three queries whatever their number."""
        super().get_results(request)
        images = list(self.result_list)
        prefetch_related_objects(images, "renditions")
        uses = Image.objects.count_uses(images)
        for image in images:
            image.uses = uses.get(image.pk, 0)
        self.result_list = images


@admin.register(Image)
class ImageAdmin(Listed):
    form = words.WordsForm
    list_display = ("__str__",)
    list_filter = (
        "state",
        filters.Uncredited,
        filters.Undescribed,
        filters.Mine,
        filters.Unused,
    )
    # The words are looked for by ImageQuerySet.search; naming one draws the field.
    search_fields = ("title",)
    list_per_page = 40
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    fieldsets = (
        (None, {"fields": words.WORDS}),
        ("Focal point", {"fields": (words.FOCUS,)}),
    )

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        own = [
            self.address("lookup/", lookup.lookup, require_safe),
            self.address("upload/", upload.upload, require_POST),
            self.address("<int:object_id>/words/", words.say, require_POST),
        ]
        return [*own, *super().get_urls()]

    def address(self, route: str, view: Any, only: Any) -> URLPattern:
        """Named after its last part: articles_image_lookup."""

        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            return cast(HttpResponseBase, view(self, request, **kwargs))

        name = route.rstrip("/").rpartition("/")[2]
        # The upload refuses by length first, and looks for the token itself after that.
        answer.csrf_exempt = view is upload.upload  # type: ignore[attr-defined]
        checked = self.admin_site.admin_view(only(answer))
        return path(route, checked, name=f"articles_image_{name}")

    # Who may

    def has_change_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_change(person(request)))

    # The library

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Library

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return queryset.search(search_term), False  # type: ignore[attr-defined]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        since = timezone.now() - JUST_NOW
        mine = Image.objects.filter(uploaded_by=person(request), uploaded_at__gt=since)
        context = {
            "title": "Pictures",
            "news": News.of(mine),
            "most_bytes": MAX_BYTES,
            "addresses": addresses(),
        }
        return super().changelist_view(request, context | (extra_context or {}))

    # One picture

    def get_form(
        self, request: HttpRequest, obj: Image | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is None:
            kwargs["form"] = words.UploadForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Image | None = None) -> Any:
        return self.fieldsets if obj else ((None, {"fields": ("file", *words.WORDS)}),)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["show_save_and_add_another"] = False
        if image := kwargs.get("obj"):
            picture = Picture.of(image, person(request))
            context |= {"picture": picture, "addresses": addresses()}
            # One that is in use cannot go; its page says where it stands.
            context["show_delete"] = not picture.uses
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if not change:
            obj.uploaded_by = person(request)
            obj.receive(form.cleaned_data["file"])
        elif obj.set_words({name: form.cleaned_data[name] for name in form.changed_data}):
            messages.info(request, "The crops are being made again, which takes some seconds.")

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        image = self.get_object(request, unquote(object_id))
        allowed = image and self.has_delete_permission(request, image)
        if image and allowed and (articles := image.used_in()):
            messages.error(
                request,
                format_html("This picture cannot be deleted. It stands in {}.", links(articles)),
            )
            return redirect("admin:articles_image_change", image.pk)
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError:
            messages.error(request, "Somebody has just put this picture into an article: it stays.")
            return redirect("admin:articles_image_change", object_id)


def addresses() -> dict[str, str]:
    """Where the scripts of these pages ask; that of the words holds a 0 for the number."""
    return {
        "images": reverse("admin:articles_image_lookup"),
        "upload": reverse("admin:articles_image_upload"),
        "words": reverse("admin:articles_image_words", args=[0]),
    }
