package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// A logger and a log rotation that do what comes to their mind, and a model of which lines must be
/// read, and which may be lost.
public final class LoggedServer implements AutoCloseable {
    private static final int ROTATIONS = 60;

    /// Who follows the log.
    public interface Reader {
        /// The live file.
        Path log();

        /// What was read so far.
        Collection<String> lines();

        /// How far, as text.
        String position();

        /// Lets so much time pass that a file is quiet.
        void pass();
    }

    /// What it may do.
    public enum Kind {
        /// Only what loses nothing.
        RENAMING,
        /// Old files are deleted, too.
        DELETING,
        /// Files are copied and truncated, too.
        TRUNCATING
    }

    private final Reader reader;
    private final Path log;
    private final Random random;
    private final Kind kind;
    private final List<String> written = new ArrayList<>();
    private final Set<String> mayBeLost = new HashSet<>();
    private final Set<String> mustBeTold = new HashSet<>();

    /// What was copied away from a file that we had read nothing of: with the copy goes all trace.
    private final Set<String> traceless = new HashSet<>();

    private final Set<String> deleted = new HashSet<>();

    private final StringBuilder story = new StringBuilder();

    /// What is in each file, by name.
    private final Map<Path, List<String>> files = new LinkedHashMap<>();

    private Path logged;
    private OutputStream logger;
    private String begun = "";

    public LoggedServer(Reader reader, Random random, Kind kind) throws IOException {
        this.reader = reader;
        this.log = reader.log();
        this.random = random;
        this.kind = kind;
        this.logged = log;
        this.logger = append(log);
        files.put(log, new ArrayList<>());
    }

    public List<String> written() {
        return written;
    }

    /// Of those lines at least a gap must tell.
    public Set<String> mustBeTold() {
        return mustBeTold;
    }

    public Set<String> mayBeLost() {
        return mayBeLost;
    }

    public String story() {
        return story.toString();
    }

    public void act() {
        try {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> writeLines(1 + random.nextInt(20));
                case 5 -> writeLines(500 + random.nextInt(3000));
                case 6 -> beginLine();
                case 7, 8 -> rename();
                case 9, 10 -> reopen();
                case 11 -> pack();
                case 12, 13 -> {
                    reopen();
                    story("time passes");
                    reader.pass();
                }
                case 14 -> delete();
                default -> copyAndTruncate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The line that was begun is ended, and the logger writes to the live file.
    public void settle() {
        try {
            endLine();
            reopen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeLines(int count) throws IOException {
        endLine();
        story("write " + count);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String line = line();
            text.append(line).append('\n');
            wrote(line);
        }
        put(text.toString());
    }

    private String line() {
        int length = random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(100);
        return "%d %s".formatted(written.size(), "xäö€z".repeat(length / 5));
    }

    private void beginLine() throws IOException {
        if (begun.isEmpty()) {
            story("begin a line");
            begun = "%d half".formatted(written.size());
            put(begun);
        }
    }

    private void endLine() throws IOException {
        if (!begun.isEmpty()) {
            story("end it");
            put(" whole\n");
            wrote(begun + " whole");
            begun = "";
        }
    }

    private void put(String text) throws IOException {
        logger.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> in(Path file) {
        return files.computeIfAbsent(file, _ -> new ArrayList<>());
    }

    private void wrote(String line) {
        written.add(line);
        in(logged).add(line);
    }

    private void rename() throws IOException {
        if (!Files.exists(log) || isFull()) {
            return;
        }
        shift();
        move(log, rotated(1, ""));
        if (random.nextBoolean()) {
            story("rename, create");
            Files.createFile(log);
            files.put(log, new ArrayList<>());
        } else {
            story("rename");
        }
        if (random.nextBoolean()) {
            reopen();
        }
    }

    private void reopen() throws IOException {
        if (!logged.equals(log)) {
            endLine();
            story("reopen");
            logger.close();
            logger = append(log);
            logged = log;
            files.computeIfAbsent(log, _ -> new ArrayList<>());
        }
    }

    private void pack() throws IOException {
        int n = 1 + random.nextInt(4);
        Path plain = rotated(n, "");
        if (!Files.exists(plain) || plain.equals(logged)) {
            return;
        }
        story("pack " + n);
        Path packed = rotated(n, ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        Files.setLastModifiedTime(packed, Files.getLastModifiedTime(plain));
        Files.delete(plain);
        files.put(packed, in(plain));
        files.remove(plain);
    }

    private void delete() throws IOException {
        if (kind == Kind.RENAMING) {
            return;
        }
        List<Path> old = new ArrayList<>(files.keySet());
        old.removeIf(file -> file.equals(logged) || file.equals(log));
        if (!old.isEmpty()) {
            // The oldest, as rotation does it.
            Path file = old.stream().max(java.util.Comparator.comparingInt(this::number)).get();
            story("delete " + file.getFileName());
            // One that was empty when it was last looked at may be any packed one, for all we know.
            boolean canBeTold = isAnythingKnown() && !isKnownAsEmpty(file);
            Files.delete(file);
            lose(in(file), canBeTold);
            deleted.addAll(in(file));
            files.remove(file);
            if (old.size() == 1) {
                // The live file might as well be the one after the last that was read.
                mustBeTold.removeAll(deleted);
            }
        }
    }

    private void copyAndTruncate() throws IOException {
        if (kind != Kind.TRUNCATING || !logged.equals(log) || !Files.exists(log) || isFull()) {
            return;
        }
        endLine();
        story("copy, truncate");
        shift();
        Files.copy(log, rotated(1, ""));
        files.put(rotated(1, ""), new ArrayList<>(in(log)));
        if (!isKnown(log)) {
            traceless.addAll(in(log));
        }
        if (random.nextInt(3) == 0) {
            int before = written.size();
            writeLines(1 + random.nextInt(5));
            lose(written.subList(before, written.size()), isKnown(log));
        }
        in(log).clear();
        Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void lose(List<String> lines, boolean canBeTold) {
        Set<String> unread = new HashSet<>(lines);
        reader.lines().forEach(unread::remove);
        mayBeLost.addAll(unread);
        if (canBeTold) {
            unread.removeAll(traceless);
            mustBeTold.addAll(unread);
        }
    }

    /// What is cut out of a file that we have read nothing of leaves no trace.
    private boolean isKnown(Path file) throws IOException {
        String identity = identity(file);
        return reader.position()
                .lines()
                .anyMatch(
                        line -> line.contains(identity + " ") && !line.contains(identity + " 0 "));
    }

    private boolean isKnownAsEmpty(Path file) throws IOException {
        String identity = identity(file);
        return reader.position().lines().anyMatch(line -> line.contains(identity + " 0 "));
    }

    private static String identity(Path file) throws IOException {
        Process stat = new ProcessBuilder("stat", "-c", "%d:%i:%.9W", file.toString()).start();
        return new String(stat.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /// When nothing was read yet, nothing tells that something is missing.
    private boolean isAnythingKnown() {
        return reader.position()
                .lines()
                .map(line -> line.split(" "))
                .anyMatch(words -> words.length > 3 && !words[2].equals("0"));
    }

    private void shift() throws IOException {
        for (int n = ROTATIONS - 1; n >= 1; n--) {
            move(rotated(n, ""), rotated(n + 1, ""));
            move(rotated(n, ".gz"), rotated(n + 1, ".gz"));
        }
    }

    private void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
            files.put(to, in(from));
            files.remove(from);
            if (logged.equals(from)) {
                logged = to;
            }
        }
    }

    private boolean isFull() {
        return Files.exists(rotated(ROTATIONS, "")) || Files.exists(rotated(ROTATIONS, ".gz"));
    }

    private Path rotated(int n, String ending) {
        return log.resolveSibling(log.getFileName() + "." + n + ending);
    }

    private int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    private void story(String what) {
        story.append(what).append("; ");
    }

    public void tell(String what) {
        story(what);
    }

    private static OutputStream append(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws IOException {
        logger.close();
    }
}
