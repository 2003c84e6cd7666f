"""The library in a browser: uploads with their progress, words on the spot, the focal point."""

from typing import Any

import pytest
from playwright.sync_api import expect

from articles.models import Image
from tests.make import make_article, make_file, make_image, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIBRARY = "/admin/articles/image/"
DROP = """([target, name, kind, bytes]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], name, { type: kind }));
  const place = document.querySelector(target);
  for (const type of ["dragover", "drop"]) {
    const how = { dataTransfer: data, bubbles: true, cancelable: true };
    place.dispatchEvent(new DragEvent(type, how));
  }
}"""
PASTE = """([bytes]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""


def chosen(name: str = "ship.jpg", **saving: Any) -> dict[str, Any]:
    data = make_file(name=name, **saving).read()
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def rows(tab: Any) -> Any:
    return tab.locator(".upload-list > li")


def test_each_file_has_its_own_line_and_a_refusal_says_why(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    svg = {"name": "map.svg", "mimeType": "image/svg+xml", "buffer": b"<svg xmlns='x'/>"}
    empty = {"name": "empty.jpg", "mimeType": "image/jpeg", "buffer": b""}
    tab.set_input_files("#pictures", [chosen("one.jpg"), svg, empty, chosen("two.jpg")])

    expect(rows(tab)).to_have_count(4)
    expect(rows(tab).nth(1)).to_contain_text("This is an SVG drawing. Open it in a browser")
    expect(rows(tab).nth(2)).to_contain_text("This file is empty.")
    expect(tab.locator(".taken")).to_have_count(2)
    expect(tab.locator("p.visually-hidden[role=status]")).to_have_text(
        "2 pictures were added. Not taken: map.svg, empty.jpg."
    )
    assert set(Image.objects.values_list("filename", flat=True)) == {"one.jpg", "two.jpg"}
    tab.get_by_role("button", name="Dismiss map.svg").click()
    expect(rows(tab)).to_have_count(3)


def test_a_file_that_is_too_large_is_refused_before_it_travels(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.evaluate(
        """() => {
          const file = new File(["x"], "poster.jpg", { type: "image/jpeg" });
          Object.defineProperty(file, "size", { value: 61 * 2 ** 20 });
          const event = new Event("paste", { bubbles: true, cancelable: true });
          event.clipboardData = { files: [file] };
          document.dispatchEvent(event);
        }"""
    )

    expect(rows(tab)).to_contain_text("This picture is 61 MB. The limit is 40 MB.")
    assert not [address for address in asked if address.endswith("/upload/")]


def test_a_picture_dropped_anywhere_and_one_pasted_are_taken(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    tab.evaluate(DROP, ["h1", "dropped.jpg", "image/jpeg", list(make_file().read())])
    expect(tab.locator(".taken")).to_have_count(1)
    tab.evaluate(PASTE, [list(make_file(name="x.png").read())])
    expect(tab.locator(".taken")).to_have_count(2)

    names = sorted(Image.objects.values_list("filename", flat=True))
    assert names[1] == "dropped.jpg"
    assert names[0].startswith("Pasted ")


def test_a_tile_turns_into_its_picture_when_it_is_prepared(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    tab.set_input_files("#pictures", [chosen("frigate.jpg", exif=exif_of("Ada Byron"))])
    expect(tab.locator(".grid [data-preparing]")).to_have_count(1)
    Image.objects.get().prepare()

    tab.locator(".grid img").wait_for()
    expect(tab.locator(".taken img")).to_have_count(1)
    expect(tab.get_by_label("Credit of frigate")).to_have_value("Ada Byron")
    expect(tab.locator("#picture-news")).to_contain_text("camera data removed from 1 picture")
    expect(tab.locator(".grid")).to_contain_text("Ada Byron")


def exif_of(artist: str) -> bytes:
    from PIL import Image as Pixels

    exif = Pixels.Exif()
    exif[0x013B], exif[0x0110] = artist, "Camera 9"
    return exif.tobytes()


def test_words_are_filled_in_on_the_spot_and_one_credit_serves_several(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    tab.set_input_files("#pictures", [chosen("one.jpg"), chosen("two.jpg"), chosen("three.jpg")])
    tab.get_by_label("Credit of two").fill("Somebody else")
    tab.get_by_label("Alternative text of one").fill("A frigate at anchor")
    tab.get_by_label("Credit for all that have none").fill("Ada Byron")
    tab.get_by_role("button", name="Put on 2 pictures").click()

    expect(tab.get_by_label("Credit of three")).to_have_value("Ada Byron")
    expect(tab.locator(".word-field span[role=status]", has_text="Saved")).to_have_count(4)
    named = dict(Image.objects.values_list("filename", "credit"))
    assert named == {
        "one.jpg": "Ada Byron",
        "two.jpg": "Somebody else",
        "three.jpg": "Ada Byron",
    }
    assert Image.objects.get(filename="one.jpg").alt == "A frigate at anchor"


def test_words_that_are_refused_stay_in_their_field_with_the_reason(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    tab.set_input_files("#pictures", [chosen("one.jpg")])
    field = tab.get_by_label("Credit of one")
    field.evaluate("(field) => field.removeAttribute('maxlength')")
    field.fill("a" * 201)
    field.blur()

    expect(tab.locator(".word-field .err")).to_contain_text("Not saved. Ensure this value has at")
    expect(field).to_have_attribute("aria-invalid", "true")
    newsdesk.complaints.clear()


def test_an_upload_without_a_server_is_told_and_tried_again(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    tab.route("**/upload/", lambda route: route.abort())
    tab.set_input_files("#pictures", [chosen("one.jpg")])
    expect(rows(tab)).to_contain_text("The server cannot be reached.")

    tab.unroute("**/upload/")
    tab.get_by_role("button", name="Try again one.jpg").click()

    expect(tab.locator(".taken")).to_have_count(1)
    newsdesk.complaints.clear()


def test_who_logged_in_again_meanwhile_tries_again_and_it_works(newsdesk: Any) -> None:
    editor = make_user("Editor")
    tab = newsdesk(LIBRARY, editor)
    tab.context.clear_cookies()
    tab.set_input_files("#pictures", [chosen("one.jpg")])
    expect(rows(tab)).to_contain_text("You were signed out.")

    newsdesk("/admin/", editor, tab=tab.context.new_page())
    tab.get_by_role("button", name="Try again one.jpg").click()

    expect(tab.locator(".taken")).to_have_count(1)
    newsdesk.complaints.clear()


def test_words_written_while_signed_out_are_kept_and_saved_later(newsdesk: Any) -> None:
    editor = make_user("Editor")
    tab = newsdesk(LIBRARY, editor)
    tab.set_input_files("#pictures", [chosen("one.jpg")])
    field = tab.get_by_label("Alternative text of one")
    field.fill("A frigate")
    tab.context.clear_cookies(name="sessionid")
    field.blur()
    expect(tab.locator(".word-field .err")).to_contain_text("Not saved. You were signed out.")

    newsdesk("/admin/", editor, tab=tab.context.new_page())
    field.focus()
    field.blur()

    expect(tab.locator(".word-field", has=field)).to_contain_text("Saved")
    assert Image.objects.get().alt == "A frigate"
    newsdesk.complaints.clear()


def test_a_file_the_library_has_is_named_at_once(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    same = chosen("first.jpg")
    tab.set_input_files("#pictures", [same])
    expect(tab.locator(".taken")).to_have_count(1)
    tab.set_input_files("#pictures", [same | {"name": "again.jpg"}])

    expect(rows(tab).nth(1)).to_contain_text("The library has this very file already: “first”")


def test_the_search_answers_while_one_types(newsdesk: Any) -> None:
    make_image(make_file(name="frigate.jpg"), ready=False)
    make_image(make_file(name="radar.jpg"), ready=False)
    tab = newsdesk(LIBRARY, make_user("Editor"))
    expect(tab.locator(".grid > li")).to_have_count(2)

    tab.locator("#searchbar").press_sequentially("frig")

    expect(tab.locator(".grid > li")).to_have_count(1)
    expect(tab.locator("#searchbar")).to_be_focused()
    assert tab.url.endswith("?q=frig")
    expect(tab.locator("p.visually-hidden[role=status]")).to_have_text("1 picture")
    tab.locator("#searchbar").fill("submarine")
    expect(tab.locator("#changelist-form")).to_contain_text("No pictures match.")
    tab.locator("#searchbar").fill("")
    expect(tab.locator(".grid > li")).to_have_count(2)


def test_without_scripts_the_library_still_searches_and_uploads(
    newsdesk: Any, browser: Any
) -> None:
    make_image(make_file(name="radar.jpg"), ready=False)
    plain = browser.new_context(java_script_enabled=False)
    tab = newsdesk(LIBRARY, make_user("Editor"), tab=plain.new_page())
    tab.set_input_files("#pictures", [chosen("frigate.jpg")])
    tab.get_by_role("button", name="Add pictures").click()
    assert "The picture is being prepared" in tab.text_content(".messagelist")
    tab.fill("#searchbar", "frigate")
    tab.press("#searchbar", "Enter")
    expect(tab.locator(".grid > li")).to_have_count(1)
    plain.close()


# --- The focal point ---


@pytest.fixture
def picture() -> Image:
    return make_image(make_file(800, 400))


def position(tab: Any, crop: str) -> list[float]:
    shown = tab.locator(f".cut-{crop} img").evaluate("(image) => image.style.objectPosition")
    return [float(part.rstrip("%")) for part in shown.split()]


def test_the_focal_point_is_moved_by_arrow_keys_and_the_crops_follow(
    newsdesk: Any, picture: Image
) -> None:
    tab = newsdesk(f"{LIBRARY}{picture.pk}/change/", make_user("Editor"))
    ring = tab.locator(".focal")
    ring.focus()
    assert position(tab, "card") == [50, 50]
    for key in ("ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "ArrowDown"):
        tab.keyboard.press(key)

    expect(ring).to_have_attribute(
        "aria-label", "Focal point, 28% across, 52% down. Arrow keys move it"
    )
    assert position(tab, "card") == [0, 50]  # 8:5 of 800 × 400 lies at its left edge
    for _ in range(20):
        tab.keyboard.press("Shift+ArrowRight")
    expect(tab.locator("#id_focal_x")).to_have_value("100")
    tab.get_by_role("button", name="Save", exact=True).click()
    picture.refresh_from_db()
    assert (picture.focal_x, picture.focal_y) == (100, 52)


def test_the_focal_point_is_set_by_a_click_and_by_number(newsdesk: Any, picture: Image) -> None:
    tab = newsdesk(f"{LIBRARY}{picture.pk}/change/", make_user("Editor"))
    box = tab.locator("#whole").bounding_box()
    tab.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.25)

    expect(tab.locator("#id_focal_x")).to_have_value("90")
    expect(tab.locator("#id_focal_y")).to_have_value("25")
    assert position(tab, "card")[0] == 100
    tab.fill("#id_focal_x", "10")
    assert position(tab, "card")[0] == 0


def test_the_previews_show_what_the_server_cuts(newsdesk: Any, picture: Image) -> None:
    from articles.imaging.cutting import CARD_SHAPE, crop

    tab = newsdesk(f"{LIBRARY}{picture.pk}/change/", make_user("Editor"))
    for x in (0, 33, 45, 62, 100):
        tab.fill("#id_focal_x", str(x))
        left, _, right, _ = crop((800, 400), CARD_SHAPE, (x, 50))
        expected = 100 * left / (800 - (right - left))
        assert position(tab, "card")[0] == pytest.approx(expected, abs=0.1)


def test_a_picture_that_is_being_prepared_appears_on_its_page(newsdesk: Any) -> None:
    image = make_image(make_file(400, 300, exif=exif_of("Ada Byron")), ready=False, credit="")
    tab = newsdesk(f"{LIBRARY}{image.pk}/change/", make_user("Editor"))
    tab.fill("#id_alt", "Half typed")
    image.prepare()

    tab.locator("#whole img").wait_for()
    expect(tab.locator(".focal")).to_have_count(1)
    expect(tab.locator("#id_alt")).to_have_value("Half typed")
    expect(tab.locator("#id_credit")).to_have_value("Ada Byron")


def test_a_picture_in_use_leads_to_its_articles(newsdesk: Any, picture: Image) -> None:
    make_article("Ships of the line", "Text.", lead_image=picture)
    tab = newsdesk(f"{LIBRARY}{picture.pk}/change/", make_user("Editor"))
    expect(tab.get_by_role("link", name="Ships of the line")).to_have_count(1)
    assert tab.get_by_role("button", name="Delete").count() == 0


def test_a_heic_is_told_what_to_do_before_it_is_sent(newsdesk: Any) -> None:
    tab = newsdesk(LIBRARY, make_user("Editor"))
    sent: list[str] = []
    tab.on("request", lambda request: sent.append(request.url))
    heic = {"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": b"x"}

    tab.set_input_files("#pictures", [heic])

    expect(rows(tab)).to_contain_text("On an iPhone: Settings, Camera, Formats, Most Compatible")
    expect(rows(tab).get_by_role("button", name="Try again")).to_have_count(0)
    assert not [url for url in sent if "/upload/" in url]
