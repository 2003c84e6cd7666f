"""Builds static/fonts from the npm packages @fontsource-variable/newsreader and archivo 5.3.0.

Usage: python docs/recipes/fonts.py NODE_MODULES/@fontsource-variable static/fonts
Needs fonttools and brotli. Newsreader and Archivo are OFL 1.1 without a reserved name.
"""

import io
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SRC, OUT = map(Path, sys.argv[1:3])
BASE = (
    "20-7E,A0,A3,A7,A9,AB,AD,B0,B1,B7,BB,BD,D7,E9,2011,2013,2014,2018,2019,201C,201D,2020,2022,2026,202F,2009,"
    "2032,2033,20AC,2190,2192,2197,2212"
)
# Western, Turkish, Polish
EXT = (
    "C4,C5,C7,D3,D6,DC,DF-E8,EA-EF,F1-F6,F8-FC,"
    "104-107,118,119,11E,11F,130,131,141-144,15A,15B,15E,15F,179-17C,20BA"
)
FAR = (
    "C0-C3,C6,C8-D2,D4,D5,D8-DB,DD,DE,F0,FD-FF,102,103,10C-111,11A,11B,147,148,150-155,158,159,160,161,164,165,"
    "16E-171,178,17D,17E,218-21B"
)  # Czech, Romanian, Nordic capitals ...


def points(spec):
    out = []
    for part in spec.split(","):
        lo, _, hi = part.partition("-")
        out += range(int(lo, 16), int(hi or lo, 16) + 1)
    return out


def reload(font):
    b = io.BytesIO()
    font.flavor = None
    font.save(b)
    b.seek(0)
    return TTFont(b)


def cut(path, where, chars, feats=("kern", "liga", "tnum", "locl")):
    font = reload(instantiateVariableFont(TTFont(path), where))
    o = subset.Options()
    o.layout_features = list(feats)
    o.hinting = False
    o.notdef_outline = True
    o.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    o.drop_tables += ["DSIG", "MVAR", "GDEF", "STAT"]
    o.glyph_names = True
    s = subset.Subsetter(o)
    s.populate(unicodes=points(chars))
    s.subset(font)
    return reload(font)


def prune_kern(font, least):
    """Kerning is a third of the file: keep only pairs that a reader can see."""
    if "GPOS" not in font:
        return font
    for look in font["GPOS"].table.LookupList.Lookup:
        for st in look.SubTable:
            st = getattr(st, "ExtSubTable", st)
            if st.LookupType != 2:
                continue
            if st.Format == 1:
                for ps in st.PairSet:
                    ps.PairValueRecord = [
                        r
                        for r in ps.PairValueRecord
                        if r.Value1 and abs(getattr(r.Value1, "XAdvance", 0)) >= least
                    ]
            else:
                for c1 in st.Class1Record:
                    for c2 in c1.Class2Record:
                        if c2.Value1 and abs(getattr(c2.Value1, "XAdvance", 0)) < least:
                            c2.Value1.XAdvance = 0
    return font


def save(font, name):
    font.flavor = "woff2"
    path = OUT / name
    font.save(path)
    print(f"{name:32}{path.stat().st_size:7,} bytes {len(font.getGlyphOrder()):4} glyphs")


def joined(latin, ext, where, chars):
    """latin and latin-ext cuts of one instance as one file, without kerning."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.ttf" for number in range(2)]
        for source, file in zip((latin, ext), files, strict=True):
            font = cut(source, where, chars, feats=("locl",))
            for table in ("GSUB", "GPOS"):
                if table in font:
                    del font[table]
            font.save(file)
        return reload(merge.Merger().merge([str(file) for file in files]))


def two_masters(light, heavy, lo, hi):
    gpos, gsub = light.get("GPOS"), light.get("GSUB")
    for f in (light, heavy):
        for t in ("GPOS", "GSUB"):
            if t in f:
                del f[t]
    ds = DesignSpaceDocument()
    a = AxisDescriptor()
    a.tag, a.name, a.minimum, a.default, a.maximum = "wght", "Weight", lo, lo, hi
    ds.addAxis(a)
    for f, v in ((light, lo), (heavy, hi)):
        s = SourceDescriptor()
        s.font = f
        s.location = {"Weight": v}
        ds.addSource(s)
    vf, _, _ = varLib.build(ds)
    if gpos:
        vf["GPOS"] = gpos
    if gsub:
        vf["GSUB"] = gsub
    for t in ("STAT", "MVAR"):
        if t in vf:
            del vf[t]
    return vf


def src(family, part, style="normal"):
    return SRC / family / "files" / f"{family}-{part}-standard-{style}.woff2"


if __name__ == "__main__":
    n, x = src("newsreader", "latin"), src("newsreader", "latin-ext")
    A, B = (
        {"wght": 400, "opsz": 16},
        {"wght": 600, "opsz": 44},
    )  # optical size rides on the weight axis
    save(
        two_masters(
            prune_kern(cut(n, A, BASE, ("kern", "liga")), 30), cut(n, B, BASE, ("liga",)), 400, 600
        ),
        "newsreader-roman.woff2",
    )
    for name, chars in (("ext", EXT), ("far", FAR)):
        save(
            two_masters(joined(n, x, A, chars), joined(n, x, B, chars), 400, 600),
            f"newsreader-roman-{name}.woff2",
        )
    i = src("newsreader", "latin", "italic")
    save(prune_kern(cut(i, A, BASE, ("kern", "liga")), 34), "newsreader-italic.woff2")
    xi = src("newsreader", "latin-ext", "italic")
    save(joined(i, xi, A, EXT), "newsreader-italic-ext.woff2")
    a, ax = src("archivo", "latin"), src("archivo", "latin-ext")
    SANS = BASE.replace("2020,", "").replace("2032,2033,", "")
    SX = EXT.replace(
        "C7,D3,D6,DC,DF-E8,EA-EF,F1-F6,F8-FC", "C7,D6,DC,DF,E0-E5,E7,E8,EA,ED,F1,F3-F6,F8,FA-FC"
    )
    L, H = {"wght": 430, "wdth": 86}, {"wght": 650, "wdth": 86}
    save(
        two_masters(
            prune_kern(cut(a, L, SANS, ("kern", "tnum")), 8), cut(a, H, SANS, ("tnum",)), 400, 700
        ),
        "archivo.woff2",
    )
    for name, chars in (("ext", SX), ("far", FAR + ",D3,E6,E9,EB,EC,EE,EF,F2,F9")):
        save(
            two_masters(joined(a, ax, L, chars), joined(a, ax, H, chars), 400, 700),
            f"archivo-{name}.woff2",
        )
