package org.spoolscope.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The one way of published values to the screen: a slot for the newest, drained at most once per
/// frame, before layout.
///
/// However often [#put] is called, the JavaFX thread does one pass per frame; values in between are
/// skipped. While the window is not shown nothing is drained, and the newest value waits.
public final class PulseSlot<T> implements AutoCloseable {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Scene scene;
    private final Consumer<T> taker;
    private final Runnable drain = this::drain;

    /// @param taker called on the JavaFX thread
    public PulseSlot(Scene scene, Consumer<T> taker) {
        this.scene = scene;
        this.taker = taker;
        scene.addPreLayoutPulseListener(drain);
    }

    /// Offers a value. Any thread; never blocks.
    public void put(T value) {
        if (slot.getAndSet(value) == null) {
            Platform.requestNextPulse();
        }
    }

    /// Ends it; what is put later is never taken. On the JavaFX thread.
    @Override
    public void close() {
        scene.removePreLayoutPulseListener(drain);
    }

    private void drain() {
        T value = slot.getAndSet(null);
        if (value != null) {
            taker.accept(value);
        }
    }
}
