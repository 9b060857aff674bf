package org.spoolscope.monitor.blocklist;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.dns.blocklist.Subject;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.SpecialAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.CheckedAddress;
import org.spoolscope.monitor.lookup.SendingAddress;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// What the lists are asked about one server.
///
/// @param all its addresses that anyone can see, and the domains that its own mail is from
/// @param addresses those among them, and why
/// @param note what is to be said of the others, or empty
record Subjects(List<Subject> all, List<CheckedAddress> addresses, String note) {
    static Subjects of(SendingAddresses found) {
        List<Subject> all = new ArrayList<>();
        List<CheckedAddress> addresses = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (SendingAddress one : found.translated()) {
            notes.add(Words.get("sending.translated", one.address()).toString());
        }
        for (SendingAddress one : found.seen()) {
            IpAddress address = one.address();
            if (SpecialAddress.of(address).isPresent()) {
                notes.add(Words.get("lists.special", address).toString());
            } else {
                all.add(new Subject.Address(address));
                addresses.add(new CheckedAddress(address.toString(), one.evidence().toString()));
            }
        }
        List<String> domains =
                found.settings().stream()
                        .flatMap(instance -> instance.domains().stream())
                        .distinct()
                        .toList();
        for (String domain : domains) {
            // A list that names a domain names all below it.
            if (domains.stream().noneMatch(other -> domain.endsWith("." + other))) {
                Subject.Domain.parse(domain).ifPresent(all::add);
            }
        }
        return new Subjects(all, addresses, String.join(" ", notes));
    }
}
