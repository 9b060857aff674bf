package org.spoolscope.cli;

import java.time.Instant;
import java.time.ZoneId;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Prints the lines of a followed log that are young enough and match a filter.
final class PrintedLog implements LineSink {
    private final Session session;
    private final String server;
    private final LogFilter filter;
    private final Instant from;
    private final EventReport report;
    private final LogParser parser;
    private final LogLine line = new LogLine();
    private boolean follow;
    private boolean whole;

    /// Follows until its thread is interrupted.
    @FunctionalInterface
    interface Following {
        void run(LineSink sink) throws InterruptedException;
    }

    PrintedLog(
            Session session,
            String server,
            ZoneId zone,
            LogFilter filter,
            Instant from,
            EventReport report) {
        this.session = session;
        this.server = server;
        this.filter = filter;
        this.from = from;
        this.report = report;
        this.parser = new LogParser(zone, session.clock());
    }

    /// Prints what is there, and with `follow` what comes until interrupted.
    void print(boolean goOn, Following following) throws InterruptedException {
        follow = goOn;
        try {
            following.run(this);
        } catch (InterruptedException e) {
            if (!whole) {
                throw e;
            }
        } finally {
            report.end();
            session.terminal().flush();
        }
    }

    @Override
    public void line(byte[] bytes, int start, int end) {
        parser.parse(bytes, start, end, line);
        Instant time = line.time();
        if (line.event() != LogEvent.FOREIGN
                && (time == null || !time.isBefore(from))
                && filter.matches(line, server)) {
            report.add(line);
        }
    }

    @Override
    public void gap(LogGap gap) {
        session.terminal().say(DisplayText.of(gap.source() + ": " + gap.cause().name()));
    }

    @Override
    public void position(LogPosition position) {
        session.terminal().flush();
    }

    @Override
    public void idle(Instant at) throws InterruptedException {
        session.terminal().flush();
        if (!follow) {
            whole = true;
            throw new InterruptedException("all is printed");
        }
    }

    @Override
    public void trouble(String message) throws InterruptedException {
        session.terminal().say(DisplayText.of(message));
        if (!follow) {
            throw new InterruptedException("the log can't be read");
        }
    }
}
