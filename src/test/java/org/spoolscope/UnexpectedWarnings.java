package org.spoolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails the test in which something was logged as a warning or worse, or a thread ended with an
/// exception, unless the test said that it would. Looks after every test; MINA's own warnings about
/// what peers do are left out.
public final class UnexpectedWarnings implements BeforeEachCallback, AfterEachCallback {
    private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();
    private static final Queue<String> EXPECTED = new ConcurrentLinkedQueue<>();

    /// What the JDK's sockets run into when MINA closes a client while something still comes.
    private static final String MINA_CLOSING =
            "org.apache.sshd.common.util.threads.NoCloseExecutor";

    private static final Logger ROOT = Logger.getLogger("");
    private static final Recorder RECORDER = new Recorder();

    /// A warning that has this in it belongs to the test, which fails without it.
    public static void expect(String part) {
        EXPECTED.add(part);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // Those of threads that outlived the test before are nobody's.
        LOGGED.clear();
        EXPECTED.clear();
        ROOT.removeHandler(RECORDER);
        ROOT.addHandler(RECORDER);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            String text = trace(e);
            if (!text.contains(MINA_CLOSING)) {
                LOGGED.add(thread.getName() + ": " + text);
            }
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> unexpected = new ArrayList<>(LOGGED);
        for (String part : EXPECTED) {
            assertThat(unexpected.removeIf(text -> text.contains(part)))
                    .as("a warning with \"%s\" in %s", part, LOGGED)
                    .isTrue();
        }
        assertThat(unexpected).as("warnings that the test does not expect").isEmpty();
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Recorder extends Handler {
        @Override
        public void publish(LogRecord entry) {
            String logger = String.valueOf(entry.getLoggerName());
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && !logger.startsWith("org.apache.sshd")) {
                Throwable thrown = entry.getThrown();
                LOGGED.add(
                        logger
                                + ": "
                                + entry.getMessage()
                                + (thrown == null ? "" : "\n" + trace(thrown)));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
