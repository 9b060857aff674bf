package org.spoolscope.monitor;

import java.util.Map;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.MailRates;

/// What a row of the history takes from the log.
final class LogColumns {
    /// Further behind than this, the log tells of another time than the row's.
    private static final long LIVE_BYTES = 1 << 20;

    private LogColumns() {}

    /// Adds the figures of the last minute; nothing while the log is not read, or is still read of
    /// an earlier time.
    static void put(LogSnapshot log, Map<Column, Double> row) {
        MailRates rates = log.rates();
        if (rates == null || log.behind() > LIVE_BYTES) {
            return;
        }
        MailRates.Span minute = rates.minute();
        row.put(Column.ARRIVED_PER_MINUTE, minute.perMinute(minute.arrived()));
        row.put(Column.SENT_PER_MINUTE, minute.perMinute(minute.sent()));
        row.put(Column.DEFERRED_PER_MINUTE, minute.perMinute(minute.deferred()));
        row.put(Column.BOUNCED_PER_MINUTE, minute.perMinute(minute.bounced()));
        row.put(Column.REJECTED_PER_MINUTE, minute.perMinute(minute.rejected()));
        row.put(Column.DEFERRAL_RATE, rates.fiveMinutes().deferralRate());
        row.put(Column.BOUNCE_RATE, rates.fiveMinutes().bounceRate());
    }
}
