package org.spoolscope.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says of whether the queue becomes empty. When it does is another question, which
/// only time answers ([DrainBench] waits for it); here the words must not contradict the counts.
final class DrainWords {
    private static final List<String> NOTHING_WAITS =
            List.of("empty", "only held", "only mail on hold");

    private DrainWords() {}

    static ComparedFigure compare(String figure, @Nullable String shown, ToldFigures told) {
        Bounds waiting = told.waiting();
        boolean nothing = NOTHING_WAITS.contains(shown);
        boolean same =
                shown != null
                        && (nothing
                                ? waiting.low() == 0
                                : waiting.high() > 0
                                        && shown.matches(
                                                "too early.*|growing|not draining|draining, .*|.*(s|min|h|d)"));
        return new ComparedFigure(
                figure, shown == null ? "is not there" : shown, waiting + " waiting", same);
    }
}
