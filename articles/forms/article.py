from functools import cached_property
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError

from ..body import Body
from ..models import Article, Change, Content, Image, Revision, Topic
from ..models.topic import key_of
from .fields import BodyField, KeyPointsField, LineField, NamesField, TopicsField
from .publishing import PublishingForm

CONTENT = ("headline", "standfirst", "key_points", "body", "lead_image", "kind")
"""The fields of the form that make a Content."""


class ArticleForm(PublishingForm, forms.ModelForm):
    """The writing page: content, which becomes a revision; filing; and what the verbs ask for."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    headline = LineField(
        required=False,
        max_length=300,
        widget=forms.Textarea(
            attrs={
                "rows": 1,
                "class": "copy-headline",
                "placeholder": "Headline",
                "aria-describedby": "headline-hint",
            }
        ),
    )
    standfirst = LineField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(
            attrs={
                "rows": 2,
                "class": "copy-standfirst",
                "placeholder": "Standfirst: why this matters, in a sentence or two",
            }
        ),
    )
    key_points = KeyPointsField(required=False, max_length=5000)
    kind = forms.ChoiceField(choices=Revision.Kind.choices, initial=Revision.Kind.NEWS)
    lead_image = forms.ModelChoiceField(
        Image.objects.all(),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid_choice": "There is no picture with this number in the library."},
    )
    body = BodyField(
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 20, "spellcheck": "false", "aria-describedby": "id_body_hint"}
        ),
    )
    topics = TopicsField(required=False, max_length=4000)
    new_topics = NamesField(required=False)
    may_add_topics = False
    """Whether who fills the form in may agree to new topics; set by whoever opens it."""

    class Meta:
        model = Article
        fields = ("slug", "desk", "series", "part")
        error_messages = {
            "series": {"invalid_choice": "This series no longer exists. Choose another one."},
            "desk": {"invalid_choice": "This desk no longer exists. Choose another one."},
            "slug": {"invalid": "Use letters, digits and hyphens only, like s-400-standoff."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = self.instance
        offered = getattr(self.instance, "series_offered", None)
        # The page of who may only read has no fields of the model.
        if offered is not None and "series" in self.fields:
            known = [(choice["pk"], choice["name"]) for choice in offered]
            self.fields["series"].choices = [("", "No series"), *known]  # type: ignore[attr-defined]
        self.unknown_topics: list[str] = []
        if self.instance.pk is None and not self.is_bound:
            self.fields["headline"].widget.attrs["autofocus"] = True
        if draft := self.instance.draft:
            written = {name: getattr(draft, name) for name in CONTENT}
            given = kwargs.get("initial") or {}
            planned = {
                "announce": self.instance.announce,
                "publish_at": self.instance.publish_at,
                "change": self.instance.planned_change or Change.Kind.MINOR,
                "change_text": self.instance.planned_text,
                "when": "later" if self.instance.publish_at else "now",
                "topics": self.instance.topic_names,
            }
            self.initial = {**self.initial, **written, **planned, "based_on": draft.pk, **given}

    @classmethod
    def posted_by(cls, user: Any, data: Any, article: Article) -> Self:
        form = cls(data, instance=article)
        form.may_add_topics = user.has_perm("articles.add_topic")
        return form

    @cached_property
    def changed_data(self) -> list[str]:
        """Content and filing; what was asked for a verb is logged with the verb."""
        kept = {*CONTENT, "slug", "desk", "series", "part", "topics"}
        return [name for name in super().changed_data if name in kept]

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if self.instance.published_at is None:
            return slug
        if not slug:
            raise ValidationError("A published article needs an address. Type its last part.")
        if other := self.instance.neighbours().filter(slug=slug).first():
            raise ValidationError(f"“{other}” already stands at {self.instance.address(slug)}.")
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "topics" in cleaned:
            cleaned["topics"] = self.known_topics(cleaned["topics"])
        if cleaned.get("part") and not cleaned.get("series") and "series" not in self.errors:
            self.add_error("series", f"Of which series is it part {cleaned['part']}? Choose one.")
        return cleaned

    def known_topics(self, names: list[str]) -> list[Topic]:
        """The topics of these names; those agreed to be new are not saved yet."""
        topics: dict[str, Topic] = {}
        known = Topic.objects.by_key(names)
        for name in names:
            topic = known.get(key_of(name))
            if topic is None:
                self.unknown_topics.append(name)
                topic = self.new_topic(name)
            if topic is not None:
                topics.setdefault(key_of(topic.name), topic)
        return list(topics.values())

    def new_topic(self, name: str) -> Topic | None:
        if not self.may_add_topics:
            self.add_error("topics", f"There is no topic “{name}”. An editor can add it.")
            return None
        if name not in self.cleaned_data.get("new_topics", []):
            self.add_error("topics", f"There is no topic “{name}” yet.")
            return None
        topic = Topic(name=name)
        try:
            topic.clean()
        except ValidationError as error:
            self.add_error("topics", error.messages[0])
            return None
        return topic

    @property
    def content(self) -> Content:
        """Of a valid form: what the next revision holds."""
        return Content(**{name: self.cleaned_data[name] for name in CONTENT})

    def typed_revision(self) -> Revision:
        """What was typed, valid or not, as a revision that is not to be saved.

        Where it makes no sense (yet), the draft's words stand.
        """
        self.is_valid()
        draft = self.instance.draft
        saved = draft.content if draft else Content()
        content = {name: self.cleaned_data.get(name, getattr(saved, name)) for name in CONTENT}
        return Revision(
            article=self.instance,
            number=self.instance.next_number,
            words=content["body"].word_count(),
            **content,
        )

    @property
    def chosen_image(self) -> Image | None:
        """The lead picture as typed or as saved, for the page."""
        if self.is_bound:
            chosen = getattr(self, "cleaned_data", {}).get("lead_image")
            return chosen if isinstance(chosen, Image) else None
        return self.instance.draft.lead_image if self.instance.draft else None

    @property
    def shown_body(self) -> Body:
        """The body to show on the page: as typed when it is one, else as last saved."""
        typed = getattr(self, "cleaned_data", {}).get("body")
        if isinstance(typed, Body):
            return typed
        return self.instance.draft.body if self.instance.draft else Body.empty()

    def _save_m2m(self) -> None:
        topics = self.cleaned_data["topics"]
        self.instance.topics.set([topic if topic.pk else topic.saved() for topic in topics])
