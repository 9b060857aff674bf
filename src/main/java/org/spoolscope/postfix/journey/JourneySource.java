package org.spoolscope.postfix.journey;

import java.util.function.Supplier;
import org.spoolscope.postfix.log.LogParser;

/// One server's log.
///
/// @param server its name, as people know it
/// @param parser a new parser for each reading
public record JourneySource(String server, LogLines lines, Supplier<LogParser> parser) {}
