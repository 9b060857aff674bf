package org.spoolscope.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A measured value, or the name of the reason why there is none. A kernel without PSI, a container
/// without diskstats and a busybox userland lack some of them; that is said, never shown as zero.
public sealed interface Reading<T> {
    /// A value that was measured.
    record Value<T>(T value) implements Reading<T> {}

    /// No value; `why` is a short phrase for people such as `this kernel has no I/O pressure
    /// (PSI)`.
    record NotAvailable<T>(String why) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> notAvailable(String why) {
        return new NotAvailable<>(why);
    }

    default @Nullable T orNull() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case NotAvailable<T> _ -> null;
        };
    }

    default <R> Reading<R> map(Function<T, R> to) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(to.apply(value));
            case NotAvailable<T>(String why) -> new NotAvailable<>(why);
        };
    }
}
