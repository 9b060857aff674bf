package org.spoolscope.postfix.log;

import java.util.Random;

/// Names as they occur in mail: a few large providers, many small domains.
final class MailNames {
    private static final String[] PROVIDERS = {
        "gmail.example", "outlook.example", "yahoo.example", "gmx.example", "web.example"
    };
    private static final String[] FIRST = {
        "anna", "bjorn", "carla", "david", "eva", "finn", "greta", "henrik", "ida", "jonas", "kari",
        "lars", "maria", "nils", "olga", "per", "quentin", "rosa", "svein", "tone"
    };
    private static final String LONG = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";

    private final Random random;

    MailNames(Random random) {
        this.random = random;
    }

    String domain() {
        return random.nextInt(10) < 6
                ? PROVIDERS[random.nextInt(PROVIDERS.length)]
                : "firm" + skewed(20_000) + ".example";
    }

    String address() {
        return address(domain());
    }

    String address(String domain) {
        String name = FIRST[random.nextInt(FIRST.length)];
        return switch (random.nextInt(12)) {
            case 0 -> name.toUpperCase(java.util.Locale.ROOT) + "@" + domain;
            case 1 -> "\"" + name + ", x\"@" + domain;
            default -> name + "." + skewed(30_000) + "@" + domain;
        };
    }

    String ours() {
        return FIRST[random.nextInt(FIRST.length)] + skewed(400) + "@example.org";
    }

    String bulkSender() {
        return "bounce-" + skewed(60) + "@news.example.org";
    }

    String ip() {
        return switch (random.nextInt(8)) {
            case 0 ->
                    "2001:db8:"
                            + Integer.toHexString(random.nextInt(65_536))
                            + "::"
                            + Integer.toHexString(1 + random.nextInt(4_000));
            case 1, 2 -> "203.0.113." + random.nextInt(256);
            case 3, 4 -> "198.51.100." + random.nextInt(256);
            default -> "192.0.2." + random.nextInt(256);
        };
    }

    /// `NAME[IP]` of a client.
    String client() {
        return random.nextInt(3) == 0
                ? "unknown[" + ip() + "]"
                : "mx" + random.nextInt(4) + "." + domain() + "[" + ip() + "]";
    }

    String mx(String domain) {
        return "mx" + random.nextInt(4) + "." + domain + "[" + ip() + "]";
    }

    /// A queue id of either kind.
    String id(long micros) {
        if (random.nextBoolean()) {
            return String.format("%05X%X", micros % 1_000_000, 0x20000 + random.nextInt(60_000));
        }
        StringBuilder id = new StringBuilder(16);
        base52(id, 1_793_577_600L + micros / 1_000_000, 6);
        base52(id, micros % 1_000_000, 4);
        id.append('z');
        for (int i = 0; i < 4; i++) {
            id.append(LONG.charAt(random.nextInt(51)));
        }
        return id.toString();
    }

    /// Small numbers more often than large ones, as with everything people do.
    int skewed(int bound) {
        double x = random.nextDouble();
        return (int) (x * x * x * bound);
    }

    private static void base52(StringBuilder id, long value, int digits) {
        int at = id.length();
        long rest = value;
        for (int i = 0; i < digits; i++) {
            id.insert(at, LONG.charAt((int) (rest % 52)));
            rest /= 52;
        }
    }
}
