package org.spoolscope.demo.sim;

import org.jspecify.annotations.Nullable;

/// Who a message is from, and so where its bounce goes.
///
/// @param address empty for the null sender
/// @param domain null for the null sender
record Sender(String address, @Nullable Domain domain) {
    static final Sender NULL = new Sender("", null);
}
