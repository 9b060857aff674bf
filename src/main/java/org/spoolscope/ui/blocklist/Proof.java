package org.spoolscope.ui.blocklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;

/// What can be shown to a list's owner, a provider or a customer; times are in UTC, which all of
/// them know.
final class Proof {
    private static final int LONGEST = 1_000;

    private Proof() {}

    static List<DisplayText> lines(ListStanding standing) {
        ListCheck check = standing.check();
        List<DisplayText> lines = new ArrayList<>();
        lines.add(
                Words.get(
                        "blocklist.proof.head",
                        check.subject(),
                        check.list(),
                        check.zone(),
                        CellState.of(check).word()));
        add(lines, "codes", String.join(", ", check.codes()));
        add(lines, "meaning", check.meaning());
        add(lines, "txt", check.txt());
        add(lines, "resolver", check.resolver());
        add(lines, "at", check.at().truncatedTo(ChronoUnit.SECONDS).toString());
        add(lines, "since", standing.since().truncatedTo(ChronoUnit.SECONDS).toString());
        return lines;
    }

    private static void add(List<DisplayText> lines, String what, String value) {
        if (!value.isEmpty()) {
            lines.add(Words.get("blocklist.proof." + what, DisplayText.of(value).clip(LONGEST)));
        }
    }

    /// The page to ask for removal; empty where there is none.
    static String delist(Blocklist list, String subject) {
        String page = list.delist();
        String in = URLEncoder.encode(subject, StandardCharsets.UTF_8);
        return page == null ? "" : page.replace("{ip}", in).replace("{domain}", in);
    }
}
