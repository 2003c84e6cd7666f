"""From a file of unknown origin to clean pixels: upright, sRGB, nothing else attached."""

import warnings
from io import BytesIO
from pathlib import Path

from PIL import (
    AvifImagePlugin,  # noqa: F401  named here, Pillow need not load all of its formats
    GifImagePlugin,  # noqa: F401
    Image,
    ImageCms,
    ImageFile,
    TiffImagePlugin,  # noqa: F401
    WebPImagePlugin,  # noqa: F401
)

from .kinds import ADVICE, DAMAGED, Refused
from .limits import MAX_ASPECT, MAX_PIXELS, MIN_SIDE
from .metadata import UNREADABLE

MASTER_SIDE = 4096
"""The longest side of what is kept: nothing larger is decoded further than it must be."""

Image.MAX_IMAGE_PIXELS = MAX_PIXELS

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def open_picture(source: Path, kind: str) -> ImageFile.ImageFile:
    """Opened but not decoded. Raises Refused for what its header already rules out."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(source, formats=(kind,))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused(
            f"This picture has more than {MAX_PIXELS // 1_000_000} million pixels. "
            "Make it smaller and try again."
        ) from error
    except UNREADABLE as error:
        raise Refused(DAMAGED) from error
    check_shape(*picture.size)
    check_stillness(picture)
    return picture


def check_shape(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise Refused(
            f"This picture has {width * height / 1e6:.0f} million pixels. "
            f"The limit is {MAX_PIXELS // 1_000_000}."
        )
    if min(width, height) < MIN_SIDE:
        raise Refused(
            f"This picture is {width} × {height} pixels. Each side must have at least {MIN_SIDE}."
        )
    if max(width, height) > MAX_ASPECT * min(width, height):
        raise Refused(
            f"This picture is {width} × {height} pixels: too long and narrow to show. "
            "Cut it to a usual shape and try again."
        )


def check_stillness(picture: ImageFile.ImageFile) -> None:
    # A phone's JPEG may carry a second picture (MPO); its first is the photograph.
    if picture.format == "MPO" or getattr(picture, "n_frames", 1) == 1:
        return
    if picture.format == "TIFF":
        raise Refused(f"This file holds several pictures. Save one of them. {ADVICE}")
    raise Refused(f"This picture moves. Save one still picture of it, or a screenshot. {ADVICE}")


def decode(picture: ImageFile.ImageFile) -> Image.Image:
    """Decodes it and lets nothing but pixels through: RGB, or RGBA if any of it is transparent.

    Its longest side is at most MASTER_SIDE. Raises Refused for a damaged file.
    """
    try:
        # A JPEG is decoded straight to a smaller size that is still large enough.
        picture.draft(None, (MASTER_SIDE, MASTER_SIDE))
        picture.load()
        image = to_srgb(shrink(plain_mode(picture)), picture.info.get("icc_profile"))
    except UNREADABLE as error:
        raise Refused(DAMAGED) from error
    image = without_idle_alpha(image)
    turn = TURNS.get(orientation(picture))
    if turn is not None:
        image = image.transpose(turn)
    # A new object from bare bytes: Pillow hands comments and profiles on from copy to copy.
    return Image.frombytes(image.mode, image.size, image.tobytes())


def orientation(picture: ImageFile.ImageFile) -> int:
    try:
        return int(picture.getexif().get(0x0112, 1))
    except UNREADABLE:
        return 1


def plain_mode(image: Image.Image) -> Image.Image:
    """In 8 bits: L, RGB, RGBA or CMYK."""
    match image.mode:
        case "L" | "RGB" | "CMYK" if "transparency" not in image.info:
            return image
        case "1":
            return image.convert("L")
        case "I" | "I;16" | "I;16L" | "I;16B" | "I;16N":
            return from_16_bits(image)
        case "F":
            raise Refused(f"This picture has 32 bits a pixel. {ADVICE}")
        case "P" | "PA" | "L" | "LA" | "La" | "RGB" | "RGBA" | "RGBa":
            return image.convert("RGBA")
        case _:
            return image.convert("RGB")


def from_16_bits(image: Image.Image) -> Image.Image:
    # A plain convert("L") takes all above 255 for white.
    if image.mode == "I":
        _, highest = image.getextrema()
        if not isinstance(highest, int | float) or highest > 65535:
            raise Refused(f"This picture has 32 bits a pixel. {ADVICE}")
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def shrink(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= MASTER_SIDE:
        return image
    size = [max(1, round(side * MASTER_SIDE / longest)) for side in image.size]
    return image.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=2.0)


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB or RGBA, its colours those that its profile means."""
    if not profile:
        return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    colours = through_profile(colours, profile)
    if alpha:
        colours.putalpha(alpha)
    return colours


def through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """A profile that is broken, or made for another mode, is left out of account."""
    space = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}[image.mode]
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        if meant.profile.xcolor_space.strip() != space:
            return image.convert("RGB")
        turned = ImageCms.profileToProfile(
            image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *UNREADABLE):
        return image.convert("RGB")
    return turned or image.convert("RGB")


def without_idle_alpha(image: Image.Image) -> Image.Image:
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image
