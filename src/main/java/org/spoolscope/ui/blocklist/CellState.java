package org.spoolscope.ui.blocklist;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.Verdict;

/// What a cell says: a word, and a shape of its own in the rules, so that colour never is alone.
enum CellState {
    LISTED,
    /// Listed, and the person does not want to hear of it.
    MUTED,
    /// Listed when the list answered last; it is silent now.
    SILENT,
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

    static CellState of(ListStanding standing, boolean muted) {
        if (!standing.isListed()) {
            return of(standing.check());
        }
        if (muted) {
            return MUTED;
        }
        return standing.check().verdict() == Verdict.LISTED ? LISTED : SILENT;
    }

    static CellState of(ListCheck check) {
        return switch (check.verdict()) {
            case LISTED -> LISTED;
            case CLEAN -> clean(check);
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

    /// To be on a list of good senders is no listing either, and told apart by the code only.
    private static CellState clean(ListCheck check) {
        if (check.kind() != Blocklist.Kind.ALLOW) {
            return CLEAN;
        }
        return check.codes().isEmpty() ? STRANGER : WELCOME;
    }

    /// Where nothing was asked: because the list does not know such subjects, or not yet.
    static CellState unasked(Blocklist list, String subject) {
        Optional<IpAddress> address = IpAddress.parse(subject);
        if (list.kind() == Blocklist.Kind.DOMAIN) {
            return address.isPresent() ? NO_ADDRESSES : WAITING;
        }
        if (address.isEmpty()) {
            return NO_DOMAINS;
        }
        boolean ipv4 = address.get().isV4();
        if (ipv4 ? list.ipv4() : list.ipv6()) {
            return WAITING;
        }
        return ipv4 ? NO_IPV4 : NO_IPV6;
    }

    DisplayText word() {
        return Words.get("blocklist.cell." + key);
    }

    /// In a sentence, for the details and those who see no shape.
    DisplayText meaning() {
        return Words.get("blocklist.cell." + key + ".is");
    }

    /// Whether someone should see to it.
    boolean isListed() {
        return this == LISTED || this == SILENT;
    }

    /// Makes this the one state of `node`, as a pseudo-class for the rules.
    void apply(Node node) {
        for (CellState state : values()) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state.key), state == this);
        }
    }
}
