// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.hook.client.ClientRequest.CleanUp;
import io.github.vpsdns.cli.hook.client.ClientRequest.Nothing;
import io.github.vpsdns.cli.hook.client.ClientRequest.Present;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DehydratedCallTest {
    private static final String FIRST = "1".repeat(43);
    private static final String SECOND = "2".repeat(43);

    private static ClientRequest read(String... words) {
        return ClientCall.read(List.of(words), Map.of());
    }

    private static ChallengeValue at(String domain, String value) {
        return new ChallengeValue(DomainName.of("_acme-challenge." + domain), value);
    }

    @Test
    void deploysOneChallenge() {
        assertThat(read("deploy_challenge", "example.com", "-token", FIRST))
                .isEqualTo(Present.awaited(List.of(at("example.com", FIRST))));
    }

    @Test
    void deploysAChainTogether() {
        assertThat(read(
                        "deploy_challenge",
                        "example.com",
                        "token",
                        FIRST,
                        "example.com",
                        "token",
                        SECOND,
                        "www.example.com",
                        "token",
                        FIRST))
                .isEqualTo(Present.awaited(
                        List.of(at("example.com", FIRST), at("example.com", SECOND), at("www.example.com", FIRST))));
    }

    @Test
    void cleansAChainTogether() {
        assertThat(read("clean_challenge", "example.com", "token", FIRST, "example.com", "token", SECOND))
                .isEqualTo(new CleanUp(List.of(at("example.com", FIRST), at("example.com", SECOND))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this_hookscript_is_broken__dehydrated_is_working_fine__please_ignore_unknown_hooks_in_your_script",
                "startup_hook",
                "exit_hook",
                "sync_cert",
                "deploy_cert",
                "deploy_ocsp",
                "unchanged_cert",
                "invalid_challenge",
                "request_failure",
                "generate_csr",
                "an_operation_to_come"
            })
    void succeedsAtWhatIsNotAboutValues(String operation) {
        assertThat(read(operation)).isEqualTo(new Nothing());
        assertThat(read(operation, "example.com", "-more", "words")).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 5})
    void refusesWhatIsNotMadeOfTriples(int words) {
        List<String> line = Stream.concat(
                        Stream.of("deploy_challenge"),
                        Stream.of("a", "b", "c", "d", "e").limit(words))
                .toList();

        assertThatThrownBy(() -> ClientCall.read(line, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("'deploy_challenge' has " + words
                        + " words after it; expected DOMAIN TOKEN VALUE, once or more");
    }

    @Test
    void saysWhatIsConfiguredWrongWhereTheChallengeIsAnotherOne() {
        assertThatThrownBy(() -> read("deploy_challenge", "example.com", "token", "token.thumbprint"))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("does dehydrated's configuration say CHALLENGETYPE=dns-01?");
    }
}
