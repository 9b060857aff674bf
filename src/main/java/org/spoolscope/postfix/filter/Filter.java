package org.spoolscope.postfix.filter;

import java.time.Instant;
import java.util.List;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.Judgement;

/// Which messages are meant. Terms joined by spaces (or `and`) must all hold; `or` binds weaker,
/// `not` and `-` stronger; parentheses group. A term is
///
/// - a word, looked for in id, sender, recipients and reasons;
/// - `key:value` (or `key=value`) with a [Key]; `from:<>` is the null sender;
/// - `age` or `size` with `<`, `<=`, `>`, `>=`, `=` and a number with a unit: `s m h d w`, `K M G`.
///   `=` means: the same when cut down to whole units, so `age=2h` is from 2 h to below 3 h;
/// - `tries`, compared in the same way with a number: how often delivery was attempted since the
///   log is read. A message of which the log told no attempt has none: `tries=0`.
///
/// `*` and `?` are wildcards, quotes take them (and spaces, colons and parentheses) literally.
/// Letter case never counts.
public final class Filter {
    /// Matches every message; what an empty text means.
    public static final Filter EVERYTHING = new Filter("", new Condition.Always<>());

    private final String text;
    private final Condition<Subject> condition;

    private Filter(String text, Condition<Subject> condition) {
        this.text = text;
        this.condition = condition;
    }

    /// Reads a filter.
    ///
    /// @param judgement by what the keys `cause` and `provider` are told
    /// @throws FilterSyntaxException for a mistake, with its column
    public static Filter parse(String text, Judgement judgement) throws FilterSyntaxException {
        return text.isBlank()
                ? EVERYTHING
                : new Filter(
                        text, new FilterParser<>(text, new QueueVocabulary(judgement)).parse());
    }

    /// Whether the message is meant.
    ///
    /// @param server the name of the server it is queued on
    /// @param now the time that ages count up to
    public boolean matches(QueuedMessage message, String server, Instant now) {
        return condition.holds(new MessageSubject(message, server, now));
    }

    /// Those of the rows that are meant. Runs in parallel.
    ///
    /// @param servers the name of the server of each of the tables
    /// @param now the time that ages count up to
    public TableRows of(TableRows rows, List<String> servers, Instant now) {
        return rows.keep(() -> {
            RowSubject subject = new RowSubject(servers, now);
            return row -> condition.holds(subject.at(row));
        });
    }

    /// As it was written.
    @Override
    public String toString() {
        return text;
    }
}
