"""The lead of the front page: chosen by an editor, or by time; and each story stands once."""

import datetime
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, SiteSettings
from tests.make import client_of, make_article, make_desk, make_user

from .test_home import ago, pictured

pytestmark = pytest.mark.django_db


def first_on(client: Client) -> str:
    """The headline of the story that leads."""
    found = re.search(
        r'class="story lead".*?<h2><a href="[^"]+">(.*?)</a>', client.get("/").text, re.S
    )
    return found[1] if found else ""


def ask(client: Client, verb: str, article: Article, **data: str) -> str:
    answer = client.post(
        reverse(f"admin:articles_article_{verb}", args=[article.pk]), data, follow=True
    )
    return answer.text


def test_what_an_editor_chose_leads_until_somebody_changes_it(desk: Client) -> None:
    chosen = make_article("Chosen", publish=ago(days=30))
    pictured("Newer, with a picture", hours=1)
    assert "It leads the front page until somebody changes it." in ask(
        desk, "lead", chosen, lead_until="changed"
    )
    assert first_on(desk) == "Chosen"
    assert "until somebody changes it" in desk.get(reverse("admin:index")).text

    assert "It leads the front page no longer" in ask(desk, "unlead", chosen)
    assert first_on(desk) == "Newer, with a picture"
    assert LogEntry.objects.filter(object_id=chosen.pk).count() == 2


def test_it_leads_until_midnight_of_the_site_s_own_clock(desk: Client) -> None:
    chosen = make_article("Chosen", publish=ago(days=30))
    pictured("Newer", hours=1)
    ask(desk, "lead", chosen, lead_until="today")
    until = SiteSettings.load().lead_until
    assert until is not None
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    assert timezone.localtime(until) == timezone.make_aware(
        datetime.datetime.combine(tomorrow, datetime.time.min)
    )
    SiteSettings.objects.update(lead_until=timezone.now())
    assert first_on(desk) == "Newer"


def test_a_withdrawn_story_leads_no_longer(desk: Client) -> None:
    chosen = make_article("Chosen", publish=ago(days=30))
    pictured("Newer", hours=1)
    SiteSettings.lead_with(chosen, None)
    chosen.withdraw("It was wrong.")
    assert first_on(desk) == "Newer"


def test_only_what_readers_can_see_may_lead(desk: Client) -> None:
    draft = make_article("Not out yet")
    assert "Only a published article can lead" in ask(desk, "lead", draft, lead_until="today")
    with pytest.raises(ValidationError):
        SiteSettings.follow_the_clock(instead_of=draft)


def test_only_an_editor_chooses(client: Client) -> None:
    article = make_article("Theirs", published=True)
    for who in (make_user("Writer"), make_user()):
        answer = client_of(who).post(reverse("admin:articles_article_lead", args=[article.pk]))
        assert answer.status_code in (302, 403, 404)
    assert SiteSettings.load().lead is None


def test_another_choice_takes_the_place_of_the_first(desk: Client) -> None:
    first, second = (make_article(name, published=True) for name in ("First", "Second"))
    SiteSettings.lead_with(first, None)
    ask(desk, "lead", second, lead_until="changed")
    assert "does not lead the front page any more" in ask(desk, "unlead", first)
    assert first_on(desk) == "Second"


def test_an_unknown_time_is_refused(desk: Client) -> None:
    article = make_article("Here", published=True)
    assert "Select a valid choice" in ask(desk, "lead", article, lead_until="for ever")
    assert SiteSettings.load().lead is None


def test_the_panel_says_what_leads(desk: Client) -> None:
    article = make_article("Here", published=True)
    page = reverse("admin:articles_article_change", args=[article.pk])
    assert "Lead the front page" in desk.get(page).text
    SiteSettings.lead_with(article, None)
    assert "Let the newest lead" in desk.get(page).text


def test_the_desk_says_what_leads_by_time(desk: Client) -> None:
    assert "Front page:" not in desk.get(reverse("admin:index")).text
    make_article("By time", published=True)
    assert "because it is the newest" in desk.get(reverse("admin:index")).text


@pytest.mark.parametrize("count", [1, 2, 3, 9, 40])
@pytest.mark.parametrize("pictures", [True, False])
def test_each_story_stands_once(client: Client, count: int, pictures: bool) -> None:
    for n in range(count):
        kind = "analysis" if n % 4 == 0 else "news"
        filing = {"desk": make_desk(("Air", "Land")[n % 2])}
        if pictures and n % 3 == 0:
            pictured(f"Report {n}.", hours=n)
        else:
            make_article(f"Report {n}.", publish=ago(hours=n), filing=filing, kind=kind)
    page = client.get("/").text
    times = [page.count(f">Report {n}.<") for n in range(count)]
    assert set(times) <= {0, 1}
    assert sum(times) >= min(count, 12)


def test_a_headline_of_ten_lines_is_shown_whole(client: Client) -> None:
    headline = "A very long headline about a ship " * 8
    make_article(headline.strip(), published=True)
    assert headline.strip() in client.get("/").text
