package org.spoolscope.demo.sim;

/// Mail addresses of people who do not exist. A person is a number; the same number has always the
/// same address. A few have the addresses that programs stumble over: quoted, not ASCII, with a
/// status in them, with a right-to-left override.
final class People {
    /// The lot of a mailbox that exists and is not full.
    static final int ORDINARY_LOT = 500;

    static final int COUNT = 400_000;

    private static final String[] FIRST = {
        "anna", "bjorn", "cecilie", "david", "elin", "fatima", "gunnar", "hanne", "ivar", "jana",
        "kari", "lars", "maria", "nils", "ola", "petra", "ragnhild", "samuel", "tone", "ulrik",
        "vera", "wenche", "yusuf", "zofia"
    };
    private static final String[] LAST = {
        "andersen", "berg", "dahl", "eide", "fossum", "garcia", "haugen", "iversen", "johansen",
        "kowalska", "lund", "moen", "nguyen", "olsen", "pedersen", "ruud", "solberg", "tran",
        "ulven", "vik", "weber"
    };

    private People() {}

    static String address(int person, Domain domain) {
        return localPart(person) + "@" + domain.name();
    }

    private static String localPart(int person) {
        String first = FIRST[person % FIRST.length];
        String last = LAST[person / FIRST.length % LAST.length];
        int number = person / (FIRST.length * LAST.length);
        if (person % 499 == 7) {
            return "\"" + first + " " + last + "\"";
        }
        if (person % 997 == 11) {
            return "bjørn.åsen" + number;
        }
        if (person % 7919 == 13) {
            return "\"x: to=<" + first + "@gmx.example>, status=sent (250 ok)\"";
        }
        if (person % 7919 == 17) {
            return first + "\u202e" + last;
        }
        return number == 0 ? first + "." + last : first + "." + last + number;
    }

    /// A number of 0 to 999 that belongs to the person: whether a mailbox is full or unknown does
    /// not change from one attempt to the next.
    static int lot(int person) {
        return Math.floorMod((int) (person * 2654435761L >>> 7), 1000);
    }
}
