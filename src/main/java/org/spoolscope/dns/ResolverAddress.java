package org.spoolscope.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.IpAddress;
import org.xbill.DNS.ResolverConfig;

/// Where a resolver listens, as people write it: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`,
/// `[2001:db8::53]:5353`, or a host name. Threading: stateless.
public final class ResolverAddress {
    private static final int DNS = 53;
    private static final int LARGEST = 65_535;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\[(?<v6>[^\\[\\]]+)]|(?<host>[^\\[\\]:]+))(?::(?<port>[0-9]{1,5}))?");

    private ResolverAddress() {}

    /// The socket address; empty for a mistake. A host name is looked up by the system, and stays
    /// unresolved where it is not found.
    public static Optional<InetSocketAddress> parse(String text) {
        Optional<IpAddress> bare = IpAddress.parse(text);
        if (bare.isPresent()) {
            return bare.map(address -> new InetSocketAddress(inet(address), DNS));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group("port") == null ? DNS : Integer.parseInt(form.group("port"));
        if (port == 0 || port > LARGEST) {
            return Optional.empty();
        }
        return form.group("v6") == null
                ? Optional.of(new InetSocketAddress(form.group("host"), port))
                : IpAddress.parse(form.group("v6"))
                        .map(address -> new InetSocketAddress(inet(address), port));
    }

    /// The resolvers that this computer itself uses, the first choice first.
    public static List<InetSocketAddress> ofThisComputer() {
        return List.copyOf(new ResolverConfig().servers());
    }

    static String text(InetSocketAddress address) {
        String host =
                address.isUnresolved()
                        ? address.getHostString()
                        : IpAddress.ofWire(address.getAddress().getAddress()).toString();
        if (address.getPort() == DNS) {
            return host;
        }
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private static InetAddress inet(IpAddress address) {
        try {
            return InetAddress.getByAddress(address.toWire());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
