// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent with its threads, in real time. */
@Timeout(60)
class AgentTest {
    /** A second, and what a busy machine adds to it; the calls hang for half a minute. */
    private static final Duration BUSY_SECOND = Duration.ofSeconds(3);

    @TempDir
    private Path directory;

    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").withoutAcme().start();
    private final VpsDnsClient client = VpsDnsClient.builder()
            .apiUrl(sandbox.apiUrl())
            .token(ApiToken.of(sandbox.token()))
            .build();
    private final AuthoritativeDns dns =
            AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
    private final Queue<AgentEvent> events = new ConcurrentLinkedQueue<>();
    private volatile String address = "192.0.2.1";
    private MemoryFile memory;

    /** An interface whose address a test decides. */
    private final class Host implements AddressSource {
        private final SourceSpec spec;

        Host(SourceSpec spec) {
            this.spec = spec;
        }

        @Override
        public SourceSpec spec() {
            return spec;
        }

        @Override
        public List<InetAddress> read(Family family, Duration limit) {
            return FakeReadings.addresses(address);
        }
    }

    @BeforeEach
    void open() {
        memory = MemoryFile.open(directory.resolve("ddns.json"), Timekeeper.system());
    }

    @AfterEach
    void close() {
        memory.close();
        client.close();
        sandbox.close();
    }

    private static AgentSettings settings(boolean withdraw, String... names) {
        AgentSettings usual = AgentWorld.local(Family.IPV4, names);
        return new AgentSettings(
                Duration.ofMinutes(5), Duration.ofMillis(100), usual.records(), DriftPolicy.RESTORE, withdraw, true, 8);
    }

    private Agent agent(AgentSettings settings) {
        return Agent.builder(settings, ApiAccess.of(new RecordEditor(client)), dns, memory)
                .detector(new Detector(Host::new, Timekeeper.system()))
                .listener(events::add)
                .build();
    }

    private Agent start(AgentSettings settings) {
        Agent agent = agent(settings);
        agent.start();
        return agent;
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }

    @Test
    void followsTheHostAndIsSeenByTheNameServers() {
        try (Agent agent = start(settings(false, "home.example.com"))) {
            await().until(() -> values().equals(List.of("192.0.2.1")));
            address = "192.0.2.2";
            await().until(() -> values().equals(List.of("192.0.2.2")));
            await().untilAsserted(() -> assertThat(events)
                    .filteredOn(RecordsVerified.class::isInstance)
                    .extracting(event -> ((RecordsVerified) event).now())
                    .contains(FakeReadings.addresses("192.0.2.2")));
            await().until(() -> agent.status().records().get(0).phase() == AgentStatus.Phase.VERIFIED);
        }
    }

    @Test
    void triesAgainToWithdrawAsLongAsThereIsTime() {
        Agent agent = start(settings(true, "home.example.com"));
        await().until(() -> values().equals(List.of("192.0.2.1")));
        sandbox.faults().add(Fault.garbage(Garbage.HTML).on("GET", "/**"));
        agent.close();

        assertThat(values()).isEmpty();
    }

    @Test
    void endsWithinASecondWhileEveryCallHangs() {
        sandbox.faults().add(Fault.delay(Duration.ofSeconds(30)).always());
        Agent agent = start(settings(
                false,
                IntStream.range(0, 50).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new)));
        await().until(() -> !agent.status().addresses().isEmpty());
        long before = System.nanoTime();
        agent.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BUSY_SECOND);
        assertThat(directory.resolve("ddns.json")).isRegularFile();
    }

    @Test
    void endsWithinASecondWhileEveryWriteHangs() {
        sandbox.faults()
                .add(Fault.delay(Duration.ofSeconds(30)).on("POST", "/**").always());
        Agent agent = start(settings(
                false,
                IntStream.range(0, 50).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new)));
        await().until(() -> sandbox.calls().count("GET", "/dns-zones/*/records/") == 1);
        long before = System.nanoTime();
        agent.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BUSY_SECOND);
    }

    @Test
    void withdrawsItsRecordsAtTheEndWhereTold() {
        sandbox.zones().add("example.com", "home", "TXT", "hello");
        Agent agent = start(settings(true, "home.example.com"));
        await().until(() -> values().contains("192.0.2.1"));
        agent.close();

        assertThat(values()).containsExactly("hello");
    }

    @Test
    void isNotStartedAfterItsEnd() {
        Agent agent = agent(settings(false, "home.example.com"));
        agent.close();

        assertThatThrownBy(agent::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesByOtherSettings() {
        try (Agent agent = start(settings(false, "home.example.com"))) {
            await().until(() -> values().size() == 1);
            agent.reconfigure(settings(false, "home.example.com", "www.example.com"), dns);
            await().until(() -> values().size() == 2);
        }
    }

    @Test
    void refreshComparesNow() {
        try (Agent agent = start(settings(false, "home.example.com"))) {
            await().until(() -> values().size() == 1);
            sandbox.zones()
                    .remove(
                            "example.com",
                            sandbox.zones().records("example.com").get(0).uuid());
            agent.refresh();
            await().until(() -> values().size() == 1);
        }
    }

    @Test
    void aListenerThatFailsHarmsNothing() {
        try (Agent agent = Agent.builder(
                        settings(false, "home.example.com"), ApiAccess.of(new RecordEditor(client)), dns, memory)
                .detector(new Detector(Host::new, Timekeeper.system()))
                .listener(event -> {
                    throw new IllegalStateException("no");
                })
                .build()) {
            agent.start();
            await().until(() -> values().size() == 1);
        }
    }

    @Test
    void isStartedOnce() {
        try (Agent agent = start(settings(false, "home.example.com"))) {
            assertThatIllegalStateException().isThrownBy(agent::start);
        }
    }
}
