package org.spoolscope.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.Type;

/// A DNS server on loopback, UDP and TCP on one port, that answers as a test says and counts what
/// it is asked. What it was not told of does not exist (NXDOMAIN, with a SOA record of 60 seconds).
public final class TestingDns implements AutoCloseable {
    private static final int LARGEST = 65_535;
    private static final String SOA = " 60 IN SOA ns.test. root.test. 1 60 60 60 60";

    private final DatagramSocket udp;
    private final Thread receiver =
            Thread.ofVirtual().name("testing dns udp").unstarted(this::datagrams);
    private final DatagramSocket stranger;
    private final ServerSocket tcp;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, TestingAnswer> names = new ConcurrentHashMap<>();
    private final Map<String, TestingAnswer> zones = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger overTcp = new AtomicInteger();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> mostInFlight = new ConcurrentHashMap<>();
    private final Set<String> lost = new ConcurrentSkipListSet<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closesAfterEach;
    private volatile int reorder = 1;

    private TestingDns(DatagramSocket udp, ServerSocket tcp) throws IOException {
        this.udp = udp;
        this.tcp = tcp;
        this.stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    public static TestingDns start() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        while (true) {
            try {
                DatagramSocket udp = new DatagramSocket(0, loopback);
                udp.setReceiveBufferSize(4 << 20);
                try {
                    ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 50, loopback);
                    TestingDns dns = new TestingDns(udp, tcp);
                    dns.receiver.start();
                    Thread.ofVirtual().name("testing dns tcp").start(dns::accept);
                    return dns;
                } catch (IOException _) {
                    // Somebody has this port for TCP.
                    udp.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) tcp.getLocalSocketAddress();
    }

    /// As for `--resolver`.
    public String hostPort() {
        return address().getAddress().getHostAddress() + ":" + address().getPort();
    }

    /// Answers questions for exactly this name.
    public TestingDns name(String name, TestingAnswer answer) {
        names.put(key(name), answer);
        return this;
    }

    /// Answers questions for all names below `zone` that have no answer of their own.
    public TestingDns zone(String zone, TestingAnswer answer) {
        zones.put(key(zone), answer);
        return this;
    }

    /// A blocklist that works as RFC 5782 has it, and lists `subjects` (already reversed) as
    /// 127.0.0.2.
    public TestingDns blocklist(String zone, String... subjects) {
        zone(zone, TestingAnswer.noName());
        name("2.0.0.127." + zone, TestingAnswer.a("127.0.0.2").txt("test entry"));
        for (String subject : subjects) {
            name(subject + "." + zone, TestingAnswer.a("127.0.0.2").txt("see https://bl.example/"));
        }
        return this;
    }

    /// The TCP side ends each connection after one answer.
    public TestingDns closingAfterEach() {
        closesAfterEach = true;
        return this;
    }

    /// Nobody listens for datagrams any more.
    public TestingDns overTcpAlone() throws InterruptedException {
        udp.close();
        // As long as it is in receive, the port stays open and takes datagrams.
        receiver.join();
        return this;
    }

    /// The TCP side waits until it has `count` questions of a connection and answers the last
    /// first.
    public TestingDns reordering(int count) {
        reorder = count;
        return this;
    }

    /// Names that were asked for in this zone, in order, each with its type: `name A`.
    public List<String> asked(String zone) {
        return asked.stream()
                .filter(question ->
                        isBelow(question.substring(0, question.indexOf(' ')), key(zone)))
                .toList();
    }

    /// How many questions came, over UDP and TCP.
    public int count() {
        return asked.size();
    }

    /// How many of them came over TCP.
    public int countOverTcp() {
        return overTcp.get();
    }

    /// The most questions of this zone, as given to [#zone], that waited for their answer at once.
    public int mostInFlight(String zone) {
        return mostInFlight.getOrDefault(key(zone), new AtomicInteger()).get();
    }

    @Override
    public void close() {
        later.shutdownNow();
        udp.close();
        stranger.close();
        try {
            tcp.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void datagrams() {
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                udp.receive(packet);
                Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                SocketAddress client = packet.getSocketAddress();
                handle(question, false, answers -> send(answers, client));
            } catch (IOException _) {
                // Closed, or a datagram that is no question.
            }
        }
    }

    private void send(Answers answers, SocketAddress client) throws IOException {
        for (byte[] fake : answers.strange()) {
            stranger.send(new DatagramPacket(fake, fake.length, client));
        }
        for (byte[] message : answers.messages()) {
            udp.send(new DatagramPacket(message, message.length, client));
        }
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                connections.add(connection);
                Thread.ofVirtual().name("testing dns connection").start(() -> serve(connection));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            List<Message> waiting = new ArrayList<>();
            while (true) {
                byte[] bytes = new byte[in.readUnsignedShort()];
                in.readFully(bytes);
                waiting.add(new Message(bytes));
                if (waiting.size() >= reorder) {
                    for (Message question : waiting.reversed()) {
                        overTcp.incrementAndGet();
                        handle(question, true, answers -> write(answers, connection, out));
                    }
                    waiting.clear();
                }
            }
        } catch (IOException _) {
            // The client has left.
        } finally {
            connections.remove(connection);
        }
    }

    private void write(Answers answers, Socket connection, DataOutputStream out)
            throws IOException {
        synchronized (out) {
            for (byte[] message : answers.messages()) {
                byte[] framed = new byte[message.length + 2];
                framed[0] = (byte) (message.length >> 8);
                framed[1] = (byte) message.length;
                System.arraycopy(message, 0, framed, 2, message.length);
                out.write(framed, 0, answers.half() ? framed.length / 2 : framed.length);
            }
            out.flush();
            if (closesAfterEach || answers.half()) {
                connection.close();
            }
        }
    }

    private void handle(Message question, boolean overTcp, Sink sink) throws IOException {
        Record record = question.getQuestion();
        String name = key(record.getName().toString(true));
        asked.add(name + " " + Type.string(record.getType()));
        Optional<String> zone = longestZone(name);
        zone.ifPresent(this::begin);
        TestingAnswer answer =
                names.getOrDefault(name, zone.map(zones::get).orElseGet(TestingAnswer::noName));
        Answers answers = answers(answer, question, zone.orElse(""), overTcp);
        Runnable reply =
                () -> {
                    zone.ifPresent(this::end);
                    try {
                        sink.accept(answers);
                    } catch (IOException _) {
                        // The client has left.
                    }
                };
        if (answer.delay().isZero()) {
            reply.run();
        } else {
            var _ = later.schedule(reply, answer.delay().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void begin(String zone) {
        int now = inFlight.computeIfAbsent(zone, _ -> new AtomicInteger()).incrementAndGet();
        mostInFlight
                .computeIfAbsent(zone, _ -> new AtomicInteger())
                .accumulateAndGet(now, Math::max);
    }

    private void end(String zone) {
        inFlight.computeIfAbsent(zone, _ -> new AtomicInteger()).decrementAndGet();
    }

    private Answers answers(TestingAnswer answer, Message question, String zone, boolean overTcp)
            throws IOException {
        Message right = message(answer, question, zone);
        Record asked = question.getQuestion();
        return switch (answer.fault()) {
            case NONE -> new Answers(fit(right, overTcp));
            case SILENT -> new Answers();
            case UDP_SILENT -> overTcp ? new Answers(fit(right, true)) : new Answers();
            case FIRST_LOST ->
                    lost.add(asked.getName() + " " + asked.getType())
                            ? new Answers()
                            : new Answers(fit(right, overTcp));
            case TRUNCATED -> new Answers(overTcp ? fit(right, true) : cut(question).toWire());
            case WRONG_ID_FIRST ->
                    new Answers(fake(question, asked.getName(), 1).toWire(), fit(right, overTcp));
            case WRONG_QUESTION_FIRST ->
                    new Answers(
                            fake(question, Name.fromString("other.test."), 0).toWire(),
                            fit(right, overTcp));
            case WRONG_PORT_FIRST ->
                    new Answers(
                            List.of(fit(right, overTcp)),
                            List.of(fake(question, asked.getName(), 0).toWire()),
                            false);
            case WRONG_OWNER ->
                    new Answers(fit(foreign(question, Name.fromString("other.test.")), overTcp));
            case NO_EDNS ->
                    new Answers(
                            question.getOPT() == null
                                    ? fit(right, overTcp)
                                    : reply(question, Rcode.FORMERR).toWire());
            case GARBAGE -> {
                byte[] bytes = right.toWire(LARGEST);
                Arrays.fill(bytes, 12, bytes.length, (byte) 0xFF);
                yield new Answers(bytes);
            }
            case HALF ->
                    overTcp
                            ? new Answers(List.of(fit(right, true)), List.of(), true)
                            : new Answers(cut(question).toWire());
        };
    }

    private static Message message(TestingAnswer answer, Message question, String zone)
            throws IOException {
        Record asked = question.getQuestion();
        Message message = reply(question, Rcode.value(answer.code()));
        for (String line : answer.records()) {
            Record record = record(line, asked.getName());
            if (record.getType() == asked.getType() || record.getType() == Type.CNAME) {
                message.addRecord(record, Section.ANSWER);
            }
        }
        if (message.getSection(Section.ANSWER).isEmpty()) {
            message.addRecord(soa(asked.getName(), zone), Section.AUTHORITY);
        }
        return message;
    }

    /// One line of a zone file, with the owner first.
    private static Record record(String line, Name origin) throws IOException {
        String[] parts = line.split(" ", 5);
        Name owner = Name.fromString(parts[0], origin);
        String rdata = parts[4].equals("@") ? origin.toString() : parts[4];
        return Record.fromString(
                owner,
                Type.value(parts[3]),
                DClass.IN,
                Long.parseLong(parts[1]),
                new Tokenizer(rdata),
                origin);
    }

    /// Of the zone as it was given to [#zone]; names elsewhere are in the zone of their last label.
    private static Record soa(Name name, String zone) throws IOException {
        String owner =
                zone.isEmpty() ? new Name(name, Math.max(0, name.labels() - 2)) + "" : zone + ".";
        return record(owner + SOA, Name.root);
    }

    private static Message reply(Message question, int code) {
        Message message = new Message(question.getHeader().getID());
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.RD);
        message.getHeader().setFlag(Flags.RA);
        message.getHeader().setRcode(code);
        message.addRecord(question.getQuestion(), Section.QUESTION);
        return message;
    }

    /// A lie: listed.
    private static Message fake(Message question, Name name, int idOff) throws IOException {
        Message fake = new Message((question.getHeader().getID() + idOff) & 0xFFFF);
        fake.getHeader().setFlag(Flags.QR);
        fake.addRecord(
                Record.newRecord(name, question.getQuestion().getType(), DClass.IN),
                Section.QUESTION);
        fake.addRecord(record("@ 300 IN A 127.0.0.66", name), Section.ANSWER);
        return fake;
    }

    private static Message foreign(Message question, Name owner) throws IOException {
        Message message = reply(question, Rcode.NOERROR);
        message.addRecord(record("@ 300 IN A 127.0.0.66", owner), Section.ANSWER);
        return message;
    }

    private static Message cut(Message question) {
        Message message = reply(question, Rcode.NOERROR);
        message.getHeader().setFlag(Flags.TC);
        return message;
    }

    /// A datagram that would be too long is cut, as real servers do.
    private static byte[] fit(Message message, boolean overTcp) {
        return message.toWire(overTcp ? LARGEST : Wire.DATAGRAM);
    }

    private Optional<String> longestZone(String name) {
        return zones.keySet().stream()
                .filter(zone -> isBelow(name, zone))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isBelow(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// What goes out for one question.
    ///
    /// @param strange from another port
    /// @param half whether the connection ends in the middle
    private record Answers(List<byte[]> messages, List<byte[]> strange, boolean half) {
        Answers(byte[]... messages) {
            this(List.of(messages), List.of(), false);
        }
    }

    @FunctionalInterface
    private interface Sink {
        void accept(Answers answers) throws IOException;
    }
}
