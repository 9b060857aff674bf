package org.spoolscope.cli;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.ListCheck;

/// A list's answer as the members of a JSON object.
final class ListCheckJson {
    private ListCheckJson() {}

    static void write(JsonLines.Members line, ListCheck check) {
        line.text("ip", check.subject())
                .text("list", check.list())
                .text("zone", check.zone())
                .text("verdict", check.verdict().label())
                .texts("codes", check.codes())
                .text("meaning", known(check.meaning()))
                .text("txt", known(check.txt()))
                .text("resolver", check.resolver())
                .number("ms", check.took().toMillis());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
