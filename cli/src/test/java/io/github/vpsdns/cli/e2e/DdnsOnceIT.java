// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.e2e.Vpsdns.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vpsdns ddns once} and {@code addresses}, each as a process of its own. */
final class DdnsOnceIT {
    @TempDir
    Path work;

    private DdnsPlace place;

    @BeforeEach
    void make() {
        place = new DdnsPlace(work);
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void publishesOnceThenCallsNothingThenFollows() {
        Outcome first = place.vpsdns().run("ddns", "once");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(place.published()).containsExactly("home A 192.0.2.1");

        place.sandbox().calls().clear();
        Outcome second = place.vpsdns().run("ddns", "once");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(place.sandbox().calls().all()).isEmpty();

        place.address("192.0.2.2");
        Outcome third = place.vpsdns().run("ddns", "once", "--json");
        assertThat(third.status()).as(third.err()).isZero();
        assertThat(place.published()).containsExactly("home A 192.0.2.2");
        assertThat(place.sandbox().calls().all()).hasSize(1);
        assertThat(third.out()).contains("\"result\":\"changed\"");
        assertThat(third.err()).isEmpty();
    }

    @Test
    void tellsTheAddressesWithoutATokenAndWithoutACall() throws Exception {
        Files.delete(work.resolve("token"));

        Outcome outcome = place.vpsdns().run("ddns", "addresses");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("ipv4: 192.0.2.1 would be published");
        assertThat(place.sandbox().calls().all()).isEmpty();
    }

    @Test
    void tellsAllMistakesOfAConfiguration() {
        place.configuration("records: [home, home.example.com]\nintervall: 5m\n");

        Outcome outcome = place.vpsdns().run("ddns", "once");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .containsExactly(
                        work.resolve("ddns.yaml")
                                + ":5: records[0]: 'home' is not a full name; expected one such as home.example.com",
                        work.resolve("ddns.yaml") + ":6: there is no key 'intervall'; did you mean 'interval'?",
                        "vpsdns: the configuration has 2 mistakes, told above; nothing was done");
        assertThat(place.sandbox().calls().all()).isEmpty();
    }

    @Test
    void refusesAnUnknownOption() {
        Outcome outcome = place.vpsdns().run("ddns", "once", "--forec");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no option '--forec'").contains("See 'vpsdns ddns once --help'.");
    }
}
