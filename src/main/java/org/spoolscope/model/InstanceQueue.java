package org.spoolscope.model;

import org.jspecify.annotations.Nullable;

/// One instance's queue as known now.
///
/// @param listing the latest one, or null before the first; kept when a later one fails
public record InstanceQueue(Instance instance, @Nullable QueueListing listing) {}
