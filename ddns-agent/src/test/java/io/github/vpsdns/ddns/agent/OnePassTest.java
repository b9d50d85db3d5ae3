// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static io.github.vpsdns.ddns.agent.FakeReadings.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.ApiPausedException;
import io.github.vpsdns.ddns.report.PassReport;
import io.github.vpsdns.ddns.report.PassReport.Action;
import io.github.vpsdns.ddns.report.PassReport.RecordResult;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One pass, as a timer begins it every few minutes. */
@Timeout(60)
class OnePassTest {
    private static final Duration VERIFY = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final SkewedTime time = new SkewedTime();
    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").withoutAcme().start();
    private final VpsDnsClient client = VpsDnsClient.builder()
            .apiUrl(sandbox.apiUrl())
            .token(ApiToken.of(sandbox.token()))
            .retry(new RetryPolicy(Duration.ofSeconds(4), Duration.ofMillis(200), Duration.ofSeconds(1)))
            .build();
    private final AuthoritativeDns dns =
            AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
    private AgentSettings settings = AgentWorld.local(Family.IPV4, "home.example.com");
    private String address = "192.0.2.1";
    private @Nullable Path place;

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
            if (address.isEmpty()) {
                throw new SourceException("eth0 has no address", null);
            }
            return addresses(address);
        }
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private PassReport pass(boolean dryRun, boolean force, boolean withdraw) {
        sandbox.calls().clear();
        try (MemoryFile memory = MemoryFile.open(place == null ? directory.resolve("ddns.json") : place, time)) {
            return OnePass.run(
                    settings,
                    ApiAccess.of(new RecordEditor(client)),
                    dns,
                    memory,
                    new Detector(Host::new, time),
                    time,
                    new OnePass.Options(dryRun, force, withdraw, VERIFY));
        }
    }

    private PassReport pass() {
        return pass(false, false, false);
    }

    private RecordResult only(PassReport report) {
        assertThat(report.records()).hasSize(1);
        return report.records().get(0);
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }

    private int calls() {
        return sandbox.calls().all().size();
    }

    @Test
    void tellsOfAMemoryThatCannotBeUsed() throws Exception {
        Files.writeString(directory.resolve("ddns.json"), "garbage");

        assertThat(pass().memoryProblem()).startsWith("what was remembered in ").contains("cannot be used");
        assertThat(pass().memoryProblem()).isNull();
    }

    @Test
    void tellsThatNothingCanBeRemembered() throws Exception {
        Files.writeString(directory.resolve("file"), "");
        place = directory.resolve("file/ddns.json");

        assertThat(pass().memoryProblem()).startsWith("nothing can be remembered in ");
        assertThat(values()).containsExactly("192.0.2.1");
    }

    @Test
    void theFirstPublishesAndSeesItAtTheNameServers() {
        RecordResult result = only(pass());

        assertThat(result.action()).isEqualTo(Action.CHANGED);
        assertThat(result.now()).isEqualTo(addresses("192.0.2.1"));
        assertThat(result.verified()).isTrue();
        assertThat(values()).containsExactly("192.0.2.1");
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void theNextMakesNoCallWhereNothingChanged() {
        pass();
        RecordResult result = only(pass());

        assertThat(result.action()).isEqualTo(Action.UNCHANGED);
        assertThat(calls()).isZero();
    }

    @Test
    void forceComparesAnyway() {
        pass();
        sandbox.zones()
                .remove(
                        "example.com",
                        sandbox.zones().records("example.com").get(0).uuid());
        RecordResult result = only(pass(false, true, false));

        assertThat(result.action()).isEqualTo(Action.CHANGED);
        assertThat(values()).containsExactly("192.0.2.1");
    }

    @Test
    void aChangeCostsOneCall() {
        pass();
        address = "192.0.2.2";
        RecordResult result = only(pass());

        assertThat(result.before()).isEqualTo(addresses("192.0.2.1"));
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aRemoteChangeIsReadAgainWithinThePass() {
        settings = AgentWorld.remote(Family.IPV4, "home.example.com");
        pass();
        address = "192.0.2.2";
        RecordResult result = only(pass());

        assertThat(result.action()).isEqualTo(Action.CHANGED);
        assertThat(values()).containsExactly("192.0.2.2");
    }

    @Test
    void withoutAddressTheRecordsStayAndTheReasonIsTold() {
        pass();
        address = "";
        PassReport report = pass(false, true, false);

        assertThat(only(report).action()).isEqualTo(Action.NO_ADDRESS);
        assertThat(report.addresses())
                .singleElement()
                .satisfies(result -> assertThat(result.problem()).contains("eth0 has no address"));
        assertThat(values()).containsExactly("192.0.2.1");
    }

    @Test
    void aDryRunTellsWhatItWouldDo() {
        RecordResult result = only(pass(true, false, false));

        assertThat(result.action()).isEqualTo(Action.WOULD_CHANGE);
        assertThat(result.now()).isEqualTo(addresses("192.0.2.1"));
        assertThat(values()).isEmpty();
        assertThat(directory.resolve("ddns.json")).doesNotExist();
    }

    @Test
    void withdrawingRemovesWhatIsOurs() {
        pass();
        sandbox.zones().add("example.com", "home", "TXT", "hello");
        RecordResult result = only(pass(false, false, true));

        assertThat(result.action()).isEqualTo(Action.WITHDRAWN);
        assertThat(result.before()).isEqualTo(addresses("192.0.2.1"));
        assertThat(values()).containsExactly("hello");
    }

    @Test
    void withdrawingWorksWithoutAnAddress() {
        pass();
        address = "";
        RecordResult result = only(pass(false, false, true));

        assertThat(result.action()).isEqualTo(Action.WITHDRAWN);
        assertThat(values()).isEmpty();
    }

    @Test
    void withdrawingCanBeTriedDry() {
        pass();
        RecordResult result = only(pass(true, false, true));

        assertThat(result.action()).isEqualTo(Action.WOULD_WITHDRAW);
        assertThat(values()).containsExactly("192.0.2.1");
    }

    @Test
    void refusedCredentialsAreToldForEachName() {
        sandbox.faults().add(Fault.status(401).always());
        RecordResult result = only(pass());

        assertThat(result.action()).isEqualTo(Action.FAILED);
        assertThat(result.failure()).isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void anApiThatIsAwayIsToldAsWorthRetryingAndNotCalledAgainTooSoon() {
        sandbox.faults().add(Fault.status(503).always());
        assertThat(only(pass()).failure())
                .satisfies(failure -> assertThat(failure.isTransient()).isTrue());
        RecordResult next = only(pass());

        assertThat(next.failure()).isInstanceOf(ApiPausedException.class);
        assertThat(calls()).isZero();
        sandbox.faults().clear();
        assertThat(only(pass(false, true, false)).action()).isEqualTo(Action.CHANGED);
    }

    @Test
    void aComparisonThatFailsIsToldAndNotTakenForAMatch() {
        pass();
        sandbox.faults().add(Fault.status(503).always());

        RecordResult result = only(pass(false, true, false));

        assertThat(result.action()).isEqualTo(Action.FAILED);
        assertThat(result.failure()).isNotNull();
    }

    @Test
    void driftThatIsLeftIsTold() {
        settings = AgentWorld.with(DriftPolicy.LEAVE, settings);
        pass();
        sandbox.zones()
                .remove(
                        "example.com",
                        sandbox.zones().records("example.com").get(0).uuid());
        sandbox.zones().add("example.com", "home", "A", "203.0.113.66");
        RecordResult result = only(pass(false, true, false));

        assertThat(result.action()).isEqualTo(Action.LEFT);
        assertThat(result.now()).isEqualTo(addresses("203.0.113.66"));
    }
}
