package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity.Selector;
import org.spoolscope.model.deliverability.Outcome;

/// The key of a selector.
final class DkimCheckTest {
    private static final String NAME = "s1._domainkey.example.org";
    private static final String ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private final TestingRecords dns = new TestingRecords();
    private final DkimCheck check = new DkimCheck(new Selector("s1", "example.org"));

    @ParameterizedTest
    @CsvSource({"512, DKIM_WEAK", "1024, DKIM_SHORT", "2048, DKIM_GOOD"})
    void judgesTheLengthOfAnRsaKey(int bits, Outcome outcome) throws GeneralSecurityException {
        dns.with(NAME + " TXT v=DKIM1; k=rsa; p=" + rsa(bits));

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(outcome);
        assertThat(found.subject()).isEqualTo(NAME);
        assertThat(found.arguments()).containsExactly(Integer.toString(bits));
    }

    @Test
    void takesRsaWhereNoTypeIsSaidAndWhiteSpaceWithinTheKey() throws GeneralSecurityException {
        String key = rsa(1024);
        dns.with(NAME + " TXT p=" + key.substring(0, 100) + " \t" + key.substring(100) + " ;");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.DKIM_SHORT);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; k=ed25519; p=" + ED25519 + ", DKIM_ED25519",
        "v=DKIM1; k=ed25519; p=AAAA, DKIM_MALFORMED",
        "v=DKIM1; k=dsa; p=AAAA, DKIM_KEY_TYPE",
        "v=DKIM1; p=, DKIM_REVOKED",
        "v=DKIM1; k=rsa, DKIM_MALFORMED",
        "v=DKIM1; k=rsa; p=not base64!, DKIM_MALFORMED",
        "v=DKIM1; k=rsa; p=" + ED25519 + ", DKIM_MALFORMED",
        "v=DKIM2; p=" + ED25519 + ", DKIM_MALFORMED",
        "k=ed25519; v=DKIM1; p=" + ED25519 + ", DKIM_MALFORMED",
        "v=spf1 -all, DKIM_MALFORMED",
    })
    void tellsWhatIsWrong(String record, Outcome outcome) {
        dns.with(NAME + " TXT " + record);

        assertThat(dns.outcomes(check)).containsExactly(outcome);
    }

    @Test
    void tellsFlagsAndUsesBesideTheKey() {
        dns.with(NAME + " TXT v=DKIM1; h=sha1; s=other; t=y:s; k=ed25519; p=" + ED25519);

        assertThat(dns.outcomes(check))
                .containsExactly(
                        Outcome.DKIM_ED25519,
                        Outcome.DKIM_UNUSABLE,
                        Outcome.DKIM_UNUSABLE,
                        Outcome.DKIM_TESTING);
    }

    @Test
    void isMissingSeveralOrUnknown() {
        assertThat(dns.outcomes(check)).containsExactly(Outcome.DKIM_MISSING);

        dns.with(NAME + " TXT v=DKIM1; p=").with(NAME + " TXT v=DKIM1; p=AAAA");
        assertThat(dns.outcomes(check)).containsExactly(Outcome.DKIM_SEVERAL);

        dns.servfail(NAME, DnsQuestion.Type.TXT);
        assertThat(dns.outcomes(check)).containsExactly(Outcome.DKIM_UNKNOWN);
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }
}
