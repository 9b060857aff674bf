package org.spoolscope.demo.sim;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.spoolscope.demo.sim.Answer.Verdict;
import org.spoolscope.demo.sim.Domain.Behaviour;

/// What the mail servers of one domain answer to one sending instance.
final class Provider {
    private static final int TEMPORARY_ERRORS_PER_MILLE = 2;
    private static final long CONNECT_TIMEOUT = 30 * Agenda.SECOND;
    private static final String TOKENS = "bcdfghjkmnpqrstvwxyz0123456789";

    private final Domain domain;
    private final String relay;
    private final String host;
    private final String senderAddress;
    private final RandomGenerator random;
    private double allowance;
    private long allowanceAt;

    /// @param senderAddress the IP address that the provider sees the mail come from
    Provider(Domain domain, String senderAddress, RandomGenerator random, long now) {
        this.domain = domain;
        this.senderAddress = senderAddress;
        this.random = random;
        this.host = domain.mx() + "[" + domain.address() + "]";
        this.relay = host + ":25";
        this.allowanceAt = now;
        this.allowance =
                domain.behaviour() instanceof Behaviour.LimitsRate(_, int burst) ? burst : 0;
    }

    Answer answer(Message message, Message.Addressee to, long now) {
        return switch (domain.behaviour()) {
            case Behaviour.Local() -> local(to);
            case Behaviour.Silent() ->
                    new Answer(
                            Verdict.DEFERRED,
                            "4.4.1",
                            "none",
                            "connect to " + relay + ": Connection timed out",
                            CONNECT_TIMEOUT,
                            0,
                            true);
            case Behaviour.NoSuchDomain() ->
                    lookupFailed(Verdict.BOUNCED, "5.4.4", "Host not found");
            case Behaviour.NoNameServer() ->
                    lookupFailed(Verdict.DEFERRED, "4.4.3", "Host not found, try again");
            case Behaviour.Greylists(var delay)
                    when now - message.created < delay.toNanos() / 1000 || to.attempts == 0 ->
                    said(
                            Verdict.DEFERRED,
                            "4.2.0",
                            "450 4.2.0 <"
                                    + to.address
                                    + ">: Recipient address rejected: Greylisted, see"
                                    + " https://postgrey.example/help/"
                                    + domain.name()
                                    + ".html",
                            "RCPT TO");
            case Behaviour.AsksBlocklist() when Names.isListed(senderAddress) ->
                    said(
                            Verdict.BOUNCED,
                            "5.7.1",
                            "554 5.7.1 Service unavailable; Client host ["
                                    + senderAddress
                                    + "] blocked using zen.spamhaus.org;"
                                    + " https://check.example/query/ip/"
                                    + senderAddress,
                            "RCPT TO");
            case Behaviour.LimitsRate limit when !allowed(limit, now) -> tooFast();
            case Behaviour.Greylists _,
                    Behaviour.LimitsRate _,
                    Behaviour.AsksBlocklist _,
                    Behaviour.Accepts _ ->
                    mailbox(message, to, now);
        };
    }

    private Answer local(Message.Addressee to) {
        long took = Streams.around(random, 8 * Agenda.MILLI, 0.5);
        if (to.lot < domain.unknownPerMille()) {
            return new Answer(
                    Verdict.BOUNCED,
                    "5.1.1",
                    "virtual",
                    "unknown user: \"" + to.address + "\"",
                    0,
                    took,
                    false);
        }
        return new Answer(Verdict.SENT, "2.0.0", "virtual", "delivered to maildir", 0, took, false);
    }

    private Answer lookupFailed(Verdict verdict, String dsn, String what) {
        return new Answer(
                verdict,
                dsn,
                "none",
                "Host or domain name not found. Name service error for name="
                        + domain.name()
                        + " type=MX: "
                        + what,
                Streams.around(random, 300 * Agenda.MILLI, 0.8),
                0,
                verdict == Verdict.DEFERRED);
    }

    private boolean allowed(Behaviour.LimitsRate limit, long now) {
        double since = (double) (now - allowanceAt) / Agenda.SECOND;
        allowance = Math.min(limit.burst(), allowance + since * limit.perSecond());
        allowanceAt = now;
        if (allowance < 1) {
            return false;
        }
        allowance--;
        return true;
    }

    private Answer tooFast() {
        String text =
                "421-4.7.28 ["
                        + senderAddress
                        + "] Our system has detected an unusual rate of 421-4.7.28 mail originating"
                        + " from your IP address. To protect our users, 421-4.7.28 mail sent from"
                        + " your IP address has been temporarily rate limited. 421 4.7.28 See"
                        + " https://postmaster."
                        + domain.name()
                        + "/rate "
                        + token(12)
                        + " - bmsmtp";
        return said(Verdict.DEFERRED, "4.7.28", text, "end of DATA command");
    }

    /// How long a message waits until the owner of a full mailbox has made room.
    private static long untilCleared(int lot) {
        return (1L + lot % 5) * 40 * Agenda.MINUTE;
    }

    private Answer mailbox(Message message, Message.Addressee to, long now) {
        int lot = to.lot;
        if (lot < domain.unknownPerMille()) {
            return said(
                    Verdict.BOUNCED,
                    "5.1.1",
                    "550 5.1.1 <" + to.address + ">: Recipient address rejected: User unknown",
                    "RCPT TO");
        }
        if (lot >= 1000 - domain.fullPerMille() && now - message.created < untilCleared(lot)) {
            return said(
                    Verdict.DEFERRED,
                    "4.2.2",
                    "452 4.2.2 <" + to.address + ">: Mailbox full, over quota",
                    "RCPT TO");
        }
        if (random.nextInt(1000) < TEMPORARY_ERRORS_PER_MILLE) {
            return said(
                    Verdict.DEFERRED,
                    "4.3.0",
                    "451 4.3.0 Temporary server error, please try again later " + token(8),
                    "end of DATA command");
        }
        return reached(Verdict.SENT, "2.0.0", "250 2.0.0 Ok: queued as " + queuedAs());
    }

    private Answer said(Verdict verdict, String dsn, String reply, String command) {
        String reason = "host " + host + " said: " + reply + " (in reply to " + command + ")";
        return reached(verdict, dsn, reason);
    }

    private Answer reached(Verdict verdict, String dsn, String reason) {
        long connect = Streams.around(random, 180 * Agenda.MILLI, 0.6);
        long transmit = Streams.around(random, 350 * Agenda.MILLI, 0.7);
        return new Answer(verdict, dsn, relay, reason, connect, transmit, false);
    }

    private String queuedAs() {
        return String.format(Locale.ROOT, "4%010X", random.nextLong(1L << 40));
    }

    private String token(int length) {
        StringBuilder token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(TOKENS.charAt(random.nextInt(TOKENS.length())));
        }
        return token.toString();
    }
}
