package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.deliverability.TransportRecordCheck.Kind;
import org.spoolscope.model.deliverability.Outcome;

/// The records of MTA-STS and TLS-RPT.
final class TransportRecordCheckTest {
    private final TestingRecords dns = new TestingRecords();

    @ParameterizedTest
    @CsvSource({
        "v=STSv1; id=20260101T000000;, MTA_STS_PRESENT",
        "v=STSv1; id=, MTA_STS_INVALID",
        "v=STSv1; id=2026-01-01, MTA_STS_INVALID",
        "v=STSv2; id=1, MTA_STS_MISSING",
    })
    void readsMtaSts(String record, Outcome outcome) {
        dns.with("_mta-sts.example.org TXT " + record);

        assertThat(dns.outcomes(new TransportRecordCheck("example.org", Kind.MTA_STS)))
                .containsExactly(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "v=TLSRPTv1; rua=mailto:tls@example.org, TLS_RPT_PRESENT",
        "v=TLSRPTv1;rua=https://tls.example.org/r, TLS_RPT_PRESENT",
        "'v=TLSRPTv1; rua=mailto:a@example.org,mailto:b@example.org', TLS_RPT_PRESENT",
        "v=TLSRPTv1; rua=tls@example.org, TLS_RPT_INVALID",
        "v=TLSRPTv1, TLS_RPT_INVALID",
    })
    void readsTlsRpt(String record, Outcome outcome) {
        dns.with("_smtp._tls.example.org TXT " + record);

        assertThat(dns.outcomes(new TransportRecordCheck("example.org", Kind.TLS_RPT)))
                .containsExactly(outcome);
    }

    @Test
    void tellsSeveralAndUnknown() {
        dns.with("_mta-sts.example.org TXT v=STSv1; id=1");
        dns.with("_mta-sts.example.org TXT v=STSv1; id=2")
                .silent("_smtp._tls.example.org", DnsQuestion.Type.TXT);

        assertThat(dns.outcomes(new TransportRecordCheck("example.org", Kind.MTA_STS)))
                .containsExactly(Outcome.MTA_STS_INVALID);
        assertThat(dns.outcomes(new TransportRecordCheck("example.org", Kind.TLS_RPT)))
                .containsExactly(Outcome.TLS_RPT_UNKNOWN);
    }
}
