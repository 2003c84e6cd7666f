"""Background jobs of articles: a picture's files, made and cleared away."""

from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .imaging import CROPS
from .models import Image, Presence, Rendition, Scratch
from .models.leftovers import clear_leftovers

# What passes by itself: the database or a store away, the worker told to stop in the middle.
AGAIN = RetryStrategy(
    max_attempts=8,
    exponential_wait=4,
    retry_exceptions={OperationalError, InterfaceError, OSError},
)


@app.task(retry=AGAIN)
def prepare_image(image_id: int) -> None:
    if image := Image.objects.filter(pk=image_id).first():
        image.prepare()


@app.task(retry=AGAIN)
def recut_image(image_id: int) -> None:
    """The crops alone: a moved focal point changes nothing else."""
    if image := Image.objects.filter(pk=image_id).first():
        image.recut(CROPS)


@app.task(retry=AGAIN)
def discard_files(names: list[str]) -> None:
    """Deletes files that no row names any more."""
    named = Rendition.objects.filter(name__in=names).values_list("name", flat=True)
    for name in set(names) - set(named):
        default_storage.delete(name)


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="clear_leftovers")
def clear_away(timestamp: int) -> None:
    """Daily, what a crash has left behind, and what nobody came back for."""
    clear_leftovers()
    Scratch.objects.forget_old()
    Presence.objects.forget_old()
