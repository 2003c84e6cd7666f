"""A text sent by somebody whose session has ended: they log in on the spot, and it is saved.

The admin would send them to its login page, and what they typed would be gone. With script, keep.js
notices before anything is sent; this is for browsers without.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

LOGIN = ("username", "password")
View = Callable[..., HttpResponseBase]


def urls(model_admin: admin.ModelAdmin) -> list[URLPattern]:
    """The admin's own addresses for writing, with this before them."""
    add = guarded(model_admin, model_admin.add_view)
    change = guarded(model_admin, model_admin.change_view)
    return [
        path("add/", add, name="articles_article_add"),
        path("<path:object_id>/change/", change, name="articles_article_change"),
    ]


def guarded(model_admin: admin.ModelAdmin, view: View) -> View:
    inside = model_admin.admin_site.admin_view(view)

    @never_cache
    @sensitive_post_parameters("password")
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and request.user.is_anonymous:
            form = login_form(model_admin, request)
            if not form.is_valid():
                return ask(model_admin, request, form)
            login(request, form.get_user())
            request.POST = without_login(request.POST)  # type: ignore[assignment]
        return inside(request, *args, **kwargs)

    return answer


def login_form(model_admin: admin.ModelAdmin, request: HttpRequest) -> AdminAuthenticationForm:
    """Bound once somebody has tried."""
    kind: Any = model_admin.admin_site.login_form or AdminAuthenticationForm
    form: AdminAuthenticationForm = kind(request, data=request.POST)
    form.is_bound = "password" in request.POST
    return form


def ask(
    model_admin: admin.ModelAdmin, request: HttpRequest, form: AdminAuthenticationForm
) -> HttpResponseBase:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "You were signed out",
        "form": form,
        "typed": typed(without_login(request.POST)),
    }
    template = "admin/articles/article/signed_out.html"
    return TemplateResponse(request, template, context, status=HTTPStatus.UNAUTHORIZED)


def without_login(data: QueryDict) -> QueryDict:
    answer = data.copy()
    for name in (*LOGIN, "csrfmiddlewaretoken"):
        answer.pop(name, None)
    return answer


def typed(data: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in data.lists() for value in values]
