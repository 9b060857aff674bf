package org.spoolscope.model;

/// What is the matter, and what to do about it.
///
/// @param headline a short clause, such as `The server's host key has changed.`
/// @param advice one or two sentences that say what to do
public record Sentence(DisplayText headline, DisplayText advice) {}
