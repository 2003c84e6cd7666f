"""What the rest of the web is told of an article, by a job: in the same transaction, or not."""

from typing import TYPE_CHECKING

from procrastinate.contrib.django import app as jobs

from .site import SiteSettings

if TYPE_CHECKING:
    from .publishing import Publishable


def ping(article: "Publishable") -> None:
    """Notes that its page and its feeds have changed, where the site has somebody to tell."""
    if SiteSettings.objects.filter(pk=1).exclude(websub_hub="", indexnow_key="").exists():
        jobs.configure_task("articles.tasks.tell_of_article").defer(article_id=article.pk)
