package org.spoolscope.model;

import java.util.List;

/// What became of the mail for one destination, by the log, in the last hour.
///
/// @param name a mailbox provider, or the recipients' domain where none is known, or [#REST]
/// @param provider whether it is a provider
/// @param domains how many recipient domains were seen
/// @param sent recipients delivered
/// @param deferred attempts put off
/// @param bounced recipients given back
/// @param delay of delivered recipients, from arrival to delivery
/// @param connections the most that were seen open at once, estimated from the attempts' times
/// @param causes the most frequent first, at most five
public record DestinationFigures(
        String name,
        boolean provider,
        int domains,
        long sent,
        long deferred,
        long bounced,
        MailRates.Percentiles delay,
        int connections,
        List<CauseFigures> causes) {
    /// The name of the domains together that are too many to be told apart.
    public static final String REST = "";

    public DestinationFigures {
        causes = List.copyOf(causes);
    }

    public long attempts() {
        return sent + deferred + bounced;
    }

    public double deferralRate() {
        return (double) deferred / attempts();
    }

    public double bounceRate() {
        return (double) bounced / (sent + bounced);
    }
}
