"""An article's content as somebody saved it: whole, and never changed again."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction

from ..body import Body
from ..fields import BodyField
from .image import Image

LEAD_IS_GONE = "The lead picture was deleted from the library a moment ago. Choose another one."


class Kind(models.TextChoices):
    NEWS = "news", "News"
    ANALYSIS = "analysis", "Analysis"
    OPINION = "opinion", "Opinion"
    INTERVIEW = "interview", "Interview"
    EXPLAINER = "explainer", "Explainer"


def minutes_to_read(words: int) -> int:
    """At 230 words a minute, at least one."""
    return max(1, round(words / 230))


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a revision holds, before it is one."""

    headline: str = ""
    standfirst: str = ""
    key_points: tuple[str, ...] = ()
    body: Body = field(default_factory=Body.empty)
    lead_image: Image | None = None
    kind: str = Kind.NEWS


class StaleDraft(Exception):
    """The draft moved since the text was opened. Nothing was saved and nothing is lost.

    mine: the Content that was refused; theirs: the Revision that stands.
    """

    def __init__(self, mine: Content, theirs: "Revision") -> None:
        super().__init__(f"Version {theirs.number} was saved in the meantime.")
        self.mine = mine
        self.theirs = theirs


class Revision(models.Model):
    Kind = Kind

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    headline = models.CharField(max_length=300, blank=True)
    standfirst = models.TextField(max_length=1000, blank=True)
    key_points = models.JSONField(default=list, blank=True)
    body = BodyField(blank=True)
    lead_image = models.ForeignKey(
        Image, on_delete=models.PROTECT, null=True, blank=True, related_name="leads"
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NEWS)
    images = models.ManyToManyField(Image, through="ImageUse", related_name="revisions")
    words = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")
        ]

    def __str__(self) -> str:
        return f"Version {self.number}: {self.headline or 'no headline yet'}"

    @property
    def content(self) -> Content:
        return Content(
            headline=self.headline,
            standfirst=self.standfirst,
            key_points=tuple(self.key_points),
            body=self.body,
            lead_image=self.lead_image,
            kind=self.kind,
        )

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)

    def image_ids(self) -> set[int]:
        """Of all pictures that it shows, the lead picture among them."""
        lead = {self.lead_image_id} if self.lead_image_id else set()
        return lead | set(self.body.image_ids())

    @classmethod
    def write(
        cls, article_id: int, content: Content, number: int, *, by: User | None, reason: str
    ) -> "Revision":
        """Adds a revision and notes which pictures it needs, so that none of them is deleted.

        Raises ValidationError where the lead picture was deleted a moment ago. One of the body may
        be gone: the gate says so.
        """
        in_body, lead = set(content.body.image_ids()), content.lead_image
        with transaction.atomic():
            known = Image.objects.hold(in_body | ({lead.pk} if lead else set()))
            if lead and lead.pk not in known:
                raise ValidationError({"lead_image": LEAD_IS_GONE})
            revision = cls.objects.create(
                article_id=article_id,
                number=number,
                headline=content.headline,
                standfirst=content.standfirst,
                key_points=list(content.key_points),
                body=content.body,
                lead_image=lead,
                kind=content.kind,
                words=content.body.word_count(),
                by=by,
                reason=reason,
            )
            ImageUse.objects.bulk_create(
                ImageUse(revision=revision, image_id=pk) for pk in sorted(known & in_body)
            )
        return revision


class ImageUse(models.Model):
    """A picture in the body of a revision: while it stands, the picture cannot be deleted."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE)
    image = models.ForeignKey(Image, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "image"], name="image_once_per_revision")
        ]

    def __str__(self) -> str:
        return f"{self.image} in {self.revision}"
