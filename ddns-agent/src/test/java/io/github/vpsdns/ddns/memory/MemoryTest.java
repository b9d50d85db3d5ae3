// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final Instant NOW = RandomMemory.NOW;
    private static final RecordKey HOME = new RecordKey(DomainName.of("home.example.com"), Family.IPV4);
    private static final RecordKey NAS = new RecordKey(DomainName.of("nas.example.com"), Family.IPV6);
    private static final AddressKey RULE = new AddressKey(Family.IPV4, "0123456789abcdef");
    private static final KnownSet SET = new KnownSet(List.of(), List.of(Family.IPV4.parse("192.0.2.1")), null, NOW);
    private static final Pause PAUSE = new Pause(NOW, 1, "down");
    private static final CountingAddresses COUNTING =
            new CountingAddresses(List.of(Family.IPV4.parse("192.0.2.1")), NOW);

    @Test
    void learnsAndForgets() {
        Memory full = Memory.EMPTY
                .withSet(HOME, SET)
                .withAddresses(RULE, COUNTING)
                .withPause(PAUSE)
                .withRetry(NAS, PAUSE);

        assertThat(full.sets()).containsOnlyKeys(HOME);
        assertThat(full.addresses()).containsOnlyKeys(RULE);
        assertThat(full.retries()).containsOnlyKeys(NAS);
        assertThat(full.withSet(HOME, null)
                        .withAddresses(RULE, null)
                        .withPause(null)
                        .withRetry(NAS, null))
                .isEqualTo(Memory.EMPTY);
    }

    @Test
    void keepsWhatIsOfUse() {
        Memory full = Memory.EMPTY
                .withSet(HOME, SET)
                .withSet(NAS, SET)
                .withAddresses(RULE, COUNTING)
                .withPause(PAUSE)
                .withRetry(HOME, PAUSE)
                .withRetry(NAS, PAUSE);

        assertThat(full.keeping(Set.of(HOME), Set.of()))
                .isEqualTo(Memory.EMPTY.withSet(HOME, SET).withPause(PAUSE).withRetry(HOME, PAUSE));
    }

    @Test
    void takesTheAddressRecordsOfWhatTheApiShows() {
        List<KnownRecord> known = KnownRecord.of(List.of(
                record("one", A.of("192.0.2.1")),
                record("two", Aaaa.of("2001:db8::1")),
                record("three", new Txt("x")),
                record("four", new Opaque(RecordType.A, "no address", null))));

        assertThat(known)
                .containsExactly(
                        new KnownRecord(new RecordId("one"), Family.IPV4.parse("192.0.2.1"), Ttl.of(60)),
                        new KnownRecord(new RecordId("two"), Family.IPV6.parse("2001:db8::1"), Ttl.of(60)));
    }

    @Test
    void givesRecordsAtTheirNameBackToPlans() {
        DnsRecord shown = record("one", A.of("192.0.2.1"));
        KnownSet set = new KnownSet(KnownRecord.of(List.of(shown)), List.of(), null, NOW);
        assertThat(set.at(HOME.name())).containsExactly(shown);
    }

    @Test
    void aPauseIsBroughtIntoItsBounds() {
        Pause pause = new Pause(NOW, 5000, "first line\r\n\tsecond" + "😀".repeat(2000));
        assertThat(pause.failures()).isEqualTo(Pause.MOST_FAILURES);
        assertThat(pause.reason())
                .startsWith("first line second")
                .hasSizeBetween(Pause.LONGEST_REASON - 1, Pause.LONGEST_REASON)
                .endsWith("😀");
        assertThat(new Pause(NOW, -1, "").failures()).isEqualTo(1);
    }

    @Test
    void rulesThatDifferHaveDifferentKeys() {
        List<AddressRule> rules = List.of(
                rule(1, false, Set.of(), "https://example.com/ip?key=one"),
                rule(1, false, Set.of(), "https://example.com/ip?key=two"),
                rule(1, false, Set.of(), "https://example.com/ip?key=one", "interface"),
                rule(1, false, Set.of(), "interface", "https://example.com/ip?key=one"),
                rule(2, false, Set.of(), "interface", "https://example.com/ip?key=one"),
                rule(1, true, Set.of(), "https://example.com/ip?key=one"),
                rule(1, false, Set.of(AddressKind.CGNAT), "https://example.com/ip?key=one"),
                rule(1, false, Set.of(), "command:/bin/ip one"),
                rule(1, false, Set.of(), "command:/bin/ip two"));

        Set<AddressKey> keys = new HashSet<>();
        rules.forEach(rule -> keys.add(AddressKey.of(rule, Family.IPV4)));
        rules.forEach(rule -> keys.add(AddressKey.of(rule, Family.IPV6)));

        assertThat(keys).hasSize(2 * rules.size());
    }

    @Test
    void theKeyOfARuleStaysTheSameFromVersionToVersion() {
        AddressRule rule = rule(1, false, Set.of(AddressKind.ULA, AddressKind.CGNAT), "interface:eth0");
        assertThat(AddressKey.of(rule, Family.IPV4)).isEqualTo(new AddressKey(Family.IPV4, "050e513f0b10a460"));
    }

    @Test
    void aKeyIsADigest() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AddressKey(Family.IPV4, "interface:eth0"))
                .withMessageContaining("16 hexadecimal digits");
    }

    private static AddressRule rule(int agree, boolean all, Set<AddressKind> allowed, String... sources) {
        return new AddressRule(Stream.of(sources).map(SourceSpec::of).toList(), agree, 2, all, allowed);
    }

    private static DnsRecord record(String id, RecordData data) {
        return new DnsRecord(new RecordId(id), "home.example.com", data, Ttl.of(60), null);
    }
}
