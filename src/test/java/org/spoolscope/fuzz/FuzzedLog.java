package org.spoolscope.fuzz;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;

/// A log line's way: parsed, folded into the figures, its reason judged and shown.
final class FuzzedLog {
    private final LogParser parser;
    private final LogLine line = new LogLine();
    private final CauseRules rules = new CauseRules(CausesFile.builtIn());
    private final LogFigures figures =
            new LogFigures(rules, new Providers(ProvidersFile.builtIn()));

    FuzzedLog(InstantSource clock) {
        parser = new LogParser(ZoneOffset.UTC, clock);
    }

    void feed(byte[] input) {
        parser.parse(input, 0, input.length, line);
        for (LogField field : LogField.values()) {
            if (line.has(field)
                    && (line.start(field) < 0
                            || line.start(field) > line.end(field)
                            || line.end(field) > input.length)) {
                throw new AssertionError(field + " lies outside the line");
            }
        }
        figures.fold(line);
        String reason = line.text(LogField.REASON);
        if (reason != null) {
            var _ = rules.verdict(reason);
            var _ = DisplayText.of(reason);
        }
    }
}
