// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.DnsLookupException;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.MovableTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistentProofsTest {
    private static final ProofAccount ACCOUNT = new ProofAccount.Plain(URI.create("https://ca.example/acct/1"));
    private static final ProofDemand APEX = demand("example.com", false);
    private static final ProofDemand WILDCARD = demand("example.com", true);
    private static final String LEAST = "ca.example; accounturi=https://ca.example/acct/1";
    private static final Duration DAYS_90 = Duration.ofDays(90);

    private final MovableTime time = new MovableTime();
    private World world;
    private PersistentProofs proofs;

    @BeforeEach
    void start() {
        world = World.of(Sandbox.builder().zone("example.com", "example.net").nameServers(2), time);
        proofs = proofs(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private PersistentProofs proofs(Duration timeout) {
        return PersistentProofs.builder(world.editor, world.dns)
                .propagation(new PropagationPolicy(timeout, Duration.ofMillis(50), Duration.ofSeconds(1)))
                .timekeeper(time)
                .build();
    }

    private static ProofDemand demand(String name, boolean wildcard) {
        return new ProofDemand(DomainName.of(name), wildcard, List.of("ca.example", "CA2.example"), ACCOUNT);
    }

    private void there(String value) {
        world.sandbox.zones().add("example.com", "_validation-persist", "TXT", value);
    }

    private List<ProofChange> changes(List<ProofOutcome> outcomes) {
        return outcomes.stream().map(ProofOutcome::change).toList();
    }

    @Test
    void seesAtTheNameServersWhatStands() {
        there("CA2.example ; policy = wildcard;accounturi=https://ca.example/acct/1");
        there("other.example; accounturi=https://ca.example/acct/1");
        there("ca.example; accounturi=https://ca.example/acct/2");

        ProofStatus status = proofs.look(List.of(WILDCARD)).get(0);

        assertThat(status.standing())
                .singleElement()
                .satisfies(record -> assertThat(record.issuer()).isEqualTo("ca2.example"));
        assertThat(status.proof(time.now())).isPresent();
        assertThat(world.calls()).isZero();
    }

    @Test
    void takesNoRecordWithoutThePolicyForAWildcard() {
        there(LEAST);

        assertThat(proofs.look(List.of(APEX)).get(0).proof(time.now())).isPresent();
        assertThat(proofs.look(List.of(WILDCARD)).get(0).proof(time.now())).isEmpty();
    }

    @Test
    void takesNoRecordOfANameAbove() {
        there(LEAST + "; policy=wildcard");

        assertThat(proofs.look(List.of(demand("www.example.com", false))).get(0).standing())
                .isEmpty();
    }

    @Test
    void countsOnlyWhatAllServersShow() {
        world.sandbox.dns().server(2).lag(Duration.ofHours(1));
        there(LEAST);

        assertThat(proofs.look(List.of(APEX)).get(0).standing()).isEmpty();

        time.move(Duration.ofHours(2));
        assertThat(proofs.look(List.of(APEX)).get(0).standing()).hasSize(1);
    }

    @Test
    void goesByTheServersThatAnswer() {
        there(LEAST);
        world.sandbox.dns().server(2).behave(Behaviour.SILENT);

        assertThat(changes(proofs.ensure(List.of(APEX), null))).containsExactly(ProofChange.NONE);
        assertThat(world.calls()).isZero();
    }

    @Test
    void knowsNothingWhereNoServerAnswers() {
        // The zone is found by one server, and neither tells its TXT records.
        world.sandbox.dns().server(1).behave(Behaviour.REFUSED);
        world.sandbox.dns().server(2).behave(Behaviour.REFUSED);

        assertThatThrownBy(() -> proofs.ensure(List.of(APEX), null)).isInstanceOf(VpsDnsException.class);
        assertThat(world.zone()).isEmpty();
    }

    @Test
    void waitsForWhatIsAtTheApiAndNotYetEverywhere() {
        world.sandbox.dns().server(2).lag(Duration.ofSeconds(3));
        there(LEAST);

        assertThat(changes(proofs.ensure(List.of(APEX), null))).containsExactly(ProofChange.NONE);
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isZero();
        assertThat(proofs.look(List.of(APEX)).get(0).standing()).hasSize(1);
    }

    @Test
    void leavesTheRecordWhereItDoesNotGetEverywhereInTime() {
        world.sandbox.dns().server(2).lag(Duration.ofHours(1));

        assertThatThrownBy(() -> proofs(Duration.ofSeconds(2)).ensure(List.of(APEX), null))
                .isInstanceOf(PropagationTimeoutException.class);
        assertThat(world.zone()).containsExactly("_validation-persist TXT " + LEAST);
    }

    @Test
    void makesOneRecordWhereTheAnswerToItsCreationIsLost() {
        world.sandbox.faults().add(Fault.drop().on("POST", "**").afterCommit());

        assertThat(changes(proofs.ensure(List.of(APEX, WILDCARD), null)))
                .containsExactly(ProofChange.CREATED, ProofChange.CREATED);
        assertThat(world.zone()).containsExactly("_validation-persist TXT " + LEAST + "; policy=wildcard");
    }

    @Test
    void changesOnceWhereTheAnswerToTheChangeIsLost() {
        there(LEAST);
        world.sandbox.faults().add(Fault.drop().on("PATCH", "**").afterCommit());

        proofs.ensure(List.of(WILDCARD), null);

        assertThat(world.zone()).containsExactly("_validation-persist TXT " + LEAST + "; policy=wildcard");
        assertThat(world.calls("PATCH", "/dns-records/*/")).isEqualTo(1);
    }

    @Test
    void makesTheRecordThatWasRemovedBeforeItCouldBeChanged() {
        there(LEAST);
        world.sandbox.faults().add(Fault.status(404).on("PATCH", "**"));

        proofs.ensure(List.of(WILDCARD), null);

        assertThat(world.zone()).contains("_validation-persist TXT " + LEAST + "; policy=wildcard");
    }

    @Test
    void keepsWhatOurRecordSaysBesides() {
        there(LEAST + "; note=mine");

        proofs.ensure(List.of(WILDCARD), DAYS_90);

        assertThat(world.zone())
                .singleElement()
                .asString()
                .startsWith("_validation-persist TXT " + LEAST + "; note=mine; policy=wildcard; persistUntil=");
    }

    @Test
    void takesNoFailureFromAnApiThatIsDownWhileTheProofOnlyNeedsRefreshing() {
        proofs.ensure(List.of(APEX), DAYS_90);
        time.move(Duration.ofDays(70));
        world.sandbox.faults().add(Fault.status(503).always());

        assertThat(proofs.ensure(List.of(APEX), DAYS_90)).isEmpty();
        assertThatThrownBy(() -> proofs.ensure(List.of(APEX, WILDCARD), DAYS_90))
                .isInstanceOf(VpsDnsException.class);
    }

    @Test
    void shortensARecordThatHoldsTooLong() {
        proofs.ensure(List.of(APEX), Duration.ofDays(365));

        proofs.ensure(List.of(APEX), DAYS_90);

        Instant until =
                proofs.look(List.of(APEX)).get(0).standing().get(0).until().orElseThrow();
        assertThat(until).isBefore(time.now().plus(DAYS_90).plusSeconds(1));
    }

    @Test
    void plansAndWritesNothing() {
        there(LEAST);

        List<ProofOutcome> outcomes = proofs.plan(List.of(WILDCARD, demand("www.example.com", false)), null);

        assertThat(changes(outcomes)).containsExactly(ProofChange.CHANGED, ProofChange.CREATED);
        assertThat(world.zone()).containsExactly("_validation-persist TXT " + LEAST);
    }

    @Test
    void removesOursAndNothingElse() {
        there(LEAST + "; policy=wildcard; persistUntil=1");
        there("ca2.example; accounturi=https://ca.example/acct/1");
        there("ca.example; accounturi=https://ca.example/acct/2");
        there("other.example; accounturi=https://ca.example/acct/1");
        there("nothing of the kind");

        assertThat(proofs.remove(List.of(APEX))).hasSize(2);

        assertThat(world.zone())
                .containsExactly(
                        "_validation-persist TXT ca.example; accounturi=https://ca.example/acct/2",
                        "_validation-persist TXT nothing of the kind",
                        "_validation-persist TXT other.example; accounturi=https://ca.example/acct/1");
        assertThat(proofs.remove(List.of(APEX))).isEmpty();
    }

    @Test
    void tellsWhyARecordIsNotRemoved() {
        there(LEAST);
        world.sandbox.faults().add(Fault.status(403).on("DELETE", "**"));

        assertThatThrownBy(() -> proofs.remove(List.of(APEX))).isInstanceOf(VpsDnsException.class);
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void writesHashedAccountsOnePerNameEvenAtOnePlace() {
        ProofAccount hashed = new ProofAccount.Hashed(
                "https://ca.example/h/", URI.create("https://ca.example/acct/1"), "t".repeat(43));
        world.sandbox.zones().add("example.com", "_validation-persist.a", "CNAME", "all.example.net");
        world.sandbox.zones().add("example.com", "_validation-persist.b", "CNAME", "all.example.net");
        List<ProofDemand> both = List.of(
                new ProofDemand(DomainName.of("a.example.com"), false, List.of("ca.example"), hashed),
                new ProofDemand(DomainName.of("b.example.com"), true, List.of("ca.example"), hashed));

        proofs.ensure(both, null);
        world.sandbox.calls().clear();

        assertThat(world.zone("example.net")).hasSize(2);
        assertThat(changes(proofs.ensure(both, null))).containsOnly(ProofChange.NONE);
        assertThat(world.calls()).isZero();
    }

    @Test
    void refusesAliasesInACircle() {
        world.sandbox.zones().add("example.com", "_validation-persist", "CNAME", "a.example.com");
        world.sandbox.zones().add("example.com", "a", "CNAME", "_validation-persist.example.com");

        assertThatThrownBy(() -> proofs.look(List.of(APEX))).isInstanceOf(DelegationException.class);
    }

    @Test
    void doesNotKnowWhereToWriteWhileServersDisagreeOnAnAlias() {
        world.sandbox.dns().server(2).lag(Duration.ofHours(1));
        world.sandbox.zones().add("example.com", "_validation-persist", "CNAME", "a.example.net");

        assertThatThrownBy(() -> proofs.ensure(List.of(APEX), null))
                .isInstanceOfSatisfying(
                        DnsLookupException.class,
                        e -> assertThat(e.isTransient()).isTrue());
    }

    @Test
    void saysWhereNoZoneOfTheAccountIs() {
        world.sandbox.zonesOf("another").create("example.org");

        assertThatThrownBy(() -> proofs.ensure(List.of(demand("example.org", false)), null))
                .isInstanceOf(ZoneNotFoundException.class);
    }

    @Test
    void refusesATimeThatCouldEndMeanwhile() {
        assertThatThrownBy(() -> proofs.ensure(List.of(APEX), Duration.ofMinutes(59)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least an hour");
    }
}
