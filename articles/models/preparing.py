"""Preparing: how the files of a picture come to be, and go.

Upload, job and page never meet half-way: an upload waits in a private storage, a job reads it in
a process of its own (articles.imaging), and pages show only files that committed rows name.
"""

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from .. import imaging
from .rendition import Rendition
from .uploads import check_upload, digest_of, fetch, waiting_room

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from .image import Image

GRACE = datetime.timedelta(days=7)
"""How long a file outlives its row: pages in caches and mails on their way still name it."""


class Preparable(models.Model):
    class State(models.TextChoices):
        PROCESSING = "processing", "Being prepared"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"

    state = models.CharField(max_length=20, choices=State, default=State.PROCESSING, editable=False)
    problem = models.CharField(max_length=300, blank=True, editable=False)
    filename = models.CharField("file", max_length=200, blank=True, editable=False)
    focal_x = models.PositiveSmallIntegerField(
        "focal point, across",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="Per cent from the left edge. Crops keep this point in sight.",
    )
    focal_y = models.PositiveSmallIntegerField(
        "focal point, down",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="Per cent from the upper edge.",
    )
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    bytes = models.PositiveIntegerField("size", default=0, editable=False)
    upload = models.CharField(
        max_length=100, blank=True, editable=False, help_text="Its name while it waits."
    )
    upload_sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    pixel_sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    dhash = models.BigIntegerField(null=True, editable=False)
    removed = models.JSONField(
        default=list, editable=False, help_text="What the file held and we do not keep."
    )

    if TYPE_CHECKING:
        renditions: RelatedManager[Rendition]

    class Meta:
        abstract = True

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def master(self) -> Rendition | None:
        return next(iter(self.cuts("master")), None)

    def cuts(self, kind: str) -> list[Rendition]:
        """The files of that kind, the smallest first."""
        found = [each for each in self.renditions.all() if each.kind == kind]
        return sorted(found, key=lambda each: each.width)

    # Coming in

    def receive(self, file: "File[Any]") -> None:
        """Saves this new row with its upload, and defers the job in the same transaction."""
        check_upload(file)
        self.filename = PurePosixPath((file.name or "").replace("\\", "/")).name[-200:]
        self.bytes = file.size
        self.upload_sha256 = digest_of(file)
        self.upload = waiting_room().save(uuid4().hex, file)
        with transaction.atomic():
            self.save()
            self.defer("prepare_image")

    def defer(
        self, task: str, at: datetime.datetime | None = None, names: Iterable[str] = ()
    ) -> None:
        """One job at a time for each picture; those for later let the others pass."""
        lock = f"image-{self.pk}"
        job = jobs.configure_task(
            f"articles.tasks.{task}", lock=lock, schedule_at=at, priority=-1 if at else 0
        )
        job.defer(**{"names": list(names)} if names else {"image_id": self.pk})

    def prepare(self) -> None:
        """Reads the waiting upload and makes all sizes. Ends ready, or failed with a problem.

        Does nothing to a picture that is past that. Raises InterruptedError if it is cut short.
        """
        self.refresh_from_db()
        if self.state != self.State.PROCESSING:
            return
        with TemporaryDirectory(prefix="picture-") as folder:
            try:
                source = Path(folder, "upload")
                kind = fetch(waiting_room(), self.upload, source)
                self.cut(source, kind, Path(folder), imaging.EVERYTHING)
            except imaging.Refused as refusal:
                self.fail(str(refusal))
            except FileNotFoundError:
                self.fail("The uploaded file is no longer there. Upload it again.")
        self.refresh_from_db()

    def recut(self, kinds: tuple[str, ...] = imaging.ALL_SIZES) -> None:
        """Makes the sizes again from the master: for another focal point or other settings."""
        self.refresh_from_db()
        master = self.master
        if master is None:
            return
        with TemporaryDirectory(prefix="picture-") as folder:
            source = Path(folder, "master")
            kind = fetch(default_storage, master.name, source)
            self.cut(source, kind, Path(folder), kinds)

    def cut(self, source: Path, kind: str, folder: Path, kinds: tuple[str, ...]) -> None:
        focal = (self.focal_x, self.focal_y)
        prepared = imaging.prepare(source, kind, folder, focal=focal, kinds=kinds)
        renditions = [self.store(cut) for cut in prepared.cuts]
        with transaction.atomic():
            stands = type(self)._default_manager.select_for_update().filter(pk=self.pk).first()
            if stands is None:  # deleted meanwhile
                self.discard({each.name for each in renditions})
                return
            if stands.state == self.State.PROCESSING:
                stands.learn(prepared)
            stands.swap(renditions, kinds)
            if (stands.focal_x, stands.focal_y) != focal:
                stands.defer("recut_image")

    def store(self, cut: imaging.Cut) -> Rendition:
        """Puts a file where readers will find it, under a name that its content decides."""
        data = cut.file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:12]
        name = f"img/{self.pk}/{digest}-{cut.kind}-{cut.width}{cut.file.suffix}"
        if default_storage.exists(name) and default_storage.size(name) != len(data):
            default_storage.delete(name)  # half written before a crash
        if not default_storage.exists(name):
            with cut.file.open("rb") as file:
                name = default_storage.save(name, File(file))
        return Rendition(
            image=cast("Image", self),
            kind=cut.kind,
            width=cut.width,
            height=cut.height,
            format=cut.format,
            name=name,
            bytes=len(data),
        )

    def learn(self, prepared: imaging.Prepared) -> None:
        """What the file said of itself, where nobody has said otherwise."""
        for name, value in prepared.found.items():
            setattr(self, name, getattr(self, name) or value)
        self.width, self.height = prepared.width, prepared.height
        self.pixel_sha256, self.dhash = prepared.pixels, prepared.dhash
        self.removed = prepared.removed
        self.state = self.State.READY
        self.forget_upload()
        self.save()

    def swap(self, renditions: Iterable[Rendition], kinds: tuple[str, ...]) -> None:
        old = self.renditions.filter(kind__in=kinds)
        names = set(old.values_list("name", flat=True))
        old.delete()
        fresh = Rendition.objects.bulk_create(renditions)
        self.discard(names - {each.name for each in fresh})

    def fail(self, problem: str) -> None:
        with transaction.atomic():
            stands = type(self)._default_manager.select_for_update().get(pk=self.pk)
            if stands.state == self.State.PROCESSING:
                stands.state = self.State.FAILED
                stands.problem = problem
                stands.forget_upload()
                stands.save(update_fields=["state", "problem", "upload"])

    # Going

    def forget_upload(self) -> None:
        name, self.upload = self.upload, ""
        if name:
            transaction.on_commit(lambda: waiting_room().delete(name))

    def discard(self, names: Iterable[str]) -> None:
        """Deletes files after GRACE, unless a row names them again by then."""
        if wanted := sorted(names):
            self.defer("discard_files", at=timezone.now() + GRACE, names=wanted)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ProtectedError while a revision needs it."""
        with transaction.atomic():
            # Whoever saves a text with it at this moment goes first, or finds it gone.
            type(self)._default_manager.hold([self.pk])  # type: ignore[attr-defined]
            self.discard(self.renditions.values_list("name", flat=True))
            self.forget_upload()
            return super().delete(*args, **kwargs)
