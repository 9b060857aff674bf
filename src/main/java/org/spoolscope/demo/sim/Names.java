package org.spoolscope.demo.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.store.BlocklistsFile;

/// What the DNS says in the simulated world: each host knows itself and the domains that the fleet
/// sends for, and every blocklist of the catalogue is there. Most answer as they should; a few are
/// what lists are in the real world. `mail1` was taken over once, and is on Spamhaus' list of such
/// machines.
public final class Names {
    /// The address of `mail1`.
    private static final String TAKEN_OVER = "192.0.2.11";

    private static final String LISTED = "127.0.0.2";
    private static final String MAPPED = "::ffff:";

    /// Says nothing to those who have not told who they are.
    private static final String REFUSING = "Barracuda";

    /// Was given up, and names everything since.
    private static final String WILDCARD = "JIPPG";

    /// Was emptied.
    private static final String EMPTY = "Scientific Spam";

    private final Profile host;
    private final OwnNames own;
    private final Map<String, Blocklist> byZone = new HashMap<>();

    /// What is answered.
    ///
    /// @param exists whether the name does
    /// @param records in the form of a zone file, without name and type
    public record Answer(boolean exists, List<String> records) {
        static final Answer NO_NAME = new Answer(false, List.of());
        static final Answer NO_DATA = new Answer(true, List.of());

        static Answer of(String record) {
            return new Answer(true, List.of(record));
        }
    }

    /// @param host who asks
    public Names(SimulatedHost host) {
        this.host = host.profile();
        this.own = new OwnNames(this.host);
        BlocklistsFile.builtIn().forEach(list -> byZone.put(list.zone(), list));
    }

    /// Whether an address is on the list that others ask before they take mail.
    static boolean isListed(String address) {
        return address.equals(TAKEN_OVER);
    }

    /// What is said to a question.
    ///
    /// @param type as `A`
    /// @param name without the last dot
    public Answer ask(String type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int dot = -1; dot < lower.length(); dot = next(lower, dot)) {
            Blocklist list = byZone.get(lower.substring(dot + 1));
            if (list != null) {
                return listed(list, type, dot < 0 ? "" : lower.substring(0, dot));
            }
        }
        return own.ask(type, lower);
    }

    private static int next(String name, int dot) {
        int next = name.indexOf('.', dot + 1);
        return next < 0 ? name.length() : next;
    }

    private Answer listed(Blocklist list, String type, String label) {
        if (label.isEmpty()) {
            return Answer.NO_DATA;
        }
        String code = code(list, label);
        if (code.isEmpty()) {
            return Answer.NO_NAME;
        }
        return switch (type) {
            case "A" -> Answer.of(code);
            case "TXT" ->
                    Answer.of(
                            "\"Listed by XBL, see https://check.example/query/ip/"
                                    + host.address()
                                    + "\"");
            default -> Answer.NO_DATA;
        };
    }

    /// What it answers for an address or domain, or empty.
    private String code(Blocklist list, String label) {
        if (list.name().equals(REFUSING)) {
            return "127.255.255.254";
        }
        if (list.name().equals(WILDCARD)) {
            return LISTED;
        }
        if (list.name().equals(EMPTY)) {
            return "";
        }
        if (label.equals(reversed(host.address()))) {
            return isListed(host.address()) && list.name().equals("Spamhaus ZEN")
                    ? "127.0.0.4"
                    : "";
        }
        return list.test().stream().anyMatch(test -> isTest(test, label)) ? LISTED : "";
    }

    private static boolean isTest(String test, String label) {
        return label.equalsIgnoreCase(test)
                || label.equals(reversed(test))
                || label.equals(reversed(MAPPED + test));
    }

    static String reversed(String address) {
        return IpAddress.parse(address).map(IpAddress::reversed).orElse("");
    }
}
