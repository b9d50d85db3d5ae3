// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.cli.base.UsageException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCallTest {
    static Stream<List<String>> nobodysLines() {
        return Stream.of(
                List.of("present"),
                List.of("present", "_acme-challenge.example.com."),
                List.of("present", "--", "example.com", "token"),
                List.of("begin", "dns-01", "example.com", "token"),
                List.of("done"),
                List.of("deploy"),
                List.of(""),
                List.of("example.com", "value"));
    }

    @ParameterizedTest
    @MethodSource("nobodysLines")
    void refusesALineThatNoClientWrites(List<String> words) {
        assertThatThrownBy(() -> ClientCall.read(words, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("no client calls its hook with '" + words.get(0) + "' and " + (words.size() - 1)
                        + " more words; expected certbot's environment");
    }

    @Test
    void refusesSilence() {
        assertThatThrownBy(() -> ClientCall.read(List.of(), Map.of("CERTBOT_DOMAIN", "example.com")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("there is neither an argument nor certbot's CERTBOT_DOMAIN and"
                        + " CERTBOT_VALIDATION in the environment");
    }
}
