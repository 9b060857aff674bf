package org.spoolscope.postfix.provider;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Provider;

/// Tells which mailbox provider is behind a mail host or a recipient domain. Immutable; nothing is
/// allocated by asking with bytes.
public final class Providers {
    private final NameTable relays;
    private final NameTable domains;
    private final List<String> names;

    /// Where two providers claim one name, the later one has it.
    public Providers(List<Provider> providers) {
        Map<String, String> byRelay = new HashMap<>();
        Map<String, String> byDomain = new HashMap<>();
        for (Provider provider : providers) {
            provider.relays().forEach(relay -> byRelay.put(relay, provider.name()));
            provider.domains().forEach(domain -> byDomain.put(domain, provider.name()));
        }
        names = providers.stream().map(Provider::name).distinct().toList();
        relays = new NameTable(byRelay);
        domains = new NameTable(byDomain);
    }

    /// All of them, in the order of the file.
    public List<String> names() {
        return names;
    }

    /// The provider that runs the mail host `bytes[from, to)`, or null.
    public @Nullable String ofRelay(byte[] bytes, int from, int to) {
        return relays.below(bytes, from, to);
    }

    /// The provider that the recipient domain `bytes[from, to)` belongs to, or null.
    public @Nullable String ofDomain(byte[] bytes, int from, int to) {
        return domains.of(bytes, from, to);
    }

    /// The provider that runs a mail host, or null.
    public @Nullable String ofRelay(String host) {
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        return ofRelay(bytes, 0, bytes.length);
    }

    /// The provider that a recipient domain belongs to, or null.
    public @Nullable String ofDomain(String domain) {
        byte[] bytes = domain.getBytes(StandardCharsets.UTF_8);
        return ofDomain(bytes, 0, bytes.length);
    }
}
