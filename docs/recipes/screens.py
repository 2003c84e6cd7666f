"""Takes the pictures of README and of docs/editors.md in a running demonstration site.

Usage: python docs/recipes/screens.py http://127.0.0.1:8000 PASSWORD docs/pictures
Needs Playwright, Pillow and a Chromium; CHROMIUM names one that is not Playwright's own. Use a
site with nothing but the demo content. What is typed for a picture is taken back.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, StorageState, sync_playwright

SITE, PASSWORD, OUT = sys.argv[1].rstrip("/"), sys.argv[2], Path(sys.argv[3])
DESKTOP, PHONE = (1280, 860), (390, 800)
MOST_BYTES = 150_000
PLAIN = Image.Dither.NONE
COLOURS = 160  # enough for these pages, and a third of the bytes

DRAFT = "A brigade that switched off its radios"
READY = "A ground station that nobody guards"
CORRECTED = "A warship may board over a cut cable. It seldom has"
MANUSCRIPT = """A harbour that listens

The harbour master at Gdynia has not needed a radar for a week.

How It Works

Twelve sensors lie along the channel. “We hear a gearbox that needs oil,” says Ewa Lis, who looks \
after them.

“We hear a gearbox that needs oil”

- Each sensor is a box the size of a suitcase.
- None of them sends anything.

What It Costs

Nobody would say. An answer is expected before the spring.
"""


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        door = browser.new_page()
        log_in(door)
        state = door.context.storage_state()

        for shots, size, scheme in PLAN:
            with opened(browser, state, size, scheme) as page:
                shots(page)
        browser.close()


@contextmanager
def opened(
    browser: Browser, state: StorageState, size: tuple[int, int], scheme: str
) -> Iterator[Page]:
    width, height = size
    context = browser.new_context(
        storage_state=state,
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="en-GB",
        timezone_id="Europe/London",
    )
    yield context.new_page()
    context.close()


def log_in(page: Page) -> None:
    page.goto(f"{SITE}/admin/login/?next=/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit], button[type=submit]")
    page.wait_for_selector(".home-grid")


def desk(page: Page) -> None:
    page.goto(f"{SITE}/admin/")
    take(page, "editors-desk")


def writing(page: Page) -> None:
    """The page of an article on its way out, and its panel."""
    write(page, READY)
    page.get_by_label("At a set time").check()
    page.fill("[data-schedule] input[type=date]", page.evaluate(TUESDAY))
    page.fill("[data-schedule] input[type=time]", "07:00")
    take(page, "admin")
    middle(page, "[data-schedule]")
    take(page, "editors-schedule", page.locator("#panel"))
    take_back(page)


def correction(page: Page) -> None:
    write(page, CORRECTED)
    page.get_by_label("Correction: something was wrong").check()
    middle(page, ".what-changed")
    take(page, "editors-correction", page.locator("#panel"))
    take_back(page)


# The Tuesday of next week, as a date field has it.
TUESDAY = """() => {
  const day = new Date();
  day.setDate(day.getDate() + 9 - (day.getDay() || 7));
  return day.toISOString().slice(0, 10);
}"""


def menu(page: Page) -> None:
    write(page, CORRECTED)
    new_line(page)
    open_menu(page)
    take(page, "editors-block-menu")
    take_back(page)


def quotation(page: Page) -> None:
    write(page, DRAFT)
    new_line(page)
    open_menu(page)
    choose(page, "Pull quote")
    page.keyboard.type("We found out how much we had been saying")
    page.keyboard.press("Tab")
    page.keyboard.type("The brigade’s signals officer")
    page.keyboard.press("Tab")
    take(page, "editors-pull-quote")
    take_back(page)


def pictures(page: Page) -> None:
    write(page, DRAFT)
    new_line(page)
    open_menu(page)
    choose(page, "Picture")
    page.wait_for_selector(".picture-grid img")
    take(page, "editors-choose-picture")
    page.keyboard.press("Escape")
    take_back(page)


def open_menu(page: Page) -> None:
    page.keyboard.type("/")
    page.wait_for_selector("#slash:not([hidden])")


def choose(page: Page, label: str) -> None:
    page.keyboard.type(label[:4].lower())
    page.wait_for_selector(f"#slash [aria-selected=true]:has-text('{label}')")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)


def manuscript(page: Page) -> None:
    page.goto(f"{SITE}/admin/articles/article/from-manuscript/")
    page.fill("#id_text", MANUSCRIPT)
    page.get_by_role("button", name="See what it is").click()
    page.wait_for_selector(".imp-row")
    take(page, "editors-manuscript")


def versions(page: Page) -> None:
    write(page, CORRECTED)
    page.get_by_role("link", name="Versions", exact=True).click()
    page.get_by_role("button", name="Compare the two").click()
    page.wait_for_selector(".diff")
    take(page, "editors-versions")


def library(page: Page) -> None:
    page.goto(f"{SITE}/admin/articles/image/")
    page.locator("ul.grid a", has_text="frigate").first.click()
    page.wait_for_selector(".crops img")
    take(page, "editors-focal-point")


def preview(page: Page) -> None:
    write(page, READY)
    page.get_by_role("link", name="Preview", exact=True).click()
    page.locator(".switch a", has_text="Dark").click()
    page.frame_locator(".seen").locator("h1").wait_for()
    take(page, "editors-preview-dark")


def phone(page: Page) -> None:
    write(page, DRAFT)
    take(page, "editors-phone")


def write(page: Page, headline: str) -> None:
    page.goto(f"{SITE}/admin/articles/article/?q={headline}")
    page.locator("#result_list").get_by_role("link", name=headline).click()
    page.wait_for_selector("#editor .tiptap")
    go_back(page)
    page.wait_for_timeout(800)  # pictures and the gate's first answer


def new_line(page: Page) -> None:
    """The cursor on a new line after the first paragraph."""
    first = page.locator("#editor .tiptap > p").first
    box = first.bounding_box() or {"width": 0, "height": 0}
    first.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    first.evaluate("element => scrollBy(0, element.getBoundingClientRect().top - 200)")


def middle(page: Page, selector: str) -> None:
    page.locator(selector).last.evaluate("element => element.scrollIntoView({block: 'center'})")


def take_back(page: Page) -> None:
    """What was typed and kept, without a save."""
    page.wait_for_timeout(2500)
    page.reload()
    page.wait_for_selector("#editor .tiptap")
    go_back(page)


def go_back(page: Page) -> None:
    page.wait_for_timeout(500)
    back = page.get_by_role("button", name="Go back to the saved version")
    if back.count():
        back.click()
        page.wait_for_timeout(1500)


def take(page: Page, name: str, part: Locator | None = None) -> None:
    page.wait_for_timeout(300)
    shot = (part or page).screenshot(animations="disabled")
    picture = (
        Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    )
    path = OUT / f"{name}.png"
    picture.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path} {picture.width} x {picture.height}, {size:,} bytes")
    if size > MOST_BYTES:
        raise SystemExit(f"{path} is larger than {MOST_BYTES:,} bytes.")


PLAN = (
    (desk, DESKTOP, "light"),
    (writing, DESKTOP, "light"),
    (correction, DESKTOP, "light"),
    (menu, DESKTOP, "light"),
    (quotation, DESKTOP, "light"),
    (pictures, DESKTOP, "light"),
    (manuscript, DESKTOP, "light"),
    (versions, DESKTOP, "light"),
    (library, DESKTOP, "light"),
    (preview, DESKTOP, "dark"),
    (phone, PHONE, "light"),
)

if __name__ == "__main__":
    main()
