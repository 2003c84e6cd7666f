"""Reading the environment: every variable is named once, and a wrong value stops the program
with a sentence that names it (`ImproperlyConfigured`), instead of being guessed at."""

import datetime
import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
TLS_PORTS = {"none": 25, "starttls": 587, "ssl": 465}
# What the parts of a mail service's key are called there.
SERVICES = {
    "brevo": ("api_key",),
    "mailersend": ("api_token",),
    "mailgun": ("api_key",),
    "mailjet": ("api_key", "secret_key"),
    "mailtrap": ("api_token",),
    "mandrill": ("api_key",),
    "postal": ("api_key",),
    "postmark": ("server_token",),
    "resend": ("api_key",),
    "scaleway": ("secret_key",),
    "sendgrid": ("api_key",),
    "sparkpost": ("api_key",),
    "unisender-go": ("api_key",),
}


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


def number(name: str, default: int, least: int = 1) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or len(value) > 9 or int(value) < least:
        raise ImproperlyConfigured(f"{name} must be a number from {least}, not {value!r}.")
    return int(value)


def numbers(name: str, default: dict[str, int]) -> dict[str, int]:
    """`gmail=1200,outlook=600` changes those of the default; `none` is an empty table."""
    if text(name) == "none":
        return {}
    found = dict(default)
    for item in items(name):
        key, _, value = item.partition("=")
        if key not in default or not value.isdecimal() or len(value) > 9:
            example = ",".join(f"{key}={value}" for key, value in default.items())
            raise ImproperlyConfigured(f"{name} must look like {example} (or none), not {item!r}.")
        found[key] = int(value)
    return found


def day(name: str) -> datetime.date | None:
    value = text(name)
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        problem = f"{name} must be a day like 2026-11-23, not {value!r}."
        raise ImproperlyConfigured(problem) from None


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
    """`smtp://…` or `anymail+service://…`, or None when it is unset. No error tells a password."""
    url = text(name)
    if url.startswith("anymail+"):
        return mail_service(name, url)
    return mail_server(name, url) if url else None


def mail_server(name: str, url: str) -> dict[str, object]:
    """`smtp://user:password@host:port/?tls=starttls|ssl|none`

    Without `tls=`, the port decides: 465 is ssl, 587 is starttls, any other is none.
    """
    problem = ImproperlyConfigured(
        f"{name} must look like smtp://user:password@host:port/?tls=starttls (or ssl, or none), "
        "or like anymail+postmark://TOKEN."
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


def mail_service(name: str, url: str) -> dict[str, object]:
    """`anymail+postmark://TOKEN`, `anymail+mailjet://KEY:SECRET`; a service's further options of
    django-anymail follow as `/?sender_domain=mg.example.org`."""
    scheme, _, rest = url.partition("://")
    service = scheme.removeprefix("anymail+")
    if service not in SERVICES:
        raise ImproperlyConfigured(
            f"{name} names no mail service that is known here: {', '.join(SERVICES)}. "
            "Any other one has a mail server too: smtp://…"
        )
    keys, _, query = rest.partition("?")
    secrets = [unquote(part) for part in keys.rstrip("/@").split(":")]
    try:
        more = {key: values[-1] for key, values in parse_qs(query, strict_parsing=True).items()}
    except ValueError:
        more = {"": ""} if query else {}
    if len(secrets) != len(SERVICES[service]) or not all(secrets) or "" in more:
        example = ":".join(part.upper() for part in SERVICES[service])
        raise ImproperlyConfigured(f"{name} must look like {scheme}://{example}/?option=value.")
    return {
        "kind": "service",
        "host": service,
        "service": service.replace("-", "_"),
        "options": dict(zip(SERVICES[service], secrets, strict=True)) | more,
    }
