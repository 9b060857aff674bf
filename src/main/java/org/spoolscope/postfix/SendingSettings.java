package org.spoolscope.postfix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolscope.model.IpAddress;

/// From which addresses, and under which names, one instance of Postfix sends: what the command
/// `sending` of [PostfixCommands] printed of it.
///
/// @param configDirectory which instance
/// @param settings values of main.cf by their names; what this Postfix does not know is not in it
/// @param overrides what services of master.cf have in place of that
public record SendingSettings(
        String configDirectory, Map<String, String> settings, List<ServiceSetting> overrides) {
    private static final int MOST = 1024;

    /// A setting of one service (`-o` in master.cf).
    ///
    /// @param service such as `smtp/unix`
    public record ServiceSetting(String service, String name, String value) {}

    /// An address that mail is sent from.
    ///
    /// @param setting where it stands, such as `smtp_bind_address` or `relay/unix
    ///   smtp_bind_address`
    public record Bound(IpAddress address, String setting) {}

    public SendingSettings {
        settings = Map.copyOf(settings);
        overrides = List.copyOf(overrides);
    }

    /// One for each instance; whatever does not fit is passed over.
    public static List<SendingSettings> parse(String output) {
        List<SendingSettings> instances = new ArrayList<>();
        String directory = null;
        Map<String, String> settings = new HashMap<>();
        List<ServiceSetting> overrides = new ArrayList<>();
        for (String line : (output + "\ninstance\t").split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("instance") && fields.length == 2) {
                if (directory != null) {
                    instances.add(new SendingSettings(directory, settings, overrides));
                }
                directory = fields[1];
                settings.clear();
                overrides.clear();
            } else if (fields[0].equals("setting") && fields.length == 3) {
                settings.put(fields[1], fields[2].strip());
            } else if (fields[0].equals("override")
                    && fields.length == 4
                    && overrides.size() < MOST) {
                overrides.add(new ServiceSetting(fields[1], fields[2], fields[3].strip()));
            }
        }
        return instances;
    }

    /// The addresses that sockets are bound to before they connect.
    public List<Bound> bound() {
        return Stream.concat(
                        settings.entrySet().stream()
                                .filter(one -> isBinding(one.getKey()))
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(one -> bound(one.getValue(), one.getKey())),
                        overrides.stream()
                                .filter(one -> isBinding(one.name()))
                                .flatMap(one ->
                                        bound(one.value(), one.service() + " " + one.name())))
                .toList();
    }

    /// Whether one family is bound for all services that don't say otherwise.
    public boolean isBound(boolean v4) {
        return address(settings.getOrDefault(v4 ? "smtp_bind_address" : "smtp_bind_address6", ""))
                .isPresent();
    }

    /// The one address of a family that `inet_interfaces` names: Postfix sends from it as a virtual
    /// host (smtp_connect.c), unless it is a loopback address. Nothing when there are more, or
    /// names.
    public Optional<IpAddress> onlyInterface(boolean v4) {
        List<IpAddress> named =
                words("inet_interfaces").flatMap(word -> address(word).stream()).toList();
        List<IpAddress> family = named.stream().filter(one -> one.isV4() == v4).toList();
        return named.size() == words("inet_interfaces").count() && family.size() == 1
                ? Optional.of(family.getFirst())
                : Optional.empty();
    }

    /// The addresses that the operator calls those of a proxy or address translator before this
    /// server (`proxy_interfaces`).
    public List<IpAddress> proxied() {
        return words("proxy_interfaces").flatMap(word -> address(word).stream()).toList();
    }

    /// Whether a family is used at all (`inet_protocols`).
    public boolean speaks(boolean v4) {
        String protocols = settings.getOrDefault("inet_protocols", "all");
        return protocols.contains("all") || protocols.contains(v4 ? "ipv4" : "ipv6");
    }

    /// The names that it says HELO with: `smtp_helo_name`, of services too.
    public List<String> heloNames() {
        return Stream.concat(
                        Stream.of(
                                settings.getOrDefault(
                                        "smtp_helo_name", settings.getOrDefault("myhostname", ""))),
                        overrides.stream()
                                .filter(one -> !isBinding(one.name()))
                                .map(ServiceSetting::value))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /// The domains that its own mail is from: `myorigin`, which may name a file, and `mydomain`,
    /// which is `localdomain` where nobody has set it.
    public List<String> domains() {
        return Stream.of("myorigin", "mydomain")
                .map(this::setting)
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .filter(domain -> domain.indexOf('.') > 0 && domain.indexOf('/') < 0)
                .distinct()
                .toList();
    }

    /// `main.cf` of this instance; empty where it says nothing.
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    private Stream<String> words(String name) {
        return Stream.of(settings.getOrDefault(name, "").split("[,\\s]+"))
                .filter(word -> !word.isEmpty());
    }

    private static boolean isBinding(String name) {
        return name.equals("smtp_bind_address") || name.equals("smtp_bind_address6");
    }

    private static Stream<Bound> bound(String value, String setting) {
        return address(value).stream().map(address -> new Bound(address, setting));
    }

    /// IPv6 may stand in brackets.
    private static Optional<IpAddress> address(String value) {
        return IpAddress.parse(value.replaceAll("^\\[(?:IPv6:)?(.*)]$", "$1"));
    }
}
