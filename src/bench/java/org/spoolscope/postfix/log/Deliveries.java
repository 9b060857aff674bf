package org.spoolscope.postfix.log;

import java.util.Random;

/// What becomes of recipients, in Postfix's words.
final class Deliveries {
    private Deliveries() {}

    /// Where a line goes.
    interface Local {
        void say(String program, String text);
    }

    /// Takes what a deferred delivery's line differs in.
    interface Deferral {
        void say(String relay, String dsn, String reason);
    }

    static void local(Random random, String recipient, Local out) {
        String to = "to=<" + recipient + ">, ";
        String delays =
                "delay=0."
                        + random.nextInt(90)
                        + ", delays=0.0"
                        + random.nextInt(9)
                        + "/0/0/0."
                        + random.nextInt(90)
                        + ", ";
        switch (random.nextInt(20)) {
            case 0 ->
                    out.say(
                            "local",
                            "to=<"
                                    + recipient
                                    + ">, orig_to=<postmaster>, relay=local, "
                                    + delays
                                    + "dsn=2.0.0, status=sent (delivered to mailbox)");
            case 1 ->
                    out.say(
                            "local",
                            to
                                    + "relay=local, "
                                    + delays
                                    + "dsn=2.0.0, status=sent (forwarded as "
                                    + String.format("%05X2A9F1", random.nextInt(1 << 20))
                                    + ")");
            case 2 ->
                    out.say(
                            "pipe",
                            to
                                    + "relay=vacation, "
                                    + delays
                                    + "dsn=2.0.0, status=sent (delivered via vacation service)");
            case 3 ->
                    out.say(
                            "virtual",
                            to
                                    + "relay=virtual, "
                                    + delays
                                    + "dsn=2.0.0, status=sent (delivered to maildir)");
            case 4 ->
                    out.say(
                            "local",
                            to
                                    + "relay=local, "
                                    + delays
                                    + "dsn=5.1.1, status=bounced (unknown user: \""
                                    + recipient.substring(0, 3)
                                    + "\")");
            default ->
                    out.say(
                            "lmtp",
                            to
                                    + "relay=mail1.example.org[private/dovecot-lmtp], "
                                    + delays
                                    + "dsn=2.0.0, status=sent (250 2.0.0 <"
                                    + recipient
                                    + "> "
                                    + Long.toHexString(random.nextLong())
                                    + " Saved)");
        }
    }

    static void deferred(Random random, String mx, String domain, Deferral out) {
        switch (random.nextInt(8)) {
            case 0 -> out.say("none", "4.4.1", "connect to " + mx + ":25: Connection timed out");
            case 1 -> out.say("none", "4.4.1", "connect to " + mx + ":25: Connection refused");
            case 2 ->
                    out.say(
                            mx + ":25",
                            "4.4.2",
                            "lost connection with "
                                    + mx
                                    + " while receiving the initial server greeting");
            case 3 ->
                    out.say(
                            "none",
                            "4.4.3",
                            "Host or domain name not found. Name service error for"
                                    + " name="
                                    + domain
                                    + " type=MX: Host not found, try again");
            case 4 ->
                    out.say(
                            mx + ":25",
                            "4.2.2",
                            "host "
                                    + mx
                                    + " said: 452 4.2.2 The email account"
                                    + " that you tried to reach is over quota (in reply to RCPT TO command)");
            case 5 ->
                    out.say(
                            "none",
                            "4.7.0",
                            "delivery temporarily suspended: host "
                                    + mx
                                    + " refused to talk to me: 421 4.7.0 Try again later, closing connection "
                                    + random.nextInt(99_999));
            case 6 ->
                    out.say(
                            mx + ":25",
                            "4.2.0",
                            "host "
                                    + mx
                                    + " said: 450 4.2.0 Greylisted, come back in "
                                    + random.nextInt(300)
                                    + " seconds (in reply to RCPT TO command)");
            default ->
                    out.say(
                            mx + ":25",
                            "4.7.28",
                            "host "
                                    + mx
                                    + " said: 421-4.7.28 Our system has"
                                    + " detected an unusual rate of unsolicited mail originating from your IP address. 421 4.7.28"
                                    + " https://support.example/mail "
                                    + Long.toHexString(random.nextLong())
                                    + " - gsmtp (in reply to end of DATA command)");
        }
    }
}
