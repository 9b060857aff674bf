package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;

/// From what receivers said, as a log has it, to who blocks us, be it somebody who can't be asked.
class RefusalsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-28T16:00:00Z"));

    private final LogFigures figures =
            new LogFigures(
                    new CauseRules(CausesFile.builtIn()), new Providers(ProvidersFile.builtIn()));

    @Test
    void providersAndListsThatAreNotInTheCatalogueAreNamed() {
        read(
                bounced(
                        "one.example",
                        "550 5.7.1 Unfortunately, messages from [192.0.2.13] weren't sent. Please"
                                + " contact your Internet service provider since part of their"
                                + " network is on our block list (S3140)."),
                bounced(
                        "two.example",
                        "550 5.7.1 Service unavailable; Client host [192.0.2.13] blocked using"
                                + " rbl.house.example; see https://rbl.house.example/"),
                bounced(
                        "three.example",
                        "554 5.7.1 Service unavailable; Client host [192.0.2.13] blocked using"
                                + " zen.spamhaus.org"),
                bounced("four.example", "550 5.7.1 Your IP address is blocked here"),
                bounced("five.example", "550 5.1.1 <a@five.example>: User unknown"));

        List<ListRefusals> refusals = Refusals.of(figures.causes(100), 10);

        assertThat(refusals)
                .extracting(one -> one.list() + " " + one.bounced() + " " + one.share())
                .containsExactlyInAnyOrder(
                        "Microsoft 1 0.1",
                        "rbl.house.example 1 0.1",
                        "Spamhaus ZEN 1 0.1",
                        " 1 0.1");
        assertThat(BlocklistsFile.builtIn())
                .noneMatch(list ->
                        List.of("Microsoft", "rbl.house.example").contains(list.name())
                                || list.zone().equals("rbl.house.example"));
    }

    private static String bounced(String domain, String reply) {
        return "Nov 28 15:59:00 mail1 postfix/smtp[9]: 3A9B720C601: to=<a@%1$s>, relay=mx.%1$s[198.51.100.1]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.%1$s[198.51.100.1] said: %2$s (in reply to RCPT TO command))"
                .formatted(domain, reply);
    }

    private void read(String... lines) {
        LogParser parser = new LogParser(ZoneOffset.UTC, CLOCK);
        LogLine parsed = new LogLine();
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
            parser.parse(bytes, 0, bytes.length, parsed);
            figures.fold(parsed);
        }
    }
}
