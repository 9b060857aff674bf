package org.spoolscope.fuzz;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.PostqueueText;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.follow.JournalEntry;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.SourceChoice;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.LogFile;
import org.spoolscope.store.ProvidersFile;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// A parser, what it is fed with, and its share of a run.
///
/// @param perMille of all inputs
/// @param mostBytes that one input may make it allocate, whatever its length; besides, each of its
///   bytes may cost 1,000
/// @param words that mean something to it, separated by line feeds
enum FuzzedParser {
    LOG(
            800,
            1 << 20,
            ">\n<\n(\n)\n\"\n\\\n, \n; \n@\n[\n]\n: \n=\nto=<\n>, relay=\n, status=sent (250 ok)\n, delay=1\n"
                    + ", delays=0/0/0/1\n, dsn=2.0.0\n; from=<\n> to=<\n> proto=ESMTP helo=<\n, orig_to=<\n"
                    + "NOQUEUE: \nreject: RCPT from \nwarning: \nfatal: \n orig_id=\n[192.0.2.1]:25\n"
                    + " said: 550 5.7.1 \n (in reply to RCPT TO command)\nqueued as \nforwarded as \n"
                    + "99999999999999999999\n2026-02-30T25:61:61.999999999+99:99 \nFeb 29 23:59:60 \n\u202e\nå") {
        private final LogParser parser = new LogParser(ZoneOffset.UTC, clock());
        private final LogLine line = new LogLine();
        private final CauseRules rules = new CauseRules(CausesFile.builtIn());
        private final LogFigures figures =
                new LogFigures(rules, new Providers(ProvidersFile.builtIn()));

        @Override
        List<byte[]> seeds() {
            List<byte[]> seeds = new ArrayList<>();
            for (String file : List.of("smtpd", "queue", "delivery", "others", "hostile")) {
                lines("postfix/log/" + file + ".txt").stream()
                        .filter(text -> !text.startsWith("    "))
                        .forEach(text -> seeds.add(bytes(text)));
            }
            lines("hostile/mail.log").forEach(text -> seeds.add(bytes(text)));
            return seeds;
        }

        @Override
        void feed(byte[] input) {
            parser.parse(input, 0, input.length, line);
            for (LogField field : LogField.values()) {
                if (line.has(field)
                        && (line.start(field) < 0
                                || line.start(field) > line.end(field)
                                || line.end(field) > input.length)) {
                    throw new AssertionError(field + " lies outside the line");
                }
            }
            figures.fold(line);
            String reason = line.text(LogField.REASON);
            if (reason != null) {
                var _ = rules.verdict(reason);
                var _ = DisplayText.of(reason);
            }
        }
    },
    POSTQUEUE_JSON(
            80,
            1 << 20,
            "{\n}\n[\n]\n\"\n\\\n\\u\n\\ud83d\n,\n:\nnull\n1e999\n-1\n\"queue_id\"\n\"recipients\"\n\"arrival_time\"\n"
                    + "[[[[[[[[[[[[[[[[[[[[\n{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":\n99999999999999999999") {
        @Override
        List<byte[]> seeds() {
            List<byte[]> seeds = new ArrayList<>();
            lines("postfix/listing-3.7.jsonl").forEach(text -> seeds.add(bytes(text)));
            lines("hostile/queue.jsonl").forEach(text -> seeds.add(bytes(text)));
            return seeds;
        }

        @Override
        void feed(byte[] input) throws IOException {
            PostqueueJson.readAll("-", new ByteArrayInputStream(input));
        }
    },
    POSTQUEUE_TEXT(
            40,
            1 << 20,
            "*\n!\n#\n(\n)\n-- 1 Kbytes in 1 Request.\nFeb 29 23:59:60\n99999999999\n \nABCDEF0123") {
        @Override
        List<byte[]> seeds() {
            return List.of(
                    resource("postfix/mailq-short-3.7.txt"),
                    resource("postfix/mailq-long-3.7.txt"));
        }

        @Override
        void feed(byte[] input) throws IOException {
            PostqueueText.readAll("-", new ByteArrayInputStream(input), clock(), ZoneOffset.UTC);
        }
    },
    JOURNAL(
            40,
            1 << 20,
            "{\n}\n[\n]\n\"\n\\\n\\u202e\n,\n:\nnull\n\"MESSAGE\"\n\"__CURSOR\"\n[103,114,300]\n99999999999999999999") {
        @Override
        List<byte[]> seeds() {
            return List.of(
                    bytes(
                            "{\"_HOSTNAME\":\"mx1\",\"MESSAGE\":\"hello\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\","
                                    + "\"X\":[1,{\"y\":2}],\"_PID\":\"9\",\"__CURSOR\":\"c\","
                                    + "\"__REALTIME_TIMESTAMP\":\"1795864343123456\"}"),
                    bytes(
                            "{\"__CURSOR\":\"s=1;i=2\",\"MESSAGE\":[103,114,195,188,110,255],"
                                    + "\"__REALTIME_TIMESTAMP\":\"1795864343123456\"}"));
        }

        @Override
        void feed(byte[] input) {
            JournalEntry entry = JournalEntry.parse(input, 0, input.length);
            if (entry != null) {
                var _ = entry.line();
            }
            String text = new String(input, StandardCharsets.UTF_8);
            var _ = LogPosition.parse(text);
            var _ = SourceChoice.parse(text);
        }
    },
    SAMPLE(
            30,
            1 << 20,
            ".\ncpu\t\npsi\t\nload\t\nmem\t\ndisk\t\nspace\t\ninodes\t\n-1\n99999999999999999999\nNaN\n%\n0\n\t") {
        @Override
        List<byte[]> seeds() {
            return List.of(
                    bytes(
                            """
                            sampler\t1
                            cpus\t2
                            spool\t/var/spool/postfix
                            device\tvda\t/sys/dev/block/254:0/stat
                            .
                            uptime\t1000.00 1900.00
                            cpu\tcpu  1000 100 500 8000 400 10 20 30 999 0
                            psi\tsome avg10=0.05 avg60=0.13 avg300=0.20 total=3000000
                            load\t0.50 0.75 1.00 1/93 11067
                            mem\tMemTotal:       24684092 kB
                            mem\tMemAvailable:   24236404 kB
                            disk\t100 5 800 400 50 5 400 200 0 300 600 0 0 0 0 0 0
                            space\t/dev/vda  264212084 24027040  82363872      23% /
                            inodes\t/dev/vda  16777216 441471 16335745    3% /
                            .
                            uptime\t1002.00 1903.00
                            cpu\tcpu  1040 110 530 8200 480 14 26 50 1009 0
                            psi\tsome avg10=0.05 avg60=0.13 avg300=0.20 total=3500000
                            load\t0.60 0.75 1.00 1/93 11067
                            disk\t140 5 800 600 110 5 400 700 0 800 600 0 0 0 0 0 0
                            .
                            """));
        }

        @Override
        void feed(byte[] input) {
            SampleParser parser = new SampleParser();
            new String(input, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> parser.accept(line, clock().instant()));
        }
    },
    PACKED(
            10,
            256 << 20,
            "\u001f\u008b\u0008\nBZh9\n\u00fd7zXZ\n\u0000\u0000\u0000\u0000\n\u00ff\u00ff\u00ff\u00ff") {
        @Override
        List<byte[]> seeds() {
            byte[] text = resource("postfix/listing-3.7.jsonl");
            List<byte[]> seeds = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (OutputStream out =
                            switch (i) {
                                case 0 -> new GZIPOutputStream(bytes);
                                case 1 -> new BZip2CompressorOutputStream(bytes, 1);
                                case 2 -> new XZOutputStream(bytes, new LZMA2Options(0));
                                default -> new ZstdOutputStreamNoFinalizer(bytes);
                            }) {
                        out.write(text);
                    }
                    seeds.add(bytes.toByteArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return seeds;
        }

        @Override
        void feed(byte[] input) {
            try (InputStream in = LogFile.uncompressed(new ByteArrayInputStream(input))) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // Damage is to be told this way.
            }
        }
    };

    private final int perMille;
    private final long mostBytes;
    private final String words;

    FuzzedParser(int perMille, long mostBytes, String words) {
        this.perMille = perMille;
        this.mostBytes = mostBytes;
        this.words = words;
    }

    /// How many of so many inputs are its.
    long share(long all) {
        return all * perMille / 1000;
    }

    /// What one input may make it allocate.
    long mostBytes(byte[] input) {
        return mostBytes + 1000L * input.length;
    }

    List<byte[]> words() {
        return words.lines().map(FuzzedParser::bytes).toList();
    }

    /// Good inputs.
    abstract List<byte[]> seeds();

    /// Parses; any exception is a finding.
    abstract void feed(byte[] input) throws IOException;

    private static InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));
    }

    private static List<String> lines(String name) {
        return new String(resource(name), StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        FuzzedParser.class.getResourceAsStream("/org/spoolscope/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.chars().anyMatch(c -> c > 0xff)
                ? text.getBytes(StandardCharsets.UTF_8)
                : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
