// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.issue.CertificateIssuer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.issue.ProofState;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.control.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An interrupt at any stage of an issuance ends it at once, with the flag set and the zone clean. */
class InterruptTest {
    private static final String[] NAMES = {"example.com", "*.example.com", "www.example.com"};

    private final Thread me = Thread.currentThread();
    private World world;

    @BeforeEach
    void start() {
        world = World.start();
    }

    @AfterEach
    void stop() {
        Thread.interrupted();
        world.close();
    }

    private void assertEndsCleanly(IssueListener listener) {
        CertificateIssuer issuer = world.issuer(world.solver().build(), listener);

        assertThatThrownBy(() -> issuer.issue(World.names(NAMES), null)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(world.zone()).isEmpty();
    }

    /** Interrupts this thread from another one as soon as something is seen to be true. */
    private Thread interruptWhen(BooleanSupplier seen) {
        Thread watcher = new Thread(() -> {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(seen::getAsBoolean);
            me.interrupt();
        });
        watcher.setDaemon(true);
        watcher.start();
        return watcher;
    }

    @Test
    void whenTheOrderIsCreated() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void orderCreated(URI order, List<String> names) {
                me.interrupt();
            }
        });
    }

    @Test
    void whenSitesAreKnown() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void sited(ChallengeSite site) {
                me.interrupt();
            }
        });
    }

    @Test
    void whileAValueIsBeingWritten() {
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofSeconds(5))
                        .afterCommit()
                        .on("POST", "/**")
                        .always());
        interruptWhen(() -> world.zone().size() == 3);

        assertEndsCleanly(IssueListener.NONE);
    }

    @Test
    void whenValuesAreWritten() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void presented(DomainName target, boolean created) {
                me.interrupt();
            }
        });
    }

    @Test
    void whileServersAreWaitedFor() {
        world.sandbox.dns().server(2).lag(Duration.ofSeconds(30));
        assertEndsCleanly(new IssueListener() {
            @Override
            public void propagation(PropagationReport report) {
                me.interrupt();
            }
        });
    }

    @Test
    void whileTheCaValidates() {
        world.sandbox.acme().hold();
        interruptWhen(() -> world.sandbox.acme().log().count(Endpoint.AUTHORIZATION) > NAMES.length);

        assertEndsCleanly(IssueListener.NONE);
    }

    @Test
    void whenANameIsValid() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void proof(String name, ProofState state) {
                if (state == ProofState.ACCEPTED) {
                    me.interrupt();
                }
            }
        });
    }

    @Test
    void whileValuesAreRemoved() {
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(300)).on("DELETE", "/**").always());
        interruptWhen(() -> world.sandbox.acme().log().count(Endpoint.CHALLENGE) >= NAMES.length
                && world.zone().size() < NAMES.length);

        assertEndsCleanly(IssueListener.NONE);
    }

    @Test
    void whenTheRequestIsSent() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void finalizing() {
                me.interrupt();
            }
        });
    }

    @Test
    void givesPendingAuthorizationsUp() {
        assertEndsCleanly(new IssueListener() {
            @Override
            public void presented(DomainName target, boolean created) {
                me.interrupt();
            }
        });
        // Each was read once, and written once to deactivate it.
        assertThat(world.sandbox.acme().log().count(Endpoint.AUTHORIZATION)).isEqualTo(2 * NAMES.length);
    }
}
