package org.spoolscope.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON Lines (jsonlines.org): one object per line, UTF-8. What is not known is left out,
/// never null. Strings are the values as they were decoded; format characters such as U+202E are
/// written as escapes, which a JSON reader takes for the same and a terminal can't be steered by.
final class JsonLines {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .characterEscapes(new TerminalEscapes())
                    .rootValueSeparator("")
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .build();

    private final DateTimeFormatter times;
    private final DateTimeFormatter preciseTimes;
    private final JsonGenerator generator;
    private final Members members = new Members();

    /// @param zone whose offset the times are given with
    JsonLines(OutputStream out, ZoneId zone) {
        // "+00:00" rather than "Z": the contract promises an offset, and older parsers need one.
        this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(zone);
        this.preciseTimes =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(zone);
        this.generator =
                FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    /// One line.
    void line(Consumer<Members> content) {
        generator.writeStartObject();
        content.accept(members);
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.flush();
    }

    /// The members of the object that is being written.
    final class Members {
        private Members() {}

        Members text(String name, @Nullable String value) {
            if (value != null) {
                generator.writeName(name);
                writeText(value);
            }
            return this;
        }

        Members texts(String name, Collection<String> values) {
            if (!values.isEmpty()) {
                generator.writeName(name);
                generator.writeStartArray();
                values.forEach(JsonLines.this::writeText);
                generator.writeEndArray();
            }
            return this;
        }

        Members number(String name, @Nullable Integer value) {
            return value == null ? this : number(name, (long) value);
        }

        Members number(String name, long value) {
            generator.writeName(name);
            generator.writeNumber(value);
            return this;
        }

        /// To four digits behind the point; NaN and infinity are left out, JSON has neither.
        Members number(String name, @Nullable Double value) {
            if (value != null && Double.isFinite(value)) {
                generator.writeName(name);
                double rounded = Math.round(value * 1e4) / 1e4;
                if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
                    generator.writeNumber((long) rounded);
                } else {
                    generator.writeNumber(rounded);
                }
            }
            return this;
        }

        Members flag(String name, boolean value) {
            generator.writeName(name);
            generator.writeBoolean(value);
            return this;
        }

        /// RFC 3339 with offset, whole seconds.
        Members time(String name, @Nullable Instant value) {
            return value == null ? this : text(name, times.format(value));
        }

        /// RFC 3339 with offset, and with microseconds where there are any.
        Members precise(String name, @Nullable Instant value) {
            return value == null || value.equals(value.truncatedTo(ChronoUnit.SECONDS))
                    ? time(name, value)
                    : text(name, preciseTimes.format(value));
        }

        /// Microseconds as seconds.
        Members seconds(String name, long micros) {
            generator.writeName(name);
            writeSeconds(micros);
            return this;
        }

        /// An array of the same.
        Members seconds(String name, long... micros) {
            generator.writeName(name);
            generator.writeStartArray();
            for (long value : micros) {
                writeSeconds(value);
            }
            generator.writeEndArray();
            return this;
        }

        private void writeSeconds(long micros) {
            if (micros % 1_000_000 == 0) {
                generator.writeNumber(micros / 1_000_000);
            } else {
                generator.writeNumber(micros / 1e6);
            }
        }

        Members object(String name, Consumer<Members> content) {
            generator.writeName(name);
            generator.writeStartObject();
            content.accept(this);
            generator.writeEndObject();
            return this;
        }

        /// An array of objects; written also when it is empty.
        <T> Members objects(String name, Collection<T> values, BiConsumer<Members, T> content) {
            generator.writeName(name);
            generator.writeStartArray();
            for (T value : values) {
                generator.writeStartObject();
                content.accept(this, value);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            return this;
        }
    }

    /// Half a character (a lone surrogate) has no UTF-8; it becomes U+FFFD. The generator asks for
    /// no escapes outside the basic plane, where there are format characters too.
    private void writeText(String value) {
        int at = 0;
        while (at < value.length() && !Character.isSurrogate(value.charAt(at))) {
            at++;
        }
        if (at == value.length()) {
            generator.writeString(value);
            return;
        }
        StringBuilder whole = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        if (value.codePoints().anyMatch(TerminalEscapes::isSupplementaryFormat)) {
            generator.writeRawValue(TerminalEscapes.quoted(whole.toString()));
        } else {
            generator.writeString(whole.toString());
        }
    }
}
