package org.spoolscope.model;

/// One Postfix instance on a server, as `postmulti -l` lists it.
///
/// @param name `-` for the default instance when it has no `multi_instance_name`
/// @param configDirectory absolute path on the server, such as `/etc/postfix`
public record Instance(String name, String group, boolean enabled, String configDirectory) {}
