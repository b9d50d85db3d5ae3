// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.ApiPaused;
import io.github.vpsdns.ddns.report.AgentEvent.ApiResumed;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that is away, refuses or asks for patience. */
class ApiFailureTest {
    private static final String HOME = "home.example.com";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private void publish(String... names) {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, names));
        world.host.local("192.0.2.1");
        world.start();
        world.forgetCalls();
        world.events.clear();
    }

    private void change() {
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedCredentialsEndAllCallsUntilThereAreOthers(int status) {
        publish(HOME);
        world.sandbox.faults().add(Fault.status(status).always());
        change();
        world.pass(Duration.ofHours(3));
        assertThat(world.calls()).hasSize(1);
        assertThat(world.events(ApiPaused.class))
                .singleElement()
                .satisfies(paused -> assertThat(paused.until()).isNull());

        world.sandbox.faults().clear();
        world.token(world.sandbox.token());
        world.pass(Duration.ofSeconds(4));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
        assertThat(world.events(ApiResumed.class)).hasSize(1);
    }

    @Test
    void otherSettingsOpenTheGateToo() {
        publish(HOME);
        world.sandbox.faults().add(Fault.status(401));
        change();
        world.loop.follow(AgentWorld.local(Family.IPV4, HOME), world.noDns());
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void retryAfterIsHonouredToTheSecond() {
        publish(HOME);
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(20)));
        change();
        assertThat(world.calls()).hasSize(1);
        world.pass(Duration.ofMinutes(20).minusSeconds(5));
        assertThat(world.calls()).hasSize(1);
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");

        world.pass(Duration.ofSeconds(10));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void noPauseIsLongerThanAnHour() {
        publish(HOME);
        world.sandbox.faults().add(Fault.status(429, Duration.ofDays(3)));
        change();
        world.pass(Duration.ofMinutes(61));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void aPauseOutlivesARestart() {
        publish(HOME);
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(20)));
        change();
        world.forgetCalls();
        world.restart();
        world.pass(Duration.ofMinutes(19));
        assertThat(world.calls()).isEmpty();
        assertThat(world.loop.status().pause()).contains("429");

        world.pass(Duration.ofMinutes(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void anApiThatIsAwayForHoursGetsFewCalls() {
        publish(IntStream.range(0, 100).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new));
        world.sandbox.faults().add(Fault.drop().always());
        change();
        world.pass(Duration.ofHours(6));

        // A pause of ten minutes at most, half of it at least, and what the client itself repeats within its two
        // seconds.
        assertThat(world.callCount()).isLessThan(6 * 12 * 4 + 100);
        assertThat(world.events(RecordsFailed.class)).isEmpty();

        world.sandbox.faults().clear();
        world.pass(Duration.ofMinutes(10));
        assertThat(IntStream.range(0, 100).mapToObj(i -> world.values("n" + i + ".example.com", "A")))
                .allMatch(java.util.List.of("192.0.2.2")::equals);
    }

    @Test
    void anOutageStopsTheOtherNamesBeforeTheyAreTried() {
        publish(IntStream.range(0, 100).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new));
        world.sandbox.faults().add(Fault.status(500).always());
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(3));

        assertThat(world.sandbox.calls().count("PATCH", "/**")).isLessThanOrEqualTo(8 * 4);
    }

    @Test
    void aNameThatAloneFailsKeepsNoOtherWaiting() {
        publish(HOME, "bad.example.com");
        String bad =
                world.sandbox.zones().records("example.com", "bad", "A").get(0).uuid();
        world.sandbox
                .faults()
                .add(Fault.status(500).on("PATCH", "/dns-records/" + bad + "/").always());
        change();
        world.pass(Duration.ofMinutes(30));
        world.host.local("192.0.2.3");
        world.pass(Duration.ofSeconds(10));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.3");
        assertThat(world.values("bad.example.com", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void aCnameInTheWayIsTheNamesOwnMatter() {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, HOME, "www.example.com"));
        world.edit("www", "CNAME", "home.example.com");
        world.host.local("192.0.2.1");
        world.start();
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.events(RecordsFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.name()).hasToString("www.example.com");
            assertThat(failed.reason()).hasMessageContaining("CNAME");
        });
        world.forgetCalls();
        world.pass(Duration.ofHours(6));
        assertThat(world.events(RecordsFailed.class)).hasSizeLessThan(16);

        world.edit("www", "CNAME");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.values("www.example.com", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void aNameWithoutZoneFailsAloneAndIsTakenUpWhenItsZoneIsMade() {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, HOME, "a.example.org"));
        world.host.local("192.0.2.1");
        world.start();
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.loop.status().records())
                .extracting(AgentStatus.Records::phase)
                .containsExactly(Phase.PUBLISHED, Phase.FAILED);

        world.sandbox.zones().create("example.org");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.sandbox.zones().records("example.org")).hasSize(1);
    }

    @Test
    void aNetworkThatIsNotUpAtBootIsTriedEveryFewSeconds() {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, HOME));
        world.sandbox.faults().add(Fault.drop().always());
        world.host.local("192.0.2.1");
        world.start();
        world.pass(Duration.ofMinutes(1));
        world.sandbox.faults().clear();
        world.pass(Duration.ofSeconds(5));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void aJumpOfTheClockMakesEverythingBeLookedAt() {
        publish(HOME);
        world.time.jump(Duration.ofHours(2));
        world.pass(Duration.ofSeconds(2));

        assertThat(world.events(AgentEvent.ClockJumped.class))
                .singleElement()
                .satisfies(jump -> assertThat(jump.by()).isEqualTo(Duration.ofHours(2)));
        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/");
    }

    @Test
    void aClockThatIsPutBackKeepsNothingWaiting() {
        publish(HOME);
        world.sandbox.faults().add(Fault.drop().times(10));
        change();
        world.time.jump(Duration.ofDays(-400));
        world.pass(Duration.ofMinutes(3));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }
}
