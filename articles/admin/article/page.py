"""What the writing page shows beside the form."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.safestring import SafeString

from ...body import Body
from ...body.blocks.heading import Heading
from ...body.inline import Footnote
from ...body.render import References, Rendering
from ...forms import ArticleForm, place_of_zone
from ...models import Article, Finding, Image
from ...models.revision import minutes_to_read
from ...models.state import NOT_OUT_YET
from ..people import name_of

ANCHORS = {
    "headline": "id_headline",
    "standfirst": "id_standfirst",
    "key_points": "id_key_points",
    "body": "body",
    "desk": "id_desk",
    "topics": "id_topics",
    "bylines": "bylines",
    "lead_image": "id_lead_image",
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding of the gate with the id of the place where it is mended."""

    level: str
    message: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NumberedBlock:
    """A block of the body as readers get it, and where it stands, from 1."""

    number: int
    label: str
    html: SafeString


@dataclass(slots=True)
class Page:
    """verb, label: the filled button. blocked: why it cannot be pressed yet, or ""."""

    article: Article
    user: User
    form: ArticleForm
    flags: list[Flag] = field(default_factory=list)
    blocks: list[NumberedBlock] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)

    @classmethod
    def of(cls, article: Article, user: User, form: ArticleForm) -> "Page":
        page = cls(article, user, form)
        if article.pk:
            page.flags = [flag_of(finding) for finding in article.gate()]
        page.blocks, page.notes = rendered(form.shown_body)
        return page

    @property
    def addresses(self) -> dict[str, str]:
        """Where the scripts of the page send their requests."""
        return {"topics": reverse("admin:articles_topic_lookup")}

    @property
    def outline(self) -> list[tuple[str, str]]:
        """Sections of the body: title, and the id of the block where it begins."""
        found = enumerate(self.form.shown_body.blocks, 1)
        return [(b.text(), f"block-{n}") for n, b in found if isinstance(b, Heading)]

    @property
    def words(self) -> int:
        return self.form.shown_body.word_count()

    @property
    def words_shown(self) -> str:
        return f"{self.words:,}"

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)

    @property
    def stops(self) -> list[Flag]:
        return [flag for flag in self.flags if flag.level == "stops"]

    @property
    def may_publish(self) -> bool:
        return self.user.has_perm("articles.publish_article")

    @property
    def was_published(self) -> bool:
        return self.article.published_at is not None

    @property
    def may_schedule(self) -> bool:
        return self.may_publish and self.article.state in NOT_OUT_YET

    @property
    def verb(self) -> str:
        return "publish" if self.may_publish else "submit"

    @property
    def label(self) -> str:
        """What the filled button will do."""
        if self.may_schedule and self.article.publish_at:
            at = timezone.localtime(self.article.publish_at)
            return f"Schedule for {formats.date_format(at, 'D j M, H:i')}"
        return self.label_now

    @property
    def label_now(self) -> str:
        if not self.may_publish:
            return "Send for review"
        if self.article.state == Article.State.WITHDRAWN:
            return "Publish it again"
        return "Update the published article" if self.was_published else "Publish now"

    @property
    def blocked(self) -> str:
        count = len(self.stops)
        if not self.may_publish or not count:
            return ""
        return f"{count} thing{'s' if count > 1 else ''} to fix first"

    @property
    def zone(self) -> str:
        return place_of_zone()

    @property
    def goes_out(self) -> str:
        at = self.article.publish_at
        if at is None:
            return ""
        return formats.date_format(timezone.localtime(at), "l j F, H:i")

    @property
    def last_saved(self) -> str:
        draft = self.article.draft
        if draft is None:
            return ""
        at = timezone.localtime(draft.at)
        today = at.date() == timezone.localdate()
        moment = f"{at:%H:%M}" if today else formats.date_format(at, "j M, H:i")
        return f"{moment} by {name_of(draft.by)}"

    @property
    def announced(self) -> bool:
        return bool(self.article.pk) and any(c.announce for c in self.article.changes.all())


def flag_of(finding: Finding) -> Flag:
    return Flag(finding.level, finding.message, ANCHORS.get(finding.place, finding.place))


def rendered(body: Body) -> tuple[list[NumberedBlock], list[Footnote]]:
    rendering = Rendering("web", references(body))
    blocks = [
        NumberedBlock(number, block.label, rendering.block(block, anchor=f"section-{number}"))
        for number, block in enumerate(body.blocks, 1)
    ]
    return blocks, rendering.notes


def references(body: Body) -> References:
    images = Image.objects.prefetch_related("renditions").in_bulk(body.image_ids())
    articles = Article.objects.published().for_log().in_bulk(body.article_ids())
    return References(images=images, articles=articles)


def context(article: Article, user: Any, form: Any) -> dict[str, Any]:
    page = Page.of(article, user, form)
    return {
        "page": page,
        "title": article.headline if article.pk else "New article",
        "subtitle": None,
    }
