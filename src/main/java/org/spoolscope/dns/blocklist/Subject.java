package org.spoolscope.dns.blocklist;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.SpecialAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Blocklist.Kind;

/// What lists are asked about. Threading: immutable.
public sealed interface Subject {
    /// An address.
    record Address(IpAddress ip) implements Subject {
        /// @throws IllegalArgumentException no list can say anything of it, see [SpecialAddress]
        public Address {
            if (SpecialAddress.of(ip).isPresent()) {
                throw new IllegalArgumentException("not an address of the Internet");
            }
        }

        @Override
        public String text() {
            return ip.toString();
        }

        @Override
        public String label() {
            return ip.reversed();
        }

        @Override
        public boolean fits(Blocklist list) {
            return list.kind() != Kind.DOMAIN && (ip.isV4() ? list.ipv4() : list.ipv6());
        }
    }

    /// A domain, in lower case, without the last dot.
    record Domain(String text) implements Subject {
        private static final String FORM =
                "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";
        private static final int LONGEST = 253;

        /// Reads a domain, also one with letters beyond ASCII; empty for what is none, such as an
        /// address: lists of domains are never asked about those.
        public static Optional<Domain> parse(String text) {
            String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            try {
                String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
                return ascii.length() <= LONGEST && ascii.matches(FORM)
                        ? Optional.of(new Domain(ascii))
                        : Optional.empty();
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        @Override
        public String label() {
            return text;
        }

        @Override
        public boolean fits(Blocklist list) {
            return list.kind() == Kind.DOMAIN;
        }
    }

    /// In its canonical form.
    String text();

    /// What stands before the zone in a question.
    String label();

    /// Whether this list can be asked about it.
    boolean fits(Blocklist list);
}
