// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientHookTest {
    private static final String FIRST = "-1" + "1".repeat(41);
    private static final String SECOND = "-2" + "2".repeat(41);

    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().zone("example.com").start();
    private final Surroundings surroundings = SandboxRuns.api(sandbox)
            .with(
                    "VPSDNS_NAMESERVERS",
                    "127.0.0.1:" + sandbox.nameServers().get(0).getPort());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void certbotsLastChallengeWaitsForTheValuesOfAll() {
        sandbox.dns().server(1).lag(Duration.ofHours(1));
        assertThat(certbot(surroundings, FIRST, 1)
                        .run("acme", "client-hook", "auth")
                        .status())
                .isZero();

        Run last = certbot(surroundings, SECOND, 0)
                .with("CERTBOT_DOMAIN", "www.example.com")
                .run("acme", "client-hook", "--propagation-timeout", "300ms", "auth");

        assertThat(last.status()).isEqualTo(75);
        assertThat(last.err()).contains("still not visible", "and those of 1 more are missing somewhere");
    }

    @Test
    void certbotIsToldTheValueEvenIfItCannotBeWritten() {
        sandbox.faults().add(Fault.status(403).on("POST", "/**").always());

        Run run = certbot(surroundings, FIRST, 0).run("acme", "client-hook");

        assertThat(run.out()).isEqualTo("_acme-challenge.example.com TXT " + FIRST + "\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void certbotsValueStaysForItsCleanupWhenItDoesNotArrive() {
        sandbox.dns().server(1).lag(Duration.ofHours(1));

        Run run = certbot(surroundings, FIRST, 0).run("acme", "client-hook", "--propagation-timeout", "300ms", "auth");

        assertThat(run.status()).isEqualTo(75);
        assertThat(values()).containsExactly(FIRST);
        assertThat(certbot(surroundings, FIRST, 0)
                        .run("acme", "client-hook", "cleanup")
                        .status())
                .isZero();
        assertThat(values()).isEmpty();
    }

    @Test
    void dehydratedsChainIsWrittenWithTwoListings() {
        Run run = client("deploy_challenge", "example.com", "t", FIRST, "example.com", "t", SECOND);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(values()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(sandbox.calls().all()).hasSize(4);
    }

    @Test
    void dehydratedsChainIsTakenBackIfOneCannotBeWritten() {
        sandbox.faults().add(Fault.status(403).on("POST", "/**").skip(1).always());

        Run run = client("deploy_challenge", "example.com", "t", FIRST, "example.com", "t", SECOND);

        assertThat(run.status()).isEqualTo(1);
        assertThat(values()).isEmpty();
    }

    @Test
    void saysNothingAndCallsNothingAtOperationsItDoesNotKnow() {
        Run run = Run.of("acme", "client-hook", "generate_csr", "example.com", "/certs", "example.com");

        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void declinesUacmesOtherChallengesSilently() {
        Run run = Run.of("acme", "client-hook", "begin", "http-01", "example.com", "token", "token.thumbprint");

        assertThat(run).isEqualTo(new Run(1, "", ""));
    }

    @Test
    void legosRawModeReachesItWithItsHyphens() {
        assertThat(client("present", "--", "example.com", "-token", "-token.thumbprint")
                        .status())
                .isZero();
        assertThat(values()).hasSize(1);
        assertThat(client("cleanup", "--", "example.com", "-token", "-token.thumbprint")
                        .status())
                .isZero();
        assertThat(values()).isEmpty();
    }

    @Test
    void withoutATokenEveryClientIsToldSo() {
        Stream.of(
                        List.of("present", "_acme-challenge.example.com.", FIRST),
                        List.of("cleanup", "_acme-challenge.example.com.", FIRST),
                        List.of("deploy_challenge", "example.com", "t", FIRST),
                        List.of("begin", "dns-01", "example.com", "t", FIRST))
                .forEach(words -> {
                    Run run = surroundings.without("VPS_API_TOKEN").run(line(words));

                    assertThat(run.status()).isEqualTo(2);
                    assertThat(run.err()).startsWith("vpsdns: no API token found");
                });
    }

    private static Surroundings certbot(Surroundings from, String value, int remaining) {
        return from.with("CERTBOT_DOMAIN", "example.com")
                .with("CERTBOT_VALIDATION", value)
                .with("CERTBOT_ALL_DOMAINS", "example.com,www.example.com")
                .with("CERTBOT_REMAINING_CHALLENGES", Integer.toString(remaining));
    }

    private Run client(String... words) {
        return surroundings.run(line(List.of(words)));
    }

    private static String[] line(List<String> words) {
        return Stream.concat(Stream.of("acme", "client-hook"), words.stream()).toArray(String[]::new);
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.value())
                .toList();
    }
}
