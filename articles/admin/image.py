"""Pictures in the admin: the library as a grid, uploads by the handful, one picture at a time."""

import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from ..models import Article, Image
from ..models.uploads import check_upload
from .lists import Listed
from .people import person

WORDS = ("title", "alt", "caption", "credit", "licence")
JUST_NOW = datetime.timedelta(hours=1)


class WordsForm(forms.ModelForm):
    class Meta:
        model = Image
        fields = WORDS
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
        }


class UploadForm(WordsForm):
    file = forms.FileField(
        label="Picture",
        help_text="JPEG, PNG, WebP, AVIF or TIFF, up to 40 MB",
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        check_upload(file)
        return file


@admin.register(Image)
class ImageAdmin(Listed):
    form = WordsForm
    list_display = ("__str__",)
    list_filter = (
        "state",
        ("credit", admin.EmptyFieldListFilter),
        ("alt", admin.EmptyFieldListFilter),
    )
    # The words are looked for by ImageQuerySet.search; naming one draws the field.
    search_fields = ("title",)
    list_per_page = 40
    actions = None
    fieldsets = (
        (None, {"fields": ("picture", *WORDS)}),
        ("Crops", {"fields": (("focal_x", "focal_y"),)}),
        ("What we know of it", {"fields": ("facts", "taken_away", "used", "doubles")}),
    )
    readonly_fields = ("picture", "facts", "taken_away", "used", "doubles")

    # The library

    def get_urls(self) -> list[URLPattern]:
        upload = self.admin_site.admin_view(self.upload_view)
        own = path("upload/", upload, name="articles_image_upload")
        return [own, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return queryset.search(search_term), False  # type: ignore[attr-defined]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        images = list(changelist.result_list)
        prefetch_related_objects(images, "renditions")
        uses = Image.objects.count_uses(images)
        for image in images:
            image.uses = uses.get(image.pk, 0)
        changelist.result_list = images
        return changelist

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        mine = Image.objects.filter(
            uploaded_by=person(request), uploaded_at__gt=timezone.now() - JUST_NOW
        )
        context = {
            "title": "Pictures",
            "cleaned": mine.exclude(removed=[]).count(),
            "preparing": mine.filter(state=Image.State.PROCESSING).count(),
        }
        return super().changelist_view(request, context | (extra_context or {}))

    @method_decorator(require_POST)
    def upload_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        files = request.FILES.getlist("pictures")
        if not files:
            messages.error(request, "No file was chosen. Choose one or several pictures.")
        added = sum(self.take(request, file) for file in files)
        if added:
            number = "The picture is" if added == 1 else f"{added} pictures are"
            messages.success(
                request,
                f"{number} being prepared, which takes some seconds. "
                "Give each an alternative text and a credit.",
            )
        return redirect("admin:articles_image_changelist")

    def take(self, request: HttpRequest, file: UploadedFile) -> bool:
        """One upload of several: whether it was taken."""
        try:
            image = Image.objects.add(file, alt="", by=person(request))
        except ValidationError as error:
            messages.error(request, f"“{file.name}”: {' '.join(error.messages)}")
            return False
        self.log_addition(request, image, [{"added": {}}])
        if twins := Image.objects.same_upload(image):
            messages.warning(
                request,
                format_html(
                    "“{}”: the library has this very file already: {}", file.name, links(twins)
                ),
            )
        return True

    # One picture

    def get_form(
        self, request: HttpRequest, obj: Image | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is None:
            kwargs["form"] = UploadForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Image | None = None) -> Any:
        return self.fieldsets if obj else ((None, {"fields": ("file", *WORDS)}),)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if not change:
            obj.uploaded_by = person(request)
            obj.receive(form.cleaned_data["file"])
            return
        super().save_model(request, obj, form, change)
        if {"focal_x", "focal_y"} & set(form.changed_data) and obj.is_ready:
            obj.defer("recut_image")
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
        return super().delete_view(request, object_id, extra_context)

    @admin.display(description="Picture")
    def picture(self, image: Image) -> str:
        if image.state == Image.State.FAILED:
            return image.problem
        if not image.is_ready:
            return "It is being prepared. Load the page again in a moment."
        return render_to_string("admin/articles/image/_preview.html", {"image": image})

    @admin.display(description="File")
    def facts(self, image: Image) -> str:
        return render_to_string("admin/articles/image/_facts.html", {"image": image})

    @admin.display(description="Taken away")
    def taken_away(self, image: Image) -> str:
        if not image.is_ready:
            return "The file has not been read."
        if not image.removed:
            return "Nothing: the file held no data beside the picture that we look for."
        words = ", ".join(image.removed)
        return (
            f"{words[0].upper()}{words[1:]}. It is gone from the files that readers get and "
            "from the one kept here. Credit and caption were read first: check them."
        )

    @admin.display(description="Used in")
    def used(self, image: Image) -> SafeString | str:
        return links(image.used_in()) or "No article"

    @admin.display(description="Looks like")
    def doubles(self, image: Image) -> SafeString | str:
        return links(Image.objects.like(image)[:10]) or "No other picture"


def links(things: Any) -> SafeString:
    """Names of articles or pictures, each leading to its page in the admin."""
    return format_html_join(", ", '<a href="{}">“{}”</a>', ((page_of(t), t) for t in things))


def page_of(thing: Article | Image) -> str:
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])
