package org.spoolscope.postfix;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Reads what `postqueue -p` (mailq) prints, for Postfix before 3.1; the grammar is that of Postfix
/// `src/postqueue/showq_compat.c`. A reason stands in a line of its own before the recipients it
/// belongs to, and holds until the next one. Only active (`*`) and held (`!`) messages are marked:
/// all others count as deferred. A line longer than 64 KiB is skipped. One instance reads one
/// stream, on one thread.
public final class PostqueueText {
    private static final int LINE_CAP = 64 * 1024;
    private static final String EMPTY_QUEUE = "Mail queue is empty";
    private static final String NO_REASON = "(reason unavailable)";

    private static final Pattern MESSAGE =
            Pattern.compile(
                    "([0-9A-Za-z]{6,64})([*!]?)(#?) +(\\d{1,18})"
                            + " (\\w{3}) (\\w{3}) ([ \\d]\\d) (\\d\\d):(\\d\\d):(\\d\\d) +(.*)");
    private static final Pattern TOTAL =
            Pattern.compile("-- \\d+ Kbytes in (\\d{1,9}) Requests?\\.");

    private final String instance;
    private final YearlessTime times;
    private final List<QueuedMessage> messages = new ArrayList<>();
    private final List<Recipient> recipients = new ArrayList<>();
    private @Nullable Matcher message;
    private @Nullable String reason;
    private boolean headed;
    private boolean totalled;
    private int notUnderstood;

    private PostqueueText(String instance, YearlessTime times) {
        this.instance = instance;
        this.times = times;
    }

    /// Reads a listing. Messages that the trailing total counts and the lines did not show, and a
    /// total that is missing, count as not understood.
    ///
    /// @param clock tells the year, which the listing leaves out
    /// @param zone the server's own, in which Postfix prints times (UTC before Postfix 3.2)
    /// @throws IOException only from `in` itself
    public static Listed readAll(String instance, InputStream in, InstantSource clock, ZoneId zone)
            throws IOException {
        PostqueueText reader = new PostqueueText(instance, new YearlessTime(clock, zone));
        Lines lines = new Lines(in, LINE_CAP);
        while (lines.advance()) {
            reader.line(lines.text());
        }
        reader.endMessage();
        boolean cutShort = reader.headed && !reader.totalled;
        return new Listed(
                reader.messages, false, reader.notUnderstood + lines.cut() + (cutShort ? 1 : 0));
    }

    private void line(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            endMessage();
        } else if (!headed) {
            headed = line.startsWith("-") && line.contains("Queue ID");
            if (!headed && !text.equals(EMPTY_QUEUE)) {
                notUnderstood++;
            }
        } else if (message == null) {
            begin(line);
        } else if (text.startsWith("(") && text.endsWith(")")) {
            reason = text.equals(NO_REASON) ? null : text.substring(1, text.length() - 1);
        } else if (line.startsWith(" ")) {
            if (recipients.size() < MessageRecord.RECIPIENTS_CAP) {
                recipients.add(new Recipient(text, reason));
            }
        } else {
            notUnderstood++;
        }
    }

    private void begin(String line) {
        Matcher matcher = MESSAGE.matcher(line);
        if (matcher.matches()) {
            message = matcher;
            reason = null;
            return;
        }
        Matcher total = TOTAL.matcher(line);
        if (total.matches()) {
            totalled = true;
            int told = Integer.parseInt(total.group(1));
            notUnderstood = Math.max(notUnderstood, told - messages.size());
        } else {
            notUnderstood++;
        }
    }

    private void endMessage() {
        Matcher line = message;
        if (line == null) {
            return;
        }
        String sender = line.group(11);
        messages.add(
                new QueuedMessage(
                        instance,
                        queue(line.group(2)),
                        new QueueId(line.group(1)),
                        times.resolve(
                                line.group(5),
                                line.group(6),
                                Integer.parseInt(line.group(7).strip()),
                                Integer.parseInt(line.group(8)),
                                Integer.parseInt(line.group(9)),
                                Integer.parseInt(line.group(10))),
                        Long.parseLong(line.group(4)),
                        sender.equals(MessageRecord.NULL_SENDER) ? "" : sender,
                        recipients,
                        !line.group(3).isEmpty()));
        recipients.clear();
        message = null;
    }

    private static QueueName queue(String mark) {
        return switch (mark) {
            case "*" -> QueueName.ACTIVE;
            case "!" -> QueueName.HOLD;
            default -> QueueName.DEFERRED;
        };
    }
}
