package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListWatch;

/// What is said above the matrix.
///
/// @param summary how many addresses and lists, and who is asked
/// @param checkedAt when the check ended that is the oldest, or null before all had one
/// @param underWay whether a check runs
/// @param notes what is to be known of single servers, such as why nothing can be asked there
/// @param empty why there is no matrix, if there is none
record PageHead(
        DisplayText summary,
        @Nullable Instant checkedAt,
        boolean underWay,
        List<DisplayText> notes,
        Empty empty) {
    /// Why there is no matrix.
    enum Empty {
        /// There is one.
        NO,
        NO_SERVERS,
        /// No server's addresses are known, and nobody asked about another.
        NO_ADDRESS,
        /// Addresses are known, and nobody can be asked.
        NO_RESOLVER,
        NOT_CHECKED,
        /// The first check runs.
        CHECKING
    }

    static final PageHead NOTHING =
            new PageHead(DisplayText.EMPTY, null, false, List.of(), Empty.NO_SERVERS);

    PageHead {
        notes = List.copyOf(notes);
    }

    static PageHead of(KnownLists known, Matrix matrix) {
        List<DisplayText> notes = new ArrayList<>();
        Set<String> resolvers = new HashSet<>();
        @Nullable Instant oldest = null;
        boolean underWay = known.asked().underWay();
        boolean checked = !known.asked().standings().isEmpty();
        boolean trouble = false;
        note(
                notes,
                "blocklist.note",
                Words.get("blocklist.asked-by-you").toString(),
                known.asked().trouble());
        for (KnownLists.OfServer one : known.servers()) {
            ListWatch watch = one.watch();
            trouble |= !watch.trouble().isEmpty();
            underWay |= watch.underWay();
            checked |= !watch.standings().isEmpty();
            note(notes, "blocklist.note.trouble", one.server(), watch.trouble());
            note(notes, "blocklist.note", one.server(), watch.note());
            if (!watch.resolver().isEmpty()) {
                resolvers.add(watch.resolver());
            }
            Instant at = watch.checkedAt();
            oldest = at != null && (oldest == null || at.isBefore(oldest)) ? at : oldest;
        }
        Empty empty = Empty.NO;
        if (!checked) {
            empty = why(known, matrix, trouble, underWay);
        }
        return new PageHead(summary(matrix, resolvers), oldest, underWay, notes, empty);
    }

    private static Empty why(KnownLists known, Matrix matrix, boolean trouble, boolean underWay) {
        if (known.servers().isEmpty() && matrix.columns().isEmpty()) {
            return Empty.NO_SERVERS;
        }
        if (underWay) {
            return Empty.CHECKING;
        }
        if (trouble) {
            return Empty.NO_RESOLVER;
        }
        return matrix.columns().isEmpty() ? Empty.NO_ADDRESS : Empty.NOT_CHECKED;
    }

    private static void note(List<DisplayText> notes, String key, String server, String text) {
        if (!text.isEmpty()) {
            notes.add(Words.get(key, server, text));
        }
    }

    private static DisplayText summary(Matrix matrix, Set<String> resolvers) {
        long count =
                matrix.columns().stream()
                        .filter(column -> IpAddress.parse(column.subject()).isPresent())
                        .count();
        String addresses = Figures.count(count);
        String lists = Figures.count(matrix.rows().size());
        String key = count == 1 ? "blocklist.summary.one" : "blocklist.summary";
        return switch (resolvers.size()) {
            case 0 -> Words.get(key, addresses, lists);
            case 1 ->
                    Words.get(
                            "blocklist.summary.through",
                            Words.get(key, addresses, lists),
                            resolvers.iterator().next());
            default -> Words.get("blocklist.summary.own", Words.get(key, addresses, lists));
        };
    }
}
