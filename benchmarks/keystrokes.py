"""How long a keystroke keeps the editor busy, in a short and in a very long article.

    python benchmarks/keystrokes.py http://localhost:8000 editor PASSWORD

against a site of `make run`; needs Chromium (CHROMIUM=path, if it is elsewhere). What is typed goes
nowhere: the page's own keeping is cut off. A keystroke is timed from the
insertion of the letter to the finished layout, without the wait for the next frame.
"""

import os
import shutil
import statistics
import sys
from typing import Any

from playwright.sync_api import sync_playwright

SIZES = (1_000, 35_000)
KEYSTROKES = 200

FILL = """words => {
  const some = "The S-400 battery at Murted stays while the F-35 talks resume and ".split(" ");
  const paragraph = n => ({ type: "paragraph", content: [{ type: "text", text:
    Array.from({ length: 70 }, (_, i) => some[(n * 7 + i) % some.length]).join(" ").trim() }] });
  const content = [];
  for (let n = 0; n * 70 < words; n++) {
    if (n % 8 === 0) content.push({ type: "heading", attrs: { level: 2 },
      content: [{ type: "text", text: `Section ${n / 8 + 1}` }] });
    content.push(paragraph(n));
  }
  const { editor } = document.querySelector("#editor .ProseMirror");
  editor.commands.setContent({ type: "doc", content });
  editor.commands.setTextSelection(Math.round(editor.state.doc.content.size / 2));
  editor.view.focus();
  return content.length;
}"""

TYPE = """async strokes => {
  const { editor } = document.querySelector("#editor .ProseMirror");
  let longest = 0;
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ["longtask"] });
  const times = [];
  for (let n = 0; n < strokes; n++) {
    const began = performance.now();
    document.execCommand("insertText", false, "abcde "[n % 6]);
    await Promise.resolve();
    editor.view.dom.getBoundingClientRect();
    times.push(performance.now() - began);
    await new Promise(done => setTimeout(done, 30));
  }
  await new Promise(done => setTimeout(done, 1500));
  return [times, longest];
}"""


def main(site: str, name: str, password: str) -> None:
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.route("**/keep/", lambda route: route.abort())
        page.goto(f"{site}/admin/login/?next=/admin/articles/article/add/")
        page.fill("#id_username", name)
        page.fill("#id_password", password)
        page.press("#id_password", "Enter")
        page.wait_for_selector("#editor .ProseMirror")
        for words in SIZES:
            blocks = page.evaluate(FILL, words)
            page.wait_for_timeout(2500)
            report(words, blocks, *page.evaluate(TYPE, KEYSTROKES))
        browser.close()


def report(words: int, blocks: int, times: list[Any], longest: float) -> None:
    ordered = sorted(times)
    print(
        f"{words:,} words in {blocks} blocks: median {statistics.median(times):.1f} ms, "
        f"95th {ordered[int(len(ordered) * 0.95)]:.1f} ms, worst {ordered[-1]:.1f} ms; "
        f"longest task while and after typing {longest:.0f} ms"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
