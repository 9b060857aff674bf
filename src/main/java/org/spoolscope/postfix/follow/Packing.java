package org.spoolscope.postfix.follow;

/// How an old log is packed, told by the end of its name.
public enum Packing {
    NONE(""),
    GZIP(".gz"),
    BZIP2(".bz2"),
    XZ(".xz"),
    ZSTD(".zst");

    private final String ending;

    Packing(String ending) {
        this.ending = ending;
    }

    /// With the dot; empty for [#NONE].
    public String ending() {
        return ending;
    }

    static Packing of(String name) {
        for (Packing packing : values()) {
            if (packing != NONE && name.endsWith(packing.ending)) {
                return packing;
            }
        }
        return NONE;
    }
}
