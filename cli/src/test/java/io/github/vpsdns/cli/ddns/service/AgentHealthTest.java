// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentHealthTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final ManualTime time = new ManualTime();
    private final Troubles troubles = new Troubles(time);
    private final AgentHealth health = new AgentHealth(troubles, time);
    private final Samples agent = Samples.well();

    @Test
    void isWellWhileAllIsRight() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void isWellBeforeAnythingWasRead() {
        agent.compared(null).address(null, null).records(Phase.WAITING, null);

        assertThat(problems()).isEmpty();
    }

    @Test
    void isProvenByAComparisonOfLate() {
        assertThat(health.isProven(agent.status(), INTERVAL)).isTrue();
        assertThat(health.isProven(agent.compared(null).status(), INTERVAL)).isFalse();
    }

    @Test
    void isNotProvenByAComparisonOfLongAgoThatIsOnlyRemembered() {
        agent.compared(START.minus(Duration.ofDays(1)));

        assertThat(problems()).isEmpty();
        assertThat(health.isProven(agent.status(), INTERVAL)).isFalse();
    }

    @Test
    void noticesALoopThatStandsStill() {
        pass(Duration.ofSeconds(55));
        assertThat(problems()).isEmpty();

        time.advance(Duration.ofSeconds(10));

        assertThat(problems()).containsExactly("the agent has stood still since 2026-01-01T00:00:00Z");
    }

    @Test
    void takesNoJumpOfTheClockForALoopThatStandsStill() {
        agent.step(START.minus(Duration.ofDays(30)));
        assertThat(problems()).isEmpty();
    }

    @Test
    void noticesAFamilyThatWasNeverKnown() {
        agent.address(null, "eth0 has no address");

        assertThat(problems()).containsExactly("IPv4: not known: eth0 has no address");
    }

    @Test
    void givesASourceAQuarterOfAnHourWhileTheAddressIsKnown() {
        agent.address("192.0.2.1", "no answer");

        pass(Duration.ofMinutes(14));
        assertThat(problems()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(problems()).containsExactly("IPv4: not known: no answer");
    }

    @Test
    void givesANameAQuarterOfAnHour() {
        agent.records(Phase.FAILED, "a CNAME is in the way");

        pass(Duration.ofMinutes(14));
        assertThat(problems()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(problems()).containsExactly("home.example.com A: a CNAME is in the way");
    }

    @Test
    void countsAnewWhenANameWasWellInBetween() {
        agent.records(Phase.FAILED, "a CNAME is in the way");
        pass(Duration.ofMinutes(14));
        agent.records(Phase.VERIFIED, null).compared(time.now());
        pass(Duration.ofSeconds(5));
        agent.records(Phase.FAILED, "a CNAME is in the way");
        pass(Duration.ofMinutes(14));

        assertThat(problems()).isEmpty();
    }

    @Test
    void noticesAtOnceThatCredentialsAreRefused() {
        agent.paused("the token is wrong", null);

        assertThat(problems()).containsExactly("the API is not called: the token is wrong");
    }

    @Test
    void noticesAnApiThatIsAwayForLong() {
        agent.paused("no answer", START.plusSeconds(600));

        pass(INTERVAL.plus(Duration.ofMinutes(14)));
        assertThat(problems()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(problems()).containsExactly("the API is not called: no answer");
    }

    @Test
    void noticesThatNothingIsComparedAnyMore() {
        pass(INTERVAL.plus(Duration.ofMinutes(16)));

        assertThat(problems())
                .containsExactly("records have not been compared with the API since 2026-01-01T00:00:00Z");
    }

    @Test
    void countsDriftAsAProblemWhereItIsToBeReported() {
        agent.records(Phase.DRIFTED, "somebody else made it 192.0.2.9")
                .more(DomainName.of("left.example.com"), Phase.DRIFTED, null);

        assertThat(problems()).containsExactly("home.example.com A: somebody else made it 192.0.2.9");
    }

    /** As the service looks: again and again, while the loop goes round. */
    private void pass(Duration duration) {
        long steps = duration.dividedBy(Duration.ofSeconds(5));
        boolean goes = duration.compareTo(Duration.ofMinutes(1)) >= 0;
        problems();
        for (long i = 0; i < steps; i++) {
            time.advance(Duration.ofSeconds(5));
            if (goes) {
                agent.step(time.now());
            }
            problems();
        }
    }

    private List<String> problems() {
        troubles.look(agent.status());
        return health.problems(agent.status(), INTERVAL);
    }
}
