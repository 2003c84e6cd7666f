"""Bytes to text: which letters a file means."""

import codecs
import re
from collections.abc import Callable

from .errors import ManuscriptError

BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WORD = re.compile(r"[^\W\d_]{3,}")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
TURKISH_OR_NORDIC = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")
"""The six letters in which Windows-1254 (ĞİŞğış) differs from Windows-1252 (ÐÝÞðýþ)."""
NORDIC = frozenset(b"\xc1\xc6\xcd\xd3\xda\xe1\xe6\xed\xf3\xfa")
"""Á Æ Í Ó Ú: as common as ð and þ where those are letters, unused in Turkish."""
NOT_TEXT = (
    "This file is not text, whatever its name says; save the manuscript as .docx or .txt, "
    "or paste its text."
)
UNKNOWN_LETTERS = (
    "The letters of this file could not be told; save it as text in UTF-8, or paste its text."
)


def decode(data: bytes) -> tuple[str, str, str]:
    """The text, and where it was a guess, the encoding in words and the reason ("" otherwise).

    Raises ManuscriptError for what is not text.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return strictly(data, encoding), "", ""
    for attempt in ATTEMPTS:
        if found := attempt(data):
            text, guess, why = found
            if len(CONTROLS.findall(text)) > len(text) // 200:
                raise ManuscriptError(NOT_TEXT)
            return tidy(text), guess, why
    raise ManuscriptError(UNKNOWN_LETTERS)


Found = tuple[str, str, str] | None


def strictly(data: bytes, encoding: str) -> str:
    try:
        return tidy(data.decode(encoding))
    except UnicodeError as error:
        raise ManuscriptError(UNKNOWN_LETTERS) from error


def unmarked_utf16(data: bytes) -> Found:
    """Latin letters in UTF-16 have a zero as every second byte, and text has none otherwise."""
    zeros = data.count(0)
    if not zeros:
        return None
    odd = data[1::2].count(0)
    encoding = "utf-16-le" if odd > zeros - odd else "utf-16-be"
    if zeros < len(data) * 0.3 or min(odd, zeros - odd) > zeros * 0.05:
        raise ManuscriptError(NOT_TEXT)
    try:
        text = data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeError as error:
        raise ManuscriptError(NOT_TEXT) from error
    return text, "The letters are UTF-16", "Every second byte of the file is a zero"


def utf8(data: bytes) -> Found:
    try:
        return data.decode("utf-8"), "", ""
    except UnicodeDecodeError:
        return None


def windows_turkish(data: bytes) -> Found:
    letters = sum(data.count(byte) for byte in TURKISH_OR_NORDIC)
    nordic = sum(data.count(byte) for byte in NORDIC)
    if not letters or nordic * 4 > letters:
        return None
    why = "The file is not UTF-8, and read this way its letters are those of Turkish (ğ, ı, ş)"
    return windows(data, "cp1254", "The letters are Windows-1254 (Turkish)", why)


def windows_western(data: bytes) -> Found:
    why = "The file is not UTF-8, and its letters fit Western European words"
    return windows(data, "cp1252", "The letters are Windows-1252 (Western European)", why)


def windows(data: bytes, encoding: str, guess: str, why: str) -> Found:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    words = WORD.findall(text)
    foreign = sum(all(letter > "\x7f" for letter in word) for word in words)
    # Another alphabet read as Latin shows as words made of accents alone.
    return (text, guess, why) if foreign * 5 <= len(words) else None


ATTEMPTS: tuple[Callable[[bytes], Found], ...] = (
    unmarked_utf16,
    utf8,
    windows_turkish,
    windows_western,
)

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff]")


def tidy(text: str) -> str:
    """One kind of line end, and none of the signs that nobody sees and no database keeps."""
    return UNSEEN.sub("", LINE_ENDS.sub("\n", text))
