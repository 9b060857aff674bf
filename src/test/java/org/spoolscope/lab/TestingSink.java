package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The server behind the lab's `test.example` and its subdomains, while a test has it open: a test
/// says what it replies to each recipient, and so at the end of the message if that is taken. Text
/// is bytes, one char each.
final class TestingSink implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final ServerSocket listener;
    private final Function<String, String> replies;
    private final Semaphore answered = new Semaphore(0);
    private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();

    /// @param replies to a recipient's address, without the line end; called by several threads
    TestingSink(Lab lab, Function<String, String> replies) throws IOException {
        this.replies = replies;
        int target = 17;
        listener =
                new ServerSocket(lab.port + target, 50, InetAddress.ofLiteral("127.0.0." + target));
        sessions.execute(this::accept);
        // Lets go of what it holds against the destination from when nobody listened.
        var _ = lab.inside("postqueue", "-f");
    }

    /// Waits until so many recipients were answered, from the beginning on.
    void await(int recipients) throws InterruptedException {
        assertThat(answered.tryAcquire(recipients, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        answered.release(recipients);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sessions.execute(() -> talk(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            String taken = "";
            say(out, "220 mx.test.example ESMTP");
            for (String line = line(in); line != null; line = line(in)) {
                String verb = line.substring(0, Math.min(4, line.length()));
                switch (verb.toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> say(out, "250-mx.test.example\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    case "RCPT" -> {
                        String reply = replies.apply(address(line));
                        taken = reply.startsWith("2") ? reply : taken;
                        say(out, reply);
                        answered.release();
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        String text = line(in);
                        while (text != null && !text.equals(".")) {
                            text = line(in);
                        }
                        say(out, taken);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 2.0.0 ok");
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.lastIndexOf('>'));
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sessions.shutdownNow();
    }
}
