"""Reading and cutting pictures, without a database."""

import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin, TiffImagePlugin

from articles.imaging import CROPS, EVERYTHING, MAX_BYTES, Refused, check, prepare
from articles.imaging.cutting import crop, plans, widths_within
from articles.imaging.decoding import decode, open_picture
from articles.imaging.process import bare_environment

MARKER = "Zx9MARKERq7"
MARK = MARKER.encode()


# --- Nothing of the file's metadata survives ---


@pytest.fixture(params=["jpeg", "png", "webp", "avif", "tiff"])
def marked(request: Any, tmp_path: Path) -> tuple[Path, str]:
    """A picture with the marker in every place its format has for words, and its kind."""
    source = tmp_path / f"marked.{request.param}"
    {"jpeg": mark_jpeg, "png": mark_png, "webp": mark_webp, "avif": mark_avif, "tiff": mark_tiff}[
        request.param
    ](source)
    assert source.read_bytes().count(MARK) >= 4
    return source, request.param.upper()


def test_no_marker_of_any_place_is_found_in_any_file(
    marked: tuple[Path, str], tmp_path: Path
) -> None:
    source, kind = marked
    prepared = cut(source, kind, tmp_path)
    assert {made.format for made in prepared.cuts} == {"avif", "webp", "jpeg"}
    for made in prepared.cuts:
        assert MARK not in made.file.read_bytes(), made.file.name
        with Image.open(made.file) as picture:
            picture.load()
            assert not set(picture.info) & {"exif", "xmp", "icc_profile", "comment", "photoshop"}
            assert dict(picture.getexif()) == {}


def test_the_editor_is_told_what_was_taken_away(marked: tuple[Path, str], tmp_path: Path) -> None:
    prepared = cut(*marked, tmp_path)
    assert {"position", "serial number", "owner name", "camera"} <= set(prepared.removed)


def test_caption_credit_and_licence_are_read_first(
    marked: tuple[Path, str], tmp_path: Path
) -> None:
    found = cut(*marked, tmp_path).found
    assert found["caption"] == f"{MARKER} caption"
    assert found["credit"] == f"{MARKER} person / {MARKER} agency"
    assert found["licence"] == f"{MARKER} terms"
    assert found["title"] == f"{MARKER} headline"


def test_a_strangers_namespace_does_not_pass_for_a_credit(tmp_path: Path) -> None:
    packet = XMP.replace("http://ns.adobe.com/photoshop/1.0/", "http://example.org/other/")
    source = tmp_path / "foreign.jpg"
    photograph().save(source, xmp=packet.encode())
    assert cut(source, "JPEG", tmp_path).found["credit"] == f"{MARKER} person"


def test_an_archive_hung_on_to_a_picture_is_gone(tmp_path: Path) -> None:
    source = tmp_path / "both.jpg"
    photograph().save(source)
    with source.open("ab") as file:
        file.write(b"PK\x03\x04<script>alert(1)</script>PK\x05\x06" + bytes(18))
    for made in cut(source, "JPEG", tmp_path).cuts:
        assert b"<script>" not in made.file.read_bytes()


def test_broken_metadata_does_not_spoil_a_sound_picture(tmp_path: Path) -> None:
    source = tmp_path / "odd.jpg"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    photograph().save(source, exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(9), xmp=bomb)
    prepared = cut(source, "JPEG", tmp_path)
    assert prepared.found == {"title": "", "caption": "", "credit": "", "licence": ""}


# --- Hostile and useless files end with a sentence ---


def test_kinds_are_told_from_their_first_bytes_and_named() -> None:
    def sentence(head: bytes, size: int = 1000) -> str:
        with pytest.raises(Refused) as refusal:
            check(head, size)
        return str(refusal.value)

    assert sentence(b"BM").startswith("This is a BMP file. Save it as JPEG")
    assert "an SVG drawing" in sentence(b'<?xml version="1.0"?><svg xmlns="x">')
    heic = sentence(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert heic.startswith("This is a HEIC file. On an iPhone: Settings, Camera, Formats")
    film = sentence(b"\0\0\0\x18ftypqt  \0\0\0\0qt  ")
    assert film.startswith("This is a film. Put it on YouTube or Vimeo")
    assert "an EPS file" in sentence(b"%!PS-Adobe")
    assert "a PDF file" in sentence(b"%PDF-1.7")
    assert "not a picture" in sentence(b"hello")
    assert sentence(b"", 0) == "This file is empty."
    assert sentence(b"\xff\xd8\xff", 61 * 2**20) == "This picture is 61 MB. The limit is 40 MB."
    assert "41 MB" in sentence(b"\xff\xd8\xff", MAX_BYTES + 1)


def test_avif_is_told_from_heic_by_its_brands() -> None:
    assert check(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", 1000) == "AVIF"
    assert check(b"\0\0\0\x14ftypavif\0\0\0\0avif", 1000) == "AVIF"


def truncated(saved: bytes) -> bytes:
    return saved[: len(saved) * 2 // 3]


def png_of_size(width: int, height: int) -> bytes:
    """A few bytes that promise a picture of that size."""
    header = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
    )


def frames(kind: str) -> bytes:
    first, *others = [photograph().rotate(turn) for turn in (0, 90, 180)]
    return saved(first, kind, save_all=True, append_images=others)


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "truncated JPEG": ("JPEG", lambda: truncated(saved(photograph(), "JPEG")), "damaged"),
    "truncated PNG": ("PNG", lambda: truncated(saved(photograph(), "PNG")), "damaged"),
    "truncated WebP": ("WEBP", lambda: truncated(saved(photograph(), "WEBP")), "damaged"),
    "truncated AVIF": ("AVIF", lambda: truncated(saved(photograph(), "AVIF")), "damaged"),
    "truncated TIFF": ("TIFF", lambda: truncated(saved(photograph(), "TIFF")), "damaged"),
    "noise after a header": ("JPEG", lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)), "damaged"),
    "another kind inside": ("JPEG", lambda: saved(photograph(), "PNG"), "damaged"),
    "too small": ("PNG", lambda: saved(photograph().resize((199, 300)), "PNG"), "at least 200"),
    "too long": ("PNG", lambda: saved(Image.new("RGB", (200, 4001)), "PNG"), "too long and narrow"),
    "pixel bomb": ("PNG", lambda: png_of_size(20_000, 6_000), "million pixels"),
    "great pixel bomb": ("PNG", lambda: png_of_size(60_000, 60_000), "million pixels"),
    "moving WebP": ("WEBP", lambda: frames("WEBP"), "moves"),
    "moving PNG": ("PNG", lambda: frames("PNG"), "moves"),
    "moving AVIF": ("AVIF", lambda: frames("AVIF"), "moves"),
    "moving GIF": ("GIF", lambda: frames("GIF"), "moves"),
    "truncated GIF": ("GIF", lambda: truncated(saved(photograph(), "GIF")), "damaged"),
    "GIF of a header": ("GIF", lambda: b"GIF89a/*" + bytes(99), "damaged"),
    "TIFF of many": ("TIFF", lambda: frames("TIFF"), "several pictures"),
    "float TIFF": ("TIFF", lambda: saved(Image.new("F", (200, 200)), "TIFF"), "32 bits"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    kind, make, words = HOSTILE[name]
    source = tmp_path / "hostile"
    source.write_bytes(make())
    with pytest.raises(Refused, match=words):
        decode(open_picture(source, kind))


def test_a_refusal_comes_back_from_the_other_process(tmp_path: Path) -> None:
    source = tmp_path / "broken.jpg"
    source.write_bytes(truncated(saved(photograph(), "JPEG")))
    with pytest.raises(Refused, match="damaged or not complete"):
        cut(source, "JPEG", tmp_path)


def test_a_process_that_dies_is_a_refusal_too(tmp_path: Path) -> None:
    source = tmp_path / "sound.jpg"
    photograph().save(source)
    with pytest.raises(Refused):
        prepare(source, "JPEG", tmp_path / "no folder", focal=(50, 50), kinds=EVERYTHING)


def test_the_reading_process_cannot_have_all_memory() -> None:
    program = (
        "import resource; from articles.imaging.limits import set_limits, MEMORY\n"
        "set_limits()\n"
        "limited = resource.getrlimit(resource.RLIMIT_AS)[0] == MEMORY\n"
        "try: bytearray(MEMORY)\n"
        "except MemoryError: print('refused')\n"
        "else: print('refused' if not limited else 'had it')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "refused", done.stderr


# --- What comes out looks like what went in ---


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_held_in_any_way_comes_out_upright(orientation: int, tmp_path: Path) -> None:
    upright = corners()
    backwards = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(backwards[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    for kind, saving in (("PNG", {}), ("JPEG", {"quality": 95}), ("TIFF", {})):
        source = tmp_path / f"held.{kind}"
        held.save(source, kind, exif=exif, **saving)
        assert_alike(decode(open_picture(source, kind)), upright)


def test_the_size_of_a_turned_picture_is_the_upright_one(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    source = tmp_path / "turned.jpg"
    corners().save(source, exif=exif)
    prepared = cut(source, "JPEG", tmp_path)
    assert (prepared.width, prepared.height) == (200, 300)


def test_an_avif_of_a_phone_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    source = tmp_path / "turned.avif"
    corners().transpose(Image.Transpose.ROTATE_270).save(source, exif=exif, quality=90)
    assert_alike(decode(open_picture(source, "AVIF")), corners())


def test_cmyk_keeps_its_colours(tmp_path: Path) -> None:
    source = tmp_path / "print.jpg"
    corners().convert("CMYK").save(source, quality=95)
    assert_alike(decode(open_picture(source, "JPEG")), corners())


@pytest.mark.parametrize("mode", ["I;16", "I;16B"])
def test_sixteen_bits_do_not_turn_white(mode: str, tmp_path: Path) -> None:
    half = Image.frombytes(mode, (200, 200), (b"\x80\x00" if "B" in mode else b"\x00\x80") * 40_000)
    for kind in ("TIFF",) if "B" in mode else ("PNG", "TIFF"):
        source = tmp_path / f"deep.{kind}"
        half.save(source, kind)
        assert decode(open_picture(source, kind)).getpixel((9, 9)) == (128, 128, 128)


def test_a_profile_is_applied_before_it_goes(tmp_path: Path) -> None:
    source = tmp_path / "swapped.png"
    corners().save(source, icc_profile=swapped_profile())
    red, green, blue = corners().split()
    decoded = decode(open_picture(source, "PNG"))
    assert_alike(decoded, Image.merge("RGB", (blue, green, red)), 40)


def test_a_profile_for_another_mode_is_left_out(tmp_path: Path) -> None:
    source = tmp_path / "grey.png"
    Image.new("L", (200, 200), 90).save(source, icc_profile=srgb_profile())
    assert decode(open_picture(source, "PNG")).getpixel((5, 5)) == (90, 90, 90)


def test_what_is_transparent_stays_so_and_is_white_in_a_jpeg(tmp_path: Path) -> None:
    source = tmp_path / "clear.png"
    clear = corners().convert("RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 150, 100))
    clear.save(source)
    prepared = cut(source, "PNG", tmp_path)
    for made in prepared.cuts:
        with Image.open(made.file) as picture:
            corner = picture.convert("RGBA").getpixel((10, 10))
            if made.format == "jpeg":
                assert min(corner) > 245
            elif made.kind != "social":
                assert corner[3] < 10
    assert next(made.format for made in prepared.cuts if made.kind == "master") == "webp"


def test_an_alpha_channel_that_hides_nothing_is_dropped(tmp_path: Path) -> None:
    source = tmp_path / "solid.png"
    corners().convert("RGBA").save(source)
    assert decode(open_picture(source, "PNG")).mode == "RGB"


def test_a_gif_that_stands_still_is_taken(tmp_path: Path) -> None:
    source = tmp_path / "still.gif"
    photograph().save(source)
    assert check(source.read_bytes()[:512], 1000) == "GIF"

    prepared = cut(source, "GIF", tmp_path)

    assert {made.format for made in prepared.cuts} == {"avif", "webp", "jpeg"}
    with Image.open(next(made.file for made in prepared.cuts if made.kind == "master")) as master:
        assert_alike(master.convert("RGB"), photograph())


def test_a_palette_with_a_hole_keeps_it(tmp_path: Path) -> None:
    source = tmp_path / "palette.png"
    corners().quantize(8).save(source, transparency=0)
    assert decode(open_picture(source, "PNG")).mode == "RGBA"


def test_alike_pictures_have_alike_hashes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.jpg"
    photograph().save(one)
    photograph().resize((600, 500)).save(two, quality=60)
    first, second = cut(one, "PNG", tmp_path, CROPS), cut(two, "JPEG", tmp_path, CROPS)
    assert (first.dhash ^ second.dhash).bit_count() <= 4
    assert first.pixels != second.pixels
    assert -(2**63) <= first.dhash < 2**63


# --- Sizes and crops ---


def test_nothing_is_made_larger_than_it_came() -> None:
    assert widths_within(4000, (480, 800, 1200, 1600)) == [480, 800, 1200, 1600]
    assert widths_within(1600, (480, 800, 1200, 1600)) == [480, 800, 1200, 1600]
    assert widths_within(1000, (480, 800, 1200, 1600)) == [480, 800, 1000]
    assert widths_within(820, (480, 800, 1200, 1600)) == [480, 800]
    assert widths_within(300, (480, 800, 1200, 1600)) == [300]


def test_crops_keep_the_focal_point_in_sight_and_stay_inside() -> None:
    size = (1000, 400)
    assert crop(size, (8, 5), (0, 50)) == (0, 0, 640, 400)
    assert crop(size, (8, 5), (100, 50)) == (360, 0, 1000, 400)
    assert crop(size, (8, 5), (50, 0)) == (180, 0, 820, 400)
    tall = (400, 1000)
    assert crop(tall, (8, 5), (50, 0)) == (0, 0, 400, 250)
    assert crop(tall, (8, 5), (50, 100)) == (0, 750, 400, 1000)


def test_social_pictures_have_the_shape_that_others_ask_for() -> None:
    (social,) = plans((4000, 3000), (50, 50), ("social",))
    assert (social.width, social.height) == (1200, 630)


@pytest.mark.parametrize(
    ("focal", "colour"), [((0, 50), (255, 0, 0)), ((100, 50), (0, 0, 255))], ids=["left", "right"]
)
def test_a_crop_shows_the_side_of_its_focal_point(
    focal: tuple[int, int], colour: tuple[int, int, int], tmp_path: Path
) -> None:
    wide = Image.new("RGB", (1200, 200), (255, 0, 0))
    wide.paste((0, 0, 255), (600, 0, 1200, 200))
    source = tmp_path / "wide.png"
    wide.save(source)
    for made in cut(source, "PNG", tmp_path, CROPS, focal).cuts:
        with Image.open(made.file) as picture:
            assert_alike(picture.convert("RGB"), Image.new("RGB", picture.size, colour), 12)


# --- Material ---


def cut(
    source: Path,
    kind: str,
    tmp_path: Path,
    kinds: tuple[str, ...] = EVERYTHING,
    focal: tuple[int, int] = (50, 50),
) -> Any:
    folder = tmp_path / f"cuts-{source.stem}"
    folder.mkdir()
    return prepare(source, kind, folder, focal=focal, kinds=kinds)


def photograph() -> Image.Image:
    """Small, but not flat: something for every encoder to do."""
    across = Image.linear_gradient("L").resize((300, 240))
    down = across.transpose(Image.Transpose.ROTATE_180)
    picture = Image.merge("RGB", (across, down, Image.radial_gradient("L").resize((300, 240))))
    ImageDraw.Draw(picture).ellipse((40, 60, 120, 150), fill=(220, 30, 30))
    return picture


def corners() -> Image.Image:
    """300 x 200, another colour in each quarter."""
    picture = Image.new("RGB", (300, 200), (220, 30, 30))
    picture.paste((30, 200, 30), (150, 0, 300, 100))
    picture.paste((30, 30, 220), (0, 100, 150, 200))
    picture.paste((230, 230, 40), (150, 100, 300, 200))
    return picture


def assert_alike(one: Image.Image, other: Image.Image, tolerance: int = 60) -> None:
    """In the middle of each quarter; edges suffer from compression."""
    assert one.size == other.size
    width, height = one.size
    for x, y in ((1, 1), (3, 1), (1, 3), (3, 3)):
        at = (width * x // 4, height * y // 4)
        seen, wanted = one.getpixel(at), other.getpixel(at)
        assert max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) <= tolerance, at


def saved(picture: Image.Image, kind: str, **saving: Any) -> bytes:
    data = BytesIO()
    picture.save(data, kind, **saving)
    return data.getvalue()


XMP = f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<rdf:Description rdf:about="" photoshop:Credit="{MARKER} agency"
 photoshop:Headline="{MARKER} headline" photoshop:City="{MARKER}" aux:SerialNumber="{MARKER}">
 <dc:description><rdf:Alt><rdf:li xml:lang="de">{MARKER} Bild</rdf:li>
  <rdf:li xml:lang="x-default">{MARKER} caption</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq><rdf:li>{MARKER} person</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>
<rdf:Description rdf:about="">
 <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">{MARKER} terms</rdf:li></rdf:Alt>
 </xmpRights:UsageTerms></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[0x010F] = MARKER  # Make
    tags[0x013B] = f"{MARKER} somebody else"
    tags[0x8298] = MARKER
    shot = tags.get_ifd(0x8769)
    shot[0xA430] = f"{MARKER} owner"
    shot[0xA431] = MARKER
    shot[0x927C] = MARK * 3
    shot[0x9286] = b"ASCII\0\0\0" + MARK
    place = tags.get_ifd(0x8825)
    place[1], place[2] = "N", (51.0, 30.0, 0.0)
    place[0x1D] = MARKER
    return tags


def iptc() -> bytes:
    def entry(record: int, number: int, value: bytes) -> bytes:
        return bytes([0x1C, record, number]) + len(value).to_bytes(2) + value

    return (
        entry(1, 90, b"\x1b%G")
        + entry(2, 120, MARK + b" caption")
        + entry(2, 80, MARK + b" person")
        + entry(2, 110, MARK + b" agency")
        + entry(2, 90, MARK)
    )


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def marked_profile() -> bytes:
    """A profile whose copyright says the marker, once in a length that does not move the rest."""
    profile = srgb_profile()
    text = "No copyright, use freely".encode("utf-16-be")
    assert text in profile
    return profile.replace(text, (MARKER * 2).encode("utf-16-be")[: len(text)].ljust(len(text)))


def swapped_profile() -> bytes:
    profile = srgb_profile()
    return profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")


def resource(number: int, data: bytes) -> bytes:
    padded = data + b"\0" * (len(data) % 2)
    return b"8BIM" + number.to_bytes(2) + b"\0\0" + len(data).to_bytes(4) + padded


def mark_jpeg(target: Path) -> None:
    data = saved(
        photograph(),
        "JPEG",
        exif=exif(),
        xmp=XMP.encode(),
        comment=MARK,
        icc_profile=marked_profile(),
    )
    block = b"Photoshop 3.0\0" + resource(0x0404, iptc()) + resource(0x0BB7, MARK)
    segments = b"\xff\xed" + (len(block) + 2).to_bytes(2) + block
    segments += b"\xff\xef" + (len(MARK) + 2).to_bytes(2) + MARK
    target.write_bytes(data[:2] + segments + data[2:] + MARK)


def chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


def mark_png(target: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", MARKER)
    texts.add_text("Author", MARKER, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP)
    data = saved(photograph(), "PNG", pnginfo=texts, exif=exif(), icc_profile=marked_profile())
    end = data.rindex(b"IEND") - 4
    more = chunk(b"maRk", MARK) + chunk(b"tEXt", b"Title\0" + MARK)
    target.write_bytes(data[:end] + more + data[end:] + MARK)


def mark_webp(target: Path) -> None:
    data = saved(photograph(), "WEBP", exif=exif(), xmp=XMP.encode(), icc_profile=marked_profile())
    body = data[8:] + b"MARK" + (12).to_bytes(4, "little") + MARK.ljust(12)
    target.write_bytes(b"RIFF" + len(body).to_bytes(4, "little") + body + MARK)


def mark_avif(target: Path) -> None:
    data = saved(photograph(), "AVIF", exif=exif(), xmp=XMP.encode(), icc_profile=marked_profile())
    target.write_bytes(data + (8 + len(MARK)).to_bytes(4) + b"free" + MARK)


def mark_tiff(target: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[270], tags[700], tags[305] = MARKER, XMP.encode(), MARKER
    tags[33723], tags[34377], tags[65000] = iptc(), resource(0x0BB7, MARK), MARKER
    tags.tagtype[700] = tags.tagtype[33723] = tags.tagtype[34377] = 1
    merged = exif()
    for number, value in tags.items():
        merged[number] = value
    for directory in (0x8769, 0x8825):  # which only a JPEG's writer finds by itself
        merged[directory] = dict(merged.get_ifd(directory))
    data = saved(photograph(), "TIFF", exif=merged, icc_profile=marked_profile())
    target.write_bytes(data + MARK)


def test_the_cutting_process_gets_no_secrets_and_finds_its_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for hostile files")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/python/lib")
    environment = bare_environment()
    assert "SECRET_KEY" not in environment
    assert environment["LD_LIBRARY_PATH"] == "/opt/python/lib"
