package org.spoolscope.postfix.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.deliverability.MailIdentity.Selector;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Whose domains a log shows as this server's own.
final class OwnSendersTest {
    private static final String HEAD = "2026-02-08T10:38:17+00:00 mail postfix/";

    private final LogParser parser =
            new LogParser(
                    ZoneOffset.UTC, InstantSource.fixed(Instant.parse("2026-02-08T11:00:00Z")));
    private final OwnSenders senders = new OwnSenders();

    @Test
    void countsWhatWasHandedInHere() {
        read("submission/smtpd[1]: 3A9B72A1: client=home.example.net[192.0.2.7]");
        read("qmgr[2]: 3A9B72A1: from=<alice@Example.ORG>, size=1, nrcpt=1 (queue active)");
        read(
                "smtpd[1]: 3A9B72A2: client=home.example.net[192.0.2.7], sasl_method=PLAIN,"
                        + " sasl_username=bob");
        read("qmgr[2]: 3A9B72A2: from=<bob@example.com>, size=1, nrcpt=1 (queue active)");
        read("pickup[3]: 3A9B72A3: uid=33 from=<www-data>");
        read("qmgr[2]: 3A9B72A3: from=<shop@example.com>, size=1, nrcpt=1 (queue active)");

        assertThat(senders.domains(10)).containsExactly("example.com", "example.org");
        assertThat(senders.domains(1)).containsExactly("example.com");
    }

    @Test
    void leavesOutWhatComesInRetriesAndBounces() {
        read("smtpd[1]: 3A9B72B1: client=mx.example.net[198.51.100.7]");
        read("qmgr[2]: 3A9B72B1: from=<stranger@example.net>, size=1, nrcpt=1 (queue active)");
        read("pickup[3]: 3A9B72B2: uid=33 from=<www-data>");
        read("qmgr[2]: 3A9B72B2: from=<shop@example.com>, size=1, nrcpt=1 (queue active)");
        read("qmgr[2]: 3A9B72B2: from=<shop@example.com>, size=1, nrcpt=1 (queue active)");
        read("pickup[3]: 3A9B72B3: uid=33 from=<>");
        read("qmgr[2]: 3A9B72B3: from=<>, size=1, nrcpt=1 (queue active)");
        read("pickup[3]: 3A9B72B4: uid=33 from=<b>");
        read("qmgr[2]: 3A9B72B4: from=<b@example.org>, size=1, nrcpt=1 (queue active)");
        read("pickup[3]: 3A9B72B5: uid=33 from=<b>");
        read("qmgr[2]: 3A9B72B5: from=<b@example.org>, size=1, nrcpt=1 (queue active)");

        assertThat(senders.domains(10)).containsExactly("example.org", "example.com");
    }

    @Test
    void findsSelectors() {
        SignedDomains signed = new SignedDomains();
        String line =
                "Feb  8 10:38:17 mail opendkim[811]: 3A9B72A1: DKIM-Signature field added (s=%s, d=%s)";
        signed.add(line.formatted("mail", "example.org"));
        signed.add(line.formatted("mail", "example.org"));
        signed.add(line.formatted("$(x)", "example.org"));
        signed.add(HEAD + "cleanup[1]: 3A9B72A1: warning: header Subject: something else");
        signed.add(line.formatted("2026a", "example.com"));

        assertThat(signed.selectors())
                .containsExactly(
                        new Selector("mail", "example.org"), new Selector("2026a", "example.com"));
    }

    private void read(String text) {
        byte[] bytes = (HEAD + text).getBytes(StandardCharsets.UTF_8);
        LogLine line = new LogLine();
        parser.parse(bytes, 0, bytes.length, line);
        senders.add(line);
    }
}
