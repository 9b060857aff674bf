package org.spoolscope.cli;

import java.time.Duration;
import org.spoolscope.model.SpanText;
import org.spoolscope.model.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Spans of time as they are typed, see [SpanText].
final class DurationText {
    private DurationText() {}

    /// @throws TypeConversionException for anything else, and for zero
    static Duration parse(String text) {
        return SpanText.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                Words.get("cli.duration.wrong", text).toString()));
    }

    /// The same, where `0` and `0s` are meant.
    static final class OrZero implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return text.matches("0(ms|s|m|min|h|d)?") ? Duration.ZERO : parse(text);
        }
    }
}
