package org.spoolscope.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.postfix.Mutations;

/// What dig, host and drill print, as the command `lookup` passes it on.
class PrintedAnswerTest {
    private static final String NOERROR =
            """
            7:;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 37803
            7:;; flags: qr rd ra; QUERY: 1, ANSWER: %d, AUTHORITY: 0, ADDITIONAL: 1
            7:;; ANSWER SECTION:
            """;

    @Test
    void followsNamesToTheEnd() {
        String text =
                NOERROR.formatted(3)
                        + """
                        7:Alias.example.		300	IN	CNAME	mail.example.
                        7:mail.example.		276	IN	A	192.0.2.10
                        7:other.example.		276	IN	A	192.0.2.66
                        7=0
                        """;

        assertThat(read(text, "alias.example", DnsQuestion.Type.A))
                .isEqualTo(records(276, "192.0.2.10"));
    }

    @Test
    void putsStringsTogether() {
        String text =
                NOERROR.formatted(1)
                        + "7:x.example. 60 IN TXT \"v=spf1 \" \"\\\"quoted\\\" \\195\\169 \\\\ ; -all\"\n"
                        + "7=0\n";

        assertThat(read(text, "x.example", DnsQuestion.Type.TXT))
                .isEqualTo(records(60, "v=spf1 \"quoted\" \u00c3\u00a9 \\ ; -all"));
    }

    @Test
    void takesHowLongANameIsMissingAndWhichZoneSaysSo() {
        String text =
                """
                7:;; ->>HEADER<<- opcode: QUERY, rcode: NXDOMAIN, id: 61309
                7:;; flags: qr rd ra ; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0\s
                7:;; QUESTION SECTION:
                7:;; nope.example.	IN	A
                7:;; ANSWER SECTION:
                7:;; AUTHORITY SECTION:
                7:example.	600	IN	SOA	ns.example. root.ns.example. 1 3600 600 86400 60
                7=0
                """;

        assertThat(read(text, "nope.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.NoName(Duration.ofMinutes(1), "example"));
        assertThat(read(text.replace("7:example.\t", "7:.\t"), "nope.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.NoName(Duration.ofMinutes(1), "."));
        assertThat(read(text.replace("NXDOMAIN", "NOERROR"), "nope.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.NoData(Duration.ofMinutes(1)));
    }

    @Test
    void readsWhatHostPrintsInPlaceOfAHeader() {
        assertThat(
                        read(
                                """
                                7:Trying "nope.example"
                                7:Host nope.example. not found: 3(NXDOMAIN)
                                7=1
                                """,
                                "nope.example",
                                DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.NoName(Duration.ZERO));
        assertThat(
                        read(
                                "7:Host x.example not found: 2(SERVFAIL)\n7=1\n",
                                "x.example",
                                DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("SERVFAIL"));
    }

    @Test
    void tellsSilenceFromRefusal() {
        assertThat(
                        read(
                                """
                                7:;; communications error to 127.0.0.53#53: timed out
                                7:;; no servers could be reached
                                7=9
                                """,
                                "x.example",
                                DnsQuestion.Type.A))
                .isInstanceOf(DnsReply.Silent.class);
        assertThat(read("7=124\n", "x.example", DnsQuestion.Type.A))
                .isInstanceOf(DnsReply.Silent.class);
        assertThat(
                        read(
                                """
                                7:;; communications error to 127.0.0.53#53: connection refused
                                7=9
                                """,
                                "x.example",
                                DnsQuestion.Type.A))
                .isEqualTo(
                        new DnsReply.Unreachable(
                                "communications error to 127.0.0.53#53: connection refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7:x.example. 60 IN A 127.0.0.2\n7=0\n",
                """
                7:x.example. 60 IN A 127.0.0.2
                7:x.example. 60 IN A 127.0.0.3
                7:x.example. 60 IN A 127.0.0.4
                7=0
                """,
            })
    void aRecordTooFewOrTooManyIsHalfAnAnswer(String lines) {
        assertThat(read(NOERROR.formatted(2) + lines, "x.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("half an answer"));
    }

    @Test
    void aTruncatedAnswerIsNoneAndTheOneAfterItIs() {
        String truncated = NOERROR.formatted(0).replace("qr rd ra", "qr tc rd ra");

        assertThat(read(truncated + "7=0\n", "x.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("half an answer"));
        assertThat(
                        read(
                                truncated
                                        + "7:;; Truncated, retrying in TCP mode.\n"
                                        + NOERROR.formatted(1)
                                        + "7:x.example. 60 IN A 127.0.0.2\n7=0\n",
                                "x.example",
                                DnsQuestion.Type.A))
                .isEqualTo(records(60, "127.0.0.2"));
    }

    @Test
    void anAliasLoopEnds() {
        String text =
                NOERROR.formatted(2)
                        + "7:a.example. 60 IN CNAME b.example.\n"
                        + "7:b.example. 60 IN CNAME a.example.\n7=0\n";

        assertThat(read(text, "a.example", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("CNAME loop"));
    }

    @Test
    void recordsOfOtherNamesDoNotCount() {
        String text = NOERROR.formatted(1) + "7:other.example. 60 IN A 127.0.0.2\n7=0\n";

        assertThat(read(text, "x.example", DnsQuestion.Type.A)).isInstanceOf(DnsReply.NoData.class);
    }

    @Test
    void withoutItsEndItIsNoAnswer() {
        assertThat(read(NOERROR.formatted(0), "x.example", DnsQuestion.Type.A)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:line\n", "7\n", "123456:a\n", "sh: 1: dig: not found\n", ":a\n"})
    void whatIsNotOurCommandsEndsTheStream(String text) {
        Framing.Reader reader = reader(text);

        assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsTooLongEndsTheStream() {
        for (String text :
                List.of(
                        "7:" + "x".repeat(9000) + "\n",
                        ("7:" + "x".repeat(4000) + "\n").repeat(40))) {
            assertThatThrownBy(reader(text)::next).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot).example", "a b.example", "-x.example", "a\nb", "", ".", "å"})
    void whatTheCommandWouldRefuseIsNotSent(String name) {
        assertThat(new PrintedFraming().encode(7, new DnsQuestion(name, DnsQuestion.Type.A)))
                .isEmpty();
    }

    @Test
    void survivesDamage() {
        String text =
                NOERROR.formatted(2)
                        + "7:a.example. 60 IN CNAME b.example.\n"
                        + "7:b.example. 60 IN TXT \"te\\\\xt\" \"\\200\"\n7=0\n";
        Mutations.of(
                text.getBytes(StandardCharsets.UTF_8),
                1500,
                bytes -> {
                    try {
                        Framing.Frame frame =
                                new PrintedFraming().reader(new ByteArrayInputStream(bytes)).next();
                        if (frame != null) {
                            assertThat(frame.to(new DnsQuestion("a.example", DnsQuestion.Type.TXT)))
                                    .isPresent();
                        }
                    } catch (IOException _) {
                        // Found out.
                    }
                });
    }

    private static DnsReply records(int seconds, String... values) {
        return new DnsReply.Records(List.of(values), Duration.ofSeconds(seconds));
    }

    private static @Nullable DnsReply read(String text, String name, DnsQuestion.Type type) {
        try {
            Framing.Frame frame = reader(text).next();
            return frame == null ? null : frame.to(new DnsQuestion(name, type)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Framing.Reader reader(String text) {
        return new PrintedFraming()
                .reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
