package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `screenshot PAGE [SERVER]`: a picture of a page of the console, without a display.
@Command(name = "screenshot")
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[xX](\\d{3,4})");
    private static final int MIN_SIDE = 200;
    private static final int MAX_SIDE = 8192;

    /// The values of `--theme`.
    private enum Theme {
        DARK,
        LIGHT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "PAGE",
            completionCandidates = PageNames.class,
            descriptionKey = "cli.parameter.page")
    private String page = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SERVER",
            descriptionKey = "cli.parameter.page-server")
    private @Nullable String server;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.png",
            descriptionKey = "cli.option.out")
    private Path out = Path.of("");

    @Option(names = "--size", paramLabel = "1440x900", descriptionKey = "cli.option.size")
    private String size = "1440x900";

    @Option(names = "--theme", paramLabel = "dark|light", descriptionKey = "cli.option.theme")
    private Theme theme = Theme.DARK;

    @Option(names = "--demo", descriptionKey = "cli.option.demo")
    private boolean demo;

    private final Session session;
    private final Faces faces;

    ScreenshotCommand(Session session, Faces faces) {
        this.session = session;
        this.faces = faces;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        Faces.Page chosen = page();
        if (chosen.ofServer() && server == null) {
            throw Failure.usage("cli.screenshot.server-needed", page);
        }
        if (!chosen.ofServer() && server != null) {
            throw Failure.usage("cli.screenshot.server-extra", page, server);
        }
        if (server != null && !demo) {
            session.server(server);
        }
        checkFile();
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw Failure.usage("cli.screenshot.size", size, MIN_SIDE, MAX_SIDE);
        }
        return faces.screenshot(
                session::configured,
                new Faces.Screenshot(
                        chosen,
                        server,
                        out,
                        side(sides.group(1)),
                        side(sides.group(2)),
                        theme == Theme.DARK,
                        demo,
                        session.isReadOnly()));
    }

    private Faces.Page page() throws Failure {
        for (Faces.Page known : faces.pages()) {
            if (known.name().equals(page)) {
                return known;
            }
        }
        throw Failure.usage(
                "cli.screenshot.page",
                page,
                faces.pages().stream().map(Faces.Page::name).collect(Collectors.joining(", ")));
    }

    private void checkFile() throws Failure {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw Failure.usage("cli.screenshot.png", out);
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.usage("cli.screenshot.folder", out);
        }
        if (Files.isDirectory(out)) {
            throw Failure.usage("cli.screenshot.is-folder", out);
        }
    }

    private int side(String digits) throws Failure {
        int side = Integer.parseInt(digits);
        if (side < MIN_SIDE || side > MAX_SIDE) {
            throw Failure.usage("cli.screenshot.size", size, MIN_SIDE, MAX_SIDE);
        }
        return side;
    }
}
