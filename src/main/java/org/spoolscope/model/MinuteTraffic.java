package org.spoolscope.model;

/// What came in within one minute.
///
/// @param minute since the epoch, by the log's own times
/// @param arrived messages that entered the queue
/// @param rejected recipients or clients turned away by us
public record MinuteTraffic(long minute, long arrived, long rejected) {}
