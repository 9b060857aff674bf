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
import java.util.stream.Stream;

/// The lab's journal: real files, built by systemd-journal-remote from entries in the Journal
/// Export Format, where `journalctl` looks for them.
final class TestingJournal {
    private static final String REMOTE = "/lib/systemd/systemd-journal-remote";

    private final String machine;
    private final Path folder;
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
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        for (String message : messages) {
            entry++;
            export.writeBytes(
                    """
                    __REALTIME_TIMESTAMP=%d
                    __MONOTONIC_TIMESTAMP=%d
                    _BOOT_ID=11111111111111111111111111111111
                    _MACHINE_ID=%s
                    _HOSTNAME=mx1
                    _PID=7
                    PRIORITY=6
                    SYSLOG_FACILITY=2
                    SYSLOG_IDENTIFIER=postfix/smtp
                    """
                            .formatted(1_795_000_000_000_000L + entry, entry, machine)
                            .getBytes(StandardCharsets.UTF_8));
            byte[] text = message.getBytes(StandardCharsets.UTF_8);
            export.writeBytes("MESSAGE\n".getBytes(StandardCharsets.UTF_8));
            export.writeBytes(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(text.length)
                            .array());
            export.writeBytes(text);
            export.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        }
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
