package org.spoolscope.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Words;

/// Asks a resolver over streams that somebody else opens: DNS over TCP as RFC 7766 has it, or the
/// programs of a server ([PrintedFraming]). Many questions are open on one stream, and answers come
/// in any order. A stream is opened when there is something to ask, and closed when there has been
/// nothing for a while; when the server closes it before, what is not answered is asked again. A
/// server that closes after each answer is asked one question at a time on each stream. The time of
/// a question begins when it leaves the line, not while more are open than [Limits] allow.
/// Threading: thread-safe; its threads are those of the factory, and end with the streams.
public final class StreamClient implements DnsClient {
    private static final Duration IDLE = Duration.ofSeconds(10);

    /// How often a question may be alone on a stream that ends without an answer. Among others its
    /// answer may have come and been lost: a server that closes with questions unread resets the
    /// connection, which takes from the wire what it has said.
    private static final int TRIES = 2;

    /// How much is asked at once.
    ///
    /// @param streams open at once, at most
    /// @param perStream questions open on each, at most
    /// @param time for an answer, all attempts included
    public record Limits(int streams, int perStream, Duration time) {
        /// For a resolver: they take some thirty questions on one connection before they read no
        /// further (unbound 32, systemd-resolved 32, BIND 23).
        public static final Limits RESOLVER = new Limits(4, 22, Duration.ofSeconds(5));

        /// For programs that are started for each question: one stream, few at once.
        public static final Limits PROGRAMS = new Limits(1, 8, Duration.ofSeconds(5));
    }

    private final String resolver;
    private final ByteStream.Opener opener;
    private final Framing framing;
    private final Limits limits;
    private final ThreadFactory threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final Set<Lane> lanes = new HashSet<>();
    private int mostLanes;
    private boolean closed;

    private StreamClient(
            String resolver,
            ByteStream.Opener opener,
            Framing framing,
            Limits limits,
            ThreadFactory threads) {
        this.resolver = resolver;
        this.opener = opener;
        this.framing = framing;
        this.limits = limits;
        this.threads = threads;
        this.mostLanes = limits.streams();
    }

    /// Over connections to a resolver.
    ///
    /// @param resolver who is asked, for people
    public static StreamClient overTcp(
            String resolver, ByteStream.Opener opener, Limits limits, ThreadFactory threads) {
        return new StreamClient(resolver, opener, new TcpFraming(), limits, threads);
    }

    /// Over the standard input and output of the command `lookup`.
    ///
    /// @param resolver which program is asked, and where, for people
    public static StreamClient ofPrograms(
            String resolver, ByteStream.Opener opener, Limits limits, ThreadFactory threads) {
        return new StreamClient(resolver, opener, new PrintedFraming(), limits, threads);
    }

    @Override
    public String resolver() {
        return resolver;
    }

    @Override
    public CompletableFuture<DnsReply> ask(DnsQuestion question) {
        Asked asked = new Asked(question);
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.completedFuture(unreachable("dns.closed"));
            }
            waiting.addLast(asked);
            staff();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return asked.answer;
    }

    @Override
    public void close() {
        List<Asked> open = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            open.addAll(waiting);
            waiting.clear();
            for (Lane lane : lanes) {
                open.addAll(lane.close());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        open.forEach(asked -> asked.answer.complete(unreachable("dns.closed")));
    }

    /// Starts a lane when those that are there have no room for all that waits. Under the lock.
    private void staff() {
        int room = lanes.stream().mapToInt(Lane::room).sum();
        if (!closed && waiting.size() > room && lanes.size() < mostLanes) {
            Lane lane = new Lane();
            lanes.add(lane);
            lane.start();
        }
    }

    private static DnsReply unreachable(String key) {
        return new DnsReply.Unreachable(Words.get(key).toString());
    }

    /// A question, and where it is.
    private final class Asked {
        private final DnsQuestion question;
        private final CompletableFuture<DnsReply> answer = new CompletableFuture<>();
        private int tries;
        private boolean timed;

        Asked(DnsQuestion question) {
            this.question = question;
        }

        /// Its time begins, once.
        void start() {
            if (!timed) {
                timed = true;
                answer.completeOnTimeout(
                        new DnsReply.Silent(limits.time()),
                        limits.time().toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }
    }

    /// One stream after another, and a thread that sends.
    private final class Lane {
        private final Thread thread = threads.newThread(this::run);
        private int most = limits.perStream();
        private @Nullable Open stream;

        void start() {
            thread.start();
        }

        /// How many more it takes. Under the lock.
        int room() {
            return most - (stream == null ? 0 : stream.asked.size());
        }

        /// Ends it, and hands out what is open on it. Under the lock.
        List<Asked> close() {
            thread.interrupt();
            return stream == null ? List.of() : stream.end();
        }

        private void run() {
            try {
                for (Asked next = take(); next != null; next = take()) {
                    send(next);
                }
            } catch (InterruptedException _) {
                // Closed.
            }
        }

        /// The next question; null when there has been none for a while, or the client is closed.
        private @Nullable Asked take() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = IDLE.toNanos();
                while (!closed) {
                    while (room() > 0 && !waiting.isEmpty()) {
                        Asked next = waiting.removeFirst();
                        if (!next.answer.isDone()) {
                            return next;
                        }
                    }
                    boolean idle = stream == null || stream.asked.isEmpty();
                    if (left <= 0 && idle) {
                        break;
                    }
                    left = changed.awaitNanos(left > 0 ? left : IDLE.toNanos());
                }
                lanes.remove(this);
                if (stream != null) {
                    var _ = stream.end();
                }
                return null;
            } finally {
                lock.unlock();
            }
        }

        private void send(Asked next) throws InterruptedException {
            next.start();
            try {
                opened().send(next);
            } catch (IOException e) {
                fail(next, new DnsReply.Unreachable(String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                next.answer.complete(unreachable("dns.closed"));
                throw e;
            }
        }

        private Open opened() throws IOException, InterruptedException {
            lock.lockInterruptibly();
            try {
                if (stream != null) {
                    return stream;
                }
            } finally {
                lock.unlock();
            }
            Open open = new Open(this, opener.open());
            lock.lock();
            try {
                if (closed) {
                    var _ = open.end();
                    throw new InterruptedException();
                }
                stream = open;
            } finally {
                lock.unlock();
            }
            threads.newThread(open::read).start();
            return open;
        }

        /// No stream: the others go on without this lane. Where there are none, nobody is asked.
        private void fail(Asked next, DnsReply why) {
            List<Asked> failed = new ArrayList<>();
            lock.lock();
            try {
                boolean others = lanes.stream().anyMatch(lane -> lane.stream != null);
                waiting.addFirst(next);
                if (others) {
                    mostLanes = Math.max(1, lanes.size() - 1);
                    most = 0;
                } else {
                    failed.addAll(waiting);
                    waiting.clear();
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            failed.forEach(asked -> asked.answer.complete(why));
        }

        /// The other side ended its stream.
        void ended(Open over, List<Asked> left) {
            List<Asked> givenUp = new ArrayList<>();
            lock.lock();
            try {
                if (stream == over) {
                    stream = null;
                }
                if (!left.isEmpty()) {
                    most = Math.max(1, Math.min(most, over.answered));
                }
                boolean alone = over.answered == 0 && left.size() == 1;
                for (Asked asked : left.reversed()) {
                    if (alone && ++asked.tries == TRIES) {
                        givenUp.add(asked);
                    } else {
                        waiting.addFirst(asked);
                    }
                }
                staff();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            givenUp.forEach(
                    asked -> asked.answer.complete(unreachable("dns.no-answer-then-closed")));
        }
    }

    /// An open stream and what is asked on it.
    private final class Open {
        private final Lane lane;
        private final ByteStream bytes;
        private final Map<Integer, Asked> asked = new HashMap<>();
        private int lastId = ThreadLocalRandom.current().nextInt(Wire.IDS);
        private int answered;
        private boolean over;

        Open(Lane lane, ByteStream bytes) {
            this.lane = lane;
            this.bytes = bytes;
        }

        void send(Asked next) throws InterruptedException {
            int id;
            lock.lockInterruptibly();
            try {
                if (over) {
                    waiting.addFirst(next);
                    return;
                }
                id = freshId();
                asked.put(id, next);
            } finally {
                lock.unlock();
            }
            if (!framing.answersAll()) {
                var _ = next.answer.whenComplete((_, _) -> forget(id, next));
            }
            Optional<byte[]> message = framing.encode(id, next.question);
            if (message.isEmpty()) {
                next.answer.complete(new DnsReply.Failed("not a domain name"));
                return;
            }
            try {
                bytes.out().write(message.get());
                bytes.out().flush();
            } catch (IOException _) {
                lost();
            }
        }

        /// Takes answers until the stream ends.
        void read() {
            try {
                Framing.Reader reader = framing.reader(bytes.in());
                for (Framing.Frame frame = reader.next(); frame != null; frame = reader.next()) {
                    take(frame);
                }
            } catch (IOException _) {
                // Broken is as good as ended.
            }
            lost();
        }

        private void take(Framing.Frame frame) {
            Asked about;
            lock.lock();
            try {
                about = asked.get(frame.id());
            } finally {
                lock.unlock();
            }
            if (about == null) {
                return;
            }
            Optional<DnsReply> reply = frame.to(about.question);
            if (reply.isEmpty()) {
                return;
            }
            lock.lock();
            try {
                answered++;
            } finally {
                lock.unlock();
            }
            forget(frame.id(), about);
            about.answer.complete(reply.get());
        }

        private void lost() {
            List<Asked> left;
            lock.lock();
            try {
                if (over) {
                    return;
                }
                left = end();
            } finally {
                lock.unlock();
            }
            lane.ended(this, left);
        }

        /// Closes it, and hands out what is open on it. Under the lock.
        List<Asked> end() {
            over = true;
            bytes.close();
            List<Asked> left = asked.values().stream().filter(one -> !one.answer.isDone()).toList();
            asked.clear();
            return left;
        }

        private void forget(int id, Asked done) {
            lock.lock();
            try {
                if (asked.remove(id, done)) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /// Under the lock.
        private int freshId() {
            do {
                lastId = (lastId + 1) % Wire.IDS;
            } while (asked.containsKey(lastId));
            return lastId;
        }
    }
}
