// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.issue.IssuedCertificate;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.exception.AcmeException;

class DelegationTest {
    private World world;

    @BeforeEach
    void start() {
        world = World.of(
                Sandbox.builder().zone("example.com", "keys.example.net").nameServers(2));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void alias(String domain, String name, String target) {
        world.sandbox.zones().add(domain, name, "CNAME", target);
    }

    private Presentation present(Delegation delegation, String... names) throws AcmeException {
        List<Authorization> authorizations = world.order(names).getAuthorizations();
        return world.solver().delegation(delegation).build().present(authorizations);
    }

    @Test
    void followsAnAliasIntoAnotherZoneOfTheAccount() throws AcmeException {
        alias("example.com", "_acme-challenge.www", "www.keys.example.net");

        try (Presentation presentation = present(new Delegation.Follow(), "www.example.com", "example.com")) {
            assertThat(presentation.sites().get(0).chain())
                    .containsExactly(
                            DomainName.of("_acme-challenge.www.example.com"), DomainName.of("www.keys.example.net"));
            assertThat(world.zone("keys.example.net"))
                    .singleElement()
                    .asString()
                    .startsWith("www TXT ");
            assertThat(world.zone()).hasSize(2);
            presentation.awaitEverywhere();
        }
        assertThat(world.zone("keys.example.net")).isEmpty();
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void getsACertificateThroughAChainOfAliases() {
        alias("example.com", "_acme-challenge", "a.example.com");
        alias("example.com", "a", "b.keys.example.net");
        alias("keys.example.net", "b", "c.keys.example.net");

        IssuedCertificate issued = world.issuer().issue(World.names("example.com"), null);

        assertThat(issued.chain()).isNotEmpty();
        assertThat(world.zone("keys.example.net")).hasSize(1);
    }

    @Test
    void refusesAliasesInACircle() {
        alias("example.com", "_acme-challenge", "a.example.com");
        alias("example.com", "a", "b.example.com");
        alias("example.com", "b", "a.example.com");

        assertThatThrownBy(() -> present(new Delegation.Follow(), "example.com"))
                .isInstanceOf(DelegationException.class)
                .hasMessage("the CNAME records of a challenge name lead in a circle: _acme-challenge.example.com ->"
                        + " a.example.com -> b.example.com -> a.example.com");
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isZero();
    }

    @Test
    void followsEightAliasesButNotNine() throws AcmeException {
        alias("example.com", "_acme-challenge", "h1.example.com");
        Stream.iterate(1, i -> i + 1)
                .limit(7)
                .forEach(i -> alias("example.com", "h" + i, "h" + (i + 1) + ".example.com"));

        try (Presentation presentation = present(new Delegation.Follow(), "example.com")) {
            assertThat(presentation.sites().get(0).target()).isEqualTo(DomainName.of("h8.example.com"));
        }
        alias("example.com", "h8", "h9.example.com");
        assertThatThrownBy(() -> present(new Delegation.Follow(), "example.com"))
                .isInstanceOf(DelegationException.class)
                .hasMessageContaining("more than 8 CNAME records");
    }

    @Test
    void putsEverythingAtAnExplicitAliasWithoutLooking() throws AcmeException {
        Delegation toKeys = new Delegation.Alias(DomainName.of("all.keys.example.net"));

        try (Presentation presentation = present(toKeys, "www.example.org", "example.org")) {
            assertThat(world.zone("keys.example.net"))
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record).startsWith("all TXT "));
            assertThat(presentation.challenges()).hasSize(2);
        }
        assertThat(world.zone("keys.example.net")).isEmpty();
        assertThat(world.sandbox.dns().server(1).queries()).isEmpty();
    }

    @Test
    void issuesForANameElsewhereByAnExplicitAlias() {
        alias("example.com", "_acme-challenge.app", "app.keys.example.net");
        Dns01Solver solver = world.solver()
                .delegation(new Delegation.Alias(DomainName.of("app.keys.example.net")))
                .build();

        IssuedCertificate issued = world.issuer(solver, IssueListener.NONE).issue(World.names("app.example.com"), null);

        assertThat(issued.chain()).isNotEmpty();
        assertThat(world.zone("keys.example.net")).isEmpty();
    }

    @Test
    void staysAtTheChallengeNameWhenTurnedOff() throws AcmeException {
        try (Presentation presentation = present(new Delegation.Off(), "example.com")) {
            assertThat(world.zone()).singleElement().asString().startsWith("_acme-challenge TXT ");
            assertThat(presentation.challenges()).hasSize(1);
        }
        assertThat(world.sandbox.dns().server(1).queries()).isEmpty();
    }
}
