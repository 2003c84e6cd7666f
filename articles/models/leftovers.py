"""Files that nothing names: what a crash, or a row deleted in bulk, has left behind."""

import datetime
from collections.abc import Collection, Iterable, Iterator

from django.core.files.storage import Storage, default_storage
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from .article import Article
from .card import DISCARD
from .card import FOLDER as CARDS
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
    for kind in ("img", CARDS):
        for folder in folders(default_storage, kind):
            old = set(old_files(default_storage, f"{kind}/{folder}", GRACE))
            # Asked for after the listing: a row that comes in between keeps its file.
            for name in old - named_by_rows(old) - on_their_way_out(old):
                default_storage.delete(name)


def named_by_rows(names: Collection[str]) -> set[str]:
    """Those of these files that a page may still name."""
    cuts = Rendition.objects.filter(name__in=names).values_list("name", flat=True)
    cards = Article.objects.filter(pk__in=owners(names), card__in=names)
    return {*cuts, *cards.values_list("card", flat=True)}


def owners(names: Iterable[str]) -> set[int]:
    """Numbers of the articles whose cards may be among these files: no index has their names."""
    parts = (name.split("/") for name in names if name.startswith(f"{CARDS}/"))
    return {int(pk) for _, pk, *_ in parts if pk.isdecimal()}


def on_their_way_out(names: Collection[str]) -> set[str]:
    """Those that a job deletes when their time is up: a file may be old when its row leaves it."""
    waiting = ProcrastinateJob.objects.filter(task_name=DISCARD, status="todo")
    return {name for job in waiting for name in job.args["names"]} if names else set()


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
