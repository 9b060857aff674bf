package org.spoolscope.postfix.summary;

import java.util.HashMap;
import java.util.Map;
import org.spoolscope.postfix.ReasonText;

/// Brings reasons that differ in ids, addresses and numbers to one text; reply code and enhanced
/// status code in front stay.
final class Reasons {
    private Reasons() {}

    static Map<String, Long> normalised(Map<String, Long> reasons) {
        Map<String, Long> same = new HashMap<>();
        reasons.forEach((reason, count) -> same.merge(normalised(reason), count, Long::sum));
        return same;
    }

    static String normalised(String reason) {
        int text = behindCode(reason);
        if (text == 0) {
            return ReasonText.of(reason).normalised();
        }
        int dsn = behindDsn(reason, text);
        return reason.substring(0, dsn).replace('-', ' ')
                + ReasonText.of(reason.substring(dsn)).normalised();
    }

    /// Behind `421 ` or `421-`, or 0.
    private static int behindCode(String reason) {
        boolean code =
                reason.length() > 4
                        && isDigit(reason, 0)
                        && isDigit(reason, 1)
                        && isDigit(reason, 2)
                        && (reason.charAt(3) == ' ' || reason.charAt(3) == '-');
        return code ? 4 : 0;
    }

    /// Behind `4.7.28 `, or `from`.
    private static int behindDsn(String reason, int from) {
        int space = reason.indexOf(' ', from);
        int points = 0;
        for (int i = from; i < space; i++) {
            if (reason.charAt(i) == '.') {
                points++;
            } else if (!isDigit(reason, i)) {
                return from;
            }
        }
        return points == 2 ? space + 1 : from;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
