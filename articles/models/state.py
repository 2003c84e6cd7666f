from django.db import models


class State(models.TextChoices):
    """Where an article stands, for editors. Readers see PUBLISHED and the notice of WITHDRAWN."""

    DRAFT = "draft", "Draft"
    REVIEW = "review", "In review"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


NOT_OUT_YET = (State.DRAFT, State.REVIEW, State.SCHEDULED)
"""From these its first publication may be scheduled."""
