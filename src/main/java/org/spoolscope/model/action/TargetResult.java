package org.spoolscope.model.action;

/// What came of an action for one message.
///
/// @param detail in words where the result alone does not tell, such as what the server said; else
///   empty
public record TargetResult(Target target, Result result, String detail) {
    public TargetResult(Target target, Result result) {
        this(target, result, "");
    }
}
