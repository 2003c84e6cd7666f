"""Pictures, tables, fact boxes, timelines, related articles and embeds, written in a browser."""

import base64
from typing import Any

import pytest

from articles.body import Body
from articles.models import Article, Image
from tests.make import make_article, make_file, make_image, make_topic, make_user, paragraph

from .keyboard import choose, click, cursor_to_end, fill, posted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TRANSFER = """([kind, selector, files, texts]) => {
  const transfer = new DataTransfer();
  for (const [name, type, data] of files) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type }));
  }
  for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
  const place = document.querySelector(selector);
  const box = place.getBoundingClientRect();
  const how = { bubbles: true, cancelable: true, clientX: box.left + 20, clientY: box.bottom - 4 };
  place.dispatchEvent(
    kind === "drop"
      ? new DragEvent("drop", { ...how, dataTransfer: transfer })
      : new ClipboardEvent("paste", { ...how, clipboardData: transfer }),
  );
}"""
CUT_AND_PASTED = """() => {
  const text = document.querySelector("#editor .copy");
  const how = { clipboardData: new DataTransfer(), bubbles: true, cancelable: true };
  text.editor.commands.selectAll();
  for (const act of ["cut", "paste"]) text.dispatchEvent(new ClipboardEvent(act, how));
}"""
DRAWING = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
SVG = ("drawing.svg", "image/svg+xml", DRAWING)
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.fixture
def writing(newsdesk: Any) -> Any:
    """Opens an article with these parts for writing, the cursor at the end of its text."""

    def opened(*parts: Any, role: str = "Editor") -> tuple[Any, Article]:
        body = {} if parts else {"body": Body.empty()}
        article = make_article("Working title", *parts, **body)
        tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user(role))
        cursor_to_end(tab)
        return tab, article

    return opened


def saved(tab: Any, article: Article) -> list[Any]:
    """Saves by keyboard; what the draft holds then, which the page shows again."""
    before = posted(tab)
    with tab.expect_navigation():
        tab.keyboard.press("Control+s")
    tab.wait_for_selector("#editor .copy")
    article.refresh_from_db()
    content: list[Any] = article.draft.body.dump()["content"]
    assert content == before
    assert posted(tab) == content
    return content


def file(name: str = "harbour.jpg", kind: str = "image/jpeg") -> tuple[str, str, str]:
    return name, kind, base64.b64encode(make_file(name=name).read()).decode()


def drop(tab: Any, *files: Any, onto: str = "#editor .copy > p", **texts: str) -> None:
    sent = [list(each) for each in files]
    tab.evaluate(TRANSFER, ["drop", onto, sent, {k.replace("_", "/"): v for k, v in texts.items()}])


def paste(tab: Any, *files: Any, text: str = "") -> None:
    texts = {"text/plain": text} if text else {}
    tab.evaluate(TRANSFER, ["paste", "#editor .copy", [list(each) for each in files], texts])


def figure(image: Image, caption: str = "", **attrs: str) -> dict[str, Any]:
    block: dict[str, Any] = {
        "type": "figure",
        "attrs": {"image": image.pk, "alt": "", "credit": "", **attrs},
    }
    return block | ({"content": [{"type": "text", "text": caption}]} if caption else {})


# Blocks of fields, by keyboard alone


def test_a_fact_box_is_filled_by_tab_and_enter_adds_a_row(writing):
    tab, article = writing()
    choose(tab, "fact")
    fill(tab, "In brief", "Range", "400", "km", "2026", "Almaz-Antey")
    fill(tab, "example.org/s400", key="Enter")
    fill(tab, "Speed", "4")
    tab.keyboard.press("Escape")
    (box,) = saved(tab, article)
    assert box["attrs"] == {"title": "In brief"}
    first, second = (row["attrs"] for row in box["content"])
    assert first == {
        "term": "Range",
        "value": "400",
        "unit": "km",
        "asOf": "2026",
        "source": "Almaz-Antey",
        "sourceUrl": "https://example.org/s400",
    }
    assert (second["term"], second["value"]) == ("Speed", "4")


def test_rows_are_moved_and_removed_and_each_is_one_step_of_undo(writing):
    tab, _ = writing()
    choose(tab, "fact")
    fill(tab, "Title", "One")
    tab.keyboard.press("Control+Enter")
    fill(tab, "Two")

    def terms() -> list[str]:
        return [row["attrs"]["term"] for row in posted(tab)[0]["content"]]

    tab.locator(".row-up").nth(1).click()
    assert terms() == ["Two", "One"]
    assert tab.evaluate("document.activeElement.className").endswith("row-up")
    tab.locator(".row-remove").first.click()
    assert terms() == ["One"]
    tab.keyboard.press("Control+z")
    assert terms() == ["Two", "One"]
    tab.keyboard.press("Control+z")
    assert terms() == ["One", "Two"]


def test_the_only_row_is_emptied_for_a_box_needs_one(writing):
    tab, _ = writing()
    choose(tab, "fact")
    fill(tab, "Title", "One")
    tab.locator(".row-remove").click()
    assert [row["attrs"]["term"] for row in posted(tab)[0]["content"]] == [""]


def test_a_timeline_goes_on_by_enter_and_ends_with_an_empty_event(writing):
    tab, article = writing()
    choose(tab, "timeline")
    fill(tab, "How it went", "2019-07", "July, at dawn", key="Enter")
    fill(tab, "The first parts arrive", "Deliveries are halted", key="Enter")
    tab.keyboard.press("Enter")
    tab.keyboard.type("After it")
    line, after = saved(tab, article)
    assert line["attrs"] == {"title": "How it went"}
    first, second = line["content"]
    assert first["attrs"] == {"date": "2019-07", "label": "July, at dawn"}
    assert second == {
        "type": "timelineEvent",
        "attrs": {"date": "", "label": ""},
        "content": [{"type": "text", "text": "Deliveries are halted"}],
    }
    assert after == paragraph("After it")


def test_a_date_that_does_not_exist_is_said_beside_its_field(writing):
    tab, _ = writing()
    choose(tab, "timeline")
    fill(tab, "", "30 February 2026")
    assert "no such date" in tab.inner_text(".line-events .block-said >> nth=0")


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("3 November 2026", "2026-11-03"),
        ("Nov. 3rd, 2026", "2026-11-03"),
        ("Sept 2026", "2026-09"),
        ("november 2026", "2026-11"),
        ("2026", "2026"),
    ],
)
def test_a_date_is_understood_as_people_write_it(writing, typed, date):
    tab, _ = writing()
    choose(tab, "pull")
    fill(tab, "Words", "", "", typed)
    assert [block["attrs"]["date"] for block in posted(tab)] == [date]
    assert tab.input_value(".pull [placeholder='3 November 2026']") == date
    assert tab.locator(".pull [aria-invalid=true]").count() == 0


def test_a_date_is_saved_from_the_field_where_it_was_just_typed(writing):
    tab, article = writing()
    choose(tab, "pull")
    fill(tab, "Words", "", "")
    tab.keyboard.type("3 November 2026")
    assert tab.input_value(".pull [placeholder='3 November 2026']") == "3 November 2026"
    (quote,) = saved(tab, article)
    assert quote["attrs"]["date"] == "2026-11-03"


def test_a_date_that_may_mean_two_days_is_said_beside_its_field(writing):
    tab, _ = writing()
    choose(tab, "pull")
    fill(tab, "Words", "", "", "3/11/2026")
    said = tab.locator(".pull .block-said").all_inner_texts()
    assert "Write it as 3 November 2026, Nov 2026 or 2026." in said


def test_a_table_is_walked_by_tab_and_grows_by_keys_and_by_its_bar(writing):
    tab, article = writing()
    choose(tab, "table")
    fill(tab, "System", "From", "Price", "S-400", "Russia", "$625m", "F-35", "U.S.", "$83m")
    fill(tab, "The makers")
    tab.keyboard.type("After it")
    tab.locator("#editor th").first.click()
    tab.wait_for_selector(".block-table.is-here")
    tab.keyboard.press("Control+Enter")
    tab.keyboard.press("Alt+F10")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.textContent") == "Row below"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Control+Shift+Enter")
    table, after = saved(tab, article)
    assert table["attrs"] == {"caption": "", "source": "The makers"}
    assert [len(row["content"]) for row in table["content"]] == [4] * 5
    assert after == paragraph("After it")


def test_a_table_shows_its_caption_where_readers_see_it(writing):
    tab, article = writing()
    choose(tab, "table")
    tab.locator(".table-caption input").fill("Two systems, one airspace")
    tab.locator(".table-caption input").press("Enter")
    tab.keyboard.type("System")
    (table,) = saved(tab, article)
    assert table["attrs"]["caption"] == "Two systems, one airspace"
    assert table["content"][0]["content"][0]["content"] == [paragraph("System")]


def test_a_letter_typed_on_a_selected_block_goes_below_it(writing):
    tab, _ = writing()
    choose(tab, "fact")
    fill(tab, "In brief", key="Escape")
    tab.keyboard.type("On it goes.")
    assert [block["type"] for block in posted(tab)] == ["factBox", "paragraph"]
    tab.keyboard.press("Control+z")
    assert posted(tab)[0]["attrs"]["title"] == "In brief"


# Related articles


def test_related_articles_are_found_by_typing_and_put_in_order(writing):
    public = make_article("Two corvettes for the Black Sea", published=True)
    draft = make_article("Corvettes in dock")
    tab, article = writing()
    choose(tab, "related")
    for words in ("black corvettes", "dock"):
        tab.keyboard.type(words)
        tab.wait_for_selector(".matches [aria-selected=true]")
        tab.keyboard.press("Enter")
    tab.wait_for_selector(".related-list li:nth-child(2)")
    assert "readers do not see it" in tab.inner_text(".related-list li:nth-child(2)")
    assert "readers do not see it" not in tab.inner_text(".related-list li:nth-child(1)")
    tab.locator(".related-list .row-up").nth(1).click()
    tab.locator(".block-title input").fill("Read on")
    (block,) = saved(tab, article)
    assert block["attrs"] == {"title": "Read on", "articles": [draft.pk, public.pk]}


def test_a_topic_finds_articles_too_and_none_is_taken_twice(writing):
    article = make_article("The stand-off", published=True)
    article.topics.add(make_topic("S-400"))
    tab, _ = writing()
    choose(tab, "related")
    for _ in range(2):
        tab.keyboard.type("s400")
        tab.wait_for_selector(".matches [aria-selected=true]")
        tab.keyboard.press("Enter")
    assert posted(tab)[0]["attrs"]["articles"] == [article.pk]
    assert "already" in tab.inner_text(".block-related > .block-said")


# Embeds


def test_an_address_alone_on_a_line_becomes_an_embed_and_undo_gives_it_back(writing):
    tab, _ = writing()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    paste(tab, text=VIDEO)
    assert posted(tab) == [{"type": "embed", "attrs": {"url": VIDEO, "title": ""}}]
    assert "YouTube" in tab.inner_text(".embed-screen")
    tab.keyboard.press("Control+z")
    assert posted(tab) == [paragraph(VIDEO)]
    assert not [url for url in asked if "youtube" in url]


def test_an_address_pasted_among_words_stays_an_address(writing):
    tab, _ = writing("See ")
    paste(tab, text=VIDEO)
    assert [block["type"] for block in posted(tab)] == ["paragraph"]


def test_an_embed_is_named_by_whom_it_is_from(writing):
    tab, article = writing()
    choose(tab, "embed")
    fill(tab, "https://vimeo.com/12345678", "A ship at sea", key="Enter")
    assert "Vimeo" in tab.inner_text(".embed-screen")
    (embed,) = saved(tab, article)
    assert embed["attrs"] == {"url": "https://vimeo.com/12345678", "title": "A ship at sea"}


# Pictures


def test_a_picture_is_chosen_by_keyboard_and_described_in_place(writing):
    make_image(alt="A tank in snow")
    ship = make_image(alt="A grey ship", credit="Navy")
    tab, article = writing()
    choose(tab, "picture")
    tab.wait_for_selector(".picture-grid li:nth-child(2)")
    tab.keyboard.type("grey ship")
    tab.wait_for_selector(".picture-grid:not(:has(li:nth-child(2)))")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#editor .block-figure img:visible")
    fields = tab.locator(".block-figure .block-fields input")
    assert fields.nth(0).get_attribute("placeholder") == "The picture’s own: A grey ship"
    assert fields.nth(1).get_attribute("placeholder") == "The picture’s own: Navy"
    click(tab, ".block-figure figcaption")
    tab.keyboard.type("Off Sevastopol")
    fields.nth(1).fill("Mira Okafor")
    assert saved(tab, article) == [figure(ship, "Off Sevastopol", credit="Mira Okafor")]


def test_escape_in_the_dialog_leaves_the_text_as_it_was(writing):
    make_image()
    tab, _ = writing()
    choose(tab, "picture")
    tab.wait_for_selector(".picture-grid li")
    tab.keyboard.press("Escape")
    tab.wait_for_selector("dialog", state="detached")
    assert posted(tab) == []


def test_enter_in_a_caption_goes_on_below_the_picture(writing):
    tab, _ = writing(figure(make_image(), "Off Sevastopol"))
    click(tab, ".block-figure figcaption")
    tab.keyboard.press("Enter")
    tab.keyboard.type("And then")
    assert [block["type"] for block in posted(tab)] == ["figure", "paragraph"]


def test_dropped_files_become_figures_and_a_refusal_says_why(writing):
    tab, article = writing("Opening words.")
    drop(tab, file("one.jpg"), SVG, file("two.png", "image/png"))
    tab.wait_for_selector(".upload-problem")
    tab.wait_for_selector(".block-figure >> nth=1")
    assert "drawing.svg" in tab.inner_text(".incoming")
    assert "SVG" in tab.inner_text(".upload-problem")
    one, two = Image.objects.order_by("pk")
    assert posted(tab) == [paragraph("Opening words."), figure(one), figure(two)]
    assert "being prepared" in tab.inner_text(".block-figure >> nth=0")
    one.prepare()
    tab.wait_for_selector(".block-figure img:visible")
    tab.get_by_role("button", name="Dismiss").click()
    assert tab.locator(".incoming").count() == 0
    tab.locator("#editor .copy").first.focus()
    saved(tab, article)


def test_a_pasted_picture_goes_to_the_library(writing):
    tab, _ = writing()
    paste(tab, file("image.png", "image/png"))
    tab.wait_for_selector(".block-figure")
    assert posted(tab) == [figure(Image.objects.get())]


def test_a_picture_of_another_site_is_not_taken(writing):
    tab, _ = writing("Opening words.")
    html = "<img src='https://elsewhere.example/a.jpg'>"
    drop(tab, file(), text_html=html)
    assert "web page" in tab.inner_text(".incoming")
    assert posted(tab) == [paragraph("Opening words.")]
    assert Image.objects.count() == 0


def test_a_server_that_is_away_is_told_and_the_file_waits(writing, newsdesk):
    tab, _ = writing("Opening words.")
    tab.route("**/image/upload/", lambda route: route.abort())
    drop(tab, file())
    tab.wait_for_selector(".upload-problem")
    assert "cannot be reached" in tab.inner_text(".upload-problem")
    tab.unroute("**/image/upload/")
    tab.get_by_role("button", name="Try again").click()
    tab.wait_for_selector(".block-figure")
    assert posted(tab) == [paragraph("Opening words."), figure(Image.objects.get())]
    newsdesk.complaints.clear()


def test_the_focal_point_is_moved_by_arrow_keys_and_kept_in_the_library(writing):
    image = make_image()
    tab, _ = writing(figure(image))
    tab.wait_for_selector(".block-figure img:visible")
    tab.get_by_role("button", name="Focal point").first.click()
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Shift+ArrowDown")
    with tab.expect_response("**/words/"):
        pass
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (48, 60)
    assert "48% across, 60% down" in tab.evaluate("document.activeElement.ariaLabel")


def test_the_focal_point_is_set_by_a_click_on_the_picture(writing):
    image = make_image(make_file(400, 400))
    tab, _ = writing(figure(image))
    shown = tab.locator(".block-figure img:visible")
    tab.get_by_role("button", name="Focal point").first.click()
    box = shown.bounding_box()
    with tab.expect_response("**/words/"):
        shown.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (25, 75)


def test_a_picture_that_is_gone_says_so(writing):
    tab, _ = writing(figure(Image(pk=424242)))
    tab.wait_for_selector("text=The library has no picture 424242")


# Copied and undone


def test_copied_blocks_keep_all_that_was_said_of_them(writing):
    image, other = make_image(), make_article("Other", published=True)
    blocks = [
        figure(image, "Off Sevastopol", alt="A ship", credit="Navy"),
        {
            "type": "factBox",
            "attrs": {"title": "In brief"},
            "content": [
                {
                    "type": "factRow",
                    "attrs": {
                        "term": "Range",
                        "value": "400",
                        "unit": "km",
                        "asOf": "2026",
                        "source": "Maker",
                        "sourceUrl": "https://example.org/",
                    },
                }
            ],
        },
        {
            "type": "timeline",
            "attrs": {"title": "Five years"},
            "content": [
                {
                    "type": "timelineEvent",
                    "attrs": {"date": "2019-07", "label": "July"},
                    "content": [{"type": "text", "text": "Parts arrive"}],
                }
            ],
        },
        {
            "type": "table",
            "attrs": {"caption": "Prices", "source": "Makers"},
            "content": [
                {
                    "type": "tableRow",
                    "content": [
                        {
                            "type": "tableHeader",
                            "attrs": {"colspan": 1, "rowspan": 1},
                            "content": [paragraph("System")],
                        }
                    ],
                }
            ],
        },
        {"type": "relatedArticles", "attrs": {"title": "Read on", "articles": [other.pk]}},
        {"type": "embed", "attrs": {"url": VIDEO, "title": "A film"}},
    ]
    tab, _ = writing(*blocks)
    assert posted(tab) == blocks
    tab.locator("#editor .copy").first.focus()
    tab.evaluate(CUT_AND_PASTED)
    assert posted(tab) == blocks


# The lead picture


def test_the_lead_picture_is_chosen_and_described_in_the_panel(writing):
    image = make_image(alt="")
    tab, article = writing("Opening words.")
    tab.get_by_role("button", name="Choose a picture").click()
    tab.locator(".picture-grid button").first.click()
    tab.wait_for_selector(".lead-box img:visible")
    assert "in one sentence" in tab.inner_text(".lead-box")
    with tab.expect_response("**/words/"):
        tab.get_by_label("Alternative text").last.fill("A grey ship")
        tab.keyboard.press("Tab")
    image.refresh_from_db()
    assert image.alt == "A grey ship"
    saved(tab, article)
    assert article.draft.lead_image == image
    tab.get_by_role("button", name="Take it away").click()
    saved(tab, article)
    assert article.draft.lead_image is None


def test_a_file_dropped_on_the_lead_picture_becomes_it(writing):
    tab, _ = writing("Opening words.")
    drop(tab, file(), onto=".lead-box")
    tab.wait_for_selector("#lead-alt:visible")
    lead = tab.evaluate("new FormData(document.getElementById('article_form')).get('lead_image')")
    assert lead == str(Image.objects.get().pk)


def test_a_writer_does_not_change_the_words_of_others_pictures(newsdesk):
    writer = make_user("Writer")
    article = make_article("Mine", "Words.", by=writer, lead_image=make_image())
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", writer)
    tab.wait_for_selector(".lead-box img:visible")
    assert tab.get_by_role("button", name="Focal point").count() == 0
    assert not tab.locator("#lead-alt").is_editable()
