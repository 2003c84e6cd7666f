"""Reading the environment: every variable is named once, and a wrong value stops the program
with a sentence that names it (`ImproperlyConfigured`), instead of being guessed at."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
TLS_PORTS = {"none": 25, "starttls": 587, "ssl": 465}


def load(file: Path) -> None:
    """Add the `NAME=value` lines of `file` to the environment; what is already set wins."""
    if not file.is_file():
        return
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.strip().isidentifier():
            raise ImproperlyConfigured(f"{file}, line {number}: expected NAME=value.")
        os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    if value:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return default


def first_line(file: Path) -> str:
    """What a file of ours says; nothing where there is none."""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError):
        return ""


def items(name: str) -> list[str]:
    """Comma-separated values; empty ones dropped."""
    return [item.strip() for item in text(name).split(",") if item.strip()]


def site_url(name: str, default: str) -> str:
    """`http(s)://host[:port]`, without a trailing slash."""
    url = text(name, default).rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and not parts.path
        usable = usable and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ImproperlyConfigured(
            f"{name} must be the site's address without a path, like https://news.example.org, "
            f"not {url!r}."
        )
    return url


def mail_url(name: str) -> dict[str, object] | None:
    """`smtp://user:password@host:port/?tls=starttls|ssl|none`, or None when it is unset.

    Without `tls=`, the port decides: 465 is ssl, 587 is starttls, any other is none. The password
    never appears in the error.
    """
    url = text(name)
    if not url:
        return None
    problem = ImproperlyConfigured(
        f"{name} must look like smtp://user:password@host:port/?tls=starttls (or ssl, or none)."
    )
    try:
        parts = urlsplit(url)
        port, query = parts.port, parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise problem from None
    if parts.scheme != "smtp" or not parts.hostname or set(query) - {"tls"}:
        raise problem
    by_port = {port: tls for tls, port in TLS_PORTS.items()}
    tls = query.get("tls", [by_port.get(port or 25, "none")])[-1]
    if tls not in TLS_PORTS:
        raise problem
    return {
        "kind": "smtp",
        "host": parts.hostname,
        "port": port or TLS_PORTS[tls],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "tls": tls,
    }
