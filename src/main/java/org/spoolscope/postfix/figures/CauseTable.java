package org.spoolscope.postfix.figures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.cause.CauseRules.Verdict;
import org.spoolscope.postfix.cause.HostName;
import org.spoolscope.postfix.cause.ReasonFacts;
import org.spoolscope.postfix.cause.ReasonNormaliser;
import org.spoolscope.postfix.log.Hash;

/// The causes that a log names, each known by its normalised text and the domain of the hosts that
/// say so. A bounded number: those that were named least recently become one per class.
final class CauseTable {
    static final int MOST = 4096;
    private static final int PLACES = 4 * MOST;
    private static final int LONGEST_EXAMPLE = 500;

    private final CauseRules rules;
    private final ReasonNormaliser normaliser = new ReasonNormaliser();
    private final @Nullable CauseTally[] places = new @Nullable CauseTally[PLACES];
    private final @Nullable CauseTally[] others =
            new @Nullable CauseTally[CauseClass.values().length];
    private byte[] scratch = new byte[512];
    private int count;

    CauseTable(CauseRules rules) {
        this.rules = rules;
    }

    /// The cause that the reason `bytes[from, to)` names.
    ///
    /// @param host bytes that hold the host that was talked to, or else the destination
    /// @param reached whether that is a host; else a host that the reason names counts for more
    CauseTally of(
            byte[] bytes,
            int from,
            int to,
            byte[] host,
            int hostFrom,
            int hostTo,
            boolean reached,
            long second) {
        normaliser.normalise(bytes, from, to);
        int keyLength = key(bytes, host, hostFrom, hostTo, reached);
        long hash = Hash.of(scratch, 0, keyLength, 0);
        int place = find(hash, keyLength);
        CauseTally known = places[place];
        return known == null ? add(bytes, from, to, hash, keyLength, second) : known;
    }

    /// The most frequent of the last hour.
    List<CauseFigures> figures(int most, LogTime time) {
        record Ranked(CauseTally tally, long sum) {}
        return all().stream()
                .map(tally -> new Ranked(tally, tally.sum(time.newest())))
                .filter(ranked -> ranked.sum() > 0)
                .sorted(Comparator.comparingLong(ranked -> -ranked.sum()))
                .limit(most)
                .map(ranked -> ranked.tally().figures(time))
                .toList();
    }

    int count() {
        return count;
    }

    /// The normalised text, a zero byte, the domain.
    private int key(byte[] bytes, byte[] host, int hostFrom, int hostTo, boolean reached) {
        ReasonFacts facts = normaliser.facts();
        boolean named = !reached && facts.hostTo() > facts.hostFrom();
        byte[] in = named ? bytes : host;
        int from = named ? facts.hostFrom() : hostFrom;
        int to = named ? facts.hostTo() : hostTo;
        int domain = HostName.domain(in, from, to);
        int text = normaliser.keyLength();
        int length = text + 1 + to - domain;
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        System.arraycopy(normaliser.bytes(), 0, scratch, 0, text);
        scratch[text] = 0;
        for (int i = domain; i < to; i++) {
            byte b = in[i];
            scratch[text + 1 + i - domain] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        return length;
    }

    private int find(long hash, int keyLength) {
        int place = (int) hash & PLACES - 1;
        for (CauseTally there = places[place]; there != null; there = places[place]) {
            if (there.hash == hash
                    && Arrays.equals(there.key, 0, there.key.length, scratch, 0, keyLength)) {
                break;
            }
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    private CauseTally add(byte[] bytes, int from, int to, long hash, int keyLength, long second) {
        if (count >= MOST) {
            forget(second);
        }
        int domain = normaliser.keyLength() + 1;
        CauseTally tally =
                new CauseTally(
                        Arrays.copyOf(scratch, keyLength),
                        hash,
                        rules.verdict(normaliser),
                        new String(scratch, domain, keyLength - domain, StandardCharsets.UTF_8),
                        normaliser.text(),
                        Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_EXAMPLE)),
                        second);
        places[find(hash, keyLength)] = tally;
        count++;
        return tally;
    }

    /// The quarter that was named least recently goes into its class's other.
    private void forget(long second) {
        List<CauseTally> known = new ArrayList<>(MOST);
        for (CauseTally tally : places) {
            if (tally != null) {
                known.add(tally);
            }
        }
        Arrays.fill(places, null);
        long[] times = new long[known.size()];
        Arrays.setAll(times, i -> known.get(i).last);
        Oldest oldest = new Oldest(times, MOST / 4);
        for (CauseTally tally : known) {
            if (oldest.takes(tally.last)) {
                other(tally.verdict.kind(), second).add(tally, second);
                count--;
            } else {
                int place = (int) tally.hash & PLACES - 1;
                while (places[place] != null) {
                    place = place + 1 & PLACES - 1;
                }
                places[place] = tally;
            }
        }
    }

    private CauseTally other(CauseClass kind, long second) {
        CauseTally other = others[kind.ordinal()];
        if (other == null) {
            other =
                    new CauseTally(
                            new byte[0], 0, new Verdict(kind, ""), "", "", new byte[0], second);
            others[kind.ordinal()] = other;
        }
        return other;
    }

    private List<CauseTally> all() {
        List<CauseTally> all = new ArrayList<>(count + others.length);
        for (CauseTally tally : places) {
            if (tally != null) {
                all.add(tally);
            }
        }
        for (CauseTally tally : others) {
            if (tally != null) {
                all.add(tally);
            }
        }
        return all;
    }
}
