"""A manuscript between its arrival and its article: kept for its sender alone, for a week."""

import datetime
from dataclasses import dataclass
from typing import Self
from uuid import uuid4

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils import timezone

from .errors import ManuscriptError

KEPT = datetime.timedelta(days=7)
FOLDER = "manuscripts"
SALT = "articles.imports.upload"
GONE = "This manuscript is no longer kept here; send it again."


@dataclass(frozen=True, slots=True)
class Upload:
    """name: in the storage; filename: what its sender calls it."""

    name: str
    filename: str

    @classmethod
    def keep(cls, data: bytes, filename: str) -> Self:
        sweep()
        name = store().save(f"{FOLDER}/{uuid4().hex}", ContentFile(data))
        return cls(name, filename[-80:])

    @classmethod
    def behind(cls, token: str, user_id: int) -> Self:
        """The upload that an address names. Raises ManuscriptError when it is gone or another's."""
        try:
            owner, name, filename = signing.loads(token, salt=SALT, max_age=KEPT)
        except signing.BadSignature as error:
            raise ManuscriptError(GONE) from error
        if owner != user_id:
            raise ManuscriptError(GONE)
        return cls(name, filename)

    def token(self, user_id: int) -> str:
        return signing.dumps([user_id, self.name, self.filename], salt=SALT, compress=True)

    def read(self) -> bytes:
        try:
            with store().open(self.name) as file:
                return bytes(file.read())
        except FileNotFoundError as error:
            raise ManuscriptError(GONE) from error

    def discard(self) -> None:
        store().delete(self.name)


def store() -> Storage:
    """The private one, to which no address of the site leads."""
    return storages["uploads"]


def sweep() -> None:
    """Manuscripts that nobody made an article of."""
    oldest = timezone.now() - KEPT
    try:
        _, names = store().listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{FOLDER}/{name}"
        try:
            if store().get_modified_time(path) < oldest:
                store().delete(path)
        except FileNotFoundError:  # another process was quicker
            continue
