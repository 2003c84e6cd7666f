"""What the writing page shows beside the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import formats, timezone

from ... import scripts
from ...body.blocks.heading import Heading
from ...body.inline import Footnote
from ...forms import ArticleForm, place_of_zone
from ...models import Article, Filing, Named, Revision, name_of
from ...models.gate import report
from ...models.revision import minutes_to_read
from ...models.state import NOT_OUT_YET, State
from . import check, comments, keep, preview
from .check import Checked
from .found import Found
from .rendered import NumberedBlock, RenderedBody, Surroundings
from .verbs import moment_named


@dataclass(slots=True)
class Page:
    """verb, label: the filled button. blocked: why it cannot be pressed yet, or "".

    counts_readers: asked for by a link; a script asks by itself, later.
    """

    article: Article
    user: User
    form: ArticleForm
    checked: Checked
    body: RenderedBody
    found: Found
    counts_readers: bool = False

    @classmethod
    def of(cls, article: Article, user: User, form: ArticleForm, signed: bool) -> "Page":
        """signed: whether anybody's name stands over the article."""
        found = Surroundings.of(form.shown_body, form.chosen_image)
        checked = checked_text(article, form, found.named, signed)
        body = RenderedBody.of(form.shown_body, found.references)
        return cls(article, user, form, checked, body, Found.of(article, shown_revision(form)))

    @property
    def blocks(self) -> list[NumberedBlock]:
        return self.body.blocks

    @property
    def notes(self) -> list[Footnote]:
        return self.body.notes

    @property
    def script(self) -> str:
        """The page's own module; in development the one that imports the others."""
        return str(scripts.ENTRY if settings.DEBUG else scripts.JOINED)

    @property
    def addresses(self) -> dict[str, str]:
        """Where the scripts of the page send their requests."""
        return {
            "topics": reverse("admin:articles_topic_lookup"),
            "articles": reverse("admin:articles_article_lookup"),
            "images": reverse("admin:articles_image_lookup"),
            "upload": reverse("admin:articles_image_upload"),
            "words": reverse("admin:articles_image_words", args=[0]),
            "check": check.address(self.article) if self.may_write else "",
            "comments": comments.address(self.article),
            "keep": keep.address(self.article),
            "preview": preview.address(self.article),
        }

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
    def may_publish(self) -> bool:
        return self.user.has_perm("articles.publish_article")

    @property
    def may_write(self) -> bool:
        return self.article.pk is None or self.article.may_edit(self.user)

    @property
    def was_published(self) -> bool:
        return self.article.published_at is not None

    @property
    def may_schedule(self) -> bool:
        return self.may_publish and self.article.state in (*NOT_OUT_YET, State.PUBLISHED)

    @property
    def may_recall(self) -> bool:
        """Whether its writer may take it back from review."""
        own = self.article.created_by_id == self.user.pk
        return own and self.article.state == State.REVIEW

    @property
    def verb(self) -> str:
        return "publish" if self.may_publish else "submit"

    @property
    def label(self) -> str:
        """What the filled button will do."""
        if self.may_schedule and self.article.publish_at:
            return f"{self.label_later} for {moment_named(self.article.publish_at, 'D j M')}"
        return self.label_now

    @property
    def label_later(self) -> str:
        """What it will do at a set time; the time follows."""
        return "Schedule the update" if self.was_published else "Schedule"

    @property
    def label_now(self) -> str:
        if not self.may_publish:
            return "Send for review"
        if self.article.state == Article.State.WITHDRAWN:
            return "Publish it again"
        return "Update the published article" if self.was_published else "Publish now"

    @property
    def blocked(self) -> str:
        return self.checked.blocked if self.may_publish else ""

    @property
    def zone(self) -> str:
        return place_of_zone()

    @property
    def goes_out(self) -> str:
        at = self.article.publish_at
        return moment_named(at) if at else ""

    @property
    def last_saved(self) -> str:
        draft = self.article.draft
        if draft is None:
            return ""
        at = timezone.localtime(draft.at)
        today = at.date() == timezone.localdate()
        moment = f"{at:%H:%M}" if today else formats.date_format(at, "j M, H:i")
        return f"{moment} by {name_of(draft.by)}"


def shown_revision(form: ArticleForm) -> Revision:
    """What is saved, or what was typed and could not be."""
    return form.typed_revision() if form.is_bound else form.instance.draft or Revision()


def checked_text(article: Article, form: ArticleForm, named: Named, signed: bool) -> Checked:
    """What the gate says of what is saved, or of what was typed and could not be."""
    shown = shown_revision(form)
    saved = Filing(article.desk_id is not None, signed, bool(form.initial.get("topics")))
    filing = check.filing_of(form, form.data) if form.is_bound else saved
    return Checked.of(report(article, shown, filing, named))


def context(article: Article, user: Any, form: Any, bylines: Iterable[Any]) -> dict[str, Any]:
    """bylines: the formsets of the page whose rows are names over the article."""
    signed = any(formset.get_queryset() or formset.initial_extra for formset in bylines)
    return {
        "page": Page.of(article, user, form, signed),
        "title": article.headline if article.pk else "New article",
        "subtitle": None,
    }
