package org.spoolscope.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.spoolscope.model.IpAddress;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A question as a DNS message (RFC 1035, with EDNS of RFC 6891), and what counts as its answer:
/// the only place where bytes from a resolver are decoded. Threading: stateless.
final class Wire {
    /// What a resolver is asked to send in one datagram: it reaches everyone unfragmented (DNS flag
    /// day 2020).
    static final int DATAGRAM = 1232;

    /// The ids of questions are below this.
    static final int IDS = 1 << 16;

    /// In detail, dnsjava logs the names that it reads and writes, and a list's key may be in one.
    /// java.util.logging forgets loggers that nobody holds.
    private static final Logger DNSJAVA = Logger.getLogger("org.xbill.DNS");

    static {
        DNSJAVA.setLevel(Level.INFO);
    }

    private static final int HEADER = 12;
    private static final int ANSWER_BIT = 0x80;
    private static final int CNAMES = 16;
    private static final int VALUE = 16_384;
    private static final long MOST_TTL = Integer.MAX_VALUE;

    private Wire() {}

    /// What a message is to a question.
    sealed interface Reading {
        /// Its answer.
        record Answer(DnsReply reply) implements Reading {}

        /// Its answer, which is longer than what fits in a datagram: to be asked again over TCP.
        record Truncated() implements Reading {}

        /// Something else: another id, another question, no answer at all. To be passed over.
        record Stray() implements Reading {}
    }

    /// The message that asks, recursion desired; empty where the name is no domain name (a label
    /// over 63 bytes, a name over 255).
    ///
    /// @param id random, from 0 to 65535
    /// @param edns whether the resolver is told of [#DATAGRAM]; old ones answer FORMERR to it
    static Optional<byte[]> encode(DnsQuestion question, int id, boolean edns) {
        Optional<Name> name = name(question);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Message message = new Message(id);
        message.getHeader().setOpcode(Opcode.QUERY);
        message.getHeader().setFlag(Flags.RD);
        message.addRecord(
                Record.newRecord(name.get(), type(question), DClass.IN), Section.QUESTION);
        if (edns) {
            message.addRecord(new OPTRecord(DATAGRAM, 0, 0), Section.ADDITIONAL);
        }
        return Optional.of(message.toWire());
    }

    /// The id of a message; -1 when it is too short to be one.
    static int id(byte[] message) {
        return message.length < HEADER
                ? -1
                : Byte.toUnsignedInt(message[0]) << Byte.SIZE | Byte.toUnsignedInt(message[1]);
    }

    /// A copy with another id.
    static byte[] withId(byte[] message, int id) {
        byte[] copy = message.clone();
        copy[0] = (byte) (id >> Byte.SIZE);
        copy[1] = (byte) id;
        return copy;
    }

    /// Reads what came for a question that was asked with `id`.
    static Reading decode(byte[] bytes, DnsQuestion question, int id) {
        if (id(bytes) != id || (bytes[2] & ANSWER_BIT) == 0) {
            return new Reading.Stray();
        }
        try {
            return reading(new Message(bytes), question);
        } catch (IOException | RuntimeException _) {
            return failed("malformed answer");
        }
    }

    private static Reading reading(Message message, DnsQuestion question) {
        Header header = message.getHeader();
        int code = message.getRcode();
        boolean failed = code != Rcode.NOERROR && code != Rcode.NXDOMAIN;
        Record asked = message.getQuestion();
        // A server that could not read the question may not repeat it.
        if (asked == null ? !failed : !isAbout(asked, question)) {
            return new Reading.Stray();
        }
        if (header.getFlag(Flags.TC)) {
            return new Reading.Truncated();
        }
        return failed || asked == null
                ? failed(Rcode.string(code))
                : new Answers(message, asked).read(code == Rcode.NXDOMAIN);
    }

    private static boolean isAbout(Record asked, DnsQuestion question) {
        return asked.getType() == type(question)
                && asked.getDClass() == DClass.IN
                && name(question).filter(asked.getName()::equals).isPresent();
    }

    private static Reading failed(String code) {
        return new Reading.Answer(new DnsReply.Failed(code));
    }

    private static Optional<Name> name(DnsQuestion question) {
        try {
            return Optional.of(Name.fromString(question.name(), Name.root));
        } catch (TextParseException _) {
            return Optional.empty();
        }
    }

    private static int type(DnsQuestion question) {
        return Type.value(question.type().name());
    }

    /// The records of a message that answer its question.
    private static final class Answers {
        private final Message message;
        private final int type;
        private Name owner;
        private long ttl = MOST_TTL;

        Answers(Message message, Record asked) {
            this.message = message;
            this.type = asked.getType();
            this.owner = asked.getName();
        }

        Reading read(boolean noName) {
            if (!followAliases()) {
                return failed("CNAME loop");
            }
            List<String> values = new ArrayList<>();
            if (!noName) {
                for (Record found : owned(type)) {
                    lower(found.getTTL());
                    values.add(value(found));
                }
            }
            if (!values.isEmpty()) {
                return new Reading.Answer(new DnsReply.Records(values, Duration.ofSeconds(ttl)));
            }
            if (!noName && isReferral()) {
                return failed("referral");
            }
            return new Reading.Answer(nothing(noName));
        }

        /// Goes to the end of the CNAMEs; false when there is none.
        private boolean followAliases() {
            Set<Name> seen = new HashSet<>();
            while (type != Type.CNAME && owned(type).isEmpty()) {
                List<Record> aliases = owned(Type.CNAME);
                if (aliases.isEmpty()) {
                    return true;
                }
                if (!seen.add(owner) || seen.size() > CNAMES) {
                    return false;
                }
                CNAMERecord alias = (CNAMERecord) aliases.getFirst();
                lower(alias.getTTL());
                owner = alias.getTarget();
            }
            return true;
        }

        private List<Record> owned(int wanted) {
            return message.getSection(Section.ANSWER).stream()
                    .filter(found ->
                            found.getType() == wanted
                                    && found.getDClass() == DClass.IN
                                    && found.getName().equals(owner))
                    .toList();
        }

        /// A server that answers with those to be asked instead does not resolve.
        private boolean isReferral() {
            List<Record> authority = message.getSection(Section.AUTHORITY);
            return authority.stream().anyMatch(found -> found.getType() == Type.NS)
                    && authority.stream().noneMatch(found -> found.getType() == Type.SOA);
        }

        /// RFC 2308 5: the SOA record says how long that may be remembered; without one, not at
        /// all.
        private DnsReply nothing(boolean noName) {
            for (Record found : message.getSection(Section.AUTHORITY)) {
                if (found instanceof SOARecord soa && owner.subdomain(soa.getName())) {
                    lower(soa.getTTL());
                    lower(soa.getMinimum());
                    Duration negative = Duration.ofSeconds(ttl);
                    return noName
                            ? new DnsReply.NoName(negative, plain(soa.getName()))
                            : new DnsReply.NoData(negative);
                }
            }
            return noName ? new DnsReply.NoName(Duration.ZERO) : new DnsReply.NoData(Duration.ZERO);
        }

        /// RFC 2181 8: a value with the top bit set is zero.
        private void lower(long seconds) {
            ttl = Math.min(ttl, seconds > MOST_TTL ? 0 : seconds);
        }

        private static String value(Record found) {
            String value =
                    switch (found) {
                        case ARecord a -> a.getAddress().getHostAddress();
                        case AAAARecord aaaa ->
                                IpAddress.ofWire(aaaa.rdataToWireCanonical()).toString();
                        case TXTRecord txt ->
                                txt.getStringsAsByteArrays().stream()
                                        .map(part -> new String(part, StandardCharsets.ISO_8859_1))
                                        .collect(Collectors.joining());
                        case MXRecord mx -> mx.getPriority() + " " + plain(mx.getTarget());
                        case CNAMERecord alias -> plain(alias.getTarget());
                        case NSRecord server -> plain(server.getTarget());
                        case PTRRecord pointer -> plain(pointer.getTarget());
                        default -> found.rdataToString();
                    };
            return value.substring(0, Math.min(value.length(), VALUE));
        }

        /// Without the last dot, save for the root.
        private static String plain(Name name) {
            return name.equals(Name.root) ? "." : name.toString(true);
        }
    }
}
