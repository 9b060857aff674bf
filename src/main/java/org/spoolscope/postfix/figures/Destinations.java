package org.spoolscope.postfix.figures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.postfix.log.Hash;
import org.spoolscope.postfix.provider.Providers;

/// Recipient domains, and the destinations that they belong to: a mailbox provider where one is
/// known by the domain or by the host that takes its mail, else the domain itself. A bounded number
/// of domains: those that were written to least recently become one destination, the rest.
final class Destinations {
    static final int MOST = 2000;
    private static final int PLACES = 8192;
    private static final int LONGEST_DOMAIN = 255;

    private final Providers providers;
    private final @Nullable RecipientDomain[] places = new @Nullable RecipientDomain[PLACES];
    private final Map<String, Destination> byProvider = new HashMap<>();
    private final Destination rest = new Destination(DestinationFigures.REST, false);
    private final byte[] scratch = new byte[LONGEST_DOMAIN];
    private int count;

    Destinations(Providers providers) {
        this.providers = providers;
    }

    /// The domain `bytes[from, to)`; the rest of a longer one is not looked at.
    RecipientDomain of(byte[] bytes, int from, int to, long second) {
        int length = Math.min(to - from, LONGEST_DOMAIN);
        for (int i = 0; i < length; i++) {
            byte b = bytes[from + i];
            scratch[i] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        long hash = Hash.of(scratch, 0, length, 0);
        int place = find(hash, length);
        RecipientDomain known = places[place];
        if (known == null) {
            known = add(hash, length, second);
        }
        known.last = Math.max(known.last, second);
        return known;
    }

    /// Mail for the domain is taken by this host: it may give a provider away.
    void relayed(RecipientDomain domain, byte[] host, int from, int to, long second) {
        if (domain.destination.provider || domain.isRelay(host, from, to)) {
            return;
        }
        domain.relay = Arrays.copyOfRange(host, from, to);
        String provider = providers.ofRelay(host, from, to);
        if (provider != null) {
            Destination before = domain.destination;
            domain.destination = provider(provider);
            domain.destination.domains++;
            domain.destination.add(before, second);
        }
    }

    /// Those that had mail in the last hour, the busiest first.
    List<DestinationFigures> figures(int most, LogTime time) {
        long now = time.newest();
        List<Destination> found = new ArrayList<>(byProvider.values());
        found.add(rest);
        for (RecipientDomain domain : places) {
            if (domain != null && !domain.destination.provider) {
                found.add(domain.destination);
            }
        }
        record Ranked(Destination destination, long attempts) {}
        return found.stream()
                .map(destination -> new Ranked(destination, destination.attempts(now)))
                .filter(ranked -> ranked.attempts() > 0)
                .sorted(Comparator.comparingLong(ranked -> -ranked.attempts()))
                .limit(most)
                .map(ranked -> ranked.destination().figures(time))
                .toList();
    }

    int count() {
        return count;
    }

    private RecipientDomain add(long hash, int length, long second) {
        if (count >= MOST) {
            forget(second);
        }
        String name = new String(scratch, 0, length, StandardCharsets.UTF_8);
        String provider = providers.ofDomain(scratch, 0, length);
        Destination destination =
                provider == null ? new Destination(name, false) : provider(provider);
        destination.domains++;
        RecipientDomain domain =
                new RecipientDomain(Arrays.copyOf(scratch, length), hash, name, destination);
        places[find(hash, length)] = domain;
        count++;
        return domain;
    }

    private Destination provider(String name) {
        return byProvider.computeIfAbsent(name, key -> new Destination(key, true));
    }

    private int find(long hash, int length) {
        int place = (int) hash & PLACES - 1;
        for (RecipientDomain there = places[place]; there != null; there = places[place]) {
            if (there.hash == hash
                    && Arrays.equals(there.bytes, 0, there.bytes.length, scratch, 0, length)) {
                break;
            }
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    /// The quarter that was written to least recently.
    private void forget(long second) {
        List<RecipientDomain> known = new ArrayList<>(MOST);
        for (RecipientDomain domain : places) {
            if (domain != null) {
                known.add(domain);
            }
        }
        Arrays.fill(places, null);
        long[] times = new long[known.size()];
        Arrays.setAll(times, i -> known.get(i).last);
        Oldest oldest = new Oldest(times, MOST / 4);
        for (RecipientDomain domain : known) {
            if (oldest.takes(domain.last)) {
                forget(domain.destination, second);
                count--;
            } else {
                int place = (int) domain.hash & PLACES - 1;
                while (places[place] != null) {
                    place = place + 1 & PLACES - 1;
                }
                places[place] = domain;
            }
        }
    }

    private void forget(Destination destination, long second) {
        if (!destination.provider) {
            rest.add(destination, second);
            rest.domains++;
        }
    }
}
