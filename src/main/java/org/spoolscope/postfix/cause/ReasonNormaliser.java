package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Brings reasons with one cause to one text, and notes what they say about who answered.
///
/// What differs from message to message (ids, addresses, times, numbers, the varying end of a link)
/// becomes `…`; a host shrinks to its domain (`mx3.example.net[192.0.2.1]` to `example.net`, so
/// that a provider's machines are one); the codes that a many-line reply repeats are left out. The
/// words, the reply code, the enhanced status code and a provider's own short codes (`TSS04`,
/// `S3140`, `LPN007_510`) stay.
///
/// Reasons are worded by Postfix's SMTP client (`src/smtp/smtp_trouble.c`, `smtp_connect.c`): `host
/// NAME[IP] said: REPLY (in reply to COMMAND)`, `host NAME[IP] refused to talk to me: REPLY`,
/// `connect to NAME[IP]:PORT: why`, `Name service error for name=NAME …`, any of them after
/// `delivery temporarily suspended: `.
///
/// One pass, no regular expression, nothing allocated after the first call. The result is valid
/// until the next call. Belongs to one thread.
public final class ReasonNormaliser {
    /// Longer results are cut: causes are told apart by this much.
    public static final int KEY = 240;

    /// What is kept for rules to look at.
    private static final int LIMIT = 1000;

    private static final byte[] VARYING = "…".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SPACE = {' '};
    private static final byte[] SUSPENDED =
            "delivery temporarily suspended: ".getBytes(StandardCharsets.US_ASCII);

    private byte[] out;
    private int length;
    private final ReasonWord word = new ReasonWord();
    private final ReasonFacts facts = new ReasonFacts();
    private boolean lastVaries;
    private int lastStart;
    private boolean coded;
    private int firstCode;
    private int firstStatus;

    public ReasonNormaliser() {
        this(2 * LIMIT);
    }

    private ReasonNormaliser(int capacity) {
        out = new byte[capacity];
    }

    /// For one reason of that many bytes.
    public static ReasonNormaliser once(int bytes) {
        return new ReasonNormaliser(Math.min(LIMIT, 3 * bytes) + bytes + 16);
    }

    /// The normalised text is in [#bytes] up to [#length] afterwards.
    public void normalise(byte[] in, int from, int to) {
        length = 0;
        lastVaries = false;
        lastStart = 0;
        coded = false;
        firstCode = 0;
        firstStatus = 0;
        facts.begin(in);
        int at = from;
        if (startsWith(in, from, to, SUSPENDED)) {
            facts.suspended = true;
            at += SUSPENDED.length;
        }
        facts.causeStart = at;
        room(Math.min(LIMIT, 3 * (to - from)) + to - from + 16);
        while (at < to && length < LIMIT) {
            int start = at;
            int begin = length == 0 ? 0 : length + 1;
            int end = begin;
            int kinds = 0;
            while (at < to) {
                byte b = in[at];
                int kind = Ascii.KINDS[b & 0xff];
                if (kind < 0) {
                    break;
                }
                kinds |= kind;
                out[end++] = b;
                at++;
            }
            if (at == start) {
                at++;
            } else if ((kinds & Ascii.SPECIAL) != 0) {
                word.set(in, start, at, kinds);
                special();
            } else {
                plain(begin, end);
            }
        }
        length = Math.min(length, LIMIT);
        trim();
    }

    /// Where the normalised text is: UTF-8 where the reason was.
    public byte[] bytes() {
        return out;
    }

    /// How much of it there is.
    public int length() {
        return length;
    }

    /// How much of it tells one cause from another: at most [#KEY] bytes, no half character.
    public int keyLength() {
        if (length <= KEY) {
            return length;
        }
        int end = KEY - VARYING.length;
        while (end > 0 && (out[end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }

    /// The text that tells one cause from another; made anew at each call.
    public String text() {
        int end = keyLength();
        String text = new String(out, 0, end, StandardCharsets.UTF_8);
        return end < length ? text + "…" : text;
    }

    /// What rules look at: the text in lower case, without the name of the host that answered.
    byte[] words() {
        int from = Math.min(facts.shownFrom(), length);
        int to = Math.min(facts.shownTo(), length);
        int left = to > from ? VARYING.length : 0;
        byte[] words = new byte[length - (to - from) + left];
        System.arraycopy(out, 0, words, 0, from);
        System.arraycopy(VARYING, 0, words, from, left);
        System.arraycopy(out, to, words, from + left, length - to);
        for (int i = 0; i < words.length; i++) {
            words[i] = Ascii.lower(words[i]);
        }
        return words;
    }

    /// What the reason says about who answered, and how.
    public ReasonFacts facts() {
        return facts;
    }

    /// A word of letters and punctuation, which stands behind the result already.
    private void plain(int begin, int end) {
        if (namesAccount()) {
            varying();
        } else if (!(lastVaries && ReasonWord.isCalendar(out, begin, end))) {
            if (begin > 0) {
                out[length] = ' ';
            }
            lastStart = begin;
            length = end;
            lastVaries = false;
        }
    }

    private void special() {
        int kinds = word.kinds;
        if ((kinds & Ascii.OPEN) != 0 && word.findHost()) {
            host();
        } else if ((kinds & Ascii.DIGIT) != 0 && code()) {
            coded = true;
            if (word.split()) {
                special();
            }
        } else if ((kinds & Ascii.SLASH) != 0 && word.findScheme()) {
            link(word.schemeTo);
        } else if ((kinds & Ascii.AT) != 0) {
            varying();
        } else if ((kinds & Ascii.EQUALS) != 0 && word.isPair()) {
            pair();
        } else if ((kinds & Ascii.SLASH) != 0 && word.mailboxFrom() > 0) {
            mailbox(word.mailboxFrom());
        } else if ((kinds & Ascii.DIGIT) == 0 || !collapsed()) {
            if (word.varies() || namesAccount()) {
                varying();
            } else {
                copy(word.bytes, word.from, word.to);
            }
        }
    }

    private void host() {
        boolean first = facts.host(word.nameFrom, word.nameTo, word.addressFrom, word.addressTo);
        begin();
        put(word.bytes, word.from, word.nameFrom);
        if (HostName.hasLetter(word.bytes, word.nameFrom, word.nameTo)) {
            int domain = HostName.domain(word.bytes, word.nameFrom, word.nameTo);
            int at = length;
            put(word.bytes, domain, word.nameTo);
            for (int i = at; i < length; i++) {
                out[i] = Ascii.lower(out[i]);
            }
            if (first) {
                facts.shown(at, length);
            }
        } else {
            put(VARYING, 0, VARYING.length);
        }
        put(word.bytes, word.hostTo, word.to);
    }

    /// A reply code, with or without its enhanced status code, or one of these alone; those of the
    /// lines after the first are left out.
    private boolean code() {
        int code = word.code();
        int status = word.status(code > 0 ? word.codeTo : word.from);
        if (code == 0 && status == 0) {
            return false;
        }
        if (code == 0) {
            if (coded && firstStatus == 0) {
                facts.status(length, word.statusFrom, word.to);
            }
            if (status == firstStatus) {
                return true;
            }
            firstStatus = firstStatus == 0 ? status : firstStatus;
            copy(word.bytes, word.from, word.to);
            return true;
        }
        boolean first = length == 0 || out[length - 1] == ':';
        if (!first && !coded) {
            return false;
        }
        if (coded) {
            return code == firstCode || word.isDashed();
        }
        boolean said = length == 0 || endsWith("said:") || endsWith(" me:");
        firstCode = code;
        copy(word.bytes, word.codeFrom, word.codeFrom + 3);
        facts.code(code, said, length);
        if (status > 0) {
            facts.status(length, word.statusFrom, word.to);
            firstStatus = status;
            copy(word.bytes, word.statusFrom, word.to);
        }
        return true;
    }

    /// A link up to what varies in it.
    private void link(int afterScheme) {
        byte[] in = word.bytes;
        begin();
        put(in, word.from, afterScheme);
        int at = afterScheme;
        boolean host = true;
        while (at < word.to) {
            int end = at;
            while (end < word.to && !Ascii.separates(in[end])) {
                end++;
            }
            if (word.partVaries(at, end) && !(host && HostName.hasLetter(in, at, end))) {
                put(VARYING, 0, VARYING.length);
                return;
            }
            put(in, at, Math.min(word.to, end + 1));
            at = end + 1;
            host = false;
        }
    }

    /// `key=value`; of `name=` the value always varies.
    private void pair() {
        int value = word.valueFrom();
        if (facts.isUnresolved(word.from, value, endsWith(" for"))) {
            facts.unresolved(value, word.to);
        }
        if (word.startsWith("name=") || word.partVaries(value, word.to)) {
            begin();
            put(word.bytes, word.from, value);
            put(VARYING, 0, VARYING.length);
        } else {
            copy(word.bytes, word.from, word.to);
        }
    }

    /// A host's name with digits in it, without an address: its domain is what counts.
    private boolean collapsed() {
        int from = word.coreFrom();
        int to = word.coreTo();
        if (!word.isHostName(from, to)) {
            return false;
        }
        int domain = HostName.domain(word.bytes, from, to);
        if (domain == from) {
            return false;
        }
        begin();
        put(word.bytes, word.from, from);
        put(word.bytes, domain, word.to);
        return true;
    }

    /// The path of somebody's mailbox.
    private void mailbox(int account) {
        begin();
        put(word.bytes, word.from, account);
        put(VARYING, 0, VARYING.length);
    }

    /// Whether the word is the name of an account, as local(8) and virtual(8) say it.
    private boolean namesAccount() {
        return !coded
                && length > 7
                && (out[length - 1] == 'r' && endsWith("for user")
                        || out[length - 1] == ':' && endsWith("nknown user:"));
    }

    private void varying() {
        if (lastVaries) {
            return;
        }
        if (length > 0 && ReasonWord.isCalendar(out, lastStart, length)) {
            length = lastStart;
            trim();
        }
        begin();
        put(VARYING, 0, VARYING.length);
        lastVaries = true;
    }

    private void copy(byte[] in, int from, int to) {
        begin();
        put(in, from, to);
    }

    private void begin() {
        if (length > 0) {
            put(SPACE, 0, 1);
        }
        lastStart = length;
        lastVaries = false;
    }

    private void put(byte[] in, int from, int to) {
        int count = to - from;
        room(length + count);
        System.arraycopy(in, from, out, length, count);
        length += count;
    }

    private void room(int bytes) {
        if (bytes > out.length) {
            out = Arrays.copyOf(out, bytes + LIMIT / 4);
        }
    }

    private void trim() {
        while (length > 0 && out[length - 1] == ' ') {
            length--;
        }
    }

    private boolean endsWith(String text) {
        int at = length - text.length();
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (out[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] in, int from, int to, byte[] text) {
        return to - from >= text.length
                && Arrays.equals(in, from, from + text.length, text, 0, text.length);
    }
}
