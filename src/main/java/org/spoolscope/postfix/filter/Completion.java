package org.spoolscope.postfix.filter;

import org.spoolscope.model.DisplayText;

/// A key of the filter language and what it asks about, for a search box.
///
/// @param key as it is typed, such as `from`
/// @param insert what to put into the box: `from:`, `age>`
public record Completion(String key, String insert, DisplayText about) {}
