package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolscope.model.Words;

/// What a term can ask of a line of the log, in the order in which a search box offers it.
public enum LogKey {
    EVENT(Key.Kind.WHOLE),
    STATUS(Key.Kind.WHOLE),
    ID(Key.Kind.WHOLE),
    FROM(Key.Kind.PART),
    TO(Key.Kind.PART),
    DOMAIN(Key.Kind.WHOLE),
    CAUSE(Key.Kind.WHOLE),
    PROVIDER(Key.Kind.WHOLE),
    RELAY(Key.Kind.PART),
    CLIENT(Key.Kind.PART),
    PROGRAM(Key.Kind.WHOLE),
    DSN(Key.Kind.WHOLE),
    REASON(Key.Kind.TEXT),
    MESSAGE_ID(Key.Kind.PART),
    DELAY(Key.Kind.MEASURE),
    TEXT(Key.Kind.TEXT),
    SERVER(Key.Kind.WHOLE);

    private final Key.Kind kind;

    LogKey(Key.Kind kind) {
        this.kind = kind;
    }

    /// All keys, in order.
    public static List<Completion> completions() {
        return Arrays.stream(values()).map(LogKey::completion).toList();
    }

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LogKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equalsIgnoreCase(word)).findFirst();
    }

    Key.Kind kind() {
        return kind;
    }

    private Completion completion() {
        return new Completion(
                word(),
                word() + (kind == Key.Kind.MEASURE ? ">" : ":"),
                Words.get("filter.log-key." + word()));
    }
}
