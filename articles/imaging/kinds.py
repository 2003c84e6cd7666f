"""What kind of file is it? Told from its first bytes alone; its name is not believed."""

MAX_BYTES = 40 * 1024 * 1024
HEAD_BYTES = 512
"""How much of the beginning `check` wants to see."""

TAKEN = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
ADVICE = "Save it as JPEG or PNG and try again."

HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
FILM_BRANDS = {b"qt  ", b"isom", b"mp41", b"mp42", b"M4V ", b"3gp4", b"3gp5", b"avc1"}

OTHERS = (
    (b"BM", "a BMP file"),
    (b"%PDF", "a PDF file"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "an EPS file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 file"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 file"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL file"),
    (b"\xff\x0a", "a JPEG XL file"),
    (b"\x00\x00\x01\x00", "an icon file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
)

WAYS = {
    "a HEIC file": (
        "On an iPhone: Settings, Camera, Formats, Most Compatible makes the next ones JPEG. One "
        "that is taken already becomes a JPEG when it is sent by mail."
    ),
    "an SVG drawing": "Open it in a browser or a drawing program and export it as PNG.",
    "a PDF file": "Save the page that is wanted as PNG, or take a screenshot of it.",
    "a film": "Put it on YouTube or Vimeo and its address into the article as an embed.",
    "a ZIP archive or an office document": "Take the pictures out of it and upload those.",
}
"""What somebody can do who has such a file; for the others it is ADVICE."""

DAMAGED = "This picture is damaged or not complete. Export it again and upload that file."
TOO_MUCH = (
    "This picture takes too much time or memory to read. "
    "Export it again as a plain JPEG and upload that file."
)


class Refused(Exception):
    """This file is not taken. str() is a sentence or two for the editor."""


def check(head: bytes, size: int) -> str:
    """The kind, one of TAKEN, of a file of `size` bytes that begins with `head`.

    Raises Refused for other kinds, an empty file, and one above MAX_BYTES.
    """
    if size == 0:
        raise Refused("This file is empty.")
    if size > MAX_BYTES:
        # Rounded up, so that a file just above the limit is not said to be at it.
        raise Refused(
            f"This picture is {-(-size // 2**20)} MB. The limit is {MAX_BYTES // 2**20} MB."
        )
    return identify(head)


def identify(head: bytes) -> str:
    """One of TAKEN. Raises Refused for other kinds."""
    kind = kind_of(head)
    if kind is None:
        name = name_of(head)
        raise Refused(f"This is {name}. {WAYS.get(name, ADVICE)}")
    return kind


def kind_of(head: bytes) -> str | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if brands(head) & {b"avif", b"avis"}:
        return "AVIF"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if head[:4] in (b"II*\x00", b"MM\x00*"):
        return "TIFF"
    return None


def name_of(head: bytes) -> str:
    if brands(head) & HEIC_BRANDS:
        return "a HEIC file"
    if b"<svg" in head.lower():
        return "an SVG drawing"
    if brands(head) & FILM_BRANDS:
        return "a film"
    return next((name for magic, name in OTHERS if head.startswith(magic)), "not a picture we know")


def brands(head: bytes) -> set[bytes]:
    """The brands of an ISO media file: HEIC and AVIF share one container."""
    if head[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return {head[8:12], *(head[at : at + 4] for at in range(16, end, 4))}
