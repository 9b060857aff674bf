package org.spoolscope.monitor;

/// What goes first while a long log is caught up with: a window, which would otherwise come too
/// late to the processor where reading, counting and compiling take all there is of it.
@FunctionalInterface
public interface Foreground {
    /// Nothing does.
    Foreground NONE = () -> {};

    /// Waits until it has done what there is for it to do now, but not for long. Returns at once,
    /// and leaves the thread interrupted, when interrupted. For any thread but its own.
    void await();
}
