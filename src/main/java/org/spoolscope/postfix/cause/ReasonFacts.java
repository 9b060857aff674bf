package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a reason says besides its words: who answered, with which codes. Bounds are in the bytes of
/// the reason; valid as long as they are.
public final class ReasonFacts {
    private static final String NAME_ERROR = "name=";

    boolean suspended;
    int causeStart;
    private byte[] bytes = {};
    private int hostFrom;
    private int hostTo;
    private int addressFrom;
    private int addressTo;
    private int code;
    private int codeEnd;
    private int statusFrom;
    private int statusTo;
    private int shownFrom;
    private int shownTo;

    ReasonFacts() {}

    /// Whether no attempt was made, since the destination is throttled.
    public boolean suspended() {
        return suspended;
    }

    /// Where the reason begins that tells why, behind the words that it is suspended.
    public int causeStart() {
        return causeStart;
    }

    /// The SMTP reply code, 0 where no host replied.
    public int code() {
        return code;
    }

    /// Bounds of the host's name, or of a name that could not be looked up; empty where none.
    public int hostFrom() {
        return hostFrom;
    }

    public int hostTo() {
        return hostTo;
    }

    /// The host that answered or did not, or the name that could not be looked up, in lower case;
    /// empty where none is named.
    public String host() {
        return text(hostFrom, hostTo).toLowerCase(Locale.ROOT);
    }

    /// The host's address; empty where none is named.
    public String address() {
        return text(addressFrom, addressTo);
    }

    /// The enhanced status code of the reply, or empty.
    public String status() {
        return text(statusFrom, statusTo);
    }

    void begin(byte[] of) {
        bytes = of;
        suspended = false;
        hostFrom = 0;
        hostTo = 0;
        addressFrom = 0;
        addressTo = 0;
        code = 0;
        codeEnd = -1;
        statusFrom = 0;
        statusTo = 0;
        shownFrom = 0;
        shownTo = 0;
    }

    /// The first one counts.
    ///
    /// @return whether it was that
    boolean host(int from, int to, int ipFrom, int ipTo) {
        if (addressTo > 0) {
            return false;
        }
        hostFrom = from;
        hostTo = to;
        addressFrom = ipFrom;
        addressTo = ipTo;
        return true;
    }

    /// Where its name stands in the normalised text.
    void shown(int from, int to) {
        shownFrom = from;
        shownTo = to;
    }

    int shownFrom() {
        return shownFrom;
    }

    int shownTo() {
        return shownTo;
    }

    boolean isUnresolved(int keyFrom, int valueFrom, boolean afterFor) {
        return afterFor && hostTo == 0 && valueFrom - keyFrom == NAME_ERROR.length();
    }

    void unresolved(int from, int to) {
        hostFrom = from;
        hostTo = to;
    }

    void code(int found, boolean said, int end) {
        if (said && code == 0) {
            code = found;
            codeEnd = end;
        }
    }

    /// The one right behind the reply code counts.
    void status(int behind, int from, int to) {
        if (behind == codeEnd) {
            statusFrom = from;
            statusTo = to;
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
