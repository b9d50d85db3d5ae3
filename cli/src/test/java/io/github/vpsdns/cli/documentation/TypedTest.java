// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void findsLinesBehindVariablesAndInsideOfOtherCommands() {
        assertThat(Typed.lines("A=b vpsdns check; x --hook '/opt/vpsdns/bin/vpsdns-acme-hook --no-wait auth' y"))
                .containsExactly(List.of("check"), List.of("acme", "client-hook", "--no-wait", "auth"));
    }

    @Test
    void takesPathsWithTheProgramsNameForNoLines() {
        assertThat(Typed.lines("install -d /etc/vpsdns && cp /opt/vpsdns/x /etc"))
                .isEmpty();
    }

    @Test
    void complainsOfAnOptionThatThereIsNot() {
        assertThat(Typed.complaint(List.of("zones", "list", "--colour"), false))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("--colour"));
    }

    @Test
    void complainsOfACommandThatThereIsNot() {
        assertThat(Typed.complaint(List.of("zone", "list"), false)).isPresent();
    }

    @Test
    void complainsOfWhatIsMissingOnlyInAWholeLine() {
        assertThat(Typed.complaint(List.of("records", "set", "www.example.com"), true))
                .isPresent();
        assertThat(Typed.complaint(List.of("acme"), true)).contains("a command is missing");
        assertThat(Typed.complaint(List.of("records", "set", "www.example.com"), false))
                .isEmpty();
        assertThat(Typed.complaint(List.of("acme"), false)).isEmpty();
    }
}
