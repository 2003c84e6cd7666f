from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ..imports import Manuscript, ManuscriptError, read_manuscript
from ..imports.reading import LARGEST, too_large


class ManuscriptForm(forms.Form):
    """A file, or a text pasted. page: the same paste with its formatting, if the browser has it."""

    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="File",
        help_text="Word (.docx), Markdown, HTML or plain text, up to 20 MB",
    )
    text = forms.CharField(
        required=False,
        strip=False,
        label="Or paste the text",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="From Word, Google Docs, LibreOffice, WordPress, or any plain text",
    )
    page = forms.FileField(required=False, widget=forms.FileInput(attrs={"hidden": True}))

    manuscript: Manuscript
    filename: str
    content: bytes

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        try:
            self.content, self.filename = self.sent(cleaned)
            self.manuscript = read_manuscript(self.content, self.filename)
        except ManuscriptError as error:
            raise forms.ValidationError(str(error)) from error
        return cleaned

    def sent(self, cleaned: dict[str, Any]) -> tuple[bytes, str]:
        """The bytes and the name of what came: a file before a paste."""
        file, page, text = (cleaned.get(name) for name in ("file", "page", "text"))
        if isinstance(file, UploadedFile):
            return whole(file), file.name or "manuscript"
        if isinstance(page, UploadedFile):
            return whole(page), "Pasted text.html"
        if text and text.strip():
            return text.encode(), "Pasted text.txt"
        raise ManuscriptError("Choose a file or paste a text.")


def whole(file: UploadedFile) -> bytes:
    if (file.size or 0) > LARGEST:
        raise ManuscriptError(too_large(file.size or 0))
    return bytes(file.read())
