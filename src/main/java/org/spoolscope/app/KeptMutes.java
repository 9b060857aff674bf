package org.spoolscope.app;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.state.WindowState;

/// The listings that the person does not want to hear of, remembered with the window. JavaFX
/// thread.
final class KeptMutes {
    private static final System.Logger LOG = System.getLogger(KeptMutes.class.getName());
    private static final String NAME = "blocklist.mutes";
    private static final String BETWEEN_MUTES = ",";
    private static final String BETWEEN_FIELDS = ";";
    private static final int FIELDS = 4;

    private final WindowState state;
    private final List<Mute> mutes;

    KeptMutes(WindowState state) {
        this.state = state;
        this.mutes = read(state.get(NAME));
    }

    List<Mute> all() {
        return mutes;
    }

    void add(List<Mute> more) {
        mutes.addAll(more);
        write();
    }

    void remove(List<Mute> gone) {
        mutes.removeAll(gone);
        write();
    }

    private void write() {
        state.put(
                NAME,
                mutes.stream().map(KeptMutes::text).collect(Collectors.joining(BETWEEN_MUTES)));
    }

    private static String text(Mute mute) {
        return Stream.of(mute.subject(), mute.list(), mute.reason(), mute.at().toString())
                .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
                .collect(Collectors.joining(BETWEEN_FIELDS));
    }

    /// Whatever can't be read is no mute: the listing is shown.
    private static List<Mute> read(String text) {
        List<Mute> mutes = new ArrayList<>();
        for (String each : text.split(BETWEEN_MUTES, -1)) {
            String[] fields = each.split(BETWEEN_FIELDS, -1);
            if (fields.length == FIELDS) {
                try {
                    mutes.add(
                            new Mute(
                                    decoded(fields[0]),
                                    decoded(fields[1]),
                                    decoded(fields[2]),
                                    Instant.parse(decoded(fields[3]))));
                } catch (DateTimeParseException | IllegalArgumentException e) {
                    LOG.log(System.Logger.Level.INFO, "a mute can't be read", e);
                }
            }
        }
        return mutes;
    }

    private static String decoded(String field) {
        return URLDecoder.decode(field, StandardCharsets.UTF_8);
    }
}
