package org.spoolscope.dns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a [TestingDns] does with a question.
///
/// @param code response code such as `NXDOMAIN`
/// @param records in the form of a zone file, such as `@ 60 IN A 127.0.0.2`, `@` standing for the
///   name that was asked for; kept for answers of the type that was asked for, and CNAMEs
/// @param delay before it goes out
/// @param fault what is wrong with it
public record TestingAnswer(String code, List<String> records, Duration delay, Fault fault) {
    /// Ways of answering that must not count, or call for another try.
    public enum Fault {
        NONE,
        /// No answer, and over TCP an open connection.
        SILENT,
        /// No answer over UDP; TCP works.
        UDP_SILENT,
        /// The first answer is lost; the next comes.
        FIRST_LOST,
        /// The datagram says that it was cut; TCP has all.
        TRUNCATED,
        /// A false answer with another id comes just before the right one.
        WRONG_ID_FIRST,
        /// A false answer to another question comes just before the right one.
        WRONG_QUESTION_FIRST,
        /// A false answer from another port comes just before the right one.
        WRONG_PORT_FIRST,
        /// The records belong to another name.
        WRONG_OWNER,
        /// FORMERR to what has EDNS.
        NO_EDNS,
        /// The right id, then rubbish.
        GARBAGE,
        /// The connection ends in the middle of the answer.
        HALF
    }

    private static final int TXT_STRING = 250;

    public TestingAnswer {
        records = List.copyOf(records);
    }

    public static TestingAnswer noName() {
        return code("NXDOMAIN");
    }

    /// A code and no records.
    public static TestingAnswer code(String code) {
        return new TestingAnswer(code, List.of(), Duration.ZERO, Fault.NONE);
    }

    /// Zone file lines, see [#records].
    public static TestingAnswer lines(String... lines) {
        return new TestingAnswer("NOERROR", List.of(lines), Duration.ZERO, Fault.NONE);
    }

    public static TestingAnswer a(String... addresses) {
        return lines(
                Stream.of(addresses)
                        .map(address -> "@ 300 IN A " + address)
                        .toArray(String[]::new));
    }

    public static TestingAnswer silent() {
        return noName().with(Fault.SILENT);
    }

    /// An endless chain of names.
    public static TestingAnswer aliasLoop() {
        return lines("@ 60 IN CNAME loop.test.", "loop.test. 60 IN CNAME @");
    }

    /// With a TXT record more; long ones are cut into strings.
    public TestingAnswer txt(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder strings = new StringBuilder("@ 300 IN TXT");
        for (int at = 0; at < bytes.length; at++) {
            strings.append(at % TXT_STRING == 0 ? at == 0 ? " \"" : "\" \"" : "");
            boolean plain = bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\';
            strings.append(
                    plain
                            ? String.valueOf((char) bytes[at])
                            : String.format("\\%03d", Byte.toUnsignedInt(bytes[at])));
        }
        strings.append('"');
        List<String> more = new ArrayList<>(records);
        more.add(strings.toString());
        return new TestingAnswer(code, more, delay, fault);
    }

    public TestingAnswer after(Duration delay) {
        return new TestingAnswer(code, records, delay, fault);
    }

    public TestingAnswer with(Fault fault) {
        return new TestingAnswer(code, records, delay, fault);
    }
}
