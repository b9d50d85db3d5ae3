// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static io.github.vpsdns.ddns.agent.FakeReadings.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.AddressChanged;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnconfirmed;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnknown;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From addresses to records, with all calls counted. */
class AgentLoopTest {
    private static final String HOME = "home.example.com";
    private static final String ZONES = "GET /dns-zones/";
    private static final String RECORDS = "GET /dns-zones/*/records/";
    private static final String CREATE = "POST /dns-zones/*/records/";
    private static final String PATCH = "PATCH /dns-records/*/";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private AgentWorld world(AgentSettings settings, String... zones) {
        world = new AgentWorld(directory, settings, zones);
        return world;
    }

    private AgentWorld published() {
        world(AgentWorld.local(Family.IPV4, HOME)).host.local("192.0.2.1");
        world.start();
        world.forgetCalls();
        world.events.clear();
        return world;
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void firstRunListsZonesAndRecordsAndCreates() {
        world(AgentWorld.local(Family.IPV4, HOME)).host.local("192.0.2.1");
        world.start();

        assertThat(world.calls()).containsExactly(ZONES, RECORDS, CREATE);
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.sandbox.zones().records("example.com"))
                .extracting(r -> r.ttl())
                .containsExactly(60);
    }

    @Test
    void whatIsRightAlreadyCostsNoWrite() {
        world(AgentWorld.local(Family.IPV4, HOME)).host.local("192.0.2.1");
        world.edit("home", "A", "192.0.2.1");
        world.start();

        assertThat(world.calls()).containsExactly(ZONES, RECORDS);
        assertThat(world.loop.status().records())
                .extracting(AgentStatus.Records::phase)
                .containsExactly(Phase.PUBLISHED);
    }

    @Test
    void aLocalChangeIsPublishedAtTheNextLookByOneCall() {
        published();
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.calls()).containsExactly(PATCH);
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
        assertThat(world.events(AddressChanged.class)).hasSize(1);
        assertThat(world.events(RecordsPublished.class)).singleElement().satisfies(event -> {
            assertThat(event.before()).isEqualTo(addresses("192.0.2.1"));
            assertThat(event.now()).isEqualTo(addresses("192.0.2.2"));
            assertThat(event.reaction()).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void nothingNewCostsOneListingAnInterval() {
        published();
        world.pass(Duration.ofHours(1));

        assertThat(world.calls()).hasSize(12).containsOnly(RECORDS);
        assertThat(world.events(RecordsPublished.class)).isEmpty();
    }

    @Test
    void whatIsVerifiedIsWhatWasPublished() {
        published();
        assertThat(world.verified).containsExactly("home.example.com A [/192.0.2.1]");
    }

    @Test
    void aChangeThatARemoteSourceTellsCountsWhenReadAgain() {
        world(AgentWorld.remote(Family.IPV4, HOME)).host.remote("192.0.2.1");
        world.start();
        world.host.remote("192.0.2.2");
        world.pass(AgentWorld.INTERVAL);
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.events(AddressUnconfirmed.class)).hasSize(1);

        world.pass(Duration.ofSeconds(1));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void aRemoteSourceThatIsWrongOnceChangesNothing() {
        world(AgentWorld.remote(Family.IPV4, HOME)).host.remote("192.0.2.1");
        world.start();
        world.host.remote("203.0.113.9");
        world.pass(AgentWorld.INTERVAL);
        world.host.remote("192.0.2.1");
        world.forgetCalls();
        world.pass(Duration.ofMinutes(4));

        assertThat(world.calls()).isEmpty();
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void theConfirmingReadingIsMadeWhenThePaceAllows() {
        world(AgentWorld.remote(Family.IPV4, HOME)).host.remote("192.0.2.1");
        world.start();
        world.host.remote("192.0.2.2");
        world.pass(AgentWorld.INTERVAL);
        world.host.unknown(Family.IPV4, "asked too soon", Duration.ofSeconds(29));
        world.pass(Duration.ofSeconds(1));
        world.host.remote("192.0.2.2");
        int before = world.host.detections();
        world.pass(Duration.ofSeconds(28));
        assertThat(world.host.detections()).isEqualTo(before);

        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
        assertThat(world.events(AddressUnknown.class)).isEmpty();
    }

    @Test
    void anUnknownAddressLeavesRecordsAlone() {
        published();
        world.host.unknown(Family.IPV4, "eth0 has no address", null);
        world.pass(Duration.ofMinutes(4));

        assertThat(world.calls()).isEmpty();
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.events(AddressUnknown.class)).hasSize(1);
        assertThat(world.loop.status().addresses()).singleElement().satisfies(address -> {
            assertThat(address.addresses()).isEqualTo(addresses("192.0.2.1"));
            assertThat(address.problem()).contains("eth0 has no address");
        });
    }

    @Test
    void anAddressThatComesBackUnchangedCostsNothing() {
        published();
        world.host.unknown(Family.IPV4, "eth0 has no address", null);
        world.pass(Duration.ofSeconds(10));
        world.host.local("192.0.2.1");
        world.pass(Duration.ofMinutes(2));

        assertThat(world.calls()).isEmpty();
    }

    @Test
    void copiesAreCollapsedAndOtherRecordsStay() {
        world(AgentWorld.local(Family.IPV4, HOME)).host.local("192.0.2.1");
        world.edit("home", "A", "192.0.2.1", "192.0.2.1", "198.51.100.7");
        world.edit("home", "TXT", "hello");
        world.edit("other", "A", "198.51.100.8");
        world.start();

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.values(HOME, "TXT")).containsExactly("hello");
        assertThat(world.values("other.example.com", "A")).containsExactly("198.51.100.8");
        assertThat(world.sandbox.calls().count("DELETE", "/**")).isEqualTo(2);
    }

    @Test
    void severalAddressesBecomeSeveralRecords() {
        AddressRule all = new AddressRule(List.of(AgentWorld.LOCAL), 1, 1, true, java.util.Set.of());
        world(AgentWorld.settings(Map.of(Family.IPV6, all), HOME)).host.local("2001:db8::1", "2001:db8::2");
        world.start();
        world.host.local("2001:db8::2", "2001:db8::3");
        world.forgetCalls();
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "AAAA")).containsExactlyInAnyOrder("2001:db8::2", "2001:db8::3");
        assertThat(world.calls()).containsExactly(PATCH);
    }

    @Test
    void anotherMachineGetsItsHostPartBehindThePrefix() {
        RecordRule nas = new RecordRule(
                DomainName.of("nas.example.com"),
                Map.of(Family.IPV6, AddressRule.of(AgentWorld.LOCAL)),
                HostPart.of("::1:2:3:4"),
                64,
                Ttl.of(60));
        world(AgentSettings.of(List.of(nas))).host.local("2001:db8:0:7::99");
        world.start();

        assertThat(world.values("nas.example.com", "AAAA")).containsExactly("2001:db8:0:7:1:2:3:4");
    }

    @Test
    void aFamilyThatIsUnknownKeepsNoOtherWaiting() {
        world(AgentWorld.both(HOME)).host.local("192.0.2.1");
        world.start();

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.values(HOME, "AAAA")).isEmpty();
    }

    @Test
    void aFamilyThatComesLaterIsCreatedWithoutAnotherListing() {
        world(AgentWorld.both(HOME)).host.local("192.0.2.1");
        world.start();
        world.forgetCalls();
        world.host.local("2001:db8::1");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.calls()).containsExactly(CREATE);
    }

    @Test
    void theNewestAddressWinsWhileAWriteIsUnderWay() {
        published();
        world.workers.hold();
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));
        world.host.local("192.0.2.3");
        world.pass(Duration.ofSeconds(2));
        assertThat(world.workers.mostHeld()).as("writes under way").isEqualTo(1);

        world.workers.release();
        world.settle();

        assertThat(world.calls()).containsExactly(PATCH, PATCH);
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.3");
    }

    @Test
    void aChangeOfTheNetworkAsksRemoteSourcesAtOnce() {
        world(AgentWorld.remote(Family.IPV4, HOME)).host.remote("192.0.2.1");
        world.start();
        int before = world.host.detections();
        world.host.network("second");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.host.detections()).isEqualTo(before + 1);
    }

    @Test
    void namesInSeveralZonesTakeOneListingEach() {
        world(AgentWorld.local(Family.IPV4, HOME, "www.example.com", "a.example.net"), "example.com", "example.net")
                .host
                .local("192.0.2.1");
        world.start();

        assertThat(world.sandbox.calls().count("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(2);
        assertThat(world.sandbox.calls().count("POST", "/**")).isEqualTo(3);
    }

    @Test
    void aDryRunWritesNeitherRecordsNorMemory() {
        world(AgentWorld.local(Family.IPV4, HOME)).host.local("192.0.2.1");
        world.dryRun().start();
        world.pass(Duration.ofMinutes(3));

        assertThat(world.calls()).containsExactly(ZONES, RECORDS);
        assertThat(world.events(AgentEvent.RecordsWouldChange.class)).hasSize(1);
        world.stop();
        assertThat(world.file()).doesNotExist();
    }

    @Test
    void aShorterIntervalCountsForWhatWasReadBefore() {
        AgentSettings minutes = AgentWorld.remote(Family.IPV4, HOME);
        AgentSettings days = new AgentSettings(
                Duration.ofDays(2), minutes.watch(), minutes.records(), minutes.drift(), false, true, 8);
        world(days).host.remote("192.0.2.1");
        world.start();
        world.host.remote("192.0.2.2");
        world.loop.follow(minutes, world.noDns());
        world.pass(Duration.ofMinutes(6));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }
}
