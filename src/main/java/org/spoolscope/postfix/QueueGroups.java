package org.spoolscope.postfix;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.TableRows;

/// Queued messages brought together by what they have in common. A message whose recipients fall
/// into several groups counts once in each.
public final class QueueGroups {
    /// What to group by.
    public enum By {
        /// What the reasons come down to and whose they are: [QueueCause#key()], empty for
        /// recipients without a reason.
        CAUSE,
        /// The reason itself: [ReasonText#normalised()], empty for recipients without a reason.
        REASON,
        /// The recipients' domain.
        DOMAIN,
        /// The envelope sender, empty for the null sender.
        SENDER,
        /// The host that Postfix spoke to or tried to, empty where the reason names none.
        RELAY;

        /// The word for it on the command line.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Messages that have something in common.
    ///
    /// @param key what that is
    /// @param messages each counted once
    /// @param recipients those of them that belong here
    /// @param oldest the earliest arrival
    /// @param sample one reason as it stands on file, or null where there is none
    /// @param sampleOf the recipient who waits for that reason; empty where there is none
    public record Group(
            String key,
            int messages,
            int recipients,
            Instant oldest,
            @Nullable String sample,
            String sampleOf) {}

    private final GroupNumbers numbers;
    private final List<Tally> tallies = new ArrayList<>();

    private QueueGroups(GroupNumbers numbers) {
        this.numbers = numbers;
    }

    /// The largest group first, by messages; of equal ones the older first. Runs in parallel.
    public static List<Group> of(TableRows rows, By by, Judgement judgement) {
        Map<String, Tally> all = new HashMap<>();
        rows.parts()
                .map(part -> new QueueGroups(new GroupNumbers(by, judgement)).count(part))
                .toList()
                .forEach(groups -> groups.addTo(all));
        return all.entrySet().stream()
                .map(entry -> entry.getValue().group(entry.getKey()))
                .sorted(
                        Comparator.comparingInt(Group::messages)
                                .reversed()
                                .thenComparing(Group::oldest)
                                .thenComparing(Group::key))
                .toList();
    }

    private QueueGroups count(TableRows rows) {
        QueueCursor row = rows.cursor();
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(rows.row(i));
            add(i, row);
        }
        return this;
    }

    private void addTo(Map<String, Tally> all) {
        for (int group = 0; group < tallies.size(); group++) {
            all.merge(numbers.key(group), tallies.get(group), Tally::plus);
        }
    }

    private void add(int number, QueueCursor row) {
        int recipients = row.recipients();
        if (recipients == 0) {
            tally(numbers.withoutRecipient(row)).message(number, row);
        }
        for (int i = 0; i < recipients; i++) {
            Tally tally = tally(numbers.of(row, i));
            tally.message(number, row);
            tally.recipient(row, i);
        }
    }

    private Tally tally(int group) {
        while (tallies.size() <= group) {
            tallies.add(new Tally());
        }
        return tallies.get(group);
    }

    private static final class Tally {
        private int messages;
        private int recipients;
        private long oldest = Long.MAX_VALUE;
        private @Nullable String sample;
        private String sampleOf = "";
        private int last = -1;

        /// The number tells messages apart: a message's recipients come one after the other.
        void message(int number, QueueCursor row) {
            messages += number == last ? 0 : 1;
            last = number;
            oldest = Math.min(oldest, row.arrivalMicros());
        }

        void recipient(QueueCursor row, int recipient) {
            recipients++;
            if (sample == null && row.reason(recipient) != null) {
                sample = row.reason(recipient);
                sampleOf = row.address(recipient);
            }
        }

        Tally plus(Tally other) {
            messages += other.messages;
            recipients += other.recipients;
            oldest = Math.min(oldest, other.oldest);
            sampleOf = sample == null ? other.sampleOf : sampleOf;
            sample = sample == null ? other.sample : sample;
            return this;
        }

        Group group(String key) {
            return new Group(
                    key,
                    messages,
                    recipients,
                    Instant.EPOCH.plus(oldest, ChronoUnit.MICROS),
                    sample,
                    sampleOf);
        }
    }
}
