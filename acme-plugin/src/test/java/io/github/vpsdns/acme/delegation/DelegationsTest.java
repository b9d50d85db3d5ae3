// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.delegation.DelegationState.Status;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelegationsTest {
    private static final DomainName KEYS = DomainName.of("keys.example.net");

    private World world;

    @BeforeEach
    void start() {
        world = World.of(
                Sandbox.builder().zone("example.com", "keys.example.net").withoutAcme());
        world.sandbox.zonesOf("others").create("example.org");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void saysWhichRecordToMakeInAZoneElsewhere() {
        DelegationState state = look("*.www.example.org");

        assertThat(state.status()).isEqualTo(Status.MISSING);
        assertThat(state.here()).isFalse();
        assertThat(state.line())
                .isEqualTo("_acme-challenge.www.example.org. CNAME www.example.org.acme.keys.example.net.");
    }

    @Test
    void seesTheRecordInTheZoneElsewhere() {
        alias("others", "example.org", "_acme-challenge", "example.org.acme.keys.example.net");

        assertThat(look("example.org").status()).isEqualTo(Status.IN_PLACE);
    }

    @Test
    void isContentWithAnyOtherWayIntoTheAccount() {
        alias("others", "example.org", "_acme-challenge", "a.example.org");
        alias("others", "example.org", "a", "b.example.com");

        DelegationState state = look("example.org");

        assertThat(state.status()).isEqualTo(Status.IN_PLACE);
        assertThat(state.message())
                .isEqualTo("it leads to a.example.org, and from there to b.example.com, in the zone example.com of this"
                        + " account");
    }

    @Test
    void findsARecordThatLeadsElsewhere() {
        world.sandbox.zonesOf("others").create("example.info");
        alias("others", "example.org", "_acme-challenge", "x.example.info");

        assertThat(look("example.org").status()).isEqualTo(Status.LEADS_OUTSIDE);
    }

    @Test
    void showsACircle() {
        alias("others", "example.org", "_acme-challenge", "a.example.org");
        alias("others", "example.org", "a", "_acme-challenge.example.org");

        DelegationState state = look("example.org");

        assertThat(state.status()).isEqualTo(Status.BROKEN);
        assertThat(state.chain()).hasSize(3);
    }

    @Test
    void knowsWhereNoneIsNeeded() {
        assertThat(look("a.keys.example.net").status()).isEqualTo(Status.NOT_NEEDED);
    }

    @Test
    void makesTheRecordBetweenTwoZonesOfTheAccount() {
        Delegations delegations = new Delegations(world.editor, world.dns);

        DelegationState made = delegations.create(delegations.look(DomainName.of("www.example.com"), KEYS));

        assertThat(made.works()).isTrue();
        assertThat(world.zone()).containsExactly("_acme-challenge.www CNAME www.example.com.acme.keys.example.net");
        assertThat(look("www.example.com").status()).isEqualTo(Status.IN_PLACE);
    }

    @Test
    void doesNotPutTheRecordBesideLeftovers() {
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "leftover");
        Delegations delegations = new Delegations(world.editor, world.dns);
        DelegationState state = delegations.look(DomainName.of("example.com"), KEYS);

        assertThatThrownBy(() -> delegations.create(state))
                .isInstanceOf(CnameConflictException.class)
                .hasMessageContaining("TXT");
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void cannotTellOfANameThatNobodyKnows() {
        assertThat(look("www.example.invalid").status()).isEqualTo(Status.UNKNOWN);
    }

    private void alias(String account, String zone, String name, String target) {
        world.sandbox.zonesOf(account).add(zone, name, "CNAME", target);
    }

    private DelegationState look(String name) {
        return new Delegations(world.editor, world.dns).look(DomainName.of(name), KEYS);
    }
}
