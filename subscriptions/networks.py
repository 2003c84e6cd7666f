"""Which network a request came from, so that it can be counted without being kept."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PREFIX = {4: 24, 6: 48}
"""The bits of an address that one connection shares with its neighbours."""


def network_of(request: HttpRequest) -> str:
    """A keyed hash of the network; "" where there is no address, as behind a Unix socket."""
    try:
        address = ipaddress.ip_address(client_address(request))
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    network = ipaddress.ip_network((address, PREFIX[address.version]), strict=False)
    return salted_hmac("subscriptions.network", str(network), algorithm="sha256").hexdigest()


def client_address(request: HttpRequest) -> str:
    # A proxy that we are told to trust appends the address that it saw; the rest is hearsay.
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
