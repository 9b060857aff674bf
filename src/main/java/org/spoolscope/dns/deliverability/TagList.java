package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `tag=value; tag=value`, as DKIM keys, DMARC, MTA-STS and TLS-RPT records are written (RFC 6376
/// 3.2, RFC 7489 6.3, RFC 8461 3.1, RFC 8460 3). White space around tags and values is dropped.
///
/// @param tags in their order, names in lower case; the first of a name that comes twice
/// @param faults pieces that are no `tag=value`, or a tag that was there before
record TagList(Map<String, String> tags, List<String> faults) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    static TagList parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (String piece : text.split(";")) {
            String stripped = piece.strip();
            int equals = stripped.indexOf('=');
            String name = equals < 0 ? "" : stripped.substring(0, equals).strip();
            if (NAME.matcher(name).matches()) {
                String value = stripped.substring(equals + 1).strip();
                if (tags.putIfAbsent(name.toLowerCase(Locale.ROOT), value) != null) {
                    faults.add(stripped);
                }
            } else if (!stripped.isEmpty()) {
                faults.add(stripped);
            }
        }
        return new TagList(tags, faults);
    }

    /// Whether the record begins with `v=` and this version; such records alone count.
    static boolean hasVersion(String text, String version) {
        int end = text.indexOf(';');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        int equals = first.indexOf('=');
        return equals > 0
                && first.substring(0, equals).strip().equals("v")
                && first.substring(equals + 1).strip().equals(version);
    }

    @Nullable String get(String name) {
        return tags.get(name);
    }

    String get(String name, String otherwise) {
        return tags.getOrDefault(name, otherwise);
    }
}
