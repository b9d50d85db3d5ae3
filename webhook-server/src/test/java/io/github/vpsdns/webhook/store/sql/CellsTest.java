// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.store.KnownSet.KnownRecord;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @Test
    void timesSortAsTheirTextsDo() {
        Random random = new Random(1);
        List<Instant> times = Stream.generate(() -> Instant.ofEpochSecond(
                        random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000)))
                .limit(500)
                .sorted()
                .toList();

        assertThat(times.stream().map(Cells::time)).isSorted();
        assertThat(times.stream().map(Cells::time).map(Cells::time)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000000000Z",
        "-1000000000-01-01T00:00:00Z, 0000-01-01T00:00:00.000000000Z",
        "+1000000000-12-31T23:59:59Z, 9999-12-31T23:59:59.999999999Z"
    })
    void timesHaveFourDigitsOfYearsAndNineOfSeconds(String time, String cell) {
        assertThat(Cells.time(Instant.parse(time))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.1", "192.0.2.2 192.0.2.1", "2001:db8::1"})
    void addressesStayInOrder(String cell) {
        assertThat(Cells.addresses(Cells.addresses(cell))).isEqualTo(cell);
    }

    @Test
    void networksAreReadAsTheyWereWritten() {
        List<Network> networks = List.of(Network.of("192.0.2.0/24"), Network.of("2001:db8::/32"));

        assertThat(Cells.networks(networks)).isEqualTo("192.0.2.0/24 2001:db8::/32");
        assertThat(Cells.networks("192.0.2.0/24 2001:db8::/32")).isEqualTo(networks);
        assertThat(Cells.networks(List.of())).isEmpty();
        assertThat(Cells.networks("")).isEmpty();
    }

    @Test
    void recordsAreLinesThatEndWithWhateverTheIdIs() {
        List<KnownRecord> records = List.of(
                new KnownRecord("a b  c", Family.IPV4.parse("192.0.2.1"), 60),
                new KnownRecord("", Family.IPV6.parse("2001:db8::1"), -1));

        assertThat(Cells.records(records)).isEqualTo("192.0.2.1 60 a b  c\n2001:db8::1 -1 ");
        assertThat(Cells.records(Cells.records(records))).isEqualTo(records);
        assertThat(Cells.records("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"plain, plain", "a\0b, a\uFFFDb", "a\uD800b, a\uFFFDb", "\uD83D\uDE00, \uD83D\uDE00"})
    void textsHaveNothingThatADatabaseRefuses(String text, String cell) {
        assertThat(Cells.text(text)).isEqualTo(cell);
    }
}
