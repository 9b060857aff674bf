package org.spoolscope.model;

/// One thing this account may or may not do on a server, as `doctor` reports it.
///
/// @param granted whether it works; checked by doing it, never guessed
/// @param evidence what was seen, such as the command's own refusal
/// @param grant the exact line or command that would grant it, empty when it is granted
public record Capability(Kind kind, boolean granted, String evidence, String grant) {
    /// In the order in which they are reported.
    public enum Kind {
        LIST_QUEUE,
        FLUSH,
        READ_LOG,
        ACT_AS_ROOT,
        READ_MESSAGES,
        SAMPLE_HOST,
        REACH_RESOLVER
    }
}
