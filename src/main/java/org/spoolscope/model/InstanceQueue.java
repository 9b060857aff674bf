package org.spoolscope.model;

import org.jspecify.annotations.Nullable;

/// One instance's queue.
///
/// @param known what is known of it, or null before the first listing; kept when a later one fails
public record InstanceQueue(Instance instance, @Nullable KnownQueue known) {}
