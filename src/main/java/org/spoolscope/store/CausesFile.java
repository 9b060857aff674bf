package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseRule;

/// `causes.toml`: the rules that say what a refusal or deferral comes down to.
public final class CausesFile {
    private static final List<String> CONDITIONS =
            List.of("all", "any", "none", "code", "status", "host");

    static final List<String> KEYS =
            Stream.concat(Stream.of("class", "list"), CONDITIONS.stream()).toList();

    /// Two characters or more: one would be found in nearly all reasons.
    private static final String TEXT = "(?s)..+";

    private static final DataFile<CauseRule> FILE =
            new DataFile<>("causes.toml", "cause", KEYS, List.of(), false, CausesFile::rule);

    private CausesFile() {}

    /// The rules that are built in.
    public static List<CauseRule> builtIn() {
        return FILE.builtIn();
    }

    /// The person's own rules, then those that are built in.
    ///
    /// @param folder the configuration folder
    /// @throws ConfigException for the first mistake, with line and column
    public static List<CauseRule> load(Path folder) throws ConfigException, IOException {
        List<CauseRule> rules = new ArrayList<>(FILE.own(folder));
        rules.addAll(builtIn());
        return rules;
    }

    private static CauseRule rule(DataTable table) throws ConfigException {
        if (CONDITIONS.stream().noneMatch(table.table()::contains)) {
            throw ServersToml.mistake(
                    table.file(),
                    table.header(),
                    "a rule needs a condition: one of " + String.join(", ", CONDITIONS));
        }
        return new CauseRule(
                kind(table),
                table.text("list"),
                fitting(table, "all", TEXT, "\"over quota\""),
                fitting(table, "any", TEXT, "\"over quota\""),
                fitting(table, "none", TEXT, "\"over quota\""),
                fitting(table, "code", "[245x][0-9x][0-9x]", "\"421\" or \"45x\""),
                fitting(
                        table,
                        "status",
                        "([245]|\\*)(\\.([0-9]{1,3}|\\*)){2}",
                        "\"4.7.28\" or \"5.7.*\""),
                table.texts("host"));
    }

    private static CauseClass kind(DataTable table) throws ConfigException {
        String label = table.required("class", "rate-limited");
        for (CauseClass kind : CauseClass.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        List<String> known = Arrays.stream(CauseClass.values()).map(CauseClass::label).toList();
        throw table.wrong(
                "class",
                "there is no class \""
                        + label
                        + "\"; "
                        + Nearest.to(label.toLowerCase(Locale.ROOT), known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("known are " + String.join(", ", known)));
    }

    private static List<String> fitting(DataTable table, String key, String form, String example)
            throws ConfigException {
        List<String> texts = table.texts(key);
        for (String text : texts) {
            if (!text.matches(form)) {
                throw table.wrong(
                        key, key + " must be such as " + example + ", not \"" + text + "\"");
            }
        }
        return texts;
    }
}
