package org.spoolscope.model;

/// What went in and out of a server, by its log, over the last minute, five minutes and hour.
public record MailRates(Span minute, Span fiveMinutes, Span hour) {
    /// Counts over a span. A *message* arrives once; an *attempt* is one recipient tried once.
    ///
    /// @param seconds how long the span really is: shorter when the log has not been read for so
    ///   long
    /// @param arrived messages that entered the queue
    /// @param sent recipients delivered
    /// @param deferred attempts put off
    /// @param bounced recipients given back to the sender, expired ones included
    /// @param rejected recipients or clients turned away by us
    /// @param delays of delivered and deferred attempts in which a host was talked to
    public record Span(
            int seconds,
            long arrived,
            long sent,
            long deferred,
            long bounced,
            long rejected,
            StageDelays delays) {
        /// Deferred attempts / all attempts, NaN when there were none.
        public double deferralRate() {
            return (double) deferred / (sent + deferred + bounced);
        }

        /// Recipients bounced / recipients finished (sent or bounced), NaN when there were none.
        public double bounceRate() {
            return (double) bounced / (sent + bounced);
        }

        /// A count per minute; NaN for an empty span.
        public double perMinute(long count) {
            return seconds == 0 ? Double.NaN : count * 60.0 / seconds;
        }
    }

    /// The log's `delays=a/b/c/d` as percentiles.
    ///
    /// @param beforeQueue a: from arrival to the active queue
    /// @param inQueue b: in the active queue
    /// @param connecting c: DNS, TCP, EHLO, TLS
    /// @param sending d: from MAIL FROM on
    public record StageDelays(
            Percentiles beforeQueue,
            Percentiles inQueue,
            Percentiles connecting,
            Percentiles sending) {
        public static final StageDelays NONE =
                new StageDelays(
                        Percentiles.NONE, Percentiles.NONE, Percentiles.NONE, Percentiles.NONE);
    }

    /// In milliseconds; NaN without attempts.
    public record Percentiles(double median, double p95, double max) {
        public static final Percentiles NONE = new Percentiles(Double.NaN, Double.NaN, Double.NaN);
    }
}
