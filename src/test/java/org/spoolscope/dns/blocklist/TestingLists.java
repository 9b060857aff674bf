package org.spoolscope.dns.blocklist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Blocklist.Kind;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListKey;

/// Lists for tests, named as their zones.
public final class TestingLists {
    private TestingLists() {}

    public static Blocklist list(String zone) {
        return list(zone, Kind.IP, List.of("127.0.0.2"), Set.of(), Set.of());
    }

    public static Blocklist list(
            String zone, Kind kind, List<String> test, Set<String> refused, Set<String> harmless) {
        boolean ip = kind != Kind.DOMAIN;
        return new Blocklist(
                zone,
                zone,
                kind,
                ip,
                ip,
                Map.of("127.0.0.2", "spam source", "127.0.0.10-11", "dynamic address"),
                false,
                Set.of("127.0.0.10-11"),
                refused,
                harmless,
                test,
                null,
                "",
                "",
                true,
                "",
                false);
    }

    public static Catalogue catalogue(Blocklist... lists) {
        return new Catalogue(
                List.of(lists),
                Arrays.stream(lists)
                        .filter(Blocklist::isKeyed)
                        .collect(Collectors.toMap(Blocklist::name, _ -> new ListKey("s3cr3tk3y"))));
    }
}
