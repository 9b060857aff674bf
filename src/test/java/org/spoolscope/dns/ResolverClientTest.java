package org.spoolscope.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.dns.TestingAnswer.Fault;

/// Against a real server on loopback, over UDP and TCP.
@Timeout(60)
final class ResolverClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final DnsReply LISTED =
            new DnsReply.Records(List.of("127.0.0.2"), Duration.ofMinutes(5));

    private final TestingDns dns = TestingDns.start();
    private DnsClient client = client(dns.address(), LIMIT);

    @AfterEach
    void close() {
        client.close();
        dns.close();
    }

    @Test
    void asksAndTellsWhatCame() throws Exception {
        dns.name("a.test", TestingAnswer.a("127.0.0.2", "127.0.0.10"));
        assertThat(ask("a.test", DnsQuestion.Type.A))
                .isEqualTo(
                        new DnsReply.Records(
                                List.of("127.0.0.2", "127.0.0.10"), Duration.ofMinutes(5)));
        assertThat(ask("a.test", DnsQuestion.Type.TXT)).isEqualTo(new DnsReply.NoData(seconds(60)));
        assertThat(ask("none.test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.NoName(seconds(60), "test"));
        assertThat(dns.countOverTcp()).isZero();
        assertThat(client.resolver()).isEqualTo(dns.hostPort());
    }

    @Test
    void failuresAreTold() throws Exception {
        for (String code : List.of("SERVFAIL", "REFUSED")) {
            dns.name("a.test", TestingAnswer.code(code));
            assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(new DnsReply.Failed(code));
        }
        assertThat(ask("x".repeat(64) + ".test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("not a domain name"));
    }

    /// However it goes wrong first, the right answer counts in the end.
    @ParameterizedTest
    @EnumSource(
            names = {
                "FIRST_LOST",
                "UDP_SILENT",
                "TRUNCATED",
                "WRONG_ID_FIRST",
                "WRONG_QUESTION_FIRST",
                "WRONG_PORT_FIRST",
                "NO_EDNS"
            })
    void comesToTheRightAnswer(Fault fault) throws Exception {
        dns.name("a.test", TestingAnswer.a("127.0.0.2").with(fault));
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(LISTED);
    }

    @Test
    void whatDoesNotFitNeverCounts() throws Exception {
        dns.name("a.test", TestingAnswer.a("127.0.0.2").with(Fault.WRONG_OWNER));
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(new DnsReply.NoData(Duration.ZERO));
        dns.name("a.test", TestingAnswer.a("127.0.0.2").with(Fault.GARBAGE));
        assertThat(ask("a.test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Failed("malformed answer"));
        dns.name("a.test", TestingAnswer.a("127.0.0.2").with(Fault.HALF));
        assertThat(ask("a.test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Unreachable("closed by the resolver"));
        dns.name("a.test", TestingAnswer.aliasLoop());
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(new DnsReply.Failed("CNAME loop"));
    }

    @Test
    void longAnswersComeWhole() throws Exception {
        dns.name("a.test", TestingAnswer.lines().txt("x".repeat(15_000)));
        assertThat(ask("a.test", DnsQuestion.Type.TXT))
                .isEqualTo(new DnsReply.Records(List.of("x".repeat(15_000)), seconds(300)));
        dns.name("a.test", TestingAnswer.lines().txt("x".repeat(64_000)));
        assertThat(ask("a.test", DnsQuestion.Type.TXT))
                .isEqualTo(new DnsReply.Records(List.of("x".repeat(16_384)), seconds(300)));
    }

    @Test
    void silenceEndsInTimeAndDelaysNobodyElse() throws Exception {
        dns.name("dead.test", TestingAnswer.silent()).name("a.test", TestingAnswer.a("127.0.0.2"));
        long began = System.nanoTime();
        CompletableFuture<DnsReply> dead =
                client.ask(new DnsQuestion("dead.test", DnsQuestion.Type.A));
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(LISTED);
        assertThat(dead).isNotDone();
        assertThat(dead.get(5, TimeUnit.SECONDS)).isEqualTo(new DnsReply.Silent(LIMIT));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(LIMIT, LIMIT.plusSeconds(3));
        assertThat(dns.asked("dead.test")).hasSize(3);
    }

    @Test
    void aSlowAnswerIsStillTaken() throws Exception {
        dns.name("a.test", TestingAnswer.a("127.0.0.2").after(LIMIT.multipliedBy(8).dividedBy(10)));
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(LISTED);
    }

    @Test
    void whereNobodyListensItIsUnreachable() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
        }
        client.close();
        client = client(nobody, Duration.ofSeconds(10));
        assertThat(ask("a.test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Unreachable("Connection refused"));
        client.close();
        client = client(InetSocketAddress.createUnresolved("ns.test", 53), LIMIT);
        assertThat(ask("a.test", DnsQuestion.Type.A))
                .isEqualTo(new DnsReply.Unreachable("no such host"));
        assertThat(client.resolver()).isEqualTo("ns.test");
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        dns.name("dead.test", TestingAnswer.silent());
        CompletableFuture<DnsReply> dead =
                client.ask(new DnsQuestion("dead.test", DnsQuestion.Type.A));
        client.close();
        assertThat(dead.get(1, TimeUnit.SECONDS)).isEqualTo(new DnsReply.Unreachable("closed"));
        assertThat(ask("a.test", DnsQuestion.Type.A)).isEqualTo(new DnsReply.Unreachable("closed"));
    }

    /// Some resolvers, or what is between, take TCP alone: it is found out once.
    @Test
    void manyQuestionsOverTcpAlone() throws Exception {
        dns.zone("test", TestingAnswer.a("127.0.0.2").with(Fault.UDP_SILENT));
        assertThat(ask("first.test", DnsQuestion.Type.A)).isEqualTo(LISTED);
        int before = dns.count();
        assertThat(askMany(300)).hasSize(300).containsOnly(LISTED);
        assertThat(dns.count() - before).isEqualTo(300);
        assertThat(dns.countOverTcp()).isEqualTo(301);
    }

    /// That nobody listens for datagrams is told for many of them at once, and told to each: none
    /// waits for the second attempt, which is eighteen minutes away.
    @Test
    void whereNobodyListensForDatagramsTcpIsAskedAtOnce() throws Exception {
        client.close();
        client = client(dns.address(), Duration.ofHours(1));
        dns.zone("test", TestingAnswer.a("127.0.0.2")).overTcpAlone();
        assertThat(askMany(200)).hasSize(200).containsOnly(LISTED);
    }

    /// Each question has times of its own, whatever becomes of those beside it.
    @Test
    void whatIsLostIsAskedAgainInTimeAmongOthersThatAreNot() throws Exception {
        for (int i = 0; i < 200; i++) {
            Fault fault = i % 3 == 0 ? Fault.FIRST_LOST : Fault.TRUNCATED;
            dns.name(i + ".test", TestingAnswer.a("127.0.0.2").with(fault));
        }
        assertThat(askMany(200)).hasSize(200).containsOnly(LISTED);
    }

    @Test
    void manyQuestionsOverTcpInAnyOrderOrOnAConnectionEach() throws Exception {
        dns.zone("test", TestingAnswer.a("127.0.0.2").with(Fault.TRUNCATED)).reordering(2);
        assertThat(askMany(100)).containsOnly(LISTED);
        dns.reordering(1).closingAfterEach();
        assertThat(askMany(100)).containsOnly(LISTED);
    }

    @Test
    void tenThousandQuestionsAreAllAnswered() throws Exception {
        client.close();
        client = client(dns.address(), ResolverClient.LIMIT);
        dns.zone("test", TestingAnswer.a("127.0.0.2"));
        assertThat(askMany(10_240)).hasSize(10_240).containsOnly(LISTED);
    }

    private List<DnsReply> askMany(int count) throws Exception {
        List<CompletableFuture<DnsReply>> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(client.ask(new DnsQuestion(i + ".test", DnsQuestion.Type.A)));
        }
        List<DnsReply> all = new ArrayList<>();
        for (CompletableFuture<DnsReply> reply : replies) {
            all.add(reply.get(10, TimeUnit.SECONDS));
        }
        return all;
    }

    private DnsReply ask(String name, DnsQuestion.Type type) throws Exception {
        return client.ask(new DnsQuestion(name, type)).get(15, TimeUnit.SECONDS);
    }

    private static DnsClient client(InetSocketAddress address, Duration limit) {
        return new ResolverClient(address, limit, Thread.ofPlatform().daemon().factory());
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
