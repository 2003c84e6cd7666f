"""Uploads between the form and the job: looked at from outside, kept where no address leads."""

import hashlib
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import Storage, storages

from .. import imaging


def waiting_room() -> Storage:
    return storages["uploads"]


def check_upload(file: "File[Any]") -> None:
    """Raises ValidationError with a sentence for the editor. Reads the first bytes only."""
    file.seek(0)
    try:
        imaging.check(file.read(imaging.HEAD_BYTES), file.size)
    except imaging.Refused as refusal:
        raise ValidationError(str(refusal)) from refusal
    finally:
        file.seek(0)


def digest_of(file: "File[Any]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def fetch(storage: Storage, name: str, target: Path) -> str:
    """Copies a stored file to where the reading process can have it; returns its kind.

    Raises FileNotFoundError, and Refused for what is no picture.
    """
    with storage.open(name) as file, target.open("wb") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
    with target.open("rb") as copied:
        return imaging.identify(copied.read(imaging.HEAD_BYTES))
