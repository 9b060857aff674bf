package org.spoolscope.postfix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Capability.Kind;

/// Reads what the `doctor` command printed (see [PostfixCommands]).
public final class Doctor {
    private static final String NOT_CHECKED = "the check ended before this was tried";

    private final Map<String, String> facts = new HashMap<>();
    private final Map<Kind, Capability> verdicts = new EnumMap<>(Kind.class);

    private Doctor(String output) {
        List<String[]> found = new ArrayList<>();
        for (String line : output.split("\n", -1)) {
            String[] fields = line.split("\t", 3);
            if (fields.length == 2) {
                facts.put(fields[0], fields[1]);
            } else if (fields.length == 3) {
                found.add(fields);
            }
        }
        for (String[] fields : found) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(fields[0])) {
                    verdicts.put(kind, verdict(kind, fields[1].equals("yes"), fields[2].strip()));
                }
            }
        }
    }

    /// One capability per kind, in the order of [Kind]; a kind without a verdict is not granted.
    /// The last one, the resolver, is none of Postfix's and not among them.
    public static List<Capability> parse(String output) {
        Doctor doctor = new Doctor(output);
        List<Capability> capabilities = new ArrayList<>();
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.REACH_RESOLVER))) {
            Capability found = doctor.verdicts.get(kind);
            capabilities.add(found != null ? found : doctor.verdict(kind, false, NOT_CHECKED));
        }
        return capabilities;
    }

    private Capability verdict(Kind kind, boolean granted, String evidence) {
        return new Capability(kind, granted, evidence, granted ? "" : grant(kind, evidence));
    }

    private String grant(Kind kind, String evidence) {
        Grants grants =
                new Grants(
                        fact("user", "USER"),
                        fact("postsuper", "/usr/sbin/postsuper"),
                        fact("postcat", "/usr/sbin/postcat"),
                        fact("default_config", "/etc/postfix"));
        String config = fact("config", "/etc/postfix");
        return switch (kind) {
            case LIST_QUEUE ->
                    isDown(evidence)
                            ? "postfix start"
                            : grants.listingCommand(config, fact("mailq_users", ""));
            case FLUSH ->
                    isDown(evidence)
                            ? "postfix start"
                            : grants.flushingCommand(config, fact("flush_users", ""));
            case READ_LOG -> grants.logCommand(fact("log", ""), fact("log_group", ""));
            case ACT_AS_ROOT -> String.join("\n", grants.actionRules(config));
            case READ_MESSAGES -> grants.readingRule(config);
            case SAMPLE_HOST -> "mount -t proc proc /proc";
            case REACH_RESOLVER -> "";
        };
    }

    private static boolean isDown(String evidence) {
        return evidence.toLowerCase(Locale.ROOT).contains("mail system is down");
    }

    private String fact(String key, String otherwise) {
        String value = facts.getOrDefault(key, "");
        return value.isBlank() ? otherwise : value;
    }
}
