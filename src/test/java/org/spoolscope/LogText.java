package org.spoolscope;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// All that is logged while it is open, by whomever (dnsjava and MINA among them), with exceptions.
/// For any thread.
public final class LogText extends Handler {
    /// The first line, which proves that lines of that level are kept.
    public static final String OPENED = "the least is kept";

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Level before = ROOT.getLevel();

    private LogText() {}

    /// Begins to listen.
    ///
    /// @param level of the least that is kept
    public static LogText open(Level level) {
        LogText text = new LogText();
        ROOT.setLevel(level);
        ROOT.addHandler(text);
        Logger.getLogger(LogText.class.getName()).log(level, OPENED);
        return text;
    }

    /// What has been logged so far.
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.format(record));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
