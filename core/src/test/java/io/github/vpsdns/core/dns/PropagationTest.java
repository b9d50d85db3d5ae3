// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class PropagationTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final Txt VALUE = new Txt("new");
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final PropagationPolicy POLICY =
            new PropagationPolicy(Duration.ofMinutes(2), INTERVAL, Duration.ofSeconds(30));

    /** Each question to a silent server takes real time, so few are asked. */
    private static final PropagationPolicy SPARSE =
            new PropagationPolicy(POLICY.timeout(), Duration.ofSeconds(6), POLICY.tolerateSilentAfter());

    /** For servers that do not answer. */
    private static final Duration SHORT = Duration.ofMillis(150);

    private final ManualTime time = new ManualTime();
    private final Instant start = time.now();
    private final List<FakeNameServer> running = new ArrayList<>();
    private final List<PropagationReport> progress = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(FakeNameServer::close);
    }

    @Test
    void endsAtOnceWhereEveryServerHasTheValue() {
        PropagationReport report = await(serving("new"), serving("new"));

        assertThat(report.servers())
                .allMatch(PropagationReport.ServerState::has)
                .hasSize(2);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void waitsForTheSlowestAndTellsHowLongEachTook() {
        PropagationReport report = await(serving("new"), lagging(Duration.ofSeconds(3)));

        assertThat(report.servers().get(0).after()).isZero();
        assertThat(report.servers().get(1).after())
                .isBetween(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3).plus(INTERVAL.multipliedBy(11).dividedBy(10)));
        assertThat(report.elapsed()).isEqualTo(report.servers().get(1).after());
    }

    @Test
    void doesNotAskAServerAgainThatHasTheValue() {
        FakeNameServer quick = serving("new");

        await(quick, lagging(Duration.ofSeconds(10)));

        assertThat(quick.asked()).hasSize(1);
    }

    @Test
    void findsTheValueAmongOthers() {
        assertThat(await(serving("old", "new", "other")).servers()).allMatch(PropagationReport.ServerState::has);
    }

    @Test
    void showsNoMoreOfOtherValuesThanAPersonReads() {
        PropagationTimeoutException timeout = timeout(serving("a", "b", "c".repeat(200), "d", "e"));

        assertThat(timeout)
                .hasMessageContaining("TXT \"a\", TXT \"b\", TXT \"ccc")
                .hasMessageContaining("c... and 2 more");
    }

    @Test
    void isNotContentWithAValueThatDiffersInCase() {
        assertThatThrownBy(() -> await(serving("NEW")))
                .isInstanceOf(PropagationTimeoutException.class)
                .hasMessageContaining("TXT \"NEW\"");
    }

    @Test
    void acceptsTheValueAtTheEndOfAChainOfAliasesInOneAnswer() {
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query,
                "_acme-challenge.example.com. 60 IN CNAME a.example.com.",
                "a.example.com. 60 IN CNAME B.example.com.",
                "b.example.com. 60 IN TXT new"));

        assertThat(await(server).servers().get(0).has()).isTrue();
    }

    @Test
    void doesNotGoRoundInALoopOfAliases() {
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query,
                "_acme-challenge.example.com. 60 IN CNAME a.example.com.",
                "a.example.com. 60 IN CNAME _acme-challenge.example.com."));

        assertThatThrownBy(() -> await(server))
                .isInstanceOf(PropagationTimeoutException.class)
                .hasMessageContaining("an alias of 'a.example.com'");
    }

    @Test
    void waitsThroughAbsenceAndFailures() {
        FakeNameServer server = start((query, asked) -> List.of());
        server.behave((query, asked) -> switch (server.asked().size()) {
            case 1 -> Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA);
            case 2 -> Replies.rcode(query, Rcode.SERVFAIL);
            case 3 -> Replies.rcode(query, Rcode.REFUSED);
            case 4 -> Replies.nothing(query, Rcode.NOERROR, Replies.SOA);
            default -> Replies.txt(query, "new");
        });

        await(server);

        assertThat(progress)
                .extracting(report -> report.servers().get(0).last())
                .containsExactly("no such name", "SERVFAIL", "REFUSED", "no such records", "TXT \"new\"");
    }

    @Test
    void tellsOfChangesOnly() {
        await(serving("new"), lagging(Duration.ofSeconds(10)));

        assertThat(progress).hasSize(3);
        assertThat(progress.get(2).servers()).allMatch(PropagationReport.ServerState::has);
    }

    @Test
    void asksEverLessOftenTheLongerItTakes() {
        await(lagging(Duration.ofSeconds(60)));

        Duration passed = Duration.ZERO;
        for (Duration sleep : time.sleeps()) {
            double expected = Math.min(2000, Math.max(500, passed.toMillis() / 10.0));
            assertThat(sleep.toNanos() / 1e6).isCloseTo(expected, within(expected / 10 + 1));
            passed = passed.plus(sleep);
        }
        assertThat(passed).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void leavesOutAServerThatIsDownOnceAnotherHasTheValue() {
        FakeNameServer closed = start((query, asked) -> List.of());
        closed.close();

        PropagationReport report = await(closed, serving("new"));

        assertThat(report.elapsed()).isEqualTo(POLICY.tolerateSilentAfter());
        assertThat(report.servers().get(0).has()).isFalse();
        assertThat(report.servers().get(0).last()).isEqualTo("connection refused; left out");
    }

    @Test
    void leavesOutAServerThatSwallowsQuestions() {
        PropagationReport report = zone(SHORT, start((query, asked) -> List.of()), serving("new"))
                .awaitEverywhere(NAME, VALUE, SPARSE, PropagationListener.NONE);

        assertThat(report.elapsed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(37));
        assertThat(report.servers().get(0).last()).isEqualTo("no answer within 150 ms; left out");
    }

    @Test
    void insistsOnAServerThatCameBackWithoutTheValue() {
        FakeNameServer back =
                start((query, asked) -> passed(Duration.ofSeconds(20)) ? Replies.txt(query, "old") : List.of());
        AuthoritativeZone zone = zone(SHORT, back, serving("new"));

        assertThatThrownBy(() -> zone.awaitEverywhere(NAME, VALUE, SPARSE, PropagationListener.NONE))
                .isInstanceOf(PropagationTimeoutException.class)
                .hasMessageContaining("TXT \"old\"");
    }

    @Test
    void insistsOnAServerThatRefuses() {
        FakeNameServer refusing = start((query, asked) -> Replies.rcode(query, Rcode.REFUSED));

        PropagationTimeoutException timeout = timeout(refusing, serving("new"));

        assertThat(timeout).hasMessageContaining("after 120 s").hasMessageContaining("REFUSED");
        assertThat(timeout.isTransient()).isTrue();
        assertThat(timeout.report().servers())
                .extracting(PropagationReport.ServerState::has)
                .containsExactly(false, true);
    }

    @Test
    void leavesNobodyOutWhereNobodyHasTheValue() {
        FakeNameServer closed = start((query, asked) -> List.of());
        closed.close();

        assertThat(timeout(closed, closed)).hasMessageContaining("connection refused");
    }

    @Test
    void insistsOnAllWhereSilenceIsNotTolerated() {
        FakeNameServer closed = start((query, asked) -> List.of());
        closed.close();
        PropagationPolicy strict = new PropagationPolicy(POLICY.timeout(), INTERVAL, Duration.ofDays(1));
        AuthoritativeZone zone = zone(closed, serving("new"));

        assertThatThrownBy(() -> zone.awaitEverywhere(NAME, VALUE, strict, PropagationListener.NONE))
                .isInstanceOf(PropagationTimeoutException.class);
    }

    @Test
    void waitsForManyNamesInTheTimeOfOne() {
        FakeNameServer slow = start((query, asked) -> List.of());
        slow.behave(
                (query, asked) -> slow.asked(asked.name()) > 6 ? Replies.txt(query, "new") : Replies.txt(query, "old"));
        FakeNameServer quick = serving("new");

        List<PropagationReport> reports =
                zone(quick, slow).awaitAllEverywhere(names(25), POLICY, PropagationListener.NONE);

        assertThat(reports).hasSize(25).allMatch(one -> one.servers().stream().allMatch(server -> server.has()));
        assertThat(time.now()).isBefore(start.plus(INTERVAL.multipliedBy(7)));
        assertThat(quick.asked()).hasSize(25);
        assertThat(slow.asked()).hasSize(25 * 7);
    }

    @Test
    void asksADeadServerOneQuestionAtATime() {
        FakeNameServer dead = start((query, asked) -> List.of());

        zone(SHORT, serving("new"), dead).awaitAllEverywhere(names(25), SPARSE, PropagationListener.NONE);

        // Eight at first, each sent twice; then one at a time.
        assertThat(dead.asked().stream().map(FakeNameServer.Asked::name).distinct())
                .hasSize(8);
        assertThat(dead.asked().subList(16, dead.asked().size()))
                .allMatch(asked -> asked.name().equals("n0.example.com"));
    }

    @Test
    void namesTheFirstThatIsMissingAndReportsAll() {
        FakeNameServer server =
                start((query, asked) -> Replies.txt(query, asked.name().equals("n0.example.com") ? "new" : "old"));
        AuthoritativeZone zone = zone(server);

        PropagationTimeoutException timeout = catchThrowableOfType(
                PropagationTimeoutException.class,
                () -> zone.awaitAllEverywhere(names(4), POLICY, PropagationListener.NONE));

        assertThat(timeout.report().name()).isNotEqualTo(DomainName.of("n0.example.com"));
        assertThat(timeout.reports()).hasSize(4);
        assertThat(timeout).hasMessageContaining("and those of 2 more are missing somewhere");
    }

    @Test
    void waitsForValuesOfSeveralTypesAtOneName() {
        A ipv4 = A.of("192.0.2.1");
        Aaaa ipv6 = Aaaa.of("2001:db8::1");
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query,
                asked.name() + ". 60 IN " + asked.type() + " "
                        + (asked.type().equals("A") ? "192.0.2.1" : "2001:db8::1")));

        List<PropagationReport> reports =
                zone(server).awaitAllEverywhere(Map.of(NAME, Set.of(ipv4, ipv6)), POLICY, PropagationListener.NONE);

        assertThat(reports).hasSize(2).allMatch(report -> report.name().equals(NAME));
        assertThat(server.asked()).extracting(FakeNameServer.Asked::type).containsExactlyInAnyOrder("A", "AAAA");
    }

    @Test
    void wantsAllValuesOfAName() {
        AuthoritativeZone zone = zone(serving("one"));
        Map<DomainName, Set<RecordData>> both = Map.of(NAME, Set.of(new Txt("one"), new Txt("two")));

        assertThatThrownBy(() -> zone.awaitAllEverywhere(both, POLICY, PropagationListener.NONE))
                .isInstanceOf(PropagationTimeoutException.class);
    }

    @Test
    void refusesToWaitForNothing() {
        AuthoritativeZone zone = zone(serving("one"));

        assertThatThrownBy(() -> zone.awaitAllEverywhere(Map.of(NAME, Set.of()), POLICY, PropagationListener.NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no value is given");
    }

    @Test
    void refusesAnIntervalOfNothing() {
        assertThatThrownBy(() -> new PropagationPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void startsNoThread() {
        AuthoritativeZone zone = zone(serving("new"), serving("new"));
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        zone.lookup(NAME, RecordType.TXT);
        zone.awaitEverywhere(
                NAME,
                VALUE,
                POLICY,
                report -> assertThat(before)
                        .containsAll(Thread.getAllStackTraces().keySet()));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("dnsjava"));
    }

    private FakeNameServer serving(String... values) {
        return start((query, asked) -> Replies.txt(query, values));
    }

    private FakeNameServer lagging(Duration lag) {
        return start((query, asked) -> Replies.txt(query, passed(lag) ? "new" : "old"));
    }

    private boolean passed(Duration since) {
        return !time.now().isBefore(start.plus(since));
    }

    private FakeNameServer start(FakeNameServer.Script script) {
        FakeNameServer server = FakeNameServer.start(script);
        running.add(server);
        return server;
    }

    private static Map<DomainName, Set<RecordData>> names(int count) {
        Map<DomainName, Set<RecordData>> names = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            names.put(DomainName.of("n" + i + ".example.com"), Set.of(VALUE));
        }
        return names;
    }

    private PropagationReport await(FakeNameServer... servers) {
        return zone(servers).awaitEverywhere(NAME, VALUE, POLICY, progress::add);
    }

    private PropagationTimeoutException timeout(FakeNameServer... servers) {
        return catchThrowableOfType(PropagationTimeoutException.class, () -> await(servers));
    }

    private AuthoritativeZone zone(FakeNameServer... servers) {
        return zone(Duration.ofSeconds(10), servers);
    }

    private AuthoritativeZone zone(Duration limit, FakeNameServer... servers) {
        List<InetSocketAddress> addresses =
                Arrays.stream(servers).map(FakeNameServer::address).toList();
        return AuthoritativeDns.builder()
                .nameServers(addresses)
                .queryTimeout(limit)
                .timekeeper(time)
                .build()
                .zone(DomainName.of("example.com"));
    }
}
