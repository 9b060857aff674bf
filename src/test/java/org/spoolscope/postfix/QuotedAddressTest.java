package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.IpAddress;

class QuotedAddressTest {
    private static final IpAddress OURS = IpAddress.parse("192.0.2.10").orElseThrow();
    private static final IpAddress RELAY = IpAddress.parse("198.51.100.25").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using bl.example",
                "554 5.7.1 <mx.example[192.0.2.10]>: Client host 192.0.2.10 rejected: no reverse",
                "550 5.7.1 Unfortunately, messages from [192.0.2.10] weren't sent. Please contact",
                "421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to complaints",
                "421-4.7.0 [192.0.2.10      15] Our system has detected an unusual rate of mail",
                "550-5.7.1 [192.0.2.10] The IP you're using to send mail is not authorized",
                "554 refused: your IP address 192.0.2.10 is on our list",
                "550 Sender IP (192.0.2.10) rejected",
                "554 blocked; ip=192.0.2.10",
                "554 refused, see https://postmaster.example/case?c=r0103&i=ip&v=192.0.2.10&r=0M",
                "550 see https://check.example/query/ip/192.0.2.10",
                "550 Your IP: 192.0.2.10. mx.example [198.51.100.25] does not take it",
            })
    void isFoundWhereReceiversPutIt(String reply) {
        assertThat(QuotedAddress.find(RELAY, reply))
                .hasValueSatisfying(quoted -> {
                    assertThat(quoted.address()).isEqualTo(OURS);
                    assertThat(quoted.words()).contains("192.0.2.10");
                });
    }

    @Test
    void isFoundInIpv6() {
        assertThat(
                        QuotedAddress.find(
                                RELAY,
                                "550-5.7.1 [2001:db8::10] Our system has detected that this"
                                        + " message does not meet IPv6 sending guidelines"))
                .hasValueSatisfying(
                        quoted -> assertThat(quoted.address()).hasToString("2001:db8::10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.0 mx.example[198.51.100.25] greylisted",
                "554 Client host [198.51.100.25] blocked",
                "550 relay 192.0.2.10 is full",
                "550 5.1.1 no mailbox here by version 10.0.0.1",
                "554 blocked; ip=192.0.2.10 helo=x; your IP address is 192.0.2.11",
                "554 Client host [192.0.2.300] blocked",
                "250 2.0.0 Ok: queued as 192.0.2.10",
                "",
            })
    void isNotGuessed(String reply) {
        assertThat(QuotedAddress.find(RELAY, reply)).isEmpty();
    }

    @Test
    void longTextsTakeNoTime() {
        assertThat(QuotedAddress.find(null, "ip=" + "1:".repeat(500_000))).isEmpty();
        assertThat(QuotedAddress.find(null, "550-".repeat(500_000) + "[192.0.2.10]")).isEmpty();
    }
}
