package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.ListWatch;

/// A made-up fleet in the middle of a campaign: several causes, both forms of ids, two instances on
/// one server, and what strangers put into addresses and replies. The same for the same seed.
final class TestingFleet {
    static final Instant NOW = Instant.parse("2026-03-13T13:32:07Z");

    private static final String LONG_ID = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxy";
    private static final List<String> NAMES = List.of("mail1", "mail2", "mail3", "relay-osl");

    private final Random random;

    private TestingFleet(long seed) {
        this.random = new Random(seed);
    }

    /// Four servers that answer, with `messages` together, and one without a link.
    static FleetSnapshot of(int messages) {
        return new TestingFleet(7).fleet(messages);
    }

    static ServerSnapshot server(String name, @Nullable QueueListing listing) {
        return snapshot(
                name,
                new Link.Online(NOW, null),
                List.of(
                        new InstanceQueue(
                                instance("-"), listing == null ? null : KnownQueue.of(listing))));
    }

    /// A server on which nothing may be changed.
    static ServerSnapshot readOnly(String name) {
        return snapshot(
                ServerConfig.of(name, name + ".example.org").withReadOnly(true),
                new Link.Online(NOW, null),
                List.of());
    }

    static ServerSnapshot snapshot(String name, Link link, List<InstanceQueue> queues) {
        return snapshot(ServerConfig.of(name, name + ".example.org"), link, queues);
    }

    private static ServerSnapshot snapshot(
            ServerConfig config, Link link, List<InstanceQueue> queues) {
        return new ServerSnapshot(
                config,
                1,
                NOW,
                link,
                null,
                queues,
                null,
                History.keeping(1),
                Growth.UNKNOWN,
                List.of(),
                null,
                LogSnapshot.NONE,
                ListWatch.NONE);
    }

    static Instance instance(String name) {
        return new Instance(name, "", true, "/etc/postfix");
    }

    static QueueListing listing(Instant taken, List<QueuedMessage> messages) {
        return new QueueListing(taken, Duration.ofMillis(300), QueueTable.of(messages), true, 0);
    }

    /// A deferred message with one recipient.
    static QueuedMessage message(String id, Duration age, String sender, String to, String reason) {
        return new QueuedMessage(
                "-",
                QueueName.DEFERRED,
                new QueueId(id),
                NOW.minus(age),
                4_200,
                sender,
                List.of(new Recipient(to, reason)),
                false);
    }

    private FleetSnapshot fleet(int messages) {
        int[] shares = {messages / 2, messages / 4, messages / 6, 0};
        shares[3] = messages - shares[0] - shares[1] - shares[2];
        List<ServerSnapshot> servers = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            Instant taken = NOW.minusSeconds(3 + 3L * i);
            List<InstanceQueue> queues = new ArrayList<>();
            if (i == 1) {
                queues.add(
                        new InstanceQueue(
                                instance("postfix-out"),
                                KnownQueue.of(listing(taken, made("postfix-out", shares[1] / 3)))));
                shares[1] -= shares[1] / 3;
            }
            queues.addFirst(
                    new InstanceQueue(
                            instance("-"), KnownQueue.of(listing(taken, made("-", shares[i])))));
            servers.add(snapshot(NAMES.get(i), new Link.Online(NOW, null), queues));
        }
        servers.add(
                snapshot(
                        "relay-trd",
                        new Link.Down(
                                new LinkFailure.NotReached(
                                        LinkFailure.NotReached.Cause.TIMED_OUT, "192.0.2.9:22"),
                                NOW.minusSeconds(400),
                                3,
                                NOW.plusSeconds(20)),
                        List.of()));
        return new FleetSnapshot(servers);
    }

    private List<QueuedMessage> made(String instance, int count) {
        List<QueuedMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(i % 400 == 7 ? hostile(instance, i / 400) : usual(instance));
        }
        return messages;
    }

    private QueuedMessage usual(String instance) {
        int kind = random.nextInt(100);
        long seconds = (long) (Math.pow(random.nextDouble(), 2) * 7_800) + 5;
        if (kind < 38) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds,
                    "news@shop.example.no",
                    "gmail.example",
                    gmail());
        } else if (kind < 58) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds * 2,
                    "news@shop.example.no",
                    "online.example",
                    "host mx1.online.example[198.51.100.25] said: 554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using zen.example.org; https://check.example.org/query/ip/192.0.2.10 (in reply to RCPT TO command)");
        } else if (kind < 70) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds / 3,
                    "order@shop.example.no",
                    "kommune.example",
                    "host mx"
                            + random.nextInt(4)
                            + ".kommune.example[203.0.113."
                            + random.nextInt(200)
                            + "] said: 450 4.2.0 <kunde@kommune.example>: Recipient address rejected: Greylisted, see http://postgrey.example/help/kommune.example.html (in reply to RCPT TO command)");
        } else if (kind < 80) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds * 9,
                    "faktura@kraft.example.com",
                    "regnskap.example",
                    "connect to mx2.regnskap.example[203.0.113.77]:25: Connection timed out");
        } else if (kind < 84) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds * 4,
                    "noreply@skole.example.org",
                    "outlook.example",
                    "host mail.outlook.example[198.51.100.80] said: 452 4.2.2 The email account that you tried to reach is over quota (in reply to RCPT TO command)");
        } else if (kind < 87) {
            return message(
                    instance,
                    QueueName.DEFERRED,
                    seconds * 20,
                    "",
                    "gmial.example",
                    "Host or domain name not found. Name service error for name=gmial.example type=MX: Host not found, try again");
        } else if (kind < 91) {
            return message(
                    instance,
                    QueueName.HOLD,
                    seconds * 5,
                    "bulk@partner.example.net",
                    "example.com",
                    null);
        } else if (kind < 96) {
            return message(
                    instance,
                    QueueName.ACTIVE,
                    seconds / 60 + 1,
                    "news@shop.example.no",
                    "gmail.example",
                    null);
        }
        return message(
                instance,
                QueueName.INCOMING,
                random.nextInt(4),
                "news@shop.example.no",
                "yahoo.example",
                null);
    }

    private String gmail() {
        return "host gmail-smtp-in.l.gmail.example[198.51.100.26] said: 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. "
                + Integer.toHexString(random.nextInt())
                + "."
                + random.nextInt(900)
                + " - gsmtp (in reply to end of DATA command)";
    }

    private QueuedMessage message(
            String instance,
            QueueName queue,
            long seconds,
            String sender,
            String domain,
            @Nullable String reason) {
        List<Recipient> recipients = new ArrayList<>();
        int count = random.nextInt(9) == 0 ? 2 + random.nextInt(6) : 1;
        for (int i = 0; i < count; i++) {
            recipients.add(
                    new Recipient("kunde" + (1000 + random.nextInt(9000)) + "@" + domain, reason));
        }
        return new QueuedMessage(
                instance,
                queue,
                id(),
                NOW.minusSeconds(seconds),
                1_800 + random.nextInt(90_000),
                sender,
                recipients,
                false);
    }

    private QueuedMessage hostile(String instance, int number) {
        List<Recipient> recipients =
                switch (number % 4) {
                    case 0 ->
                            List.of(
                                    new Recipient(
                                            "\"a@b \u202egpj.exe\"@example.com",
                                            "host x.example[192.0.2.1] said: 550 \u001b[31mOK\u001b[0m status=sent\u2028\u200b"));
                    case 1 -> {
                        List<Recipient> many = new ArrayList<>();
                        for (int i = 0; i < 1_500; i++) {
                            many.add(
                                    new Recipient(
                                            "liste" + i + "@example.net",
                                            "host list.example.net[192.0.2.8] said: 451 4.3.0 try later"));
                        }
                        yield many;
                    }
                    case 2 -> List.of(new Recipient("пошта@приклад.example", "x".repeat(40_000)));
                    default -> List.of();
                };
        return new QueuedMessage(
                instance,
                QueueName.DEFERRED,
                id(),
                NOW.minusSeconds(4_000 + number),
                812,
                number % 2 == 0 ? "" : "\u202eevil\u0007@example.com",
                recipients,
                number % 3 == 0);
    }

    private QueueId id() {
        if (random.nextInt(3) == 0) {
            return new QueueId(
                    String.format(
                            "%05X%X",
                            random.nextInt(1_000_000), 0x100000 + random.nextInt(0x800000)));
        }
        StringBuilder id = new StringBuilder("4jY");
        for (int i = 0; i < 7; i++) {
            id.append(LONG_ID.charAt(random.nextInt(LONG_ID.length())));
        }
        id.append('z');
        for (int i = 0; i < 5; i++) {
            id.append(LONG_ID.charAt(random.nextInt(LONG_ID.length())));
        }
        return new QueueId(id.toString());
    }
}
