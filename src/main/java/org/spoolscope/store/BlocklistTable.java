package org.spoolscope.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Blocklist.Kind;
import org.spoolscope.model.blocklist.ListKey;

/// A `[[list]]` table of [BlocklistsFile].
///
/// @param known lists by name: what the table does not say is taken from the list of its name
record BlocklistTable(DataTable table, Map<String, Blocklist> known) {
    static final List<String> KEYS =
            List.of(
                    "name",
                    "zone",
                    "lists",
                    "ipv4",
                    "ipv6",
                    "codes",
                    "bits",
                    "policy",
                    "refused",
                    "harmless",
                    "test",
                    "delist",
                    "part_of",
                    "used_by",
                    "asked",
                    "note",
                    "dead",
                    "key");

    private static final String ZONE =
            "(?i)(?:\\{key}\\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}\\.?";
    private static final String SECRET = "[A-Za-z0-9_-]{1,63}";
    private static final String TEST = "(?i)[0-9a-z.:_-]{1,120}";

    BlocklistsFile.Entry read() throws ConfigException {
        String name = table.required("name", "Example BL");
        Optional<Blocklist> base = Optional.ofNullable(known.get(name));
        Kind kind = kind(base);
        boolean domain = kind == Kind.DOMAIN;
        Blocklist list =
                new Blocklist(
                        name,
                        zone(base),
                        kind,
                        table.flag("ipv4", base.map(Blocklist::ipv4).orElse(!domain)),
                        table.flag("ipv6", base.map(Blocklist::ipv6).orElse(false)),
                        codes(base),
                        table.flag("bits", base.map(Blocklist::bits).orElse(false)),
                        codes("policy", base.map(Blocklist::policy)),
                        codes("refused", base.map(Blocklist::refused)),
                        codes("harmless", base.map(Blocklist::harmless)),
                        test(base, domain),
                        delist(base),
                        text("part_of", base.map(Blocklist::partOf)),
                        text("used_by", base.map(Blocklist::usedBy)),
                        table.flag("asked", base.map(Blocklist::asked).orElse(true)),
                        text("note", base.map(Blocklist::note)),
                        table.flag("dead", base.map(Blocklist::dead).orElse(false)));
        return new BlocklistsFile.Entry(list, key(list));
    }

    private String text(String key, Optional<String> base) throws ConfigException {
        return table.has(key) ? table.text(key) : base.orElse("");
    }

    private String zone(Optional<Blocklist> base) throws ConfigException {
        if (base.isPresent() && !table.has("zone")) {
            return base.get().zone();
        }
        String zone = table.required("zone", "bl.example.org");
        if (!zone.matches(ZONE)) {
            throw table.wrong(
                    "zone", "zone must be a domain such as \"bl.example.org\", not what is here");
        }
        return zone.endsWith(".") ? zone.substring(0, zone.length() - 1) : zone;
    }

    private Kind kind(Optional<Blocklist> base) throws ConfigException {
        if (!table.has("lists")) {
            return base.map(Blocklist::kind).orElse(Kind.IP);
        }
        String label = table.text("lists");
        List<String> labels =
                Arrays.stream(Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList();
        int at = labels.indexOf(label);
        if (at < 0) {
            throw table.wrong(
                    "lists",
                    "lists must be one of "
                            + String.join(", ", labels)
                            + ", not \""
                            + label
                            + "\"");
        }
        return Kind.values()[at];
    }

    private Map<String, String> codes(Optional<Blocklist> base) throws ConfigException {
        if (base.isPresent() && !table.has("codes")) {
            return base.get().codes();
        }
        Map<String, String> codes = table.pairs("codes");
        checkCodes("codes", codes.keySet());
        return codes;
    }

    private Set<String> codes(String key, Optional<Set<String>> base) throws ConfigException {
        if (!table.has(key)) {
            return base.orElse(Set.of());
        }
        Set<String> codes = Set.copyOf(list(key));
        checkCodes(key, codes);
        return codes;
    }

    private void checkCodes(String key, Set<String> codes) throws ConfigException {
        for (String code : codes) {
            if (!Blocklist.isCode(code)) {
                throw table.wrong(
                        key,
                        "\""
                                + code
                                + "\" is no return code such as \"127.0.0.2\", \"127.0.0.4-7\" or"
                                + " \"127.0.2.*\"");
            }
        }
    }

    private List<String> test(Optional<Blocklist> base, boolean domain) throws ConfigException {
        if (!table.has("test")) {
            return base.map(Blocklist::test).orElse(List.of(domain ? "TEST" : "127.0.0.2"));
        }
        List<String> test = list("test");
        for (String entry : test) {
            if (!entry.matches(TEST)) {
                throw table.wrong(
                        "test",
                        "\""
                                + entry
                                + "\" is no test entry such as \"127.0.0.2\" or"
                                + " \"test.example.org\"");
            }
        }
        return test;
    }

    private List<String> list(String key) throws ConfigException {
        return table.isEmptyList(key) ? List.of() : table.texts(key);
    }

    private @Nullable String delist(Optional<Blocklist> base) throws ConfigException {
        if (!table.has("delist")) {
            return base.map(Blocklist::delist).orElse(null);
        }
        String page = table.text("delist");
        if (!page.matches("https?://\\S+")) {
            throw table.wrong(
                    "delist", "delist must be a page such as \"https://bl.example.org/?ip={ip}\"");
        }
        return page;
    }

    /// What is wrong with a key is told without the key.
    private @Nullable ListKey key(Blocklist list) throws ConfigException {
        if (!table.has("key")) {
            return null;
        }
        String key = table.text("key");
        if (!list.isKeyed()) {
            throw table.wrong("key", "the zone of \"" + list.name() + "\" has no {key} in it");
        }
        if (!key.matches(SECRET)) {
            throw table.wrong("key", "key must be letters and digits, 63 at most");
        }
        return new ListKey(key);
    }
}
