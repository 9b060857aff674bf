package org.spoolscope.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Mail as a stranger would write it who wants a log, a terminal or a window to say something else
/// than what happened. Text is bytes, one char each.
///
/// @param helo how the client calls itself
/// @param from the sender
/// @param to the recipient, of a domain of its own below `test.example`
/// @param header lines of the message's header
/// @param reply what the next hop says to the recipient; to the end of the message, if it is taken
record HostileMail(String helo, String from, String to, String header, String reply) {
    private static final String SENT = "x, status=sent (250 ok)";
    static final List<String> SCRAPS =
            List.of(
                    "\u001b[31mred\u001b[0m\u001b]0;title\u0007",
                    "bell\u0007 del\u007f back\b\b\b",
                    bytes("csi\u009b31m nel\u0085"),
                    bytes("lre\u202a rle\u202b pdf\u202c lro\u202d rlo\u202egpj.exe"),
                    bytes("lri\u2066 rli\u2067 fsi\u2068 pdi\u2069"),
                    bytes("zwsp\u200b zwnj\u200c zwj\u200d lrm\u200e rlm\u200f alm\u061c"),
                    bytes("wj\u2060 bom\ufeff shy\u00ad ls\u2028 ps\u2029"),
                    bytes("tag\udb40\udc41\udb40\udc7f iaa\ufff9\ufffb mark e\u0301\u0301\u0301"),
                    "ff\u00ff fe\u00fe cut\u00e2\u0080 over\u00c0\u00af sur\u00ed\u00a0\u00ae",
                    SENT,
                    "to=<v@x>, relay=a[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (ok",
                    "\\\" \\\\ ' ` $(id) ; | & > < %s%n {} [] () ,",
                    "x>, relay=local, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to mailbox)",
                    "queued as 3A9B720C620) removed, status=bounced (a",
                    "smtp[1]: 3A9B720C620: to=<a@b.example>, status=sent (250 ok)",
                    "tab\there  two  spaces ",
                    "long ".repeat(60));

    /// How it really ends.
    String status() {
        return switch (reply.charAt(0)) {
            case '2' -> "sent";
            case '4' -> "deferred";
            default -> "bounced";
        };
    }

    /// The domain that only this mail is for.
    String domain() {
        return to.substring(to.lastIndexOf('@') + 1);
    }

    /// Each scrap at each place, and each of the three ends with each place.
    static List<HostileMail> corpus() {
        List<HostileMail> corpus = new ArrayList<>();
        String[] replies = {"250 2.0.0 taken", "451 4.7.1 come again", "550 5.7.1 go away"};
        for (int place = 0; place < 5; place++) {
            for (int i = 0; i < SCRAPS.size(); i++) {
                String scrap = SCRAPS.get(i);
                String domain = "h" + corpus.size() + ".test.example";
                String reply = replies[(i + place) % 3];
                corpus.add(
                        new HostileMail(
                                place == 0 ? scrap : "client.example",
                                (place == 1 ? quoted(scrap) : "corpus") + "@test.example",
                                (place == 2 ? quoted(scrap) : "user") + "@" + domain,
                                "Message-ID: <" + (place == 3 ? scrap : domain) + ">",
                                place == 4 ? reply + " " + scrap : reply));
            }
        }
        corpus.add(said(corpus.size(), "451 4.7.1 " + "y".repeat(3000) + ", status=sent (250 ok)"));
        corpus.add(said(corpus.size(), "550 5.1.1 " + "z".repeat(1900) + " (250 ok)"));
        corpus.add(said(corpus.size(), "250 2.0.0 " + "w".repeat(2500)));
        corpus.add(
                said(corpus.size(), "451-4.7.1 first)\r\n451-4.7.1 " + SENT + "\r\n451 4.7.1 x"));
        corpus.add(said(corpus.size(), "550 (in reply to RCPT TO command)) status=sent (250 ok)"));
        corpus.add(said(corpus.size(), "451 said: 250 ok (in reply to end of DATA command)"));
        corpus.add(
                new HostileMail(
                        SENT,
                        quoted(SENT) + "@test.example",
                        quoted(SENT) + "@h" + corpus.size() + ".test.example",
                        "Message-ID: <"
                                + "m".repeat(3000)
                                + ">\r\nSubject: x\r\n folded, status=sent (250 ok)",
                        "550 5.0.0 " + SENT));
        return corpus;
    }

    private static HostileMail said(int number, String reply) {
        String domain = "h" + number + ".test.example";
        return new HostileMail(
                "client.example",
                "corpus@test.example",
                "user@" + domain,
                "Message-ID: <" + domain + ">",
                reply);
    }

    /// As a quoted local part.
    static String quoted(String text) {
        String plain =
                text.startsWith("\\") ? text : text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + plain + "\"";
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
