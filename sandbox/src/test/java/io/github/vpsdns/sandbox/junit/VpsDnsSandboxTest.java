// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.ListShape;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@VpsDnsSandbox(zones = "example.com", acme = false)
class VpsDnsSandboxTest {
    private static final Set<Sandbox> SEEN = new HashSet<>();

    private Sandbox beforeEach;

    @BeforeEach
    void remember(Sandbox sandbox) {
        beforeEach = sandbox;
    }

    @RepeatedTest(2)
    void eachTestGetsASandboxOfItsOwn(Sandbox sandbox) {
        assertThat(SEEN.add(sandbox)).isTrue();
        assertThat(sandbox.zones().records("example.com")).isEmpty();
        sandbox.zones().add("example.com", "x", "TXT", "a");
    }

    @Test
    void oneTestSeesOneSandboxThroughout(Sandbox sandbox) {
        assertThat(sandbox).isSameAs(beforeEach);
    }

    @Test
    @VpsDnsSandbox(zones = "example.org", listShape = ListShape.RESULTS, nameServers = 2, acme = false)
    void methodSaysMoreThanItsClass(Sandbox sandbox) {
        assertThat(sandbox.zones().find("example.com")).isEmpty();
        assertThat(sandbox.nameServers()).hasSize(2);
        assertThat(Http.json(new Http(sandbox).get("/dns-zones/")).has("results"))
                .isTrue();
    }

    @Nested
    class InnerTest {
        @Test
        void innerClassFollowsTheOuterOne(Sandbox sandbox) {
            assertThat(sandbox.zones().find("example.com")).isPresent();
        }
    }

    @Nested
    @VpsDnsSandbox(zones = "shared.example", perClass = true, acme = false)
    class SharedTest {
        private static Sandbox shared;

        @BeforeAll
        static void prepare(Sandbox sandbox) {
            shared = sandbox;
        }

        @RepeatedTest(2)
        void allTestsShareOneSandbox(Sandbox sandbox) {
            assertThat(sandbox).isSameAs(shared);
            assertThat(new Http(sandbox).get("/dns-zones/").statusCode()).isEqualTo(200);
        }
    }
}
