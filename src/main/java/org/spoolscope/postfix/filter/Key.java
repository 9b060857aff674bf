package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolscope.model.Words;

/// What a term can ask about, in the order in which a search box offers it.
public enum Key {
    QUEUE(Kind.WHOLE),
    FROM(Kind.PART),
    TO(Kind.PART),
    DOMAIN(Kind.WHOLE),
    PROVIDER(Kind.WHOLE),
    CAUSE(Kind.WHOLE),
    REASON(Kind.TEXT),
    RELAY(Kind.PART),
    DSN(Kind.WHOLE),
    AGE(Kind.MEASURE),
    SIZE(Kind.MEASURE),
    ID(Kind.WHOLE),
    SERVER(Kind.WHOLE),
    TRIES(Kind.MEASURE);

    /// How a value is compared.
    enum Kind {
        /// With all of it.
        WHOLE,
        /// With a part of it; with a wildcard, with all of it.
        PART,
        /// With a part of it, wildcards or not.
        TEXT,
        /// As a number, most of them with a unit.
        MEASURE
    }

    private final Kind kind;

    Key(Kind kind) {
        this.kind = kind;
    }

    /// All keys, in order.
    public static List<Completion> completions() {
        return Arrays.stream(values()).map(Key::completion).toList();
    }

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Key> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equalsIgnoreCase(word)).findFirst();
    }

    Kind kind() {
        return kind;
    }

    private Completion completion() {
        return new Completion(
                word(),
                word() + (kind == Kind.MEASURE ? ">" : ":"),
                Words.get("filter.key." + word()));
    }
}
