package org.spoolscope.monitor.action;

/// How far an action is.
///
/// @param done messages that the present stage is through with
/// @param total messages of the present stage
public record Progress(Stage stage, int done, int total) {
    /// What is being done.
    public enum Stage {
        /// Put on hold.
        HOLDING,
        /// Compared with what the person saw.
        CHECKING,
        RELEASING,
        REQUEUEING,
        EXPIRING,
        DELETING,
        RETRYING,
        FLUSHING,
        /// The link is lost; waiting for the next one.
        WAITING_FOR_LINK
    }

    /// Is told, on the action's thread.
    @FunctionalInterface
    public interface Listener {
        void at(Progress progress);
    }
}
