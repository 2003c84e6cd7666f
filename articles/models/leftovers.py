"""Files that nothing names: what a crash, or a row deleted in bulk, has left behind."""

import datetime
from collections.abc import Iterator

from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from .image import Image
from .image_queryset import STUCK_AFTER
from .preparing import GRACE
from .rendition import Rendition
from .uploads import waiting_room

LOST = "Preparing this picture was interrupted and not taken up again. Upload it once more."


def clear_leftovers() -> None:
    for image in Image.objects.stuck():
        image.fail(LOST)
    clear_uploads()
    clear_files()


def clear_uploads() -> None:
    waiting = set(Image.objects.exclude(upload="").values_list("upload", flat=True))
    storage = waiting_room()
    for name in old_files(storage, "", STUCK_AFTER):
        if name not in waiting:
            storage.delete(name)


def clear_files() -> None:
    for folder in folders(default_storage, "img"):
        old = set(old_files(default_storage, f"img/{folder}", GRACE))
        # Asked for after the listing: a row that comes in between keeps its file.
        old -= set(Rendition.objects.filter(name__in=old).values_list("name", flat=True))
        for name in old:
            default_storage.delete(name)


def folders(storage: Storage, path: str) -> list[str]:
    return storage.listdir(path)[0] if storage.exists(path) else []


def old_files(storage: Storage, path: str, age: datetime.timedelta) -> Iterator[str]:
    """Full names of files below `path` that have not changed for `age`."""
    if not storage.exists(path):
        return
    for file in storage.listdir(path)[1]:
        name = f"{path}/{file}".lstrip("/")
        if storage.get_modified_time(name) < timezone.now() - age:
            yield name
