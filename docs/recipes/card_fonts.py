"""Builds articles/cards/fonts from static/fonts: one file for each face of a social card.

Usage: python docs/recipes/card_fonts.py static/fonts articles/cards/fonts
Needs fonttools and brotli. A browser puts a face together from several files and from two weights;
a program that draws wants one file with all letters at one weight, and its kerning in the old
table that FreeType itself reads. The licences beside the sources go along.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import merge
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import instantiateVariableFont

FACES = {
    "headline.ttf": ("newsreader-roman", 540),
    "wordmark.ttf": ("newsreader-roman", 600),
    "label.ttf": ("archivo", 600),
}
LEAST = 12
"""Units of an em of 2,000 or 1,000; less kerning than this nobody sees."""


def main(sources: Path, target: Path) -> None:
    for name, (family, weight) in FACES.items():
        parts = [sources / f"{family}{part}.woff2" for part in ("", "-ext", "-far")]
        font = joined([at_weight(part, weight) for part in parts])
        add_kerning(font, kerning_of(at_weight(parts[0], weight)))
        font.save(target / name)
        size = (target / name).stat().st_size
        print(f"{name:14}{size:7,} bytes, {len(font.getGlyphOrder())} glyphs")
    for licence in sources.glob("OFL-*.txt"):
        shutil.copyfile(licence, target / licence.name)


def at_weight(path: Path, weight: int) -> TTFont:
    font = TTFont(path)
    font.flavor = None
    return reloaded(instantiateVariableFont(font, {"wght": weight}))


def reloaded(font: TTFont) -> TTFont:
    data = io.BytesIO()
    font.save(data)
    data.seek(0)
    return TTFont(data, recalcTimestamp=False)


def joined(fonts: list[TTFont]) -> TTFont:
    """The letters of all, the first that has one winning; without tables for typesetting."""
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, font in enumerate(fonts):
            for table in ("GSUB", "GPOS", "GDEF"):
                if table in font:
                    del font[table]
            for cmap in font["cmap"].tables:
                cmap.cmap = {code: glyph for code, glyph in cmap.cmap.items() if code not in taken}
            taken |= set(font.getBestCmap())
            files.append(str(Path(folder, f"{number}.ttf")))
            font.save(files[-1])
        font = merge.Merger().merge(files)
        font.recalcTimestamp = False
        return font


def kerning_of(font: TTFont) -> dict[tuple[str, str], int]:
    """The pairs of the first positioning feature, the way that a reader of it finds them."""
    pairs: dict[tuple[str, str], int] = {}
    if "GPOS" not in font:
        return pairs
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            each = getattr(subtable, "ExtSubTable", subtable)
            if each.LookupType == 2:
                for pair, value in pairs_of(each, font.getGlyphOrder()):
                    pairs.setdefault(pair, value)
    return {pair: value for pair, value in pairs.items() if abs(value) >= LEAST}


def pairs_of(subtable, glyphs):
    covered = subtable.Coverage.glyphs
    if subtable.Format == 1:
        for left, pair_set in zip(covered, subtable.PairSet, strict=True):
            for record in pair_set.PairValueRecord:
                yield (left, record.SecondGlyph), advance(record.Value1)
        return
    second = subtable.ClassDef2.classDefs
    for left in covered:
        row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
        for right in glyphs:
            yield (left, right), advance(row[second.get(right, 0)].Value1)


def advance(value) -> int:
    return getattr(value, "XAdvance", 0) or 0


def add_kerning(font: TTFont, pairs: dict[tuple[str, str], int]) -> None:
    known = set(font.getGlyphOrder())
    table = KernTable_format_0(apple=False)
    table.coverage, table.version, table.format, table.tupleIndex = 1, 0, 0, None
    table.kernTable = {pair: value for pair, value in pairs.items() if known.issuperset(pair)}
    kern = font["kern"] = newTable("kern")
    kern.version, kern.kernTables = 0, [table]
    print(f"  {len(table.kernTable):,} pairs of {len(pairs):,}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
