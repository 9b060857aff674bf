package org.spoolscope.model;

/// One Postfix instance on a server, as `postmulti -l` lists it.
///
/// @param name [#NO_NAME] for the default instance when it has no `multi_instance_name`
/// @param configDirectory absolute path on the server, such as `/etc/postfix`
/// @param settings Postfix's defaults where they could not be read
public record Instance(
        String name,
        String group,
        boolean enabled,
        String configDirectory,
        InstanceSettings settings) {
    /// What postmulti prints for an instance without a name.
    public static final String NO_NAME = "-";

    /// An instance with Postfix's default settings.
    public Instance(String name, String group, boolean enabled, String configDirectory) {
        this(name, group, enabled, configDirectory, InstanceSettings.defaults(name));
    }

    /// The same with other settings.
    public Instance with(InstanceSettings other) {
        return new Instance(name, group, enabled, configDirectory, other);
    }
}
