package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spoolscope.model.Addresses;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Words;
import org.spoolscope.ui.state.ForecastText;

/// A column of the message table: how its cells read.
public enum QueueColumn {
    ID(136, 136, 136),
    SERVER(64, 72, 72),
    INSTANCE(72, 104, 104),
    STATE(94, 94, 94),
    AGE(70, 94, 96),
    NEXT(74, 84, 100),
    BOUNCE(74, 84, 100),
    SIZE(62, 66, 72),
    SENDER(88, 116, 200),
    RECIPIENT(96, 132, 220),
    DOMAIN(88, 124, 150),
    REASON(104, 190, 4000);

    /// More than a cell can show at any width; spares laying out a reason of many kilobytes.
    private static final int MAX_TEXT = 400;

    /// A reason is of one recipient, most likely of the first.
    private static final int MOST_NAMED = 20;

    private final double least;
    private final double width;
    private final double most;

    QueueColumn(double least, double width, double most) {
        this.least = least;
        this.width = width;
        this.most = most;
    }

    /// The width in pixels under which it says too little to be shown.
    public double least() {
        return least;
    }

    /// Preferred width in pixels.
    public double width() {
        return width;
    }

    /// The width in pixels from which more adds nothing.
    public double most() {
        return most;
    }

    public DisplayText title() {
        return Words.get("queue.column." + name().toLowerCase(Locale.ROOT));
    }

    /// What a cell shows.
    public DisplayText text(QueueRow row, Instant now) {
        return switch (this) {
            case ID -> DisplayText.of(row.message().id().value());
            case SERVER -> server(row);
            case INSTANCE -> instance(row.message().instance());
            case STATE -> DisplayText.of(row.message().queue().label());
            case AGE ->
                    DisplayText.of(Figures.span(Duration.between(row.message().arrival(), now)));
            case SIZE -> size(row.message().size());
            case SENDER -> sender(row.message().sender());
            case RECIPIENT -> recipients(row);
            case DOMAIN -> clip(Addresses.domain(firstAddress(row)));
            case REASON -> clip(row.reason()).naming(someAddresses(row));
            case NEXT -> ForecastText.untilNextAttempt(row.prospect(now));
            case BOUNCE -> ForecastText.untilItComesBack(row.prospect(now));
        };
    }

    /// The server, and which of its instances if it is not the default one.
    private static DisplayText server(QueueRow row) {
        String instance = row.message().instance();
        return instance.equals("-")
                ? DisplayText.of(row.server())
                : Words.get("queue.server.instance", row.server(), clip(instance));
    }

    /// The null sender as `<>`.
    static DisplayText sender(String sender) {
        return sender.isEmpty() ? Words.get("queue.null-sender") : person(sender);
    }

    /// The default instance has no name of its own; Postfix prints `-`.
    static DisplayText instance(String name) {
        return name.equals("-") ? Words.get("queue.default-instance") : clip(name);
    }

    private static DisplayText size(long bytes) {
        return bytes < 0 ? Words.get("queue.size-unknown") : DisplayText.of(Figures.bytes(bytes));
    }

    private static DisplayText recipients(QueueRow row) {
        int more = row.message().recipientCount() - 1;
        if (more < 0) {
            return Words.get("queue.no-recipients");
        }
        if (row.message().recipients().isEmpty()) {
            return Words.get("queue.recipients-unknown", Figures.count(more + 1));
        }
        DisplayText first = person(firstAddress(row));
        return more == 0 ? first : Words.get("queue.recipients", first, Figures.count(more));
    }

    private static DisplayText person(String address) {
        return clip(address).naming(List.of(address));
    }

    private static DisplayText clip(String text) {
        String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT + 1) : text;
        return DisplayText.of(bounded).clip(MAX_TEXT);
    }

    private static List<String> someAddresses(QueueRow row) {
        return Stream.concat(
                        Stream.of(row.message().sender()),
                        row.message().recipients().stream()
                                .limit(MOST_NAMED)
                                .map(Recipient::address))
                .toList();
    }

    private static String firstAddress(QueueRow row) {
        Recipient first = row.first();
        return first == null ? "" : first.address();
    }
}
