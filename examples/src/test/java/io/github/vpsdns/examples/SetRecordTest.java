// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import org.junit.jupiter.api.Test;

@VpsDnsSandbox(zones = "example.com")
final class SetRecordTest {
    @Test
    void makesTheAddressOfANameWhatWasAsked(Sandbox sandbox) {
        SetRecord.run(sandbox.apiUrl(), ApiToken.of(sandbox.token()), "www.example.com", "192.0.2.7");

        assertThat(sandbox.zones().records("example.com"))
                .extracting(SandboxRecord::name, SandboxRecord::type, SandboxRecord::value)
                .containsExactly(tuple("www", "A", "192.0.2.7"));
    }
}
