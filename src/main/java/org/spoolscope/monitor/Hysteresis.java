package org.spoolscope.monitor;

/// Whether something is the matter, raised at one level and cleared at a lower one, so that it does
/// not flicker between them. Used by one thread.
final class Hysteresis {
    private final double raises;
    private final double clears;
    private boolean raised;

    Hysteresis(double raises, double clears) {
        this.raises = raises;
        this.clears = clears;
    }

    /// Whether it is the matter now.
    boolean at(double level) {
        raised = raised ? level >= clears : level >= raises;
        return raised;
    }
}
