package org.spoolscope.postfix;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

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
    public record Group(
            String key, int messages, int recipients, Instant oldest, @Nullable String sample) {}

    private final By by;
    private final QueueCauses causes;
    private final Map<String, String> keysByReason = new HashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private int seen;

    private QueueGroups(By by, Judgement judgement) {
        this.by = by;
        this.causes = new QueueCauses(judgement);
    }

    /// The largest group first, by messages; of equal ones the older first.
    public static List<Group> of(Collection<QueuedMessage> messages, By by, Judgement judgement) {
        QueueGroups groups = new QueueGroups(by, judgement);
        for (QueuedMessage message : messages) {
            groups.add(message);
        }
        return groups.tallies.entrySet().stream()
                .map(entry -> entry.getValue().group(entry.getKey()))
                .sorted(
                        Comparator.comparingInt(Group::messages)
                                .reversed()
                                .thenComparing(Group::oldest)
                                .thenComparing(Group::key))
                .toList();
    }

    private void add(QueuedMessage message) {
        seen++;
        if (message.recipients().isEmpty()) {
            tally(key(message, null)).add(seen, message, null);
        }
        for (Recipient recipient : message.recipients()) {
            tally(key(message, recipient)).add(seen, message, recipient);
        }
    }

    private Tally tally(String key) {
        return tallies.computeIfAbsent(key, _ -> new Tally());
    }

    private String key(QueuedMessage message, @Nullable Recipient recipient) {
        String reason = recipient == null ? null : recipient.reason();
        return switch (by) {
            case SENDER -> message.sender();
            case DOMAIN -> recipient == null ? "" : recipient.domain();
            case CAUSE -> recipient == null ? "" : causes.key(recipient);
            case REASON, RELAY ->
                    reason == null ? "" : keysByReason.computeIfAbsent(reason, this::key);
        };
    }

    private String key(String reason) {
        ReasonText text = ReasonText.of(reason);
        return by == By.RELAY ? text.relay() : text.normalised();
    }

    private static final class Tally {
        private int messages;
        private int recipients;
        private Instant oldest = Instant.MAX;
        private @Nullable String sample;
        private int last;

        /// The number tells messages apart: a message's recipients come one after the other.
        void add(int number, QueuedMessage message, @Nullable Recipient recipient) {
            messages += number == last ? 0 : 1;
            last = number;
            oldest = message.arrival().isBefore(oldest) ? message.arrival() : oldest;
            if (recipient != null) {
                recipients++;
                sample = sample == null ? recipient.reason() : sample;
            }
        }

        Group group(String key) {
            return new Group(key, messages, recipients, oldest, sample);
        }
    }
}
