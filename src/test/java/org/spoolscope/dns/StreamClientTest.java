package org.spoolscope.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.dns.StreamClient.Limits;
import org.spoolscope.dns.TestingAnswer.Fault;

/// DNS over a byte stream, against a real server over TCP.
@Timeout(20)
class StreamClientTest {
    private static final Duration TIME = Duration.ofMillis(400);
    private static final DnsReply LISTED =
            new DnsReply.Records(List.of("127.0.0.2"), Duration.ofMinutes(5));

    private final TestingDns dns = TestingDns.start();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void asksManyOnOneConnectionAndTakesAnswersInAnyOrder() {
        dns.reordering(20);
        for (int i = 0; i < 20; i++) {
            dns.name("n" + i + ".test", TestingAnswer.a("127.0.0." + i));
        }
        try (DnsClient client = client(new Limits(1, 20, Duration.ofSeconds(5)))) {
            List<CompletableFuture<DnsReply>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(client.ask(new DnsQuestion("n" + i + ".test", DnsQuestion.Type.A)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(asked.get(i).join())
                        .isEqualTo(
                                new DnsReply.Records(
                                        List.of("127.0.0." + i), Duration.ofMinutes(5)));
            }
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void neverAsksMoreAtOnceThanAllowed() {
        dns.zone("test", TestingAnswer.a("127.0.0.2").after(Duration.ofMillis(5)));
        try (DnsClient client = client(new Limits(3, 7, Duration.ofSeconds(5)))) {
            assertThat(askMany(client, 500)).hasSize(500).containsOnly(LISTED);
        }
        assertThat(dns.mostInFlight("test")).isBetween(8, 21);
        assertThat(opened).hasValue(3);
    }

    @Test
    void asksAgainWhatIsNotAnsweredWhenTheServerClosesAfterEachAnswer() {
        dns.closingAfterEach().zone("test", TestingAnswer.a("127.0.0.2"));
        try (DnsClient client = client(new Limits(4, 22, Duration.ofSeconds(10)))) {
            assertThat(askMany(client, 100)).hasSize(100).containsOnly(LISTED);
        }
    }

    @Test
    void aQuestionThatIsNeverAnsweredDelaysOnlyItself() {
        dns.name("dead.test", TestingAnswer.silent()).zone("test", TestingAnswer.a("127.0.0.2"));
        try (DnsClient client = client(new Limits(1, 4, TIME))) {
            CompletableFuture<DnsReply> dead =
                    client.ask(new DnsQuestion("dead.test", DnsQuestion.Type.A));
            assertThat(askMany(client, 50)).containsOnly(LISTED);
            assertThat(dead.join()).isEqualTo(new DnsReply.Silent(TIME));
        }
    }

    @Test
    void whatIsWrongIsPassedOverAndTheRightAnswerTaken() {
        for (Fault fault : List.of(Fault.WRONG_ID_FIRST, Fault.WRONG_QUESTION_FIRST)) {
            dns.name(fault + ".test", TestingAnswer.a("127.0.0.2").with(fault));
            try (DnsClient client = client(Limits.RESOLVER)) {
                assertThat(client.ask(new DnsQuestion(fault + ".test", DnsQuestion.Type.A)).join())
                        .isEqualTo(LISTED);
            }
        }
    }

    @Test
    void whatIsLostAmongOthersMayStillBeLostOnceAlone() {
        dns.zone("test", TestingAnswer.a("127.0.0.2"));
        ByteStream.Opener opener =
                () -> {
                    SocketStream stream = open();
                    return switch (opened.get()) {
                        case 1 -> lostAfter(2, stream);
                        case 2 -> lostAfter(1, stream);
                        default -> stream;
                    };
                };
        try (DnsClient client =
                StreamClient.overTcp(
                        "r",
                        opener,
                        new Limits(1, 2, Duration.ofSeconds(5)),
                        StreamClientTest::thread)) {
            assertThat(askMany(client, 2)).containsOnly(LISTED);
        }
        assertThat(opened).hasValue(3);
    }

    @Test
    void halfAnAnswerIsNone() {
        dns.name("half.test", TestingAnswer.a("127.0.0.2").with(Fault.HALF));
        try (DnsClient client = client(Limits.RESOLVER)) {
            assertThat(client.ask(new DnsQuestion("half.test", DnsQuestion.Type.A)).join())
                    .isEqualTo(
                            new DnsReply.Unreachable("it closes the connection without an answer"));
        }
        assertThat(opened).hasValue(2);
    }

    @Test
    void longAnswersComeWhole() {
        String text = "v".repeat(15_000);
        dns.name("long.test", TestingAnswer.code("NOERROR").txt(text));
        try (DnsClient client = client(Limits.RESOLVER)) {
            assertThat(client.ask(new DnsQuestion("long.test", DnsQuestion.Type.TXT)).join())
                    .isEqualTo(new DnsReply.Records(List.of(text), Duration.ofMinutes(5)));
        }
    }

    @Test
    void aResolverThatCannotBeReachedIsSaidSo() {
        ByteStream.Opener refused =
                () -> {
                    throw new ConnectException("refused");
                };
        try (DnsClient client =
                StreamClient.overTcp("r", refused, Limits.RESOLVER, StreamClientTest::thread)) {
            assertThat(askMany(client, 200))
                    .hasSize(200)
                    .containsOnly(new DnsReply.Unreachable("refused"));
        }
    }

    @Test
    void aResolverThatTakesOneConnectionOnlyIsAskedOnThatOne() {
        dns.zone("test", TestingAnswer.a("127.0.0.2").after(Duration.ofMillis(2)));
        ByteStream.Opener one =
                () -> {
                    if (opened.get() > 0) {
                        throw new ConnectException("too many");
                    }
                    return open();
                };
        try (DnsClient client =
                StreamClient.overTcp(
                        "r",
                        one,
                        new Limits(4, 5, Duration.ofSeconds(5)),
                        StreamClientTest::thread)) {
            assertThat(client.ask(new DnsQuestion("first.test", DnsQuestion.Type.A)).join())
                    .isEqualTo(LISTED);
            assertThat(askMany(client, 100)).hasSize(100).containsOnly(LISTED);
        }
    }

    @Test
    void closingAnswersWhatIsOpenAndClosesTheConnections() throws Exception {
        dns.zone("test", TestingAnswer.silent());
        DnsClient client = client(new Limits(2, 5, Duration.ofSeconds(20)));
        List<CompletableFuture<DnsReply>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.add(client.ask(new DnsQuestion("n" + i + ".test", DnsQuestion.Type.A)));
        }
        await(() -> dns.count() == 10);

        client.close();
        assertThat(asked)
                .allSatisfy(answer ->
                        assertThat(answer.get(1, TimeUnit.SECONDS))
                                .isEqualTo(new DnsReply.Unreachable("the connection was closed")));
        assertThat(sockets).hasSize(2).allMatch(Socket::isClosed);
        assertThat(client.ask(new DnsQuestion("late.test", DnsQuestion.Type.A)).join())
                .isInstanceOf(DnsReply.Unreachable.class);
    }

    @Test
    void aCancelledQuestionMakesRoom() {
        dns.name("dead.test", TestingAnswer.silent()).zone("test", TestingAnswer.a("127.0.0.2"));
        try (DnsClient client = client(new Limits(1, 1, Duration.ofSeconds(20)))) {
            CompletableFuture<DnsReply> dead =
                    client.ask(new DnsQuestion("dead.test", DnsQuestion.Type.A));
            CompletableFuture<DnsReply> next =
                    client.ask(new DnsQuestion("next.test", DnsQuestion.Type.A));
            await(() -> dns.count() == 1);

            assertThat(dead.cancel(true)).isTrue();
            assertThat(next.join()).isEqualTo(LISTED);
        }
    }

    /// The program on the server goes on: another one beside it would be one too many.
    @Test
    void aProgramKeepsItsPlaceUntilItEnds() throws Exception {
        PipedInputStream questions = new PipedInputStream();
        PipedOutputStream answers = new PipedOutputStream();
        ByteStream stream =
                new PipedStream(new PipedInputStream(answers), new PipedOutputStream(questions));
        BufferedReader asked =
                new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8));
        try (DnsClient client =
                StreamClient.ofPrograms(
                        "r", () -> stream, new Limits(1, 1, TIME), StreamClientTest::thread)) {
            CompletableFuture<DnsReply> first =
                    client.ask(new DnsQuestion("a.test", DnsQuestion.Type.A));
            CompletableFuture<DnsReply> second =
                    client.ask(new DnsQuestion("b.test", DnsQuestion.Type.A));
            String id = asked.readLine().split(" ")[0];
            assertThat(first.join()).isEqualTo(new DnsReply.Silent(TIME));
            // The time of the second would begin, and end, if it were asked.
            assertThatThrownBy(() -> second.get(2 * TIME.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            answers.write((id + "=124\n").getBytes(StandardCharsets.US_ASCII));
            answers.flush();
            assertThat(asked.readLine()).endsWith(" A b.test");
            assertThat(second).isNotDone();
        }
    }

    @Test
    void whatIsNoNameIsNotAsked() {
        try (DnsClient client = client(Limits.RESOLVER)) {
            assertThat(
                            client.ask(
                                            new DnsQuestion(
                                                    "x".repeat(64) + ".test", DnsQuestion.Type.A))
                                    .join())
                    .isInstanceOf(DnsReply.Failed.class);
        }
        assertThat(dns.count()).isZero();
    }

    private List<DnsReply> askMany(DnsClient client, int count) {
        List<CompletableFuture<DnsReply>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(client.ask(new DnsQuestion("n" + i + ".test", DnsQuestion.Type.A)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private DnsClient client(Limits limits) {
        return StreamClient.overTcp("r", this::open, limits, StreamClientTest::thread);
    }

    private synchronized SocketStream open() throws IOException {
        opened.incrementAndGet();
        Socket socket = new Socket(dns.address().getAddress(), dns.address().getPort());
        sockets.add(socket);
        return new SocketStream(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    /// Takes so many questions, and is closed.
    private static ByteStream lostAfter(int questions, SocketStream stream) {
        AtomicInteger left = new AtomicInteger(questions);
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void flush() {
                        if (left.decrementAndGet() == 0) {
                            stream.close();
                        }
                    }
                };
        return new SocketStream(stream.in(), out, stream.socket());
    }

    private static Thread thread(Runnable work) {
        return Thread.ofVirtual().name("testing stream").unstarted(work);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        while (!condition.holds()) {
            Thread.onSpinWait();
        }
    }

    private record SocketStream(InputStream in, OutputStream out, Socket socket)
            implements ByteStream {
        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record PipedStream(InputStream in, OutputStream out) implements ByteStream {
        @Override
        public void close() {
            try {
                in.close();
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
