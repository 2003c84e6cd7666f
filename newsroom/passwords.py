"""A forgotten password: a link by mail, and the page where a new one is set.

Nothing here tells whether an address is known: the letter is written by the worker, and whoever
asks gets the same answer after the same time.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.urls.resolvers import URLPattern

from articles.password_links import GOOD_FOR
from newsroom import tasks
from newsroom.admin import address_of
from newsroom.models import LoginTries

ASKED_AT_MOST = 3
TOO_OFTEN = "Too many letters were asked for: wait 10 minutes."


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "email" in cleaned:
            address = address_of(self.request)
            tries = LoginTries.objects
            if not tries.allow(cleaned["email"], address, "password", ASKED_AT_MOST):
                raise ValidationError(TOO_OFTEN, code="too_many")
        return cleaned


class InHouse:
    """The frame of the newsdesk's own pages."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**admin.site.each_context(self.request), **context, "good_for": GOOD_FOR}


class Forgotten(InHouse, views.PasswordResetView):
    form_class = ForgottenForm  # type: ignore[assignment]
    template_name = "registration/forgotten.html"
    title = "Forgotten your password?"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def form_valid(self, form: Any) -> HttpResponse:
        tasks.send_forgotten.defer(email=form.cleaned_data["email"])
        return HttpResponseRedirect(str(self.success_url))


class Asked(InHouse, views.PasswordResetDoneView):
    template_name = "registration/forgotten_asked.html"
    title = "Look into your mail"


class SetPassword(InHouse, views.PasswordResetConfirmView):
    template_name = "registration/set_password.html"
    title = "Set your password"

    def get_user(self, uidb64: str) -> Any:
        account: User | None = super().get_user(uidb64)
        return account if account and account.is_active and account.is_staff else None

    def form_valid(self, form: Any) -> HttpResponse:
        # Whoever has read the letter need not wait because of tries before it.
        LoginTries.objects.succeeded(form.user.get_username(), "")
        return super().form_valid(form)


class PasswordIsSet(InHouse, views.PasswordResetCompleteView):
    template_name = "registration/password_is_set.html"
    title = "Your password is set"


urlpatterns: list[URLPattern] = [
    path("", Forgotten.as_view(), name="password_reset"),
    path("asked/", Asked.as_view(), name="password_reset_done"),
    path("set/", PasswordIsSet.as_view(), name="password_reset_complete"),
    path("<uidb64>/<token>/", SetPassword.as_view(), name="password_reset_confirm"),
]
