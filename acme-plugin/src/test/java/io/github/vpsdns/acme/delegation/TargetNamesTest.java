// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetNamesTest {
    private static final DomainName ZONE = DomainName.of("example.com");

    @Test
    void keepsTheNameReadable() {
        assertThat(target("www.example.org")).hasToString("www.example.org.acme.example.com");
    }

    @Test
    void givesNoTwoNamesTheSameTarget() {
        List<DomainName> targets = Stream.of(
                        "www.example.org", "www-example.org", "www.example-org", "www-example-org", "example.org")
                .map(TargetNamesTest::target)
                .toList();

        assertThat(targets).doesNotHaveDuplicates();
    }

    @Test
    void standsADigestForANameThatIsTooLong() {
        String label = "a".repeat(60) + ".";
        DomainName one = target(label.repeat(4) + "de");
        DomainName other = target(label.repeat(4) + "be");

        assertThat(one.toString()).hasSize(40 + ".acme.example.com".length()).endsWith(".acme.example.com");
        assertThat(other).isNotEqualTo(one);
    }

    private static DomainName target(String name) {
        return TargetNames.of(DomainName.of(name), ZONE);
    }
}
