"""Writing: a draft grows by whole revisions, and nobody's text is lost."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction

from .address import Addressed
from .revision import Content, Revision, StaleDraft

NO_HEADLINE = "Article without a headline"


class Written(Addressed):
    draft = models.ForeignKey(
        Revision, on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="articles",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    @property
    def headline(self) -> str:
        return self.draft.headline if self.draft else ""

    @property
    def next_number(self) -> int:
        """Of the version that the next save makes."""
        return self.draft.number + 1 if self.draft else 1

    def revise(
        self, content: Content, by: User | None, based_on: int | None, reason: str = ""
    ) -> Revision:
        """Saves a new draft. Content equal to the draft makes no revision.

        based_on: id of the revision that the text was opened from. Raises StaleDraft when the
        draft has moved since.
        """
        with transaction.atomic():
            self.refresh_from_lock()
            draft = self.draft
            if draft and draft.content == content:
                return draft
            if draft and draft.pk != based_on:
                raise StaleDraft(content, draft)
            return self.add_revision(content, by, reason)

    def add_revision(self, content: Content, by: User | None, reason: str) -> Revision:
        earlier = Revision.objects.filter(article_id=self.pk)
        newest = earlier.aggregate(newest=models.Max("number"))["newest"] or 0
        self.draft = Revision.write(self.pk, content, newest + 1, by=by, reason=reason)
        self.save(update_fields=["draft"])
        return self.draft

    def restore(self, revision: Revision, by: User | None) -> Revision:
        """Makes a new draft with an older text; nothing in between is lost."""
        with transaction.atomic():
            self.refresh_from_lock()
            reason = f"Version {revision.number} brought back"
            return self.add_revision(revision.content, by, reason)
