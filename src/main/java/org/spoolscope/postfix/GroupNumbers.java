package org.spoolscope.postfix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.spoolscope.model.DomainNumbers;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.SharedTexts;
import org.spoolscope.model.TextNumbers;
import org.spoolscope.postfix.QueueGroups.By;

/// Numbers the groups of [QueueGroups], from 0 in the order in which they come, and tells which one
/// a recipient falls into. Remembers senders, reasons and domains it has seen: for one pass on one
/// thread.
public final class GroupNumbers {
    private static final int UNKNOWN = -1;

    private final By by;
    private final QueueCauses causes;
    private final TextNumbers keys = new TextNumbers();
    private final SharedTexts texts = new SharedTexts();
    private final DomainNumbers domains = new DomainNumbers();

    /// Of each sender, reason or domain; of a reason with its latest domain, by cause.
    private int[] groups = {};

    private int[] latestDomains = {};
    private final Map<Long, Integer> groupsOfPairs = new HashMap<>();

    public GroupNumbers(By by, Judgement judgement) {
        this.by = by;
        this.causes = new QueueCauses(judgement);
    }

    /// The key of a group.
    public String key(int group) {
        return keys.text(group);
    }

    /// The group that a message without recipients is in.
    public int withoutRecipient(QueueCursor row) {
        return by == By.SENDER ? text(texts.sender(row)) : keys.of("");
    }

    /// The group that a recipient of a message is in.
    public int of(QueueCursor row, int recipient) {
        return switch (by) {
            case SENDER -> text(texts.sender(row));
            case DOMAIN -> {
                int domain = domain(row, recipient);
                makeRoom(domain);
                if (groups[domain] == UNKNOWN) {
                    groups[domain] = keys.of(domains.name(domain));
                }
                yield groups[domain];
            }
            case CAUSE, REASON, RELAY -> {
                int reason = texts.reason(row, recipient);
                if (reason < 0) {
                    yield keys.of("");
                }
                yield by == By.CAUSE ? cause(reason, domain(row, recipient)) : text(reason);
            }
        };
    }

    private int domain(QueueCursor row, int recipient) {
        return domains.of(row.bytes(), row.domainStart(recipient), row.addressEnd(recipient));
    }

    private int text(int number) {
        makeRoom(number);
        if (groups[number] == UNKNOWN) {
            groups[number] = keys.of(key(texts.text(number)));
        }
        return groups[number];
    }

    private String key(String text) {
        return switch (by) {
            case RELAY -> ReasonText.of(text).relay();
            case REASON -> ReasonText.of(text).normalised();
            case CAUSE, DOMAIN, SENDER -> text;
        };
    }

    /// Most reasons name a host, so they come with one domain.
    private int cause(int number, int domain) {
        makeRoom(number);
        if (groups[number] == UNKNOWN || latestDomains[number] != domain) {
            long pair = (long) number << Integer.SIZE | domain;
            groups[number] =
                    groupsOfPairs.computeIfAbsent(
                            pair,
                            _ -> keys.of(causes.key(domains.name(domain), texts.text(number))));
            latestDomains[number] = domain;
        }
        return groups[number];
    }

    private void makeRoom(int number) {
        if (number >= groups.length) {
            int before = groups.length;
            groups = Arrays.copyOf(groups, Math.max(number + 1, before * 2));
            latestDomains = Arrays.copyOf(latestDomains, groups.length);
            Arrays.fill(groups, before, groups.length, UNKNOWN);
        }
    }
}
