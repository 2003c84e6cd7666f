"""The pages round the writing page, all made alike."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from ...models import Article


def screen(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    name: str,
    title: str,
    original: Article | None = None,
    status: int = 200,
    **context: Any,
) -> TemplateResponse:
    """name: of its template. original: the article it is about, as the admin calls it."""
    everywhere = model_admin.admin_site.each_context(request)
    about = {"title": title, "opts": model_admin.opts, "original": original}
    template = f"admin/articles/article/{name}.html"
    return TemplateResponse(request, template, {**everywhere, **about, **context}, status=status)
