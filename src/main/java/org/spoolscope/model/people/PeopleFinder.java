package org.spoolscope.model.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds what names people in a text, rather too much than too little.
final class PeopleFinder {
    private PeopleFinder() {}

    /// What is to be hidden, in the order in which it stands. No two parts overlap.
    ///
    /// @param people those who may be named without their domain, as
    ///   [org.spoolscope.model.DisplayText#naming] has them
    static List<Part> find(String text, Collection<String> people) {
        if (people.isEmpty() && !LocalParts.mayBeIn(text) && !LoggedPeople.mayBeIn(text)) {
            return List.of(); // as most text on the screen
        }
        List<Part> parts = new ArrayList<>();
        LocalParts.find(text, parts::add);
        LoggedPeople.find(text, parts::add);
        Set<String> known = new LinkedHashSet<>(people);
        parts.forEach(part -> known.add(text.substring(part.from(), part.to())));
        NameSearch.find(text, known, parts::add);
        return apart(parts);
    }

    /// Where the text names this person, alike.
    static List<Part> named(String person, String text) {
        List<Part> parts = new ArrayList<>();
        NameSearch.find(text, Set.of(person), parts::add);
        return apart(parts);
    }

    private static List<Part> apart(List<Part> parts) {
        parts.sort(Comparator.comparingInt(Part::from).thenComparingInt(Part::to));
        List<Part> apart = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (apart.isEmpty() || part.from() >= apart.getLast().to()) {
                apart.add(part);
            } else {
                apart.add(apart.removeLast().with(part));
            }
        }
        return apart;
    }
}
