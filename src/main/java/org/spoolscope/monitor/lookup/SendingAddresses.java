package org.spoolscope.monitor.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.NetworkFacts;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Instance;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.SpecialAddress;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.lookup.SendingAddress.Because;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.QuotedAddress;
import org.spoolscope.postfix.SendingSettings;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// From which addresses a server's mail comes, as far as that can be found out.
///
/// @param seen by receivers: what blocklists and reverse DNS are asked for; each once, for its
///   surest reason
/// @param translated private addresses that the server sends from: something on the way out puts
///   another in their place (NAT), which only `seen` may tell
/// @param settings what Postfix says of its sending, per instance
public record SendingAddresses(
        List<SendingAddress> seen,
        List<SendingAddress> translated,
        List<SendingSettings> settings) {
    /// More receivers than one may be wrong, or lie: what most of them say comes first.
    private static final int MOST_QUOTED = 4;

    private static final IpAddress LOOPBACK4 = IpAddress.parse("127.0.0.0").orElseThrow();
    private static final IpAddress LOOPBACK6 = IpAddress.parse("::1").orElseThrow();

    /// An address that receivers quoted.
    ///
    /// @param example one reply's words around it
    /// @param receiver who said that, by name or address
    /// @param receivers how many different ones said the same
    public record Quoted(QuotedAddress example, String receiver, int receivers) {}

    public SendingAddresses {
        seen = List.copyOf(seen);
        translated = List.copyOf(translated);
        settings = List.copyOf(settings);
    }

    /// Asks the server: two commands, none of which sends or changes anything.
    ///
    /// @param instances those that are watched
    /// @param quoted from the replies in the log, if any have been read
    /// @throws SshException when the link is lost
    public static SendingAddresses find(
            SshConnection connection,
            List<Instance> instances,
            ServerConfig server,
            List<Quoted> quoted)
            throws SshException, InterruptedException {
        String[] directories =
                instances.stream().map(Instance::configDirectory).toArray(String[]::new);
        byte[] none = new byte[0];
        String sending =
                connection
                        .run(PostfixCommands.SENDING.call(directories), none, Budget.SMALL)
                        .text();
        String network = connection.run(HostCommands.NETWORK.call(), none, Budget.SMALL).text();
        return of(
                server.addresses(),
                SendingSettings.parse(sending),
                NetworkFacts.parse(network),
                quoted);
    }

    /// Puts together what is known.
    ///
    /// @param stated by the person; where there are any, they are the answer
    static SendingAddresses of(
            List<String> stated,
            List<SendingSettings> settings,
            NetworkFacts network,
            List<Quoted> quoted) {
        Found found = new Found();
        for (String address : stated) {
            IpAddress.parse(address)
                    .ifPresent(one -> found.add(one, Because.STATED, Words.get("sending.stated")));
        }
        if (found.isEmpty()) {
            for (SendingSettings instance : settings) {
                bindings(instance, found);
                family(instance, network, true, found);
                family(instance, network, false, found);
            }
        }
        if (!found.translated().isEmpty()) {
            for (SendingSettings instance : settings) {
                DisplayText words = Words.get("sending.proxied", instance.configDirectory());
                instance.proxied().forEach(one -> found.add(one, Because.PROXIED, words));
            }
        }
        return found.with(settings).quoting(quoted);
    }

    /// The same with what receivers see, where something translates what the server knows of.
    ///
    /// @param quoted from the replies in the log
    public SendingAddresses quoting(List<Quoted> quoted) {
        Found found = new Found();
        seen.forEach(found::add);
        translated.forEach(found::add);
        quoted.stream()
                .filter(one -> found.isTranslated(one.example().address().isV4()))
                .filter(one -> !isPrivate(one.example().address()))
                .sorted(Comparator.comparingInt(Quoted::receivers).reversed())
                .limit(MOST_QUOTED)
                .forEach(one -> found.add(one.example().address(), Because.QUOTED, words(one)));
        return found.with(settings);
    }

    /// Whether any of them is behind a NAT that nothing told the other side of.
    public boolean isBlind() {
        return seen.isEmpty() && !translated.isEmpty();
    }

    private static void bindings(SendingSettings instance, Found found) {
        for (SendingSettings.Bound bound : instance.bound()) {
            found.add(
                    bound.address(),
                    Because.BOUND,
                    Words.get("sending.bound", bound.setting(), instance.configDirectory()));
        }
    }

    /// What Postfix, or else the kernel, takes for a family that nothing is bound for.
    private static void family(
            SendingSettings instance, NetworkFacts network, boolean v4, Found found) {
        if (!instance.speaks(v4) || instance.isBound(v4)) {
            return;
        }
        Optional<IpAddress> only = instance.onlyInterface(v4).filter(one -> !isLoopback(one));
        if (only.isPresent()) {
            found.add(
                    only.get(),
                    Because.INTERFACE,
                    Words.get("sending.interface", instance.configDirectory()));
            return;
        }
        IpAddress route = v4 ? network.route4() : network.route6();
        if (route != null) {
            found.add(route, Because.ROUTE, Words.get("sending.route"));
            return;
        }
        List<IpAddress> family =
                network.addresses().stream().filter(one -> one.isV4() == v4).toList();
        if (family.size() == 1) {
            found.add(family.getFirst(), Because.ONLY, Words.get("sending.only"));
        }
    }

    private static DisplayText words(Quoted one) {
        return one.receivers() == 1
                ? Words.get("sending.quoted", one.receiver(), one.example().words())
                : Words.get(
                        "sending.quoted-more",
                        one.receivers(),
                        one.receiver(),
                        one.example().words());
    }

    private static boolean isLoopback(IpAddress address) {
        return address.isIn(LOOPBACK4, 8) || address.equals(LOOPBACK6);
    }

    /// Nobody on the Internet sees these.
    private static boolean isPrivate(IpAddress address) {
        return SpecialAddress.of(address).isPresent();
    }

    /// What was found so far.
    private static final class Found {
        private final Map<IpAddress, SendingAddress> all = new LinkedHashMap<>();

        void add(IpAddress address, Because because, DisplayText evidence) {
            if (!isLoopback(address)) {
                add(new SendingAddress(address, because, evidence));
            }
        }

        void add(SendingAddress one) {
            all.merge(
                    one.address(),
                    one,
                    (first, other) ->
                            first.because().compareTo(other.because()) <= 0 ? first : other);
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        boolean isTranslated(boolean v4) {
            return translated().stream().anyMatch(one -> one.address().isV4() == v4);
        }

        List<SendingAddress> translated() {
            return all.values().stream().filter(one -> isPrivate(one.address())).toList();
        }

        SendingAddresses with(List<SendingSettings> settings) {
            List<SendingAddress> seen = new ArrayList<>(all.values());
            seen.removeAll(translated());
            return new SendingAddresses(seen, translated(), settings);
        }
    }
}
