package org.spoolscope.cli;

import org.spoolscope.postfix.log.LogLine;

/// What `events` makes of the lines, one after the other as they are read.
interface EventReport {
    /// Takes a line of Postfix's. It is used again for the next one.
    void add(LogLine line);

    /// Everything has been read.
    void end();
}
