package org.spoolscope.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a log said in one minute about one destination domain and one cause: what is stored of it.
/// Rows of the same minute, domain and cause add up.
///
/// @param minute when it begins, by the log's clock
/// @param domain of the recipients; empty for what has none (arrivals, rejections, expired
///   messages) and for domains too many to be told apart
/// @param cause null for what has none (arrived, sent, rejected)
public record MinuteRow(
        Instant minute,
        String domain,
        @Nullable CauseClass cause,
        long arrived,
        long sent,
        long deferred,
        long bounced,
        long rejected) {}
