"""Readers' pages of the post office. A GET only shows a page: mail scanners follow links."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import SiteSettings

from . import tokens
from .forms import INVITATION, SubscribeForm
from .models import Subscriber
from .networks import network_of
from .origins import from_elsewhere

pages_and_posts = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@pages_and_posts
def subscribe(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request, "subscribe", invitation=INVITATION)
    if from_elsewhere(request):
        return page(request, "elsewhere", HTTPStatus.FORBIDDEN)
    form = SubscribeForm(request.POST)
    if not form.is_valid():
        return page(
            request,
            "subscribe",
            HTTPStatus.UNPROCESSABLE_ENTITY,
            invitation=INVITATION,
            email=request.POST.get("email", ""),
            errors=form.errors.get("email", []),
        )
    network = network_of(request)
    if Subscriber.objects.crowded(network):
        return page(request, "crowded", HTTPStatus.TOO_MANY_REQUESTS)
    if not form.is_by_a_program:
        consent = form.consent(SiteSettings.load().name, network)
        Subscriber.objects.sign_up(form.cleaned_data["email"], consent)
    return redirect("subscriptions:sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The one answer to every sign-up, whoever asked and whatever we knew of them."""
    return page(request, "sent")


@csrf_exempt
@never_cache
@pages_and_posts
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    try:
        subscriber = tokens.to_confirm(token)
    except tokens.ExpiredLink:
        return page(request, "expired", HTTPStatus.GONE)
    except tokens.WrongLink:
        return page(request, "wrong_link", HTTPStatus.NOT_FOUND)
    if request.method != "POST":
        return page(request, "confirm")
    if from_elsewhere(request):
        return page(request, "elsewhere", HTTPStatus.FORBIDDEN)
    if not subscriber.confirm():
        return page(request, "expired", HTTPStatus.GONE)
    return page(request, "confirmed")


@csrf_exempt
@never_cache
@pages_and_posts
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    try:
        subscriber = tokens.to_unsubscribe(token)
    except tokens.WrongLink:
        return page(request, "wrong_link", HTTPStatus.NOT_FOUND)
    if request.method != "POST":
        return page(request, "unsubscribe")
    if from_elsewhere(request):
        return page(request, "elsewhere", HTTPStatus.FORBIDDEN)
    subscriber.unsubscribe()
    return page(request, "unsubscribed")


def page(
    request: HttpRequest, name: str, status: HTTPStatus = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    return render(request, f"subscriptions/{name}.html", context, status=status)
