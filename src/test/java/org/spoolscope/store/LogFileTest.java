package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class LogFileTest {
    private static final String TEXT =
            "Nov  8 10:38:17 mail postfix/qmgr[1]: 3A9B720C620: removed\n";

    @TempDir Path folder;

    /// The name says nothing: logs are renamed.
    @ParameterizedTest
    @EnumSource(Compression.class)
    void isToldByItsFirstBytes(Compression compression) throws IOException {
        Path file = folder.resolve("mail.log");
        Files.write(file, compressed(compression, TEXT.repeat(5000)));

        try (InputStream in = LogFile.open(file)) {
            assertThat(text(in)).isEqualTo(TEXT.repeat(5000));
        }
    }

    /// As logrotate and pigz make them, also through a pipe that has nothing ready.
    @ParameterizedTest
    @EnumSource(Compression.class)
    void goesOnBehindTheFirstOfSeveral(Compression compression) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(compressed(compression, TEXT.repeat(1000)));
        both.write(compressed(compression, "second\n"));
        InputStream pipe =
                new ByteArrayInputStream(both.toByteArray()) {
                    @Override
                    public synchronized int available() {
                        return 0;
                    }
                };

        try (InputStream in = LogFile.uncompressed(pipe)) {
            assertThat(text(in)).isEqualTo(TEXT.repeat(1000) + "second\n");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aCutFileGivesWhatIsThereAndThenFails(Compression compression) throws IOException {
        StringBuilder varied = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            varied.append(Integer.toHexString(i * 0x9E3779B9)).append('\n');
        }
        byte[] whole = compressed(compression, varied.toString());
        byte[] cut = Arrays.copyOf(whole, whole.length - 20_000);
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        assertThatThrownBy(
                        () -> {
                            try (InputStream in =
                                    LogFile.uncompressed(new ByteArrayInputStream(cut))) {
                                byte[] bytes = new byte[1000];
                                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                                    read.write(bytes, 0, n);
                                }
                            }
                        })
                .isInstanceOf(IOException.class);
        assertThat(varied.toString()).startsWith(read.toString(StandardCharsets.US_ASCII));
    }

    /// Goal H4: a small file that unpacks to 600 MB of nothing.
    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aBombIsLeft(Compression compression) throws IOException {
        Path file = folder.resolve("mail.log.2.gz");
        byte[] part = compressed(compression, "\0".repeat(4 << 20));
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 150; i++) {
                out.write(part);
            }
        }

        assertThatThrownBy(
                        () -> {
                            try (InputStream in = LogFile.open(file)) {
                                in.transferTo(OutputStream.nullOutputStream());
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it unpacks to more than 100 times its size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "BZ", "\u001f", "Nov  8"})
    void shortFilesArePlain(String text) throws IOException {
        Path file = folder.resolve("short.gz");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);

        try (InputStream in = LogFile.open(file)) {
            assertThat(text(in)).isEqualTo(text);
        }
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> LogFile.open(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> LogFile.open(folder)).hasMessage("is a directory");
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] compressed(Compression compression, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (compression) {
                    case NONE -> bytes;
                    case GZIP -> new GZIPOutputStream(bytes);
                    case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
                    case XZ -> new XZOutputStream(bytes, new LZMA2Options(1));
                    case ZSTD -> new ZstdOutputStreamNoFinalizer(bytes);
                }) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
