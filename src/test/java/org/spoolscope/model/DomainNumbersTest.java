package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DomainNumbersTest {
    @Test
    void numbersDomainsWhateverTheirLetterCase() {
        Random random = new Random(1);
        DomainNumbers domains = new DomainNumbers();
        Map<String, Integer> expected = new HashMap<>();
        String letters = "aBcDé.-É";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder domain = new StringBuilder();
            for (int n = random.nextInt(6); n > 0; n--) {
                domain.append(letters.charAt(random.nextInt(letters.length())));
            }
            byte[] bytes = ("x@" + domain + ">").getBytes(StandardCharsets.UTF_8);
            String name = domain.toString().toLowerCase(Locale.ROOT);
            int number = expected.computeIfAbsent(name, _ -> expected.size());

            assertThat(domains.of(bytes, 2, bytes.length - 1)).as(name).isEqualTo(number);
            assertThat(domains.name(number)).isEqualTo(name);
        }
        assertThat(domains.count()).isEqualTo(expected.size()).isGreaterThan(1_000);
    }
}
