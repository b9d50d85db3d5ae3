// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.AppliedPlan;
import io.github.vpsdns.core.edit.RecordMismatchException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One write is under way for each set of records, and what comes of it is looked at closely. */
class InFlightTest {
    private static final String HOME = "home.example.com";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private void publish() {
        world = new AgentWorld(directory, AgentWorld.both(HOME));
        world.host.local("192.0.2.1");
        world.host.local("2001:db8::1");
        world.start();
        world.forgetCalls();
    }

    private static DnsRecord record(String name, String address) {
        return new DnsRecord(new RecordId("7"), name, A.of(address), null, null);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aListingThatFailsMeanwhileLetsNoSecondWriteBegin() {
        publish();
        world.workers.hold();
        world.host.local("2001:db8::2");
        world.pass(Duration.ofSeconds(2));
        world.lane(HOME, Family.IPV4).expire();
        world.settle();
        assertThat(world.workers.held()).isEqualTo(2);

        world.sandbox.faults().add(Fault.status(404).on("GET", "/**").always());
        world.workers.releaseLast();
        world.settle();

        assertThat(world.lane(HOME, Family.IPV6).isWriting()).isTrue();
    }

    @Test
    void aNameThatLeavesAndComesBackWaitsForItsWrite() {
        publish();
        world.workers.hold();
        world.host.local("2001:db8::2");
        world.pass(Duration.ofSeconds(2));
        world.loop.follow(AgentWorld.both("other.example.com"), world.noDns());
        world.settle();
        world.loop.follow(AgentWorld.both(HOME), world.noDns());
        world.settle();
        assertThat(world.lane(HOME, Family.IPV6).isWriting()).isTrue();

        world.workers.release();
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "AAAA")).containsExactly("2001:db8::2");
    }

    @Test
    void anApiThatKeepsTheOldValueAndSaysSoIsNotAskedAgainAtOnce() {
        publish();
        AtomicInteger writes = new AtomicInteger();
        world.workers.answer(value -> value instanceof AppliedPlan applied && writes.incrementAndGet() < 20
                ? new AppliedPlan(applied.outcome(), List.of(record(HOME, "192.0.2.1")))
                : value);
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(10));

        assertThat(writes).hasValueLessThan(3);
        assertThat(world.events(RecordsFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).hasMessageContaining("192.0.2.1"));
    }

    @Test
    void aRecordOfOthersThatWasChangedIsToldOf() {
        publish();
        AtomicInteger writes = new AtomicInteger();
        world.workers.answer(value -> {
            if (value instanceof AppliedPlan && writes.incrementAndGet() == 1) {
                throw new RecordMismatchException(
                        DomainName.of(HOME), RecordType.A, record("mail.example.com", "192.0.2.2"));
            }
            return value;
        });
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.events(RecordsFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).hasMessageContaining("mail.example.com"));
    }
}
