package org.spoolscope.model.blocklist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A customer's key for a list. Who has it asks at the customer's cost, so that it appears nowhere
/// but in the person's own `blocklists.toml` and in what is sent to the resolver.
public final class ListKey {
    private final String value;

    public ListKey(String value) {
        this.value = value;
    }

    /// The zone as it is asked; never to be shown.
    String in(String zone) {
        return zone.replace(Blocklist.KEY, value);
    }

    /// A text from outside without the key, which a list may have repeated.
    String hideIn(String text) {
        return Pattern.compile(Pattern.quote(value), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(Blocklist.KEY));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "a key";
    }
}
