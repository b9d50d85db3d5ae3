// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.e2e.Vpsdns.Outcome;
import io.github.vpsdns.cli.e2e.Vpsdns.Running;
import io.github.vpsdns.sandbox.control.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vpsdns ddns run} as a process that is sent signals. */
final class DdnsRunIT {
    @TempDir
    Path work;

    private DdnsPlace place;

    @BeforeEach
    void make() {
        place = new DdnsPlace(work);
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void followsTheAddressUntilItIsStopped() {
        Running agent = place.vpsdns().start("ddns", "run");
        try {
            soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));

            place.address("192.0.2.2");
            soon(agent).until(() -> place.published().contains("home A 192.0.2.2"));

            assertThat(place.published()).hasSize(1);
        } finally {
            agent.process().destroy();
        }
        Outcome outcome = agent.await();
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void endsWithinASecondAlsoWhileTheApiHangs() {
        place.sandbox().faults().add(Fault.delay(Duration.ofMinutes(1)).always());
        Running agent = place.vpsdns().start("ddns", "run");
        soon(agent).until(() -> place.sandbox().faults().script().get(0).struck() > 0);

        long begin = System.nanoTime();
        agent.process().destroy();
        Outcome outcome = agent.await();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void readsItsConfigurationAnewAtSighup() throws Exception {
        Running agent = place.vpsdns().start("ddns", "run");
        try {
            soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));
            place.configure("home.example.com", "www.example.com");

            signal(agent, "HUP");

            soon(agent).until(() -> place.published().contains("www A 192.0.2.1"));
        } finally {
            agent.process().destroy();
            agent.await();
        }
    }

    @Test
    void keepsItsConfigurationWhereTheNewOneHasMistakes() throws Exception {
        Running agent = place.vpsdns().start("ddns", "run");
        try {
            soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));
            place.configuration("records: [home]\nttl: 0\n");

            signal(agent, "HUP");
            soon(agent).until(() -> said(agent).contains(":5: records[0]: 'home' is not a full name"));
            soon(agent).until(() -> said(agent).contains(":6: ttl: '0' is refused"));
            place.address("192.0.2.9");

            soon(agent).until(() -> place.published().contains("home A 192.0.2.9"));
        } finally {
            agent.process().destroy();
            agent.await();
        }
    }

    @Test
    void noticesATokenThatIsReplaced() {
        place.token("vps_notthisone");
        Running agent = place.vpsdns().start("ddns", "run");
        try {
            soon(agent).until(() -> said(agent).contains("401"));
            assertThat(place.published()).isEmpty();

            place.token(place.sandbox().token());

            soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));
            assertThat(said(agent))
                    .doesNotContain("vps_notthisone", place.sandbox().token());
        } finally {
            agent.process().destroy();
            agent.await();
        }
    }

    @Test
    void aDryRunWritesNothing() {
        Running agent = place.vpsdns().start("ddns", "run", "--dry-run");
        try {
            soon(agent)
                    .until(() ->
                            said(agent).contains("192.0.2.1") && said(agent).contains("home.example.com"));
        } finally {
            agent.process().destroy();
            agent.await();
        }
        assertThat(place.published()).isEmpty();
        assertThat(place.sandbox().calls().all()).allMatch(call -> call.method().equals("GET"));
        assertThat(work.resolve("state/ddns.json")).doesNotExist();
    }

    @Test
    void withdrawsAtItsEndWhereToldSo() {
        place.configuration("on-stop: withdraw\nrecords: [home.example.com]\n");
        Running agent = place.vpsdns().start("ddns", "run");
        soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));

        agent.process().destroy();
        Outcome outcome = agent.await();

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
        assertThat(place.published()).isEmpty();
    }

    @Test
    void doesNotShareItsMemoryWithASecondAgent() {
        Running agent = place.vpsdns().start("ddns", "run");
        try {
            soon(agent).until(() -> place.published().contains("home A 192.0.2.1"));

            Outcome second = place.vpsdns().run("ddns", "once");

            assertThat(second.status()).isNotZero();
            assertThat(second.err()).contains("ddns.json").contains("another");
        } finally {
            agent.process().destroy();
            agent.await();
        }
    }

    @Test
    void doesNotBeginWithMistakes() {
        place.configuration("records: []\nttl: 0\n");

        Outcome outcome = place.vpsdns().run("ddns", "run");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(":5: records: a list of 0", ":6: ttl: ", "has 2 mistakes");
    }

    private static ConditionFactory soon(Running agent) {
        return await().atMost(Duration.ofSeconds(40)).conditionEvaluationListener(condition -> {
            if (!agent.process().isAlive()) {
                throw new AssertionError("it ended by itself: " + said(agent));
            }
        });
    }

    private static String said(Running agent) {
        try {
            return Files.readString(agent.err());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void signal(Running agent, String name) throws Exception {
        int status = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(agent.process().pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
