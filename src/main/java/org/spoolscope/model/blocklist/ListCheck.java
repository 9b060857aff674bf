package org.spoolscope.model.blocklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What one list said of one address or domain, with its proof.
///
/// @param subject the address in its canonical form, or the domain
/// @param list which list, by its name in the catalogue
/// @param zone as it is shown: a key stays `{key}`
/// @param codes all addresses that came as an answer, in order; empty when none
/// @param meaning of the codes or the failure, for people; empty for a clean answer
/// @param txt what the list says in its TXT record, decoded, bounded; empty when nothing
/// @param resolver who answered, for people
/// @param took from the question to the verdict, control probes left out
/// @param at when it was answered, by the desktop's clock; older than now when it was remembered
public record ListCheck(
        String subject,
        String list,
        String zone,
        Blocklist.Kind kind,
        Verdict verdict,
        List<String> codes,
        String meaning,
        String txt,
        String resolver,
        Duration took,
        Instant at) {
    public ListCheck {
        codes = List.copyOf(codes);
    }
}
