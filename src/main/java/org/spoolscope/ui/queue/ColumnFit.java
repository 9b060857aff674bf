package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which columns there is room for, and how wide each is, so that nothing has to be scrolled
/// sideways: what matters most comes first, the rest where it fits, and the reason takes what is
/// left.
final class ColumnFit {
    /// Shown at their least width if need be, as many as fit, in this order.
    private static final List<QueueColumn> ESSENTIAL =
            List.of(
                    QueueColumn.ID,
                    QueueColumn.RECIPIENT,
                    QueueColumn.AGE,
                    QueueColumn.REASON,
                    QueueColumn.SENDER);

    /// Shown only where nothing else has to shrink for it. The instance stands behind its server,
    /// and the domain is in the recipient's address.
    private static final List<QueueColumn> WELCOME =
            List.of(
                    QueueColumn.SERVER,
                    QueueColumn.STATE,
                    QueueColumn.SIZE,
                    QueueColumn.NEXT,
                    QueueColumn.BOUNCE);

    private static final double SERVER_AND_INSTANCE = 136;

    private final Map<QueueColumn, Boolean> chosen = new EnumMap<>(QueueColumn.class);
    private final Map<QueueColumn, Double> drawn = new EnumMap<>(QueueColumn.class);
    private boolean severalServers = true;
    private boolean severalInstances;

    /// The person shows or hides a column, whatever there is room for.
    void choose(QueueColumn column, boolean shown) {
        chosen.put(column, shown);
    }

    /// The person draws a column wider or narrower, to so many pixels.
    void draw(QueueColumn column, double width) {
        drawn.put(column, width);
    }

    /// What the person has decided, all at once.
    void use(ColumnLayout layout) {
        chosen.clear();
        chosen.putAll(layout.shown());
        drawn.clear();
        drawn.putAll(layout.widths());
    }

    /// Which columns the person shows or hides.
    Map<QueueColumn, Boolean> chosen() {
        return chosen;
    }

    /// How wide the person has drawn columns.
    Map<QueueColumn, Double> drawn() {
        return drawn;
    }

    /// Takes in what the rows are like.
    ///
    /// @param servers whether rows of more than one server are shown
    /// @param instances whether a server's name may have that of an instance behind it
    /// @return whether that changes anything
    boolean tell(boolean servers, boolean instances) {
        boolean changes = servers != severalServers || instances != severalInstances;
        severalServers = servers;
        severalInstances = instances;
        return changes;
    }

    /// The columns for `room` pixels, each with its width.
    Map<QueueColumn, Double> in(double room) {
        Set<QueueColumn> shown = EnumSet.noneOf(QueueColumn.class);
        chosen.forEach((column, wanted) -> {
            if (wanted) {
                shown.add(column);
            }
        });
        for (QueueColumn column : open(ESSENTIAL)) {
            if (least(shown) + least(column) <= room) {
                shown.add(column);
            }
        }
        for (QueueColumn column : open(WELCOME)) {
            if (column == QueueColumn.SERVER && !severalServers) {
                continue;
            }
            if (preferred(shown) + preferred(column) > room) {
                break;
            }
            shown.add(column);
        }
        return widths(shown, room);
    }

    /// Those about which the person has said nothing.
    private List<QueueColumn> open(List<QueueColumn> columns) {
        List<QueueColumn> open = new ArrayList<>(columns);
        open.removeAll(chosen.keySet());
        return open;
    }

    private Map<QueueColumn, Double> widths(Set<QueueColumn> shown, double room) {
        double least = least(shown);
        double preferred = preferred(shown);
        double share =
                preferred == least ? 1 : Math.clamp((room - least) / (preferred - least), 0.0, 1.0);
        double spare = Math.max(0, room - preferred);
        double left = spare;
        Map<QueueColumn, Double> widths = new EnumMap<>(QueueColumn.class);
        for (QueueColumn column : shown) {
            double more = Math.min(spare / 5, most(column) - preferred(column));
            left -= more;
            double width = least(column) + share * (preferred(column) - least(column));
            widths.put(column, Math.floor(width + more));
        }
        if (!drawn.containsKey(QueueColumn.REASON)) {
            double rest = left;
            widths.computeIfPresent(QueueColumn.REASON, (_, width) -> Math.floor(width + rest));
        }
        return widths;
    }

    private double least(QueueColumn column) {
        return drawn.getOrDefault(column, column.least());
    }

    private double preferred(QueueColumn column) {
        return drawn.getOrDefault(column, column.width());
    }

    private double most(QueueColumn column) {
        return drawn.getOrDefault(
                column,
                column == QueueColumn.SERVER && severalInstances
                        ? SERVER_AND_INSTANCE
                        : column.most());
    }

    private double least(Set<QueueColumn> columns) {
        return columns.stream().mapToDouble(this::least).sum();
    }

    private double preferred(Set<QueueColumn> columns) {
        return columns.stream().mapToDouble(this::preferred).sum();
    }
}
