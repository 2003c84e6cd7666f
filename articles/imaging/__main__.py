"""The process that opens one picture: `python -m articles.imaging SOURCE KIND FOLDER X,Y CUTS`.

Prints one JSON object: {"refused": sentence}, or what `process.Prepared` holds.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from .limits import set_limits

set_limits()

from PIL import Image  # noqa: E402  under the limits, too

from .cutting import plans  # noqa: E402
from .decoding import decode, open_picture  # noqa: E402
from .encoding import encode, encode_master  # noqa: E402
from .kinds import TOO_MUCH, Refused  # noqa: E402
from .metadata import read_metadata  # noqa: E402


def main(source: str, kind: str, folder: str, focal: str, kinds: str) -> dict[str, Any]:
    try:
        return work(Path(source), kind, Path(folder), focal, tuple(kinds.split(",")))
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_MUCH}


def work(
    source: Path, kind: str, folder: Path, focal: str, kinds: tuple[str, ...]
) -> dict[str, Any]:
    picture = open_picture(source, kind)
    given = picture.size
    image = decode(picture)
    metadata = read_metadata(picture)
    x, y = focal.split(",")
    cuts = [encode_master(image, folder)] if "master" in kinds else []
    for plan in plans(image.size, (int(x), int(y)), kinds):
        cuts += encode(image, plan, folder)
    width, height = upright(given, image.size)
    return {
        "width": width,
        "height": height,
        "pixels": fingerprint(image),
        "dhash": difference_hash(image),
        "found": {
            name: getattr(metadata, name) for name in ("title", "caption", "credit", "licence")
        },
        "removed": metadata.removed,
        "cuts": cuts,
    }


def upright(given: tuple[int, int], shown: tuple[int, int]) -> tuple[int, int]:
    turned = (given[0] > given[1]) != (shown[0] > shown[1])
    return (given[1], given[0]) if turned else given


def fingerprint(image: Image.Image) -> str:
    digest = hashlib.sha256(f"{image.mode} {image.size}".encode())
    digest.update(image.tobytes())
    return digest.hexdigest()


def difference_hash(image: Image.Image) -> int:
    """8 x 8 comparisons of neighbours in brightness, as a signed 64-bit number."""
    small = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    grey = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            at = row * 9 + column
            bits = bits << 1 | (grey[at] < grey[at + 1])
    return bits - (1 << 64) if bits >> 63 else bits


if __name__ == "__main__":
    json.dump(main(*sys.argv[1:]), sys.stdout)
