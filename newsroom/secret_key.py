"""The signing key: the environment's, or on a machine that needs no set-up one made once."""

import contextlib
import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PLACEHOLDER = "change-me"
SHORTEST = 50


def check(key: str) -> str:
    """The key, when it is fit for a public site; otherwise ImproperlyConfigured."""
    if not key:
        problem = "SECRET_KEY is not set"
    elif PLACEHOLDER in key:
        problem = "SECRET_KEY is still the example's placeholder"
    elif len(key) < SHORTEST:
        problem = f"SECRET_KEY is shorter than {SHORTEST} characters"
    else:
        return key
    raise ImproperlyConfigured(
        f"{problem}: with DATABASE_URL set, this is a public site and needs a secret of its own. "
        'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
    )


def kept_in(var_dir: Path) -> str:
    """The key in `var_dir`/secret-key, made at the first call (readable by its owner only)."""
    file = var_dir / "secret-key"
    try:
        if not file.exists():
            make(file)
        key = file.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"Cannot keep files in {var_dir} ({error.strerror}): "
            "set VAR_DIR to a folder that this user may write to."
        ) from error
    if not key:
        raise ImproperlyConfigured(f"{file} is empty: delete it, and a new key is made.")
    return key


def make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(secrets.token_urlsafe(64))
    # A link, not a rename: of two processes starting at once the first one's key stays.
    with contextlib.suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()
