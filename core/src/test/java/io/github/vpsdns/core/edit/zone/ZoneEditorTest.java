// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.ListShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole zone through the real client against the sandbox. */
@Timeout(60)
class ZoneEditorTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMillis(2), Duration.ofMillis(10));

    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").withoutAcme().withoutDns().start();
    private final VpsDnsClient client = VpsDnsClient.builder()
            .apiUrl(sandbox.apiUrl())
            .token(ApiToken.of(sandbox.token()))
            .retry(QUICK)
            .build();
    private final ZoneEditor editor = new ZoneEditor(client);
    private final List<WantedSet> wanted = new ArrayList<>();

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void readsAZoneByOneCallIfItsNumberIsRight() {
        fill(3);
        Zone zone = zone();
        sandbox.calls().clear();

        ZoneSnapshot snapshot = editor.read(zone);

        assertThat(snapshot.records()).hasSize(3);
        assertThat(snapshot.certain()).isTrue();
        assertThat(sandbox.calls().all()).hasSize(1);
    }

    @Test
    void readsTheListWhereTheZoneShowsOnlyAPart() {
        fill(3);
        showOnlyTheFirstRecord();

        ZoneSnapshot snapshot = editor.read(zone());

        assertThat(snapshot.records()).hasSize(3);
        assertThat(snapshot.certain()).isTrue();
    }

    @Test
    void isNotCertainWhereTheApiCountsMoreThanItShows() {
        fill(3);
        sandbox.listShape(ListShape.SHORT_ARRAY, 1);
        showOnlyTheFirstRecord();

        assertThat(editor.read(zone()).certain()).isFalse();
    }

    @Test
    void refusesAZoneOfWhichTheApiContradictsItself() {
        fill(3);
        sandbox.listShape(ListShape.SHORT_ARRAY, 2);
        showOnlyTheFirstRecord();
        Zone zone = zone();

        assertThatThrownBy(() -> editor.read(zone))
                .isInstanceOf(UncertainZoneException.class)
                .hasMessageContaining("the API counts 3, shows 1 and lists 2")
                .matches(e -> ((UncertainZoneException) e).isTransient());
    }

    @Test
    void makesOneCallForEachStep() {
        fill(2);
        want("new", 60, "A", "192.0.2.1");
        want("host0", 600, "A", "10.0.0.0");
        ZonePlan plan = plan(Prune.WHOLE_ZONE);
        sandbox.calls().clear();

        AppliedZonePlan applied = editor.apply(plan, step -> {});

        assertThat(applied.isComplete()).isTrue();
        assertThat(sandbox.calls().all()).hasSize(3);
        assertThat(plan(Prune.WHOLE_ZONE).steps()).isEmpty();
    }

    @Test
    void replacesOtherDataByACname() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");
        sandbox.zones().add("example.com", "ftp", "CNAME", "www.example.com");
        want("www", 60, "CNAME", "example.com");
        want("ftp", 60, "A", "192.0.2.2");

        assertThat(editor.apply(plan(Prune.WHOLE_ZONE), step -> {}).isComplete())
                .isTrue();

        assertThat(sandbox.zones().records("example.com", "www", "CNAME")).hasSize(1);
        assertThat(sandbox.zones().records("example.com", "ftp", "A")).hasSize(1);
    }

    @Test
    void removesNothingWhenSomethingElseFailed() {
        fill(2);
        want("new", 60, "A", "192.0.2.1");
        ZonePlan plan = plan(Prune.WHOLE_ZONE);
        sandbox.faults().add(Fault.status(400).on("POST", "/**").always());

        AppliedZonePlan applied = editor.apply(plan, step -> {});

        assertThat(applied.reasons()).hasOnlyElementsOfType(InvalidRequestException.class);
        assertThat(applied.outcomes())
                .filteredOn(StepOutcome.NotTried.class::isInstance)
                .hasSize(2);
        assertThat(sandbox.zones().records("example.com")).hasSize(2);
    }

    @Test
    void goesOnAfterARefusalOfOneRecord() {
        want("a", 60, "A", "192.0.2.1");
        want("b", 60, "A", "192.0.2.1");
        want("c", 60, "A", "192.0.2.1");
        sandbox.faults().add(Fault.status(400).on("POST", "/**").times(1));

        AppliedZonePlan applied = editor.apply(plan(Prune.NOTHING), step -> {});

        assertThat(applied.done(ZoneStep.Create.class)).isEqualTo(2);
        sandbox.faults().clear();
        assertThat(editor.apply(plan(Prune.NOTHING), step -> {}).done(ZoneStep.Create.class))
                .isOne();
    }

    @Test
    void stopsAtOnceWhenTheTokenIsRefused() {
        for (int i = 0; i < 200; i++) {
            want("host" + i, 60, "A", "192.0.2.1");
        }
        ZonePlan plan = plan(Prune.NOTHING);
        sandbox.calls().clear();
        sandbox.faults().add(Fault.status(401).on("POST", "/**").always());

        AppliedZonePlan applied = editor.apply(plan, step -> {});

        assertThat(applied.done(ZoneStep.Create.class)).isZero();
        assertThat(sandbox.calls().all()).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void settlesLostAnswers() {
        for (int i = 0; i < 20; i++) {
            want("host" + i, 60, "A", "192.0.2.1");
        }
        sandbox.faults().add(Fault.drop().on("POST", "/**").skip(3).times(5));

        editor.apply(plan(Prune.NOTHING), step -> {});

        assertThat(plan(Prune.NOTHING).steps()).isEmpty();
        assertThat(sandbox.zones().records("example.com")).hasSize(20);
    }

    @Test
    void tellsWhatWasNotTriedAfterAnInterrupt() {
        for (int i = 0; i < 100; i++) {
            want("host" + i, 60, "A", "192.0.2.1");
        }
        sandbox.faults()
                .add(Fault.delay(Duration.ofMillis(20)).on("POST", "/**").always());
        Thread caller = Thread.currentThread();

        AppliedZonePlan applied = editor.apply(plan(Prune.NOTHING), step -> caller.interrupt());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(applied.isComplete()).isFalse();
        assertThat(applied.outcomes()).hasSize(100).hasAtLeastOneElementOfType(StepOutcome.NotTried.class);
    }

    private void fill(int records) {
        for (int i = 0; i < records; i++) {
            sandbox.zones().add("example.com", "host" + i, "A", "10.0.0." + i, 60, null);
        }
    }

    private void showOnlyTheFirstRecord() {
        String first = sandbox.zones().records("example.com").get(0).uuid();
        String zone = sandbox.zones().all().get(0).uuid();
        String body = """
                {"uuid": "%s", "domain": "example.com", "record_count": 3, "records": [{"uuid": "%s", "record_type": "A",
                "name": "host0", "value": "10.0.0.0", "ttl": 60, "priority": null}]}""".formatted(zone, first);
        sandbox.faults()
                .add(Fault.status(200, Map.of("Content-Type", "application/json"), body)
                        .on("GET", "/dns-zones/*/")
                        .always());
    }

    private Zone zone() {
        return client.findZone(ZONE).orElseThrow();
    }

    private ZonePlan plan(Prune prune) {
        return ZoneEditor.plan(editor.read(zone()), wanted, prune, name -> false);
    }

    private void want(String name, int ttl, String type, String value) {
        RecordType which = RecordType.of(type);
        wanted.add(
                new WantedSet(ZONE.prepend(name), which, List.of(RecordData.parse(which, value, null)), Ttl.of(ttl)));
    }
}
