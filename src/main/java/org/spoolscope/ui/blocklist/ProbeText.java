package org.spoolscope.ui.blocklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.ui.control.Times;

/// What a list's control probes came to, as the verdicts tell: an answer proves that they were
/// passed, and each other verdict is one way not to pass them.
final class ProbeText {
    private static final int LONGEST = 120;

    private ProbeText() {}

    /// Of a row. Servers that ask through other resolvers may have passed or not.
    static DisplayText of(List<Matrix.Cell> cells, Times times) {
        @Nullable ListCheck passed = null;
        @Nullable ListCheck failed = null;
        for (Matrix.Cell cell : cells) {
            ListCheck check = cell.standing() == null ? null : cell.standing().check();
            if (check == null) {
                continue;
            }
            if (!check.verdict().isAnswer()) {
                failed = failed == null ? check : failed;
            } else if (passed == null || check.at().isAfter(passed.at())) {
                passed = check;
            }
        }
        if (failed == null) {
            return passed == null
                    ? Words.get("blocklist.probe.none")
                    : Words.get("blocklist.probe.passed", times.minute(passed.at()));
        }
        return passed == null
                ? failure(failed)
                : Words.get("blocklist.probe.partly", failure(failed));
    }

    private static DisplayText failure(ListCheck check) {
        String key = "blocklist.probe." + check.verdict().label();
        String codes = String.join(", ", check.codes());
        return switch (check.verdict()) {
            case REFUSED, REWRITTEN ->
                    codes.isEmpty()
                            ? Words.get(key + ".no-code")
                            : Words.get(key, DisplayText.of(codes).clip(LONGEST));
            default -> Words.get(key);
        };
    }
}
