package org.spoolscope.ui.message;

import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;

/// Where the time of an attempt went, in milliseconds: the log's `delays=a/b/c/d`.
///
/// @param beforeQueue a: from arrival to the active queue
/// @param inQueue b: in the active queue
/// @param connecting c: DNS, TCP, EHLO, TLS
/// @param sending d: from MAIL FROM on
record Stages(double beforeQueue, double inQueue, double connecting, double sending) {
    /// In the order of the log.
    double[] millis() {
        return new double[] {beforeQueue, inQueue, connecting, sending};
    }

    /// `before the queue manager 180 ms, …`.
    DisplayText words() {
        StringBuilder words = new StringBuilder();
        double[] millis = millis();
        for (int i = 0; i < millis.length; i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(Words.get("message.stage.spoken", name(i), span(millis[i])));
        }
        return DisplayText.of(words.toString());
    }

    static DisplayText name(int stage) {
        return Words.get("message.stage." + "abcd".charAt(stage));
    }

    /// `1.2 s`, `22 min`.
    static DisplayText span(double millis) {
        return DisplayText.of(
                millis < 60_000
                        ? Figures.millis(millis)
                        : Figures.span(java.time.Duration.ofMillis((long) millis)));
    }

    /// The pseudo-class of a stage.
    static String key(int stage) {
        return "abcd".substring(stage, stage + 1).toLowerCase(Locale.ROOT);
    }
}
