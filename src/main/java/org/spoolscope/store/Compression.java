package org.spoolscope.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// How a file is compressed, told by its first bytes and not by its name. Files that were put
/// together of several compressed ones are read to their end.
enum Compression {
    NONE {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    /// RFC 1952.
    GZIP(0x1f, 0x8b) {
        @Override
        InputStream open(InputStream in) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    BZIP2('B', 'Z', 'h') {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    /// The .xz file format, version 1.
    XZ(0xfd, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, XZ_MEMORY);
        }
    },
    /// RFC 8878.
    ZSTD(0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new ZstdInputStreamNoFinalizer(in);
        }
    };

    /// The most that the first bytes of a format take.
    static final int MAGIC = 6;

    /// KiB that reading an .xz may take; the strongest preset needs 65 MiB.
    private static final int XZ_MEMORY = 100 * 1024;

    private final String magic;

    Compression(int... magic) {
        StringBuilder text = new StringBuilder();
        for (int b : magic) {
            text.append((char) b);
        }
        this.magic = text.toString();
    }

    /// The uncompressed bytes.
    ///
    /// @throws IOException the first bytes promised what the rest does not keep
    abstract InputStream open(InputStream in) throws IOException;

    /// @param length how many of the bytes are there
    static Compression of(byte[] head, int length) {
        for (Compression compression : values()) {
            if (compression != NONE && compression.begins(head, length)) {
                return compression;
            }
        }
        return NONE;
    }

    private boolean begins(byte[] head, int length) {
        if (length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((head[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
