package org.spoolscope.demo.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The records of the fleet's own hosts and domains. Two things are left to be done, as they are
/// everywhere: `fjordpost.example`, for which `mail2` sends, says nothing to receivers about mail
/// that is forged (DMARC); and nobody has thought of the mail that `mail1` sends in its own name.
final class OwnNames {
    private static final String SENDING = "v=spf1 mx ip4:192.0.2.0/24 -all";
    private static final String REPORTS = "rua=mailto:postmaster@nordlys.example";

    /// Half of a public key each: a string of the DNS holds 255 characters. Nobody has the other
    /// key.
    private static final String KEY =
            """
            "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqexxCYlruQ0WMMqx10pqQ63\
            dihzKIuhyfvmxu5CVminZatYOxg5wbi1ANf1K7sYnNzfikBVeghrbXDTWrNZ1BuVseNBGB/R6lip5M43NUSpvk\
            Zwuvdwv" "M99ou3AGwavj7MnDfOfEatvlmG812ubrRYJOVbTeOLMvGF9wGBmXnbVvN+D+hyHv31quYhHTtwtu1\
            2gkmVvk2qiwD+D6l0FXVXibzGVYKhkulY5mRtMPl2wwJJSy5fUP/wpmlsBURFgzYfZfaF+qWhQkK7F77E6YjpA\
            kihc7UwoRFVdyH5Nl8DiKkIL0k2WYddDVMzO8bTjQS5YiACVnyJkdLdZpjGghoQIDAQAB\"\
            """;

    private final Map<String, Map<String, String>> records = new HashMap<>();

    /// As the host sees it, which has not to know all others.
    OwnNames(Profile host) {
        String name = host.hostName();
        String domain = name.substring(name.indexOf('.') + 1);
        add("localhost", "A", "127.0.0.1");
        add(name, "A", host.address());
        add(Names.reversed(host.address()) + ".in-addr.arpa", "PTR", name + ".");
        add(name, "MX", "10 " + name + ".");
        if (!host.name().equals("mail1")) {
            text(name, "v=spf1 a -all");
        }
        for (String own : List.of(domain, "fjordpost.example", "skipshandel.example")) {
            add(own, "MX", "10 " + name + ".");
            text(own, SENDING);
            add("mail._domainkey." + own, "TXT", KEY);
            text("_smtp._tls." + own, "v=TLSRPTv1; " + REPORTS);
        }
        text("_dmarc." + domain, "v=DMARC1; p=quarantine; " + REPORTS);
        text("_dmarc.skipshandel.example", "v=DMARC1; p=reject; " + REPORTS);
        text("_mta-sts." + domain, "v=STSv1; id=20260301T080000");
    }

    private void text(String name, String text) {
        add(name, "TXT", "\"" + text + "\"");
    }

    private void add(String name, String type, String record) {
        records.computeIfAbsent(name, _ -> new HashMap<>()).put(type, record);
    }

    /// @param name in small letters
    Names.Answer ask(String type, String name) {
        Map<String, String> found = records.get(name);
        if (found == null) {
            return Names.Answer.NO_NAME;
        }
        String record = found.get(type);
        return record == null ? Names.Answer.NO_DATA : Names.Answer.of(record);
    }
}
