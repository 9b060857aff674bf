package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// The lab's journal: real files, built by systemd-journal-remote from entries in the Journal
/// Export Format, where `journalctl` looks for them.
final class TestingJournal {
    private static final String REMOTE = "/lib/systemd/systemd-journal-remote";

    private final String machine;
    private final Path folder;
    private String boot = "1".repeat(32);
    private long now = 1_795_000_000_000_000L;
    private int file;
    private int entry;

    TestingJournal(Lab lab) throws IOException {
        machine = lab.inside("cat", "/etc/machine-id").strip();
        folder = lab.folder.resolve("log/journal").resolve(machine);
        vacuum();
        Files.createDirectories(folder);
    }

    /// Adds a file with these messages of `postfix/smtp`.
    void write(String... messages) throws IOException, InterruptedException {
        byte[][] bytes = new byte[messages.length][];
        for (int i = 0; i < messages.length; i++) {
            bytes[i] = messages[i].getBytes(StandardCharsets.UTF_8);
        }
        write(bytes);
    }

    /// The same with messages that need not be text.
    void write(byte[]... messages) throws IOException, InterruptedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            export.writeBytes(
                    entry("SYSLOG_FACILITY=2\nSYSLOG_IDENTIFIER=postfix/smtp\n", message));
        }
        add(export);
    }

    /// Adds a file in which journald says that it dropped messages.
    void writeDropped(long messages) throws IOException, InterruptedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        String fields =
                """
                SYSLOG_IDENTIFIER=systemd-journald
                MESSAGE_ID=a596d6fe7bfa4994828e72309e95d61e
                N_DROPPED=%d
                """
                        .formatted(messages);
        String text = "Suppressed %d messages from postfix.service".formatted(messages);
        export.writeBytes(entry(fields, text.getBytes(StandardCharsets.UTF_8)));
        add(export);
    }

    private byte[] entry(String fields, byte[] message) {
        entry++;
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        String head =
                """
                __REALTIME_TIMESTAMP=%d
                __MONOTONIC_TIMESTAMP=%d
                _BOOT_ID=%s
                _MACHINE_ID=%s
                _HOSTNAME=mx1
                _PID=7
                PRIORITY=6
                """
                        .formatted(now + entry, entry, boot, machine);
        export.writeBytes((head + fields + "MESSAGE\n").getBytes(StandardCharsets.UTF_8));
        export.writeBytes(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(message.length)
                        .array());
        export.writeBytes(message);
        export.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return export.toByteArray();
    }

    /// The server is started anew, and its clock is set meanwhile.
    void boot(Duration set) {
        boot = boot.charAt(0) == '1' ? "2".repeat(32) : "1".repeat(32);
        now += set.toNanos() / 1000;
    }

    private void add(ByteArrayOutputStream export) throws IOException, InterruptedException {
        Path made = folder.resolveSibling("made.journal");
        Process remote =
                new ProcessBuilder(REMOTE, "-o", made.toString(), "-")
                        .redirectErrorStream(true)
                        .start();
        try (OutputStream in = remote.getOutputStream()) {
            export.writeTo(in);
        }
        String said = new String(remote.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(remote.waitFor()).as(said).isZero();
        made.toFile().setReadable(true, false);
        Files.move(made, folder.resolve("remote-" + file++ + ".journal"));
    }

    /// Deletes all files.
    void vacuum() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path one : files.toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
