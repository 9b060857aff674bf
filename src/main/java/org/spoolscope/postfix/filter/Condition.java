package org.spoolscope.postfix.filter;

import java.util.List;

/// A filter as a tree.
///
/// @param <S> what is looked at
@FunctionalInterface
interface Condition<S> {
    boolean holds(S subject);

    /// Nothing is asked for.
    record Always<S>() implements Condition<S> {
        @Override
        public boolean holds(S subject) {
            return true;
        }
    }

    /// All of them.
    record And<S>(List<Condition<S>> terms) implements Condition<S> {
        @Override
        public boolean holds(S subject) {
            for (Condition<S> term : terms) {
                if (!term.holds(subject)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// At least one of them.
    record Or<S>(List<Condition<S>> terms) implements Condition<S> {
        @Override
        public boolean holds(S subject) {
            for (Condition<S> term : terms) {
                if (term.holds(subject)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Not that one.
    record Not<S>(Condition<S> term) implements Condition<S> {
        @Override
        public boolean holds(S subject) {
            return !term.holds(subject);
        }
    }
}
