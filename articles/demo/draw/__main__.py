"""Draws the demo's plates again: `python -m articles.demo.draw COUNTRIES_10M_JSON [NAME…]`.

A developer's command; loading the demo only reads the pictures it has left in
articles/demo/pictures/. It needs three things that nothing else here needs:

- countries-10m.json from the npm package world-atlas 2 (`npm pack world-atlas`; Natural
  Earth, public domain);
- a Chromium, named by CHROMIUM or found as `chromium` on the PATH;
- the site's own fonts (archivo.woff2, archivo-ext.woff2,
  newsreader-italic.woff2) in static/fonts, or in the folder named by FONTS.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import HEIGHT, WIDTH, Plate
from articles.demo.draw.scenes import SCENES

HERE = Path(__file__).resolve().parent
PICTURES = HERE.parent / "pictures"
FONTS = Path(os.environ.get("FONTS", HERE.parents[2] / "static" / "fonts")).resolve()

PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: Label; src: url({fonts}/archivo.woff2); font-weight: 400 700 }}
@font-face {{ font-family: Label; src: url({fonts}/archivo-ext.woff2); font-weight: 400 700;
  unicode-range: U+c0-17f }}
@font-face {{ font-family: Water; src: url({fonts}/newsreader-italic.woff2) }}
* {{ margin: 0 }} svg {{ display: block }} text {{ font-feature-settings: "tnum" }}
</style>{svg}"""


def main(atlas_path: str, *names: str) -> None:
    if not (FONTS / "archivo.woff2").exists():
        sys.exit(f"No archivo.woff2 in {FONTS}. Name the folder of the site's fonts in FONTS.")
    atlas = Atlas(Path(atlas_path))
    for name in names or SCENES:
        plate = Plate()
        SCENES[name](plate, atlas)
        target = PICTURES / f"{name}.webp"
        print_plate(plate, target)
        print(f"{target.name}  {target.stat().st_size // 1024} KB")


def print_plate(plate: Plate, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "plate.html"), Path(folder, "plate.png")
        page.write_text(PAGE.format(fonts=FONTS.as_uri(), svg=plate.svg()), encoding="utf-8")
        subprocess.run(
            [
                os.environ.get("CHROMIUM", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--allow-file-access-from-files",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/profile",
                # Headless Chromium keeps some of the height for a bar that is not there.
                f"--window-size={WIDTH},{HEIGHT + 200}",
                f"--screenshot={shot}",
                page.as_uri(),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        picture = Image.open(shot).convert("RGB").crop((0, 0, WIDTH, HEIGHT))
        picture.save(target, quality=82, method=6)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
