// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.dns.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaaPreflightTest {
    private final World world = World.start();

    @AfterEach
    void stop() {
        world.close();
    }

    private void caa(String name, String value) {
        world.sandbox.zones().add("example.com", name, "CAA", value);
    }

    private IssuedCertificate issue(String... names) {
        return world.issuer().issue(World.names(names), null);
    }

    private long orders() {
        return world.sandbox.acme().log().events().stream()
                .filter(AcmeEvent.OrderCreated.class::isInstance)
                .count();
    }

    @Test
    void ordersNothingForANameThatCaaForbids() {
        caa("@", "0 issue \"other.example\"");

        assertThatThrownBy(() -> issue("www.example.com", "example.com"))
                .isInstanceOfSatisfying(
                        CaException.class, e -> assertThat(e.kind()).isEqualTo(CaException.Kind.REFUSED))
                .hasMessageContaining("nothing was ordered")
                .hasMessageContaining("www.example.com: the CAA records at 'example.com' do not name this CA: 0 issue"
                        + " \"other.example\"; add CAA 0 issue \"sandbox-ca.test\" at 'example.com'");
        assertThat(orders()).isZero();
        assertThat(world.calls())
                .as("a look at the zones, before anything else")
                .isEqualTo(1);
    }

    @Test
    void orderWhereCaaNamesTheCaTheAccountAndTheChallenge() {
        issue("example.com");
        String account = world.accounts
                .load(world.server().directory())
                .orElseThrow()
                .url()
                .toString();
        caa("@", "0 issue \"sandbox-ca.test; accounturi=" + account + "; validationmethods=dns-01\"");

        assertThat(issue("*.example.com").chain()).isNotEmpty();
    }

    @Test
    void ordersNothingWhereCaaNamesAnotherAccount() {
        caa("@", "0 issue \"sandbox-ca.test; accounturi=https://sandbox-ca.test/acct/other\"");

        assertThatThrownBy(() -> issue("example.com")).hasMessageContaining("allow other accounts only");
        assertThat(orders()).isZero();
    }

    @Test
    void leavesItToTheCaWhereNoServerTells() {
        world.sandbox.dns().server(1).behave(Behaviour.SERVFAIL);
        world.sandbox.dns().server(2).behave(Behaviour.SERVFAIL);

        assertThatThrownBy(() -> issue("example.com")).hasMessageNotContaining("CAA");
        assertThat(orders()).isEqualTo(1);
    }
}
