package org.spoolscope.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spoolscope.dns.Wire.Reading;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Tokenizer;

final class WireTest {
    private static final int ID = 4711;
    private static final DnsQuestion QUESTION =
            new DnsQuestion("2.0.0.127.bl.example", DnsQuestion.Type.A);
    private static final String NAME = "2.0.0.127.bl.example.";
    private static final String SOA =
            "bl.example. 600 IN SOA ns.example. root.example. 1 60 60 60 120";

    @Test
    void aQuestionIsAMessageThatAsksForRecursion() throws IOException {
        Message message = new Message(Wire.encode(QUESTION, ID, true).orElseThrow());
        assertThat(message.getHeader().getID()).isEqualTo(ID);
        assertThat(message.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(message.getQuestion().toString()).isEqualTo("2.0.0.127.bl.example.\t0\tIN\tA");
        assertThat(message.getOPT().getPayloadSize()).isEqualTo(Wire.DATAGRAM);
        assertThat(new Message(Wire.encode(QUESTION, ID, false).orElseThrow()).getOPT()).isNull();
    }

    @Test
    void whatIsNoDomainNameIsNotAsked() {
        assertThat(
                        Wire.encode(
                                new DnsQuestion("x".repeat(64) + ".example", DnsQuestion.Type.A),
                                ID,
                                true))
                .isEmpty();
        assertThat(Wire.encode(new DnsQuestion("a..example", DnsQuestion.Type.A), ID, true))
                .isEmpty();
    }

    @Test
    void recordsOfTheQuestionCount() throws IOException {
        assertThat(read(answer(NAME + " 300 IN A 127.0.0.2", NAME + " 60 IN A 127.0.0.9")))
                .isEqualTo(records(60, "127.0.0.2", "127.0.0.9"));
    }

    @Test
    void recordsOfAnotherNameOrTypeDoNotCount() throws IOException {
        assertThat(read(answer("other.example. 300 IN A 127.0.0.2")))
                .isEqualTo(new DnsReply.NoData(Duration.ZERO));
        assertThat(read(answer(NAME + " 300 IN TXT \"listed\"")))
                .isEqualTo(new DnsReply.NoData(Duration.ZERO));
    }

    @Test
    void aliasesAreFollowedWithinTheAnswer() throws IOException {
        assertThat(
                        read(
                                answer(
                                        "b.example. 300 IN A 127.0.0.3",
                                        NAME + " 30 IN CNAME a.example.",
                                        "a.example. 300 IN CNAME b.example.")))
                .isEqualTo(records(30, "127.0.0.3"));
        assertThat(
                        read(
                                answer(
                                        NAME + " 30 IN CNAME a.example.",
                                        "a.example. 300 IN CNAME " + NAME)))
                .isEqualTo(new DnsReply.Failed("CNAME loop"));
    }

    @Test
    void anAnswerWithoutRecordsIsRememberedAsItsZoneSays() throws IOException {
        Message none = answer();
        none.getHeader().setRcode(Rcode.NXDOMAIN);
        none.addRecord(record(SOA), Section.AUTHORITY);
        assertThat(read(none)).isEqualTo(new DnsReply.NoName(Duration.ofMinutes(2), "bl.example"));
        none.getHeader().setRcode(Rcode.NOERROR);
        assertThat(read(none)).isEqualTo(new DnsReply.NoData(Duration.ofMinutes(2)));
    }

    @Test
    void theZoneOfAnotherNameSaysNothing() throws IOException {
        Message none = answer();
        none.getHeader().setRcode(Rcode.NXDOMAIN);
        none.addRecord(record(SOA.replace("bl.example", "other.example")), Section.AUTHORITY);
        assertThat(read(none)).isEqualTo(new DnsReply.NoName(Duration.ZERO));
    }

    @Test
    void failuresAreNoAnswers() throws IOException {
        for (int code : List.of(Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR)) {
            Message failed = answer(NAME + " 300 IN A 127.0.0.2");
            failed.getHeader().setRcode(code);
            assertThat(read(failed)).isEqualTo(new DnsReply.Failed(Rcode.string(code)));
            failed.removeAllRecords(Section.QUESTION);
            assertThat(read(failed)).isEqualTo(new DnsReply.Failed(Rcode.string(code)));
        }
        Message referral = answer();
        referral.addRecord(record("example. 300 IN NS ns.example."), Section.AUTHORITY);
        assertThat(read(referral)).isEqualTo(new DnsReply.Failed("referral"));
    }

    @Test
    void whatIsAboutSomethingElseIsPassedOver() throws IOException {
        Message listed = answer(NAME + " 300 IN A 127.0.0.2");
        assertThat(Wire.decode(listed.toWire(), QUESTION, ID + 1))
                .isInstanceOf(Reading.Stray.class);
        assertThat(
                        Wire.decode(
                                listed.toWire(),
                                new DnsQuestion("x.example", DnsQuestion.Type.A),
                                ID))
                .isInstanceOf(Reading.Stray.class);
        assertThat(Wire.decode(listed.toWire(), new DnsQuestion(NAME, DnsQuestion.Type.TXT), ID))
                .isInstanceOf(Reading.Stray.class);
        listed.removeAllRecords(Section.QUESTION);
        assertThat(Wire.decode(listed.toWire(), QUESTION, ID)).isInstanceOf(Reading.Stray.class);
        assertThat(Wire.decode(Wire.encode(QUESTION, ID, true).orElseThrow(), QUESTION, ID))
                .isInstanceOf(Reading.Stray.class);
        assertThat(Wire.decode(new byte[11], QUESTION, ID)).isInstanceOf(Reading.Stray.class);
    }

    @Test
    void aCutAnswerIsToBeAskedAgain() throws IOException {
        Message cut = answer(NAME + " 300 IN A 127.0.0.2");
        cut.getHeader().setFlag(Flags.TC);
        assertThat(Wire.decode(cut.toWire(), QUESTION, ID)).isInstanceOf(Reading.Truncated.class);
    }

    @Test
    void valuesAreTextAndBounded() throws IOException {
        assertThat(values(DnsQuestion.Type.TXT, "\"v=spf1 \" \"a -all\""))
                .isEqualTo("v=spf1 a -all");
        assertThat(values(DnsQuestion.Type.TXT, "\"\\195\\169\"")).isEqualTo("\u00c3\u00a9");
        assertThat(
                        values(
                                DnsQuestion.Type.TXT,
                                ("\"" + "x".repeat(250) + "\" ").repeat(200).strip()))
                .hasSize(16_384);
        assertThat(values(DnsQuestion.Type.AAAA, "2001:db8:0:0::1")).isEqualTo("2001:db8::1");
        assertThat(values(DnsQuestion.Type.MX, "10 mail.example.")).isEqualTo("10 mail.example");
        assertThat(values(DnsQuestion.Type.MX, "0 .")).isEqualTo("0 .");
        assertThat(values(DnsQuestion.Type.PTR, "mail.example.")).isEqualTo("mail.example");
        assertThat(values(DnsQuestion.Type.CNAME, "mail.example.")).isEqualTo("mail.example");
    }

    /// What is broken never throws, and is never a listing unless those bytes are untouched.
    @Test
    void brokenMessagesAreSurvived() throws IOException {
        byte[] right = answer(NAME + " 300 IN A 127.0.0.2", NAME + " 300 IN CNAME a.").toWire();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = Arrays.copyOf(right, 12 + random.nextInt(right.length - 11));
            for (int hits = random.nextInt(6); hits > 0; hits--) {
                broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
            }
            assertThat(Wire.decode(broken, QUESTION, ID)).isNotNull();
        }
    }

    private static String values(DnsQuestion.Type type, String rdata) throws IOException {
        DnsQuestion question = new DnsQuestion("x.example", type);
        Message message = reply("x.example.", type);
        message.addRecord(record("x.example. 300 IN " + type + " " + rdata), Section.ANSWER);
        return Wire.decode(message.toWire(65_535), question, ID)
                        instanceof Reading.Answer(DnsReply.Records(List<String> values, _))
                ? values.getFirst()
                : "";
    }

    private static DnsReply read(Message message) {
        return Wire.decode(message.toWire(), QUESTION, ID) instanceof Reading.Answer(DnsReply reply)
                ? reply
                : new DnsReply.Unreachable("passed over");
    }

    private static DnsReply records(int seconds, String... values) {
        return new DnsReply.Records(List.of(values), Duration.ofSeconds(seconds));
    }

    private static Message answer(String... records) throws IOException {
        Message message = reply(NAME, DnsQuestion.Type.A);
        for (String line : records) {
            message.addRecord(record(line), Section.ANSWER);
        }
        return message;
    }

    private static Message reply(String name, DnsQuestion.Type type) throws IOException {
        Message message = new Message(ID);
        message.getHeader().setFlag(Flags.QR);
        message.addRecord(
                Record.newRecord(
                        Name.fromString(name), org.xbill.DNS.Type.value(type.name()), DClass.IN),
                Section.QUESTION);
        return message;
    }

    private static Record record(String line) throws IOException {
        String[] parts = line.split(" ", 5);
        return Record.fromString(
                Name.fromString(parts[0]),
                org.xbill.DNS.Type.value(parts[3]),
                DClass.IN,
                Long.parseLong(parts[1]),
                new Tokenizer(parts[4]),
                Name.root);
    }
}
