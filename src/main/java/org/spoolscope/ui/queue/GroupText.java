package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.CauseWording;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.QueueCause;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.QueueGroups.Group;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.postfix.ReasonWords;

/// How a group reads: what the messages have in common, and under it the evidence.
///
/// @param title what they have in common; of a remote's reply its words without codes
/// @param detail codes, the age of the oldest, host
/// @param refusal whether the remote answered with a 5xx code: it is not going to take them
public record GroupText(DisplayText title, DisplayText detail, boolean refusal) {
    private static final int MAX_TITLE = 160;

    static GroupText of(By by, Group group, Instant now) {
        String sample = group.sample();
        ReasonText reason = sample == null ? null : ReasonText.of(sample);
        List<String> detail = new ArrayList<>();
        boolean why = by == By.REASON || by == By.CAUSE;
        if (why && reason != null && reason.code() > 0) {
            detail.add((reason.code() + " " + reason.dsn()).strip());
        }
        detail.add(
                Words.get("queue.group.oldest", Figures.span(Duration.between(group.oldest(), now)))
                        .toString());
        if (why && reason != null && !reason.relay().isEmpty()) {
            detail.add(reason.relay());
        }
        return new GroupText(
                title(by, group.key()).naming(List.of(group.sampleOf())),
                DisplayText.of(
                        String.join(Words.get("queue.summary.separator").toString(), detail)),
                why && reason != null && reason.code() >= 500);
    }

    /// What the messages of a group have in common.
    static DisplayText title(By by, String key) {
        if (key.isEmpty()) {
            return Words.get("queue.group.none." + by.name().toLowerCase(Locale.ROOT));
        }
        DisplayText title =
                switch (by) {
                    case CAUSE -> sentence(QueueCause.of(key)).headline();
                    case REASON -> DisplayText.of(ReasonWords.of(key));
                    case SENDER -> DisplayText.ofPerson(key);
                    case DOMAIN, RELAY -> DisplayText.of(key);
                };
        return title.clip(MAX_TITLE);
    }

    private static Sentence sentence(QueueCause cause) {
        return CauseWording.of(cause.kind(), cause.who(), cause.list());
    }
}
