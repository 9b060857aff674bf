package org.spoolscope.postfix.log;

import java.util.Random;

/// The strangers of a server's day, and its housekeeping.
final class Refusals {
    private final Random random;
    private final MailNames names;
    private final Log log;

    /// Where a line goes.
    interface Log {
        void say(String program, int pid, String text);
    }

    Refusals(Random random, MailNames names, Log log) {
        this.random = random;
        this.names = names;
        this.log = log;
    }

    /// @param kind 60 to 99
    void one(int kind) {
        if (kind < 72) {
            rejected();
        } else if (kind < 80) {
            postscreen();
        } else if (kind < 88) {
            guessed();
        } else if (kind < 93) {
            vanished();
        } else {
            housekeeping();
        }
    }

    private void rejected() {
        int pid = pid();
        String client = names.client();
        log.say("smtpd", pid, "connect from " + client);
        for (int i = random.nextInt(3); i >= 0; i--) {
            String tail =
                    "; from=<"
                            + names.address()
                            + "> to=<"
                            + names.ours()
                            + "> proto=ESMTP helo=<"
                            + names.domain()
                            + ">";
            log.say("smtpd", pid, "NOQUEUE: " + action(client) + tail);
        }
        log.say(
                "smtpd",
                pid,
                "disconnect from " + client + " ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4");
    }

    private String action(String client) {
        String to = names.ours();
        return switch (random.nextInt(12)) {
            case 0 ->
                    "reject_warning: RCPT from "
                            + client
                            + ": 450 4.7.25 Client host rejected:"
                            + " cannot find your hostname, [192.0.2.1]";
            case 1 ->
                    "hold: RCPT from "
                            + client
                            + ": <"
                            + to
                            + ">: Recipient address triggers HOLD action";
            case 2 ->
                    "discard: RCPT from "
                            + client
                            + ": <"
                            + to
                            + ">: Recipient address triggers DISCARD action";
            case 3 ->
                    "filter: RCPT from "
                            + client
                            + ": <"
                            + to
                            + ">: Recipient address triggers FILTER smtp:[127.0.0.1]:10024";
            case 4, 5 ->
                    "reject: RCPT from "
                            + client
                            + ": 450 4.2.0 <"
                            + to
                            + ">: Recipient address rejected: Greylisted, see https://greylist.example/"
                            + random.nextInt(999);
            case 6, 7 ->
                    "reject: RCPT from "
                            + client
                            + ": 550 5.1.1 <"
                            + to
                            + ">: Recipient address rejected: User unknown in virtual mailbox table";
            default ->
                    "reject: RCPT from "
                            + client
                            + ": 554 5.7.1 Service unavailable; Client host ["
                            + names.ip()
                            + "] blocked using bl.example.org";
        };
    }

    private void postscreen() {
        String client = "[" + names.ip() + "]:" + (1024 + random.nextInt(60_000));
        log.say("postscreen", 813, "CONNECT from " + client + " to [192.0.2.10]:25");
        switch (random.nextInt(4)) {
            case 0 -> log.say("postscreen", 813, "PASS OLD " + client);
            case 1 -> {
                log.say(
                        "postscreen",
                        813,
                        "PREGREET "
                                + random.nextInt(40)
                                + " after 0.0"
                                + random.nextInt(9)
                                + " from "
                                + client
                                + ": EHLO "
                                + names.domain()
                                + "\\r\\n");
                log.say("postscreen", 813, "DISCONNECT " + client);
            }
            case 2 -> {
                log.say(
                        "postscreen",
                        813,
                        "HANGUP after 0."
                                + random.nextInt(9)
                                + " from "
                                + client
                                + " in tests after SMTP handshake");
                log.say("postscreen", 813, "DISCONNECT " + client);
            }
            default -> {
                log.say(
                        "dnsblog",
                        pid(),
                        "addr " + names.ip() + " listed by domain bl.example.org as 127.0.0.4");
                log.say("postscreen", 813, "DNSBL rank 4 for " + client);
                log.say(
                        "postscreen",
                        813,
                        "NOQUEUE: reject: RCPT from "
                                + client
                                + ": 550 5.7.1 Service unavailable; client "
                                + client.substring(0, client.lastIndexOf(':'))
                                + " blocked using bl.example.org; from=<"
                                + names.address()
                                + ">, to=<"
                                + names.ours()
                                + ">, proto=ESMTP, helo=<"
                                + names.domain()
                                + ">");
                log.say("postscreen", 813, "DISCONNECT " + client);
            }
        }
    }

    private void guessed() {
        int pid = pid();
        String client = "unknown[" + names.ip() + "]";
        log.say("submission/smtpd", pid, "connect from " + client);
        log.say(
                "submission/smtpd",
                pid,
                "warning: "
                        + client
                        + ": SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username="
                        + names.ours());
        log.say(
                "submission/smtpd",
                pid,
                "disconnect from " + client + " ehlo=1 auth=0/1 rset=1 quit=1 commands=3/4");
    }

    private void vanished() {
        int pid = pid();
        String client = names.client();
        log.say("smtpd", pid, "connect from " + client);
        log.say(
                "smtpd",
                pid,
                (random.nextBoolean() ? "lost connection after " : "timeout after ")
                        + (random.nextBoolean()
                                ? "EHLO"
                                : "DATA (" + random.nextInt(4_000) + " bytes)")
                        + " from "
                        + client);
        log.say("smtpd", pid, "disconnect from " + client + " ehlo=1 commands=1");
    }

    private void housekeeping() {
        switch (random.nextInt(7)) {
            case 0 ->
                    log.say(
                            "anvil",
                            814,
                            "statistics: max connection rate "
                                    + random.nextInt(20)
                                    + "/60s for (smtp:"
                                    + names.ip()
                                    + ") at Nov  8 10:38:17");
            case 1 ->
                    log.say(
                            "scache",
                            815,
                            "statistics: domain lookup hits="
                                    + random.nextInt(20)
                                    + " miss=3 success=40%");
            case 2 ->
                    log.say(
                            "smtpd",
                            pid(),
                            "warning: hostname "
                                    + names.domain()
                                    + " does not resolve to address "
                                    + names.ip()
                                    + ": Name or service not known");
            case 3 ->
                    log.say(
                            "smtp",
                            pid(),
                            "connect to " + names.mx(names.domain()) + ":25: Connection timed out");
            case 4 ->
                    log.say(
                            "smtpd",
                            pid(),
                            "SSL_accept error from " + names.client() + ": lost connection");
            case 5 ->
                    log.say(
                            "trivial-rewrite",
                            pid(),
                            "table hash:/etc/postfix/transport(0,lock|fold_fix) has changed -- restarting");
            default ->
                    log.say("master", 810, "reload -- version 3.7.11, configuration /etc/postfix");
        }
    }

    private int pid() {
        return 2_000 + random.nextInt(600);
    }
}
