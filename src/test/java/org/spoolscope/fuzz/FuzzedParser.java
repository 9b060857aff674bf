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
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.PostqueueText;
import org.spoolscope.postfix.follow.JournalEntry;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.SourceChoice;
import org.spoolscope.store.LogFile;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// A parser, what it is fed with, and its share of a run.
enum FuzzedParser {
    LOG(
            930,
            1 << 20,
            """
            >
            <
            (
            )
            "
            \\
            ,\s
            ;\s
            @
            [
            ]
            :\s
            =
            to=<
            >, relay=
            , status=sent (250 ok)
            , delay=1
            , delays=0/0/0/1
            , dsn=2.0.0
            ; from=<
            > to=<
            > proto=ESMTP helo=<
            , orig_to=<
            NOQUEUE:\s
            reject: RCPT from\s
            warning:\s
            fatal:\s
             orig_id=
            [192.0.2.1]:25
             said: 550 5.7.1\s
             (in reply to RCPT TO command)
            queued as\s
            forwarded as\s
            99999999999999999999
            2026-02-30T25:61:61.999999999+99:99\s
            Feb 29 23:59:60\s
            å
            """) {
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
        Feed start() {
            return new FuzzedLog(clock())::feed;
        }
    },
    POSTQUEUE_JSON(
            30,
            1 << 20,
            """
            {
            }
            [
            ]
            "
            \\
            \\u
            \\ud83d
            ,
            :
            null
            1e999
            -1
            "queue_id"
            "recipients"
            "arrival_time"
            [[[[[[[[[[[[[[[[[[[[
            {"a":{"a":{"a":{"a":{"a":{"a":
            99999999999999999999
            """) {
        @Override
        List<byte[]> seeds() {
            List<byte[]> seeds = new ArrayList<>();
            lines("postfix/listing-3.7.jsonl").forEach(text -> seeds.add(bytes(text)));
            lines("hostile/queue.jsonl").forEach(text -> seeds.add(bytes(text)));
            return seeds;
        }

        @Override
        Feed start() {
            return input -> {
                PostqueueJson.readAll("-", new ByteArrayInputStream(input));
            };
        }
    },
    POSTQUEUE_TEXT(
            15,
            1 << 20,
            """
            *
            !
            #
            (
            )
            -- 1 Kbytes in 1 Request.
            Feb 29 23:59:60
            99999999999
            ABCDEF0123
            """) {
        @Override
        List<byte[]> seeds() {
            return List.of(
                    resource("postfix/mailq-short-3.7.txt"),
                    resource("postfix/mailq-long-3.7.txt"));
        }

        @Override
        Feed start() {
            return input -> {
                PostqueueText.readAll(
                        "-", new ByteArrayInputStream(input), clock(), ZoneOffset.UTC);
            };
        }
    },
    JOURNAL(
            15,
            1 << 20,
            """
            {
            }
            [
            ]
            "
            \\
            \\u202e
            ,
            :
            null
            "MESSAGE"
            "__CURSOR"
            [103,114,300]
            99999999999999999999
            """) {
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
        Feed start() {
            return input -> {
                JournalEntry entry = JournalEntry.parse(input, 0, input.length);
                if (entry != null) {
                    var _ = entry.line();
                }
                String text = new String(input, StandardCharsets.UTF_8);
                var _ = LogPosition.parse(text);
                var _ = SourceChoice.parse(text);
            };
        }
    },
    SAMPLE(
            8,
            1 << 20,
            """
            .
            cpu\t
            psi
            load
            mem
            disk
            space
            inodes
            -1
            99999999999999999999
            NaN
            %
            0
            """) {
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
        Feed start() {
            return input -> {
                SampleParser parser = new SampleParser();
                new String(input, StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> parser.accept(line, clock().instant()));
            };
        }
    },
    PACKED(2, 256 << 20, "\37\213\10\nBZh9\n\3757zXZ\n\0\0\0\0\n\377\377\377\377") {
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
        Feed start() {
            return input -> {
                try (InputStream in = LogFile.uncompressed(new ByteArrayInputStream(input))) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // Damage is to be told this way.
                }
            };
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

    /// What one input may make it allocate: so much whatever its length, and 1,000 for each byte.
    long mostBytes(byte[] input) {
        return mostBytes + 1000L * input.length;
    }

    List<byte[]> words() {
        return words.lines().map(FuzzedParser::bytes).toList();
    }

    /// Good inputs.
    abstract List<byte[]> seeds();

    /// A new parser.
    abstract Feed start();

    /// Parses one input; any exception is a finding.
    @FunctionalInterface
    interface Feed {
        void accept(byte[] input) throws IOException;
    }

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
