"""A POST to an address on the public internet.

Whoever can edit the site's settings chooses the hub's address, so a request goes to public
addresses only: the name is resolved once, every answer is looked at, and the connection is made
to what was looked at. Redirects are not followed.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from django.conf import settings

SECONDS_SILENT = 10
SECONDS_IN_ALL = 30
PASSING = {408, 425, 429}
"""Of the answers 4xx, those that may be others next time."""

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

type Endpoint = tuple[str, int]
type Resolve = Callable[[str, int], list[Endpoint]]
"""From a host's name and a port to the numeric addresses behind it. Raises OSError."""


class Refused(Exception):
    """It makes no sense to ask again: a wrong address, or one that is not public; a plain no."""


class NotReached(OSError):
    """It may go better later."""


def post(url: str, body: bytes, content_type: str, resolve: Resolve | None = None) -> None:
    """Raises Refused, and OSError where another attempt may help."""
    parts = urlsplit(url)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise Refused(f"{url} has no port that there is.") from None
    if not parts.hostname or parts.scheme not in allowed_schemes():
        raise Refused(f"{url} is not an https address.")
    endpoints = (resolve or addresses_of)(parts.hostname, port)
    check_public(endpoints, parts.hostname)
    connection = Connection(parts.hostname, port, endpoints, secure=parts.scheme == "https")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Content-Type": content_type, "User-Agent": f"Newsroom (+{settings.SITE_URL})"}
    with cut_off(connection):
        try:
            connection.request("POST", target, body, headers)
            status = connection.getresponse().status
        except http.client.HTTPException as error:
            raise NotReached(f"{parts.hostname} answered in no way known.") from error
    judge(status, parts.hostname)


def allowed_schemes() -> tuple[str, ...]:
    return ("https", "http") if settings.DEBUG else ("https",)


def addresses_of(host: str, port: int) -> list[Endpoint]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(str(where[0]), int(where[1])) for *_, where in found]


def check_public(endpoints: list[Endpoint], host: str) -> None:
    """Raises Refused where any leads into somebody's own network."""
    if not settings.DEBUG and not all(is_public(address) for address, port in endpoints):
        raise Refused(f"{host} is not on the public internet.")


def is_public(address: str) -> bool:
    try:
        number = ipaddress.ip_address(address)
    except ValueError:  # not a plain number
        return False
    if isinstance(number, ipaddress.IPv6Address) and (inside := old_address_in(number)):
        return is_public(str(inside))
    # Nobody has been given those that are reserved; some lead home all the same.
    own = number.is_reserved or number.is_multicast or getattr(number, "is_site_local", False)
    return number.is_global and not own


def old_address_in(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """To which a gateway would pass on what is sent to this one."""
    if number in NAT64:
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)


class Connection(http.client.HTTPConnection):
    """To one of the numeric addresses that were looked at, for a host of that name."""

    def __init__(self, host: str, port: int, endpoints: list[Endpoint], *, secure: bool) -> None:
        super().__init__(host, port, timeout=SECONDS_SILENT)
        self.default_port = 443 if secure else 80
        self.endpoints = endpoints
        self.tls = ssl.create_default_context() if secure else None

    def connect(self) -> None:
        self.sock = self.reached()
        if self.tls:
            # The handshake comes second, so that it can be cut off.
            self.sock = self.tls.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def reached(self) -> socket.socket:
        failure: OSError = NotReached(f"{self.host} has no address.")
        for endpoint in self.endpoints:
            try:
                return socket.create_connection(endpoint, self.timeout)
            except OSError as error:
                failure = error
        raise failure


@contextmanager
def cut_off(connection: Connection) -> Iterator[None]:
    """However slowly the other side speaks, it is heard no longer than SECONDS_IN_ALL."""

    def hang_up() -> None:
        with suppress(OSError):  # it may be over at this very moment
            if connection.sock:
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(SECONDS_IN_ALL, hang_up)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def judge(status: int, host: str) -> None:
    if 200 <= status < 300:
        return
    if 300 <= status < 500 and status not in PASSING:
        raise Refused(f"{host} answered {status}.")
    raise NotReached(f"{host} answered {status}.")
