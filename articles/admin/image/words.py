"""What is said of a picture, and the point that its crops keep in sight."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.forms import modelform_factory
from django.http import Http404, HttpRequest, JsonResponse

from ...models import Image
from ...models.uploads import check_upload
from ..people import person
from .answers import described, refused

if TYPE_CHECKING:
    from .admin import ImageAdmin

WORDS = ("title", "alt", "caption", "credit", "licence")
FOCUS = ("focal_x", "focal_y")
POSTED_ALONE = ("alt", "credit", "caption", *FOCUS)
"""What may be said in one request, each with or without the others."""


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
        help_text="JPEG, PNG, WebP, AVIF, TIFF or a GIF that stands still, up to 40 MB",
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        check_upload(file)
        return file


def say(model_admin: "ImageAdmin", request: HttpRequest, object_id: int) -> JsonResponse:
    """{"image": …}, or 400 with {"errors": {field: [sentence, …]}}. Changes what was sent alone."""
    image = model_admin.get_object(request, str(object_id))
    if image is None:
        raise Http404("There is no such picture.")
    if not model_admin.has_change_permission(request, image):
        raise PermissionDenied
    sent = [name for name in POSTED_ALONE if name in request.POST]
    if not sent:
        return refused(
            {"": ["Nothing was sent. Send at least one of these: alt, credit, caption."]}
        )
    form: Any = modelform_factory(Image, fields=sent)(request.POST, instance=image)
    if not form.is_valid():
        return refused(form.errors)
    if form.changed_data:
        image.set_words({name: form.cleaned_data[name] for name in form.changed_data})
        message = model_admin.construct_change_message(request, form, [])
        model_admin.log_change(request, image, message)
    return JsonResponse({"image": described(image, person(request))})
