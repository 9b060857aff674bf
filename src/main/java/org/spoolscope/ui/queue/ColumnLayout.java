package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the person has made of the columns. As text it is a word for each column, in order: `id
/// +size sender:220 -state`: shown whatever there is room for, wide 220 pixels, not shown.
///
/// @param order all columns
/// @param shown those about which the person has decided
/// @param widths in pixels, of those that the person has drawn wider or narrower
/// @param unknown words that mean nothing here, such as a newer version's: kept as they are
record ColumnLayout(
        List<QueueColumn> order,
        Map<QueueColumn, Boolean> shown,
        Map<QueueColumn, Double> widths,
        List<String> unknown) {
    static final double LEAST_WIDTH = 48;

    /// Nothing decided.
    static final ColumnLayout STANDARD =
            new ColumnLayout(List.of(QueueColumn.values()), Map.of(), Map.of(), List.of());

    private static final double MOST_WIDTH = 4_000;
    private static final Pattern WORD = Pattern.compile("([+-]?)([a-z]+)(?::(\\d{1,4}))?");

    ColumnLayout {
        order = List.copyOf(order);
        shown = Map.copyOf(shown);
        widths = Map.copyOf(widths);
        unknown = List.copyOf(unknown);
    }

    /// What is missing in the text, or makes no sense there, is as in [#STANDARD].
    static ColumnLayout parse(String text) {
        List<QueueColumn> order = new ArrayList<>();
        Map<QueueColumn, Boolean> shown = new EnumMap<>(QueueColumn.class);
        Map<QueueColumn, Double> widths = new EnumMap<>(QueueColumn.class);
        List<String> unknown = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Matcher parts = WORD.matcher(word);
            QueueColumn column = parts.matches() ? column(parts.group(2)).orElse(null) : null;
            if (column == null || order.contains(column)) {
                unknown.add(word);
                continue;
            }
            order.add(column);
            if (!parts.group(1).isEmpty() && column != QueueColumn.ID) {
                shown.put(column, parts.group(1).equals("+"));
            }
            if (parts.group(3) != null) {
                double width = Double.parseDouble(parts.group(3));
                widths.put(column, Math.clamp(width, LEAST_WIDTH, MOST_WIDTH));
            }
        }
        unknown.remove("");
        addMissing(order);
        return new ColumnLayout(order, shown, widths, unknown);
    }

    /// Each behind the one that it usually stands behind.
    private static void addMissing(List<QueueColumn> order) {
        QueueColumn[] all = QueueColumn.values();
        for (int i = 0; i < all.length; i++) {
            if (!order.contains(all[i])) {
                order.add(i == 0 ? 0 : order.indexOf(all[i - 1]) + 1, all[i]);
            }
        }
    }

    private static Optional<QueueColumn> column(String name) {
        return Arrays.stream(QueueColumn.values())
                .filter(column -> name(column).equals(name))
                .findFirst();
    }

    private static String name(QueueColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    /// What [#parse] makes the same of; empty for [#STANDARD].
    String text() {
        if (equals(STANDARD)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (QueueColumn column : order) {
            Boolean decided = shown.get(column);
            Double width = widths.get(column);
            words.add(
                    (decided == null ? "" : decided ? "+" : "-")
                            + name(column)
                            + (width == null ? "" : ":" + Math.round(width)));
        }
        words.addAll(unknown);
        return String.join(" ", words);
    }
}
