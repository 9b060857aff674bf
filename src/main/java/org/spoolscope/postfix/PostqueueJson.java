package org.spoolscope.postfix;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueuedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads what `postqueue -j` prints: one JSON object per queue file and line (postqueue(1), Postfix
/// 3.1 to 3.11). Only a valid `queue_id` is needed; members may come in any order, be missing or be
/// unknown. A line that is no such object, is longer than 16 MiB (50,000 recipients with long
/// reasons), or nests deeper than 16 is counted and skipped. One instance reads one stream, on one
/// thread, in memory bounded by one line.
public final class PostqueueJson {
    static final int RECORD_CAP = 16 << 20;
    static final int NESTING_CAP = 16;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(NESTING_CAP).build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build();

    private final MessageRecord messages;
    private int malformed;
    private int cut;

    /// @param instance the name for [QueuedMessage#instance]
    public PostqueueJson(String instance) {
        messages = new MessageRecord(instance);
    }

    /// Reads all of a listing into memory.
    public static Listed readAll(String instance, InputStream in) throws IOException {
        PostqueueJson reader = new PostqueueJson(instance);
        List<QueuedMessage> messages = new ArrayList<>();
        reader.read(in, messages::add);
        return new Listed(messages, true, reader.notUnderstood());
    }

    /// Hands on each message as soon as its line has arrived; returns at the end of the stream.
    ///
    /// @throws IOException only from `in` itself
    public void read(InputStream in, Consumer<QueuedMessage> to) throws IOException {
        Lines lines = new Lines(in, RECORD_CAP);
        while (lines.advance()) {
            if (lines.length() > 0) {
                QueuedMessage message = parse(lines);
                if (message == null) {
                    malformed++;
                } else {
                    to.accept(message);
                }
            }
            cut = lines.cut();
        }
        cut = lines.cut();
    }

    /// Lines that were no message.
    public int notUnderstood() {
        return malformed + cut;
    }

    private @Nullable QueuedMessage parse(Lines lines) {
        ObjectReadContext context = ObjectReadContext.empty();
        try (JsonParser bytes =
                FACTORY.createParser(context, lines.buffer(), lines.start(), lines.length())) {
            return messages.read(bytes);
        } catch (JacksonException e) {
            // Jackson stops at invalid UTF-8; a String holds replacement characters instead.
            return isAscii(lines) ? null : parseReplaced(context, lines.text());
        }
    }

    private @Nullable QueuedMessage parseReplaced(ObjectReadContext context, String line) {
        try (JsonParser text = FACTORY.createParser(context, line)) {
            return messages.read(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isAscii(Lines lines) {
        for (int i = lines.start(); i < lines.start() + lines.length(); i++) {
            if (lines.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
