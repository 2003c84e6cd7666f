"""The library of the newsdesk: what its scripts ask, who may change what, what its pages say."""

import json
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.admin.image.upload import MOST_BYTES
from articles.imaging import MAX_BYTES
from articles.models import Image
from tests.make import client_of, make_article, make_content, make_file, make_image, make_user

pytestmark = pytest.mark.django_db

LOOKUP = "/admin/articles/image/lookup/"
UPLOAD = "/admin/articles/image/upload/"
LIBRARY = "/admin/articles/image/"
SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'></svg>"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editor", username="mira"))
    return client


def send(client: Client, *files: Any, **more: Any) -> Any:
    headers = {"Accept": "application/json"}
    return client.post(UPLOAD, {"pictures": list(files)}, headers=headers, **more)


def words_of(image: Image) -> str:
    return reverse("admin:articles_image_words", args=[image.pk])


def page_of(image: Image) -> str:
    return reverse("admin:articles_image_change", args=[image.pk])


def jobs(task: str) -> int:
    return ProcrastinateJob.objects.filter(task_name=f"articles.tasks.{task}").count()


# --- Pictures for scripts ---


def test_a_picture_is_described_with_all_that_a_script_shows(editor: Client) -> None:
    image = make_image(make_file(400, 200, name="Frigate.jpg"), caption="At sea")
    image.set_words({"focal_x": 20})

    (found,) = editor.get(LOOKUP, {"q": "frigate"}).json()["images"]

    assert (found["id"], found["name"], found["state"]) == (image.pk, "Frigate", "ready")
    assert (found["alt"], found["caption"]) == ("A grey ship at sea", "At sea")
    assert (found["width"], found["height"], found["focus"]) == (400, 200, [20, 50])
    assert found["change"] == page_of(image)
    names = set(image.renditions.filter(format="jpeg").values_list("name", flat=True))
    assert {found["thumb"].removeprefix("/media/"), found["src"].removeprefix("/media/")} <= names
    assert "-card-" in found["thumb"]
    assert "-full-" in found["src"]


def test_a_picture_that_is_not_ready_has_no_address_yet(editor: Client) -> None:
    image = make_image(ready=False)

    (found,) = editor.get(LOOKUP, {"ids": image.pk}).json()["images"]

    assert (found["state"], found["thumb"], found["src"]) == ("processing", None, None)


def test_pictures_asked_for_by_number_come_in_that_order_and_the_gone_are_left_out(
    editor: Client,
) -> None:
    first, second = make_image(ready=False), make_image(ready=False)

    answer = editor.get(LOOKUP, {"ids": f"{second.pk}, 999999999999,{first.pk},{second.pk}"})

    assert [image["id"] for image in answer.json()["images"]] == [second.pk, first.pk]


def test_the_pages_of_a_search_follow_one_another(editor: Client) -> None:
    for _ in range(41):
        make_image(ready=False)

    first = editor.get(LOOKUP, {"q": "ship"}).json()
    second = editor.get(LOOKUP, {"q": "ship", "page": first["next"]}).json()

    assert (len(first["images"]), first["next"]) == (40, 2)
    assert (len(second["images"]), second["next"]) == (1, None)
    assert editor.get(LOOKUP, {"page": 9000}).json() == {"images": [], "next": None}


@pytest.mark.parametrize(
    "query",
    [
        {"ids": "abc"},
        {"ids": "-1"},
        {"ids": "9" * 5000},
        {"ids": "1;2"},
        {"ids": ",".join(map(str, range(300)))},
        {"page": "0"},
        {"page": "x"},
        {"page": "9" * 5000},
        {"page": "-1"},
    ],
)
def test_a_question_that_makes_no_sense_is_refused_in_words(
    editor: Client, query: dict[str, str]
) -> None:
    answer = editor.get(LOOKUP, query)

    assert answer.status_code == 400
    assert all(answer.json()["errors"].values())


@pytest.mark.parametrize("query", [{"q": "\0"}, {"q": "%_\\"}, {"q": "a " * 3000}, {"ids": ""}])
def test_odd_words_find_nothing_and_break_nothing(editor: Client, query: dict[str, str]) -> None:
    assert editor.get(LOOKUP, query).status_code == 200


def test_a_search_asks_little_whatever_the_number_of_pictures(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        make_image(ready=False)
    with django_assert_max_num_queries(6):
        assert len(editor.get(LOOKUP).json()["images"]) == 12


@pytest.mark.parametrize(("method", "address"), [("get", LOOKUP), ("post", UPLOAD)])
def test_outsiders_get_nothing_from_these_addresses(method: str, address: str) -> None:
    assert getattr(Client(), method)(address).status_code == 302
    staff = client_of(make_user(is_staff=True))
    assert getattr(staff, method)(address).status_code == 403


def test_what_changes_something_is_posted(editor: Client) -> None:
    image = make_image(ready=False)
    for address in (UPLOAD, words_of(image)):
        assert editor.get(address).status_code == 405


# --- Uploads by a script ---


def test_an_upload_by_script_tells_what_was_taken_and_what_was_not(editor: Client) -> None:
    answer = send(editor, make_file(name="one.jpg"), ContentFile(SVG, name="map.svg")).json()

    assert [image["name"] for image in answer["images"]] == ["one"]
    assert answer["images"][0]["state"] == "processing"
    assert answer["problems"] == [
        {
            "name": "map.svg",
            "message": "This is an SVG drawing. "
            "Open it in a browser or a drawing program and export it as PNG.",
        }
    ]
    assert answer["doubles"] == []
    assert Image.objects.get().uploaded_by.username == "mira"  # type: ignore[union-attr]


def test_the_same_file_again_is_taken_and_said(editor: Client) -> None:
    data = make_file().read()
    first = make_image(ContentFile(data, name="first.jpg"), ready=False)

    answer = send(editor, ContentFile(data, name="again.jpg")).json()

    (double,) = answer["doubles"]
    assert double["id"] == answer["images"][0]["id"]
    assert double["of"] == [{"id": first.pk, "name": "first", "change": page_of(first)}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (SVG, "an SVG drawing"),
        (b"<html><script>alert(1)</script></html>", "not a picture we know"),
        (b"BM/*" + bytes(99), "a BMP file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04" + bytes(99), "a ZIP archive"),
        (b"\0\0\0\x18ftypheic" + bytes(99), "a HEIC file"),
        (b"", "empty"),
    ],
)
def test_what_only_its_name_calls_a_picture_is_refused(
    editor: Client, data: bytes, words: str
) -> None:
    answer = send(editor, ContentFile(data, name="holiday.jpg"))

    (problem,) = answer.json()["problems"]
    assert problem["name"] == "holiday.jpg"
    assert words in problem["message"]
    assert not Image.objects.exists()


def test_a_bomb_is_taken_unopened_and_fails_with_a_sentence(editor: Client) -> None:
    whole = bytearray(make_file(name="bomb.png").read())
    whole[16:24] = (40_000).to_bytes(4) + (40_000).to_bytes(4)  # its header promises 1,600 Mpx
    identity = send(editor, ContentFile(bytes(whole), name="bomb.png")).json()["images"][0]["id"]

    Image.objects.get(pk=identity).prepare()

    (image,) = editor.get(LOOKUP, {"ids": identity}).json()["images"]
    assert image["state"] == "failed"
    assert "pixels" in image["problem"] or "damaged" in image["problem"]
    assert image["thumb"] is None


def test_a_picture_with_a_page_hung_on_to_it_is_served_without(editor: Client) -> None:
    mixed = make_file(comment=b"<script>alert(1)</script>").read() + SVG
    identity = send(editor, ContentFile(mixed, name="both.jpg")).json()["images"][0]["id"]

    image = Image.objects.get(pk=identity)
    image.prepare()

    storage = storages["default"]
    for name in image.renditions.values_list("name", flat=True):
        with storage.open(name) as file:
            data = file.read()
        assert b"script" not in data
        assert b"<svg" not in data


def test_a_file_above_the_limit_is_refused_with_its_size(editor: Client) -> None:
    large = ContentFile(make_file().read() + bytes(MAX_BYTES), name="poster.jpg")

    (problem,) = send(editor, large).json()["problems"]

    assert problem == {
        "name": "poster.jpg",
        "message": "This picture is 41 MB. The limit is 40 MB.",
    }


@pytest.mark.parametrize("length", [str(MOST_BYTES + 1), "9" * 5000])
def test_far_too_much_at_once_is_refused_before_it_is_read(editor: Client, length: str) -> None:
    answer = send(editor, make_file(), CONTENT_LENGTH=length)

    assert answer.status_code == 413
    (problem,) = answer.json()["problems"]
    assert "The limit is 400 MB together, and 40 MB for each picture." in problem["message"]
    assert not Image.objects.exists()


def test_more_files_than_one_request_may_hold_are_refused_in_words(editor: Client) -> None:
    files = [ContentFile(b"x", name=f"{n}.jpg") for n in range(101)]

    answer = send(editor, *files)

    assert answer.status_code == 400
    assert "at most 100" in answer.json()["problems"][0]["message"]
    page = editor.post(UPLOAD, {"pictures": files}, follow=True)
    assert "at most 100" in page.text


def test_no_file_at_all_is_said(editor: Client) -> None:
    answer = editor.post(UPLOAD, headers={"Accept": "application/json"}).json()

    assert answer["images"] == []
    assert answer["problems"][0]["message"].startswith("No file was chosen.")


@pytest.mark.parametrize("name", ["../../etc/passwd.jpg", "a\0b.jpg", "ш" * 300 + ".jpg"])
def test_a_strange_name_is_kept_as_a_name_alone(editor: Client, name: str) -> None:
    answer = send(editor, ContentFile(make_file().read(), name=name))

    assert answer.status_code == 200
    assert "/" not in Image.objects.get().filename


def test_an_upload_without_the_forms_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Editor"))

    assert send(client, make_file()).status_code == 403
    assert not Image.objects.exists()


# --- Words ---


def test_words_are_filled_in_one_by_one_and_the_others_stay(editor: Client) -> None:
    image = make_image(ready=False, alt="", credit="", caption="Off Gotland")

    answer = editor.post(words_of(image), {"alt": "A frigate"}).json()["image"]
    editor.post(words_of(image), {"credit": "Ada Byron"})

    image.refresh_from_db()
    assert answer["alt"] == "A frigate"
    assert (image.alt, image.credit, image.caption) == ("A frigate", "Ada Byron", "Off Gotland")


def test_words_that_come_while_the_picture_is_prepared_undo_nothing() -> None:
    image = make_image(ready=False)
    opened = Image.objects.get(pk=image.pk)
    image.prepare()

    opened.set_words({"alt": "A frigate"})

    image.refresh_from_db()
    assert (image.state, image.alt, image.upload) == ("ready", "A frigate", "")


def test_another_focal_point_makes_the_crops_again_and_words_do_not(editor: Client) -> None:
    image = make_image()

    editor.post(words_of(image), {"alt": "A frigate"})
    editor.post(words_of(image), {"focal_x": "50"})
    assert jobs("recut_image") == 0

    answer = editor.post(words_of(image), {"focal_x": "20", "focal_y": "70"})
    assert answer.json()["image"]["focus"] == [20, 70]
    assert jobs("recut_image") == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"alt": "a" * 501}, "alt"),
        ({"alt": "a\0b"}, "alt"),
        ({"credit": "a" * 201}, "credit"),
        ({"caption": "a" * 1001}, "caption"),
        ({"focal_x": "101"}, "focal_x"),
        ({"focal_x": "-1"}, "focal_x"),
        ({"focal_y": "9" * 5000}, "focal_y"),
        ({"focal_y": ""}, "focal_y"),
        ({"focal_y": "middle"}, "focal_y"),
        ({"state": "ready", "uploaded_by": "1"}, ""),
        ({}, ""),
    ],
)
def test_words_that_cannot_be_are_refused_with_the_reason(
    editor: Client, sent: dict[str, str], field: str
) -> None:
    image = make_image(ready=False)
    before = Image.objects.values().get()

    answer = editor.post(words_of(image), sent)

    assert answer.status_code == 400
    assert answer.json()["errors"][field]
    assert Image.objects.values().get() == before


@pytest.mark.parametrize("number", [999_999, 10**18, 10**30])
def test_words_for_a_picture_that_is_not_there_find_none(editor: Client, number: int) -> None:
    address = f"/admin/articles/image/{number}/words/"
    assert editor.post(address, {"alt": "x"}).status_code == 404


def test_a_writer_changes_the_words_of_their_own_pictures_alone() -> None:
    writer = make_user("Writer")
    client = client_of(writer)
    mine = Image.objects.get(pk=send(client, make_file()).json()["images"][0]["id"])
    theirs = make_image(ready=False, by=make_user("Writer"))

    assert client.post(words_of(mine), {"alt": "Mine"}).status_code == 200
    assert client.post(words_of(theirs), {"alt": "Mine"}).status_code == 403
    assert client.post(page_of(theirs), {"alt": "Mine"}).status_code == 403
    told = client.get(LOOKUP, {"ids": f"{mine.pk},{theirs.pk}"}).json()["images"]
    assert [image["may_change"] for image in told] == [True, False]
    theirs.refresh_from_db()
    assert theirs.alt == "A grey ship at sea"


def test_a_writer_reads_the_page_of_anothers_picture_and_deletes_none() -> None:
    client = client_of(make_user("Writer"))
    theirs = make_image(ready=False)

    page = client.get(page_of(theirs))

    assert page.status_code == 200
    assert "A grey ship at sea" in page.text
    assert 'name="alt"' not in page.text
    delete = reverse("admin:articles_image_delete", args=[theirs.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403


def test_an_editor_changes_everybodys_pictures(editor: Client) -> None:
    theirs = make_image(ready=False, by=make_user("Writer"))

    assert editor.post(words_of(theirs), {"alt": "Better"}).status_code == 200
    assert editor.get(page_of(theirs)).text.count('name="alt"') == 1


def test_who_may_look_and_not_change_is_refused_by_the_words() -> None:
    image = make_image(ready=False)
    assert (
        client_of(make_user(is_staff=True)).post(words_of(image), {"alt": "x"}).status_code == 403
    )
    assert Client().post(words_of(image), {"alt": "x"}).status_code == 302


# --- The library's page ---


def test_the_library_asks_the_same_few_questions_at_any_number(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        image = make_image(ready=False)
    make_image()
    make_article("Ships", "Text.", lead_image=image)
    with django_assert_max_num_queries(10):
        text = editor.get(LIBRARY).text
    assert text.count('class="slug"') == 13


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"state__exact": "processing"}, {"waiting", "bare", "mute", "own", "used"}),
        ({"uncredited": "yes"}, {"bare"}),
        ({"undescribed": "yes"}, {"mute"}),
        ({"mine": "yes"}, {"own"}),
        ({"unused": "yes"}, {"waiting", "bare", "mute", "own"}),
        ({"uncredited": "no"}, {"waiting", "bare", "mute", "own", "used"}),
        ({"q": "bare", "mine": "yes"}, set()),
    ],
)
def test_the_library_is_narrowed_to_what_is_to_be_done(
    client: Client, query: dict[str, str], shown: set[str]
) -> None:
    me = make_user("Editor")
    client.force_login(me)
    made = {"waiting": {}, "bare": {"credit": ""}, "mute": {"alt": ""}, "own": {"by": me}}
    for title, fields in made.items():
        make_image(make_file(name=f"{title}.jpg"), ready=False, **fields)
    used = make_image(make_file(name="used.jpg"), ready=False)
    make_article("Ships", {"type": "figure", "attrs": {"image": used.pk}})

    text = client.get(LIBRARY, query).text

    names = {*made, "used"}
    assert {name for name in names if f'class="slug">{name}<' in text} == shown


def test_an_empty_library_and_an_empty_search_say_what_to_do(editor: Client) -> None:
    assert "There are no pictures yet. Add the first above." in editor.get(LIBRARY).text
    make_image(ready=False)
    nothing = editor.get(LIBRARY, {"q": "submarine"}).text
    assert "No pictures match." in nothing
    assert "Clear the filters." in nothing


def test_what_was_taken_out_of_pictures_just_uploaded_is_told(editor: Client) -> None:
    answer = send(editor, make_file(comment=b"at the gate"), make_file()).json()
    for image in answer["images"]:
        Image.objects.get(pk=image["id"]).prepare()

    text = editor.get(LIBRARY).text

    assert "Place and camera data removed from 1 picture." in text
    assert "Gone from the files that readers get and from the ones kept here: comments." in text


# --- One picture's page ---


def test_a_picture_in_use_says_where_and_offers_no_deletion(editor: Client) -> None:
    image = make_image(ready=False)
    article = make_article("Ships of the line", "Text.", lead_image=image)
    article.revise(make_content("Ships"), make_user("Editor"), based_on=article.draft_id)

    text = editor.get(page_of(image)).text

    assert reverse("admin:articles_article_change", args=[article.pk]) in text
    assert "or did in an earlier version" in text
    assert reverse("admin:articles_image_delete", args=[image.pk]) not in text
    free = editor.get(page_of(make_image(ready=False))).text
    assert "deletelink" in free


def test_a_writer_is_not_told_what_others_are_writing() -> None:
    writer = make_user("Writer")
    image = make_image(ready=False, by=writer)
    make_article("My own frigates", "Text.", by=writer, lead_image=image)
    make_article("The secret scoop", "Text.", lead_image=image)

    text = client_of(writer).get(page_of(image)).text

    assert "My own frigates" in text
    assert "The secret scoop" not in text
    assert "1 article of others" in text


def test_a_picture_much_like_another_names_it(editor: Client) -> None:
    data = make_file().read()
    first = make_image(ContentFile(data, name="first.jpg"))
    again = make_image(ContentFile(data + b"x", name="again.jpg"))

    assert page_of(first) in editor.get(page_of(again)).text
    answer = editor.get(LOOKUP, {"ids": again.pk, "doubles": 1}).json()
    assert [double["id"] for double in answer["doubles"][0]["of"]] == [first.pk]


def test_saving_its_page_keeps_what_a_job_has_filled_in_meanwhile(editor: Client) -> None:
    image = make_image()
    form = {"title": "", "alt": "A frigate", "caption": "", "credit": image.credit, "licence": ""}

    editor.post(page_of(image), form | {"focal_x": 50, "focal_y": 50})

    image.refresh_from_db()
    assert (image.alt, image.state) == ("A frigate", "ready")
    log = json.loads(image_log(image))
    assert log == [{"changed": {"fields": ["Alternative text"]}}]


def image_log(image: Image) -> str:
    from django.contrib.admin.models import LogEntry

    return LogEntry.objects.get(object_id=str(image.pk)).change_message


def test_static_addresses_of_the_scripts_are_on_the_page(editor: Client) -> None:
    text = editor.get(LIBRARY).text
    assert UPLOAD in text
    assert f"{settings.STATIC_URL}newsdesk/pictures.js" in text
