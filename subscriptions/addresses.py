"""E-mail addresses as people type them, in the one form that we keep."""

import re
import unicodedata
from email.errors import MessageError
from email.headerregistry import Address

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
EXAMPLE = "Write it like name@example.org."
DEVIANT = set("ßς\u200c\u200d")
"""Python knows the older standard of names only, by which these lead to somebody else's domain."""
is_address = EmailValidator(allowlist=[])


def normalised(typed: str) -> str:
    """Without blanks around it, the domain in ASCII and lower case, the name as typed.

    Raises ValidationError with what is wrong, for the person who typed it.
    """
    address = unicodedata.normalize("NFC", typed).strip().strip("\u200b\u200e\u200f\ufeff")
    local, at, domain = address.rpartition("@")
    if not at:
        raise ValidationError(f"An e-mail address has an @ in it. {EXAMPLE}")
    if not local:
        raise ValidationError(f"The part before the @ is missing. {EXAMPLE}")
    if not local.isascii():
        raise ValidationError(
            "We can only write to addresses with plain letters (a to z) before the @."
        )
    if not LOCAL.fullmatch(local) or len(local) > 64 or not fits_a_header(local):
        raise ValidationError(f"The part before the @ cannot be right. {EXAMPLE}")
    return checked(f"{local}@{ascii_domain(domain)}")


def ascii_domain(domain: str) -> str:
    if set(domain) & DEVIANT:
        raise ValidationError("Write the part after the @ in the form that begins with xn--.")
    try:
        return domain.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise ValidationError(f"The part after the @ cannot be right. {EXAMPLE}") from error


def checked(address: str) -> str:
    try:
        is_address(address)
    except ValidationError as error:
        raise ValidationError(f"The part after the @ cannot be right. {EXAMPLE}") from error
    if len(address) > 254 or "[" in address:
        raise ValidationError(f"The part after the @ cannot be right. {EXAMPLE}")
    return address


def fits_a_header(local: str) -> bool:
    """Whether a letter can be addressed so: "=?utf-8?q?a?=" would be read as something encoded."""
    address = f"{local}@example.org"
    try:
        return Address(addr_spec=address).addr_spec == address
    except (MessageError, ValueError, IndexError):
        return False
