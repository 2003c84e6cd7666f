"""Pictures of the library: from an upload to the files that pages name, and away again."""

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from articles import tasks
from articles.imaging import CROPS
from articles.models import Image
from articles.models.leftovers import clear_leftovers
from tests.make import make_article, make_file, make_image, make_user

pytestmark = pytest.mark.django_db

Committing = Callable[..., Any]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committing:
    """What waits for the end of a transaction is done at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editor", first_name="Mira", last_name="Okafor"))
    return client


def jobs(task: str) -> list[dict[str, Any]]:
    found = ProcrastinateJob.objects.filter(task_name=f"articles.tasks.{task}", status="todo")
    return list(found.order_by("id").values_list("args", flat=True))


def uploads() -> list[str]:
    storage = storages["uploads"]
    return storage.listdir("")[1] if storage.exists("") else []


def files() -> set[str]:
    root = Path(default_storage.path(""))
    return {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()}


def body_with(image: Image) -> dict[str, Any]:
    return {"type": "figure", "attrs": {"image": image.pk}}


def broken_file() -> ContentFile:
    whole = make_file().read()
    return ContentFile(whole[: len(whole) // 2], name="half.jpg")


# --- Coming in ---


def test_an_upload_waits_in_private_for_its_job() -> None:
    image = make_image(make_file(name="night-launch.png"), ready=False)
    assert (image.state, str(image), image.renditions.count()) == ("processing", "night-launch", 0)
    assert uploads() == [image.upload]
    assert files() == set()
    assert jobs("prepare_image") == [{"image_id": image.pk}]


def test_no_job_is_left_when_the_upload_is_taken_back() -> None:
    with transaction.atomic():
        make_image(ready=False)
        transaction.set_rollback(True)
    assert not Image.objects.exists()
    assert jobs("prepare_image") == []


def test_the_job_makes_the_files_and_forgets_the_upload(committed: Committing) -> None:
    image = make_image(ready=False)
    with committed():
        tasks.prepare_image(image_id=image.pk)
    image.refresh_from_db()
    assert (image.state, image.width, image.height) == ("ready", 240, 200)
    assert files() == set(image.renditions.values_list("name", flat=True))
    for rendition in image.renditions.all():
        assert default_storage.size(rendition.name) == rendition.bytes
    assert uploads() == []


def test_preparing_twice_changes_nothing() -> None:
    image = make_image()
    before = list(image.renditions.values())
    image.prepare()
    assert list(image.renditions.values()) == before
    assert jobs("discard_files") == []


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (ContentFile(b"<svg xmlns='x'></svg>", name="map.svg"), "an SVG drawing"),
        (ContentFile(b"BM" + bytes(99), name="dance.bmp"), "a BMP file"),
        (ContentFile(b"\0\0\0\x18ftypheic" + bytes(99), name="IMG_1.HEIC"), "a HEIC file"),
        (ContentFile(b"%!PS-Adobe-3.0", name="logo.jpg"), "an EPS file"),
        (ContentFile(b"", name="nothing.jpg"), "empty"),
    ],
)
def test_what_is_no_picture_is_refused_at_once(file: ContentFile, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Image.objects.add(file, alt="")
    assert not Image.objects.exists()
    assert uploads() == []


def test_a_broken_picture_is_taken_unopened_and_fails_in_its_job(committed: Committing) -> None:
    image = make_image(broken_file(), ready=False)
    with committed():
        image.prepare()
    assert image.state == "failed"
    assert image.problem.startswith("This picture is damaged or not complete.")
    assert (files(), uploads()) == (set(), [])


def test_an_upload_that_is_gone_fails_with_a_sentence() -> None:
    image = make_image(ready=False)
    storages["uploads"].delete(image.upload)
    image.prepare()
    assert (image.state, image.problem[:29]) == ("failed", "The uploaded file is no longe")


def test_words_in_the_file_fill_what_the_editor_left_empty() -> None:
    described = make_file(comment=b"shot at the gate", exif=words_of_a_camera())
    image = make_image(described, credit="", caption="Our own words")
    assert image.credit == "Ada Byron"
    assert image.caption == "Our own words"
    assert image.removed == ["camera", "comments"]


def words_of_a_camera() -> Any:
    from PIL import Image as Pixels

    exif = Pixels.Exif()
    exif[0x010E], exif[0x013B], exif[0x0110] = "Their words", "Ada Byron", "Camera 9"
    return exif


# --- On pages ---


def test_a_page_names_only_files_that_stand() -> None:
    image = make_image()
    html = render_to_string("articles/_picture.html", {"image": image, "sizes": "50vw"})
    named = {part.split()[0].strip('"') for part in html.split("/media/")[1:]}
    assert {name.rstrip(",") for name in named} <= files()
    for part in ('type="image/avif"', 'type="image/webp"', 'width="240"', 'height="200"'):
        assert part in html
    assert 'alt="A grey ship at sea"' in html
    assert 'loading="lazy"' in html


def test_a_picture_that_is_not_ready_is_not_on_the_page() -> None:
    image = make_image(ready=False)
    assert render_to_string("articles/_picture.html", {"image": image}).strip() == ""
    assert render_to_string("articles/_picture.html", {"image": None}).strip() == ""
    assert (image.social, image.largest_jpeg, image.thumbnail) == (None, None, None)


def test_a_picture_says_what_its_place_asks_for() -> None:
    context = {"image": make_image(), "crop": "card", "base_url": "https://news.example"}
    first = render_to_string("articles/_picture.html", context | {"priority": True, "alt": "Hull"})
    assert 'fetchpriority="high"' in first
    assert 'alt="Hull"' in first
    assert 'src="https://news.example/media/img/' in first
    assert "-card-" in first
    assert "-full-" not in first
    silent = render_to_string("articles/_picture.html", context | {"decorative": True})
    assert 'alt=""' in silent


def test_prefetched_pictures_cost_no_queries(django_assert_num_queries: Any) -> None:
    make_image()
    (image,) = Image.objects.prefetch_related("renditions")
    with django_assert_num_queries(0):
        render_to_string("articles/_picture.html", {"image": image})
        assert image.social
        assert image.largest_jpeg
        assert image.shown("card")


# --- Another focal point ---


def test_a_moved_focal_point_makes_the_crops_again_and_nothing_else() -> None:
    image = make_image(make_file(400, 200))
    before = {each.kind: each.name for each in image.renditions.filter(format="jpeg")}
    Image.objects.filter(pk=image.pk).update(focal_x=0)
    tasks.recut_image(image_id=image.pk)
    after = {each.kind: each.name for each in image.renditions.filter(format="jpeg")}
    assert after["card"] != before["card"]
    assert {kind: after[kind] for kind in ("master", "full")} == {
        kind: before[kind] for kind in ("master", "full")
    }
    assert before["card"] in files()  # pages in caches go on naming it


def test_old_files_go_when_their_time_has_come() -> None:
    image = make_image(make_file(400, 200))
    Image.objects.filter(pk=image.pk).update(focal_x=0)
    image.recut()
    (late,) = jobs("discard_files")
    tasks.discard_files(**late)
    assert files() == set(image.renditions.values_list("name", flat=True))


def test_a_file_that_is_named_again_is_not_discarded() -> None:
    image = make_image(make_file(400, 200))
    for place in (0, 50):
        Image.objects.filter(pk=image.pk).update(focal_x=place)
        image.recut()
    for late in jobs("discard_files"):
        tasks.discard_files(**late)
    assert files() == set(image.renditions.values_list("name", flat=True))


def test_a_focal_point_moved_meanwhile_is_not_lost(tmp_path: Path) -> None:
    image = make_image()
    assert image.master is not None
    Image.objects.filter(pk=image.pk).update(focal_y=10)
    image.cut(Path(default_storage.path(image.master.name)), "JPEG", tmp_path, CROPS)
    assert jobs("recut_image") == [{"image_id": image.pk}]


def test_all_sizes_can_be_made_again(capsys: pytest.CaptureFixture[str]) -> None:
    image = make_image()
    first = image.renditions.get(kind="full", format="avif")
    first.delete()
    call_command("recut_images")
    assert image.renditions.filter(kind="full", format="avif").exists()
    assert "1 of 1 pictures cut again." in capsys.readouterr().out


# --- Going ---


def test_a_picture_that_an_article_needs_stays() -> None:
    lead, inside, free = make_image(ready=False), make_image(ready=False), make_image(ready=False)
    article = make_article("Ships", "Text.", body_with(inside), lead_image=lead)
    for image in (lead, inside):
        assert image.used_in() == [article]
        with pytest.raises(ProtectedError), transaction.atomic():
            image.delete()
    assert free.used_in() == []
    assert Image.objects.count_uses([lead, inside, free]) == {lead.pk: 1, inside.pk: 1}


def test_a_deleted_picture_takes_its_files_along(committed: Committing) -> None:
    with committed():
        image = make_image()
    waiting = make_image(ready=False)
    with committed():
        image.delete()
        waiting.delete()
    assert uploads() == []
    for late in jobs("discard_files"):
        tasks.discard_files(**late)
    assert files() == set()


def test_leftovers_of_a_crash_are_cleared_away(committed: Committing) -> None:
    with committed():
        kept = make_image()
    waiting = make_image(ready=False)
    stuck = make_image(ready=False)
    Image.objects.filter(pk=stuck.pk).update(uploaded_at=long_ago())
    storages["uploads"].save("forgotten", ContentFile(b"x"))
    old = default_storage.save(f"img/{kept.pk}/old.jpg", ContentFile(b"x"))
    new = default_storage.save(f"img/{kept.pk}/new.jpg", ContentFile(b"x"))
    for name in files() - {new}:
        age(default_storage.path(name))
    age(storages["uploads"].path("forgotten"))
    age(storages["uploads"].path(waiting.upload))
    with committed():
        clear_leftovers()
    stuck.refresh_from_db()
    assert (stuck.state, "interrupted" in stuck.problem) == ("failed", True)
    assert uploads() == [waiting.upload]
    assert old not in files()
    assert {new, *kept.renditions.values_list("name", flat=True)} <= files()


def long_ago() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=30)


def age(path: str) -> None:
    os.utime(path, (long_ago().timestamp(), long_ago().timestamp()))


# --- Finding ---


def test_pictures_are_found_by_all_words_wherever_they_stand() -> None:
    ship = make_image(make_file(name="frigate-0417.jpg"), ready=False, caption="Off Gotland")
    make_image(ready=False, caption="Off Bornholm")
    assert list(Image.objects.search("GOTLAND frigate ministry")) == [ship]
    assert Image.objects.search("").count() == 2


def test_duplicates_are_noticed_by_file_by_pixels_and_by_sight() -> None:
    image = make_image(make_file())
    data = make_file().read()
    same = make_image(ContentFile(data, name="a.jpg"))
    again = make_image(ContentFile(data, name="b.jpg"), ready=False)
    assert list(Image.objects.same_upload(again)) == [same]
    assert same in Image.objects.like(again)
    Image.objects.filter(pk=image.pk).update(dhash=(same.dhash or 0) ^ 0b101)
    assert image in Image.objects.like(same)
    Image.objects.filter(pk=image.pk).update(dhash=(same.dhash or 0) ^ 0b111111)
    assert image not in Image.objects.like(same)


# --- In the admin ---


def test_several_pictures_are_uploaded_at_once_and_each_refusal_is_told(editor: Client) -> None:
    pictures = [make_file(name="one.jpg"), make_file(name="two.png"), ContentFile(b"BM", "x.bmp")]
    page = editor.post(reverse("admin:articles_image_upload"), {"pictures": pictures}, follow=True)
    assert Image.objects.count() == 2
    assert len(jobs("prepare_image")) == 2
    text = page.content.decode()
    assert "“x.bmp”: This is a BMP file. Save it as JPEG or PNG" in text
    assert "2 pictures are being prepared" in text


def test_the_same_file_twice_is_noticed_and_kept(editor: Client) -> None:
    data = make_file().read()
    first = make_image(ContentFile(data, name="first.jpg"), ready=False)
    again = {"pictures": ContentFile(data, name="again.jpg")}
    page = editor.post(reverse("admin:articles_image_upload"), again, follow=True)
    assert "“again.jpg”: the library has this very file already" in page.content.decode()
    assert reverse("admin:articles_image_change", args=[first.pk]) in page.content.decode()
    assert Image.objects.count() == 2


def test_no_file_chosen_is_said(editor: Client) -> None:
    page = editor.post(reverse("admin:articles_image_upload"), follow=True)
    assert "No file was chosen." in page.content.decode()


def test_one_picture_is_uploaded_with_its_words(editor: Client) -> None:
    address = reverse("admin:articles_image_add")
    refused = editor.post(address, {"file": ContentFile(b"%PDF-1.7", "x.jpg"), "alt": "A ship"})
    assert "This is a PDF file." in refused.content.decode()
    editor.post(address, {"file": make_file(), "alt": "A ship", "credit": "Us"})
    image = Image.objects.get()
    assert (image.alt, image.credit, image.state) == ("A ship", "Us", "processing")
    assert image.uploaded_by is not None


def test_the_library_says_of_each_picture_what_an_editor_needs(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    ready = make_image(make_file(name="Frigate at anchor.jpg"), credit="")
    make_image(broken_file())
    make_article("Ships", "Text.", lead_image=ready)
    with django_assert_max_num_queries(14):
        text = editor.get(reverse("admin:articles_image_changelist")).content.decode()
    for words in ("Frigate at anchor", "No credit", "240 × 200", "In 1 article", "Not used"):
        assert words in text
    assert "This picture is damaged or not complete." in text
    assert ready.thumbnail is not None
    assert ready.thumbnail.url in text
    found = editor.get(reverse("admin:articles_image_changelist"), {"q": "anchor"})
    assert ">half<" not in found.content.decode()


def test_an_editor_reads_what_was_removed_and_where_it_is_used(editor: Client) -> None:
    image = make_image(make_file(comment=b"x", exif=words_of_a_camera()))
    make_article("Ships of the line", "Text.", lead_image=image)
    address = reverse("admin:articles_image_change", args=[image.pk])
    text = editor.get(address).content.decode()
    assert "Camera and comments. Gone from the files" in text
    assert "Ships of the line" in text
    assert "<picture>" in text
    assert "No other picture" in text


def test_moving_the_focal_point_in_the_admin_asks_for_new_crops(editor: Client) -> None:
    image = make_image()
    words = {"alt": "A", "caption": "", "credit": "", "licence": "", "title": ""}
    address = reverse("admin:articles_image_change", args=[image.pk])
    editor.post(address, words | {"focal_x": 50, "focal_y": 50})
    assert jobs("recut_image") == []
    refused = editor.post(address, words | {"focal_x": 101, "focal_y": 50})
    assert "less than or equal to 100" in refused.content.decode()
    editor.post(address, words | {"focal_x": 20, "focal_y": 50})
    assert jobs("recut_image") == [{"image_id": image.pk}]


def test_a_picture_in_use_is_not_deleted_and_the_page_says_where(editor: Client) -> None:
    image = make_image(ready=False)
    article = make_article("Ships of the line", "Text.", body_with(image))
    address = reverse("admin:articles_image_delete", args=[image.pk])
    page = editor.post(address, {"post": "yes"}, follow=True)
    assert "This picture cannot be deleted. It stands in" in page.content.decode()
    assert reverse("admin:articles_article_change", args=[article.pk]) in page.content.decode()
    assert Image.objects.filter(pk=image.pk).exists()


def test_an_unused_picture_is_deleted(editor: Client) -> None:
    image = make_image(ready=False)
    editor.post(reverse("admin:articles_image_delete", args=[image.pk]), {"post": "yes"})
    assert not Image.objects.exists()


def test_outsiders_upload_nothing(client: Client) -> None:
    client.force_login(make_user(is_staff=True))
    answer = client.post(reverse("admin:articles_image_upload"), {"pictures": make_file()})
    assert answer.status_code == 403
    assert not Image.objects.exists()
