package org.spoolscope.postfix.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Provider;
import org.spoolscope.store.ProvidersFile;

class ProvidersTest {
    private static final Providers BUILT_IN = new Providers(ProvidersFile.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gmail-smtp-in.l.google.com                   | Gmail
                    ASPMX.L.GOOGLE.COM                           | Gmail
                    alt1.aspmx.l.googlemail.com                  | Gmail
                    example-com.mail.protection.outlook.com      | Microsoft
                    outlook-com.olc.protection.outlook.com       | Microsoft
                    mta7.am0.yahoodns.net                        | Yahoo
                    mx01.mail.icloud.com                         | Apple
                    mx00.emig.gmx.net                            | GMX and WEB.DE
                    mx-ha03.web.de                               | GMX and WEB.DE
                    mx00.t-online.de                             | Deutsche Telekom
                    mxs.mail.ru                                  | Mail.ru
                    mx.yandex.ru                                 | Yandex
                    mx3.qq.com                                   | Tencent QQ
                    mxa-00123456.gslb.pphosted.com               | Proofpoint
                    eu-smtp-inbound-1.mimecast.com               | Mimecast
                    cluster1.eu.messagelabs.com                  | Symantec Email Security
                    d12345a.ess.barracudanetworks.com            | Barracuda
                    mx1.mail.ovh.net                             | OVHcloud
                    mx00.ionos.de                                | IONOS
                    mx1.one.com                                  | one.com
                    mx.zoho.eu                                   | Zoho
                    mail.protonmail.ch                           | Proton
                    in1-smtp.messagingengine.com                 | Fastmail
                    notgoogle.com                                |
                    google.com.example.net                       |
                    com                                          |
                    ''                                           |
                    """)
    void areKnownByTheirMailHosts(String relay, String provider) {
        assertThat(BUILT_IN.ofRelay(relay)).isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gmail.com       | Gmail
                    GoogleMail.com  | Gmail
                    hotmail.no      | Microsoft
                    web.de          | GMX and WEB.DE
                    sub.gmail.com   |
                    example.com     |
                    """)
    void areKnownByTheirDomains(String domain, String provider) {
        assertThat(BUILT_IN.ofDomain(domain)).isEqualTo(provider);
    }

    @Test
    void theLongestNameCounts() {
        Providers providers =
                new Providers(
                        List.of(
                                new Provider("long", List.of("mx.example.net"), List.of()),
                                new Provider("short", List.of("example.net"), List.of())));

        assertThat(providers.ofRelay("a.mx.example.net")).isEqualTo("long");
        assertThat(providers.ofRelay("b.example.net")).isEqualTo("short");
    }
}
