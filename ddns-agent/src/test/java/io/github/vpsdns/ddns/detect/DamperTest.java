// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DamperTest {
    private static final Map<Character, List<InetAddress>> ADDRESSES = Map.of(
            'A', FakeSources.addresses("192.0.2.1"),
            'B', FakeSources.addresses("192.0.2.2"),
            'C', FakeSources.addresses("192.0.2.3"),
            'X', FakeSources.addresses("192.0.2.1", "192.0.2.2"),
            'Y', FakeSources.addresses("192.0.2.2", "192.0.2.1"),
            '-', List.of());

    /** Capitals are readings; a lower case l before one makes it local. Verdicts: = same, + accepted, digit pending. */
    @ParameterizedTest(name = "{0} counts, confirm {1}: {2}")
    @CsvSource({
        "-, 2, A,            +",
        "-, 9, A,            +",
        "A, 2, A A A,        = = =",
        "A, 2, B B,          1 +",
        "A, 3, B B B,        1 2 +",
        "A, 1, B,            +",
        "A, 2, lB,           +",
        "A, 3, B lB,         1 +",
        "A, 3, B lA B B B,   1 = 1 2 +",
        "A, 2, B A B A B A,  1 = 1 = 1 =",
        "A, 2, B C B C B C,  1 1 1 1 1 1",
        "A, 3, B B C B B B,  1 2 1 1 2 +",
        "A, 2, B B A A B B,  1 + 1 + 1 +",
        "X, 2, Y,            =",
        "A, 2, X Y,          1 +",
    })
    void readsAChangeAsOftenAsTheRuleWants(char counting, int confirm, String readings, String verdicts) {
        AddressRule rule = rule(confirm);
        Damper damper = new Damper();
        List<InetAddress> counts = ADDRESSES.get(counting);
        List<String> seen = new ArrayList<>();
        for (String reading : readings.split(" ", -1)) {
            Verdict verdict = damper.observe(found(reading), rule, counts);
            if (verdict instanceof Verdict.Accepted accepted) {
                counts = accepted.addresses();
            }
            seen.add(sign(verdict, confirm));
        }
        assertThat(seen).isEqualTo(Arrays.asList(verdicts.split(" ", -1)));
    }

    @Test
    void acceptsTheAddressesInTheOrderTheyWereReadIn() {
        assertThat(new Damper().observe(found("Y"), rule(2), List.of()))
                .isEqualTo(new Verdict.Accepted(ADDRESSES.get('Y')));
    }

    private static String sign(Verdict verdict, int confirm) {
        if (verdict instanceof Verdict.Pending pending) {
            assertThat(pending.needed()).isEqualTo(confirm);
            return Integer.toString(pending.times());
        }
        return verdict instanceof Verdict.Accepted ? "+" : "=";
    }

    private static Detection.Found found(String reading) {
        boolean remote = reading.length() == 1;
        return new Detection.Found(ADDRESSES.get(reading.charAt(reading.length() - 1)), List.of("upnp"), remote);
    }

    private static AddressRule rule(int confirm) {
        return new AddressRule(List.of(SourceSpec.of("upnp")), 1, confirm, true, Set.<AddressKind>of());
    }
}
