"""The door of the newsdesk: see docs/decisions/0005-tries-to-log-in.md."""

import ipaddress
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from newsroom.models import LoginTries
from subscriptions.networks import client_address

HOME_NETWORK = 64
"""The bits of an IPv6 address that one connection has to itself."""


class LoginForm(AdminAuthenticationForm):
    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "Name and password do not match.",
        "too_many": "Too many tries: wait 10 minutes.",
    }

    def clean(self) -> dict[str, Any]:
        name, password = (self.cleaned_data.get(field) for field in ("username", "password"))
        if not name or not password:
            return super().clean()
        address = address_of(self.request)
        if not LoginTries.objects.allow(name, address):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        cleaned = super().clean()
        LoginTries.objects.succeeded(name, address)
        return cleaned


def address_of(request: HttpRequest | None) -> str:
    """The address, of IPv6 the network; "" where there is none, as behind a Unix socket."""
    try:
        address = ipaddress.ip_address(client_address(request) if request else "")
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((str(address), HOME_NETWORK), strict=False))


admin.site.login_form = LoginForm
