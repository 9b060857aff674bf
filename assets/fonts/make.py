#!/usr/bin/env python3
"""Makes the fonts in src/main/resources from Debian's fonts-inter and fonts-jetbrains-mono.

JavaFX can't switch OpenType features on, and a column of figures needs digits of one width: so the digits of Inter are
mapped to its tabular ones (feature tnum). Cut to Latin, Greek, Cyrillic and the signs that Spoolscope uses; other
scripts come from the system's fonts. Needs: apt-get install fonts-inter fonts-jetbrains-mono python3-fonttools
"""
import pathlib
from fontTools import subset
from fontTools.ttLib import TTFont

INTER = "/usr/share/fonts/opentype/inter/Inter-{}.otf"
MONO = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-{}.ttf"
OUT = pathlib.Path(__file__).parents[2] / "src/main/resources/org/spoolscope/ui/theme/fonts"
RANGES = [(0x20, 0x17F), (0x1E00, 0x1EFF), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x2027), (0x2030, 0x203A)]
SIGNS = "€−×±≤≥→←↑↓⟨⟩…·⌘⌥✓✗▲▼"


def make(source, target, tabular):
    font = TTFont(source)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "tnum"], name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)] + [ord(c) for c in SIGNS])
    subsetter.subset(font)
    if tabular:
        lookups = {i for r in font["GSUB"].table.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
        swaps = {}
        for i in lookups:
            for sub in font["GSUB"].table.LookupList.Lookup[i].SubTable:
                swaps.update(getattr(sub, "ExtSubTable", sub).mapping)
        for table in font["cmap"].tables:
            for code in map(ord, "0123456789+−"):
                glyph = table.cmap.get(code)
                if glyph in swaps:
                    table.cmap[code] = swaps[glyph]
    font.save(OUT / target)


OUT.mkdir(parents=True, exist_ok=True)
make(INTER.format("Regular"), "Inter-Regular.otf", True)
make(INTER.format("SemiBold"), "Inter-SemiBold.otf", True)
make(MONO.format("Regular"), "JetBrainsMono-Regular.ttf", False)
