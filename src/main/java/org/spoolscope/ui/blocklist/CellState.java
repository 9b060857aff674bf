package org.spoolscope.ui.blocklist;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Verdict;

/// What a cell says: a word, and a shape of its own in the rules, so that colour never is alone.
enum CellState {
    LISTED,
    /// Listed, and the person does not want to hear of it.
    MUTED,
    POLICY,
    CLEAN,
    /// On a list of good senders.
    WELCOME,
    /// Not on a list of good senders, which does no harm.
    STRANGER,
    REFUSED,
    WILDCARD,
    REWRITTEN,
    UNVERIFIED,
    TIMEOUT,
    ERROR,
    DEAD,
    /// Not asked yet.
    WAITING,
    NO_IPV4,
    NO_IPV6,
    /// A list of domains, and an address.
    NO_ADDRESSES,
    /// A list of addresses, and a domain.
    NO_DOMAINS;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    static CellState of(Verdict verdict, Blocklist.Kind kind, boolean muted) {
        return switch (verdict) {
            case LISTED -> kind == Blocklist.Kind.ALLOW ? WELCOME : muted ? MUTED : LISTED;
            case CLEAN -> kind == Blocklist.Kind.ALLOW ? STRANGER : CLEAN;
            case POLICY -> POLICY;
            case REFUSED -> REFUSED;
            case WILDCARD -> WILDCARD;
            case REWRITTEN -> REWRITTEN;
            case UNVERIFIED -> UNVERIFIED;
            case TIMEOUT -> TIMEOUT;
            case ERROR -> ERROR;
            case DEAD -> DEAD;
        };
    }

    /// Where nothing was asked: because the list does not know such subjects, or not yet.
    static CellState unasked(Blocklist list, String subject) {
        boolean address = Subjects.isAddress(subject);
        if (list.kind() == Blocklist.Kind.DOMAIN) {
            return address ? NO_ADDRESSES : WAITING;
        }
        if (!address) {
            return NO_DOMAINS;
        }
        boolean ipv6 = Subjects.isIpv6(subject);
        if (ipv6 ? list.ipv6() : list.ipv4()) {
            return WAITING;
        }
        return ipv6 ? NO_IPV6 : NO_IPV4;
    }

    DisplayText word() {
        return Words.get("blocklist.cell." + key);
    }

    /// In a sentence, for the details and those who see no shape.
    DisplayText meaning() {
        return Words.get("blocklist.cell." + key + ".is");
    }

    /// Whether something was asked and said.
    boolean isVerdict() {
        return ordinal() < WAITING.ordinal();
    }

    /// Makes this the one state of `node`, as a pseudo-class for the rules.
    void apply(Node node) {
        for (CellState state : values()) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state.key), state == this);
        }
    }
}
