"""What was typed is never lost: not with the session, the server, the tab or the power."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from articles.models import Article, Scratch
from newsroom.run import is_healthy
from tests.make import make_article, make_content, make_user
from tests.newsroom.processes import BASE_DIR, free_port
from tests.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADD = "/admin/articles/article/add/"
KEPT = "Kept in this browser."


def page_of(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def write(tab: Any, words: str) -> None:
    """At the end of the body, as a person types."""
    tab.locator("#editor .ProseMirror").click()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(words)


def until(happened: Callable[[], Any], seconds: float = 30) -> Any:
    end = time.monotonic() + seconds
    while not (found := happened()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def says(tab: Any, words: str, place: str = "#saved", seconds: float = 30) -> None:
    tab.locator(place, has_text=words).first.wait_for(timeout=seconds * 1000)


def is_kept_here(tab: Any, words: str) -> None:
    wait_until(
        tab, "words => Object.values(localStorage).some((text) => text.includes(words))", words
    )


def body_of(tab: Any) -> str:
    tab.wait_for_selector("#editor .ProseMirror")
    return str(tab.locator("#editor .ProseMirror").inner_text())


def cut(tab: Any) -> None:
    tab.route("**/*", lambda route: route.abort())


def mend(tab: Any) -> None:
    tab.unroute("**/*")


def another(tab: Any) -> Any:
    """A browser of its own, that shares nothing with the first."""
    return tab.context.browser.new_context().new_page()


def sign_out(tab: Any) -> None:
    """As when the session has run out."""
    Session.objects.all().delete()


def test_what_is_typed_is_on_the_server_within_seconds(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " It came back.")

    scratch = until(lambda: Scratch.objects.first())

    assert "It came back." in scratch.value("body")
    says(tab, "Saved at")
    assert tab.locator("[role=status]").all_inner_texts().count("Saved at") == 0


def test_a_closed_tab_gives_the_text_back(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    tab.fill("#id_headline", "After")
    write(tab, " It came back.")
    is_kept_here(tab, "It came back.")
    context = tab.context
    tab.close()

    tab = newsdesk(page_of(article), editor, context.new_page())

    assert "It came back." in body_of(tab)
    assert tab.input_value("#id_headline") == "After"
    says(tab, "You had not saved this: it is your text from", ".kept-line")


def test_another_browser_of_the_same_person_has_the_text_too(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " It came back.")
    until(lambda: Scratch.objects.filter(fields__icontains="came back").exists())

    other = newsdesk(page_of(article), editor, another(tab))

    assert "It came back." in body_of(other)
    says(other, "You had not saved this", ".kept-line")


def test_going_back_to_the_saved_version_can_be_undone(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " It came back.")
    until(lambda: Scratch.objects.exists())
    tab.reload()
    assert "It came back." in body_of(tab)

    tab.get_by_role("button", name="Go back to the saved version").click()
    says(tab, "This is the saved version.", ".kept-line")
    assert "It came back." not in body_of(tab)
    assert not Scratch.objects.exists()
    tab.get_by_role("button", name="Take your text from").click()

    says(tab, "You had not saved this", ".kept-line")
    assert "It came back." in body_of(tab)


def test_saving_clears_what_was_kept_everywhere(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " It came back.")
    tab.keyboard.press("Control+s")
    says(tab, "Saved. The draft is version 2.", ".messagelist")

    assert "It came back." in body_of(tab)
    assert tab.locator(".kept-line").count() == 0
    assert not Scratch.objects.exists()
    assert tab.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('newsdesk:'))") == []


def test_a_server_that_is_away_loses_nothing_and_is_found_again(
    newsdesk: Any, editor: User
) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    tab.wait_for_selector("#editor .ProseMirror")
    cut(tab)
    write(tab, " Written in the dark.")
    says(tab, "Not saved since")
    says(tab, KEPT)
    is_kept_here(tab, "Written in the dark.")
    assert not Scratch.objects.exists()
    mend(tab)

    says(tab, "Saved at")

    assert "Written in the dark." in Scratch.objects.get().value("body")
    newsdesk.complaints.clear()


SERVER = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[2]
plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.STORAGES["staticfiles"] = {"BACKEND": plain}
import django
django.setup()
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
server = ThreadedWSGIServer(("127.0.0.1", int(sys.argv[1])), WSGIRequestHandler)
server.set_app(StaticFilesHandler(get_wsgi_application()))
server.serve_forever()
"""


@contextmanager
def own_server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A web server of its own on the tests' database; killed at the end, if not before."""
    place = {"VAR_DIR": str(settings.VAR_DIR), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(port), str(connection.settings_dict["NAME"])],
        cwd=BASE_DIR, env={**os.environ, **place}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until(lambda: is_healthy(port, f"127.0.0.1:{port}"))
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_server_killed_while_somebody_types_loses_nothing(page: Any, editor: User) -> None:
    article, port = make_article("Before"), free_port()
    base = f"http://127.0.0.1:{port}"
    client = Client()
    client.force_login(editor)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": base}])
    with own_server(port) as process:
        page.goto(base + page_of(article))
        write(page, " Before the crash.")
        process.kill()
        page.keyboard.type(" After it.")
        says(page, KEPT)
        is_kept_here(page, "After it.")

    with own_server(port):
        says(page, "Saved at")

        assert "Before the crash. After it." in Scratch.objects.get().value("body")


def test_saving_while_the_server_is_away_stays_on_the_page(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " Written in the dark.")
    cut(tab)

    tab.keyboard.press("Control+s")

    says(tab, "The server cannot be reached. Nothing is lost", ".kept-line")
    assert "Written in the dark." in body_of(tab)
    mend(tab)
    tab.keyboard.press("Control+s")
    says(tab, "Saved. The draft is version 2.", ".messagelist")
    newsdesk.complaints.clear()


def test_local_text_newer_than_the_servers_is_the_one_shown(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    write(tab, " First.")
    until(lambda: Scratch.objects.exists())
    says(tab, "Saved at")
    cut(tab)
    write(tab, " Second.")
    is_kept_here(tab, "Second.")
    mend(tab)

    tab.goto("about:blank")
    tab = newsdesk(page_of(article), editor, tab)

    assert "First. Second." in body_of(tab)
    until(lambda: "Second." in Scratch.objects.get().value("body"))
    newsdesk.complaints.clear()


def test_who_is_signed_out_while_writing_goes_on_after_logging_in(
    newsdesk: Any, editor: User
) -> None:
    editor.set_password("a-good-password")
    editor.save()
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    tab.wait_for_selector("#editor .ProseMirror")
    sign_out(tab)
    write(tab, " Still writing.")
    says(tab, "You were signed out. Your text is kept in this browser.", ".kept-line")
    tab.keyboard.press("Control+s")
    assert "Still writing." in body_of(tab)

    with tab.context.expect_page() as opened:
        tab.locator(".kept-line").get_by_role("link", name="Log in").click()
    door = opened.value
    door.fill("#id_username", editor.username)
    door.fill("#id_password", "a-good-password")
    door.locator("[type=submit]").click()
    door.wait_for_url(re.compile("/admin/$"))
    door.close()

    tab.locator(".kept-line", has_text="signed out").wait_for(state="detached")
    says(tab, "Saved at")
    tab.keyboard.press("Control+s")
    says(tab, "Saved. The draft is version 2.", ".messagelist")
    article.refresh_from_db()
    assert article.draft is not None
    assert "Still writing." in article.draft.body.text()
    newsdesk.complaints.clear()


def test_somebody_else_who_logs_in_there_gets_nothing_of_it(newsdesk: Any, editor: User) -> None:
    article, other = make_article("Before"), make_user("Editor")
    tab = newsdesk(page_of(article), editor)
    write(tab, " Mine alone.")
    is_kept_here(tab, "Mine alone.")
    until(lambda: Scratch.objects.exists())
    tab.evaluate("document.querySelector('#article_form').reset()")
    tab.goto("about:blank")

    newsdesk(page_of(article), other, tab)

    assert "Mine alone." not in body_of(tab)
    assert tab.locator(".kept-line").count() == 0
    assert not Scratch.objects.filter(by=other).exists()


def test_a_page_left_open_sends_nothing_for_who_logs_in_later(newsdesk: Any, editor: User) -> None:
    article, other = make_article("Before"), make_user("Editor")
    tab = newsdesk(page_of(article), editor)
    tab.wait_for_selector("#editor .ProseMirror")
    second = tab.context.new_page()
    newsdesk("/admin/", other, second)

    write(tab, " Mine alone.")

    says(tab, "Your text is kept", ".kept-line")
    is_kept_here(tab, "Mine alone.")
    assert not Scratch.objects.exists()
    newsdesk.complaints.clear()


def test_a_draft_that_moved_meanwhile_ends_in_the_conflict_page(
    newsdesk: Any, editor: User
) -> None:
    article = make_article("Before")
    mira = make_user("Editor", first_name="Mira", last_name="Okafor")
    tab = newsdesk(page_of(article), editor)
    write(tab, " Mine.")
    until(lambda: Scratch.objects.exists())
    article.revise(make_content("Hers"), mira, article.draft_id)

    tab.reload()
    says(tab, "Mira Okafor saved version 2. Yours is based on 1", ".kept-line")
    assert "Mine." in body_of(tab)
    tab.keyboard.press("Control+s")

    tab.get_by_text("saved while you were writing").first.wait_for()
    assert Scratch.objects.exists()
    newsdesk.complaints.clear()


def test_two_new_articles_in_two_tabs_are_both_offered(newsdesk: Any, editor: User) -> None:
    one = newsdesk(ADD, editor)
    two = one.context.new_page()
    newsdesk(ADD, editor, two)
    for tab, headline in ((one, "The first"), (two, "The second")):
        tab.fill("#id_headline", headline)
        write(tab, f"Body of {headline}.")
        is_kept_here(tab, f"Body of {headline}.")
    until(lambda: Scratch.objects.count() == 2)
    two.close()

    tab = newsdesk(ADD, editor, one)

    says(tab, "You began an article that was never saved", ".kept-line")
    line = tab.locator(".kept-line", has_text="“The second”")
    assert tab.locator(".kept-line", has_text="“The first”").count() == 1
    line.get_by_role("link", name="Go on with it").click()
    says(tab, "You had not saved this", ".kept-line")
    assert tab.input_value("#id_headline") == "The second"
    assert "Body of The second." in body_of(tab)
    tab.keyboard.press("Control+s")
    says(tab, "Saved. The draft is version 1.", ".messagelist")
    assert Article.objects.get().headline == "The second"
    assert Scratch.objects.get().headline == "The first"


def test_a_begun_article_is_thrown_away_and_brought_back(newsdesk: Any, editor: User) -> None:
    tab = newsdesk(ADD, editor)
    tab.fill("#id_headline", "Perhaps")
    until(lambda: Scratch.objects.exists())
    newsdesk(ADD, editor, tab)

    tab.get_by_role("button", name="Throw it away").click()
    says(tab, "Thrown away.", ".kept-line")
    assert not Scratch.objects.exists()
    tab.get_by_role("button", name="Bring it back").click()
    tab.get_by_role("link", name="Go on with it").click()

    tab.wait_for_url(re.compile("ticket="))
    wait_until(tab, "document.querySelector('#id_headline').value === 'Perhaps'")


def test_a_new_article_survives_the_reload_of_its_tab(newsdesk: Any, editor: User) -> None:
    tab = newsdesk(ADD, editor)
    tab.wait_for_selector("#editor .ProseMirror")
    cut(tab)
    tab.fill("#id_headline", "In the dark")
    is_kept_here(tab, "In the dark")
    mend(tab)

    tab.reload()

    assert tab.input_value("#id_headline") == "In the dark"
    until(lambda: Scratch.objects.exists())
    newsdesk.complaints.clear()


def test_text_typed_in_a_refused_form_is_kept_as_it_stands(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    tab.fill("#id_headline", "After")
    tab.evaluate("document.querySelector('#id_slug').value = 'no good'")
    tab.evaluate("document.querySelector('#article_form').requestSubmit()")
    tab.locator(".errorlist").first.wait_for(state="attached")

    assert tab.input_value("#id_headline") == "After"
    until(lambda: Scratch.objects.get().headline == "After")


def test_a_browser_without_room_says_so_and_the_server_keeps_the_text(
    newsdesk: Any, editor: User
) -> None:
    article = make_article("Before")
    tab = newsdesk(page_of(article), editor)
    tab.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'Quota'); }; }"
    )

    write(tab, " Too much.")

    says(tab, "This browser has no room left", ".kept-line")
    until(lambda: Scratch.objects.exists())


def test_two_people_see_each_other_and_a_save_is_told(newsdesk: Any, editor: User) -> None:
    article = make_article("Before")
    mira = make_user("Editor", first_name="Mira", last_name="Okafor")
    tab = newsdesk(page_of(article), editor)
    tab.wait_for_selector("#editor .ProseMirror")
    other = newsdesk(page_of(article), mira, another(tab))

    says(other, "Ed Rowe is reading", "#who")
    write(other, " Hers.")
    says(tab, "Mira Okafor is writing", "#who")
    other.keyboard.press("Control+s")
    says(other, "Saved. The draft is version 2.", ".messagelist")
    says(tab, "Mira Okafor saved version 2. Yours is based on 1", ".kept-line")
    link = tab.locator(".kept-line").get_by_role("link", name="Compare")
    assert link.get_attribute("href").endswith(f"/{article.pk}/compare/?from=1&to=2")
    other.goto("about:blank")
    wait_until(tab, "!document.querySelector('#who').textContent")
    other.context.close()
