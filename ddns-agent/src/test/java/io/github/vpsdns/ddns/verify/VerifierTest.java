// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In real time, at name servers that somebody else wrote. */
@Timeout(60)
class VerifierTest {
    private static final DomainName HOME = DomainName.of("home.example.com");
    private static final DomainName NAS = DomainName.of("nas.example.com");
    private static final DomainName NET = DomainName.of("home.example.net");
    private static final List<InetAddress> ONE = List.of(Family.IPV4.parse("192.0.2.1"));
    private static final List<InetAddress> TWO = List.of(Family.IPV4.parse("192.0.2.2"));
    private static final List<InetAddress> SIX = List.of(Family.IPV6.parse("2001:db8::1"));
    private static final Duration LONG = Duration.ofSeconds(40);

    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com", "example.net")
            .nameServers(2)
            .withoutAcme()
            .start();
    private final ConcurrentLinkedQueue<Verification> answers = new ConcurrentLinkedQueue<>();
    private Verifier verifier = verifier(LONG, answers::add);

    @AfterEach
    void stop() {
        verifier.close();
        sandbox.close();
    }

    @Test
    void tellsWhenEveryServerHasTheAddresses() {
        Duration lag = Duration.ofMillis(700);
        sandbox.dns().server(2).lag(lag);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");

        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.awaitAnswers();

        assertThat(answers).singleElement().isInstanceOfSatisfying(Verification.Verified.class, verified -> {
            assertThat(verified.name()).isEqualTo(HOME);
            assertThat(verified.family()).isEqualTo(Family.IPV4);
            assertThat(verified.addresses()).isEqualTo(ONE);
            assertThat(verified.took()).isBetween(lag.dividedBy(2), Duration.ofSeconds(20));
        });
        assertThat(sandbox.calls().all()).as("calls of the API").isEmpty();
    }

    @Test
    void asksForBothFamiliesAndSeveralZonesSideBySide() {
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");
        sandbox.zones().add("example.com", "home", "AAAA", "2001:db8::1");
        sandbox.zones().add("example.net", "home", "A", "192.0.2.1");

        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.ask(HOME, Family.IPV6, SIX);
        verifier.ask(NET, Family.IPV4, ONE);
        verifier.awaitAnswers();

        assertThat(answers).hasSize(3).allMatch(Verification.Verified.class::isInstance);
    }

    @Test
    void wantsAllOfSeveralAddresses() {
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");
        List<InetAddress> both = List.of(ONE.get(0), TWO.get(0));
        verifier.ask(HOME, Family.IPV4, both);
        awaitQueries(4);
        assertThat(answers).isEmpty();

        sandbox.zones().add("example.com", "home", "A", "192.0.2.2");
        verifier.awaitAnswers();

        assertThat(verified()).containsExactly(both);
    }

    @Test
    void waitsForManyNamesOfAZoneTogether() {
        sandbox.dns().server(2).lag(Duration.ofMillis(1500));
        int names = 60;
        for (int i = 0; i < names; i++) {
            sandbox.zones().add("example.com", "n" + i, "A", "192.0.2.1");
            verifier.ask(DomainName.of("n" + i + ".example.com"), Family.IPV4, ONE);
        }
        verifier.awaitAnswers();

        assertThat(answers).hasSize(names).allMatch(Verification.Verified.class::isInstance);
        long asked = sandbox.dns().server(1).queries().stream()
                .filter(query -> query.type().equals("A"))
                .count();
        assertThat(asked).as("questions to the server that had all at once").isLessThan(names * 5L);
    }

    @Test
    void tellsOfOneNameWhileAnotherIsMissing() {
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");
        verifier.ask(NAS, Family.IPV4, ONE);
        verifier.ask(HOME, Family.IPV4, ONE);

        await().until(() -> !answers.isEmpty());

        assertThat(answers).extracting(Verification::name).containsExactly(HOME);
        assertThat(verifier.unanswered()).isEqualTo(1);
    }

    @Test
    void saysWhereTheAddressesAreMissingWhenTimeIsOver() {
        verifier = verifier(Duration.ofMillis(1500), answers::add);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.2");

        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.awaitAnswers();

        assertThat(reasons())
                .singleElement()
                .asString()
                .startsWith("after 1 s it is still not visible at ")
                .contains("192.0.2.2");
    }

    @Test
    void aNewerQuestionReplacesTheOlderOne() {
        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.ask(HOME, Family.IPV4, TWO);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.2");
        verifier.awaitAnswers();
        assertThat(verified()).containsExactly(TWO);
    }

    @Test
    void aNewerQuestionIsAskedWhileTheOlderOneIsWaitedFor() {
        verifier.ask(HOME, Family.IPV4, ONE);
        // More than the first second's questions: the wait has settled.
        awaitQueries(12);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.2");
        verifier.ask(HOME, Family.IPV4, TWO);

        verifier.awaitAnswers();

        assertThat(verified()).containsExactly(TWO);
    }

    @Test
    void leavesOutAServerThatGivesNoSignOfLife() {
        verifier = verifier(Duration.ofSeconds(9), answers::add);
        sandbox.dns().server(1).behave(Behaviour.SILENT);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");

        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.awaitAnswers();

        assertThat(verified()).containsExactly(ONE);
    }

    @Test
    void isUnverifiedWhereNoNameServerServesTheZone() {
        verifier = verifier(Duration.ofSeconds(5), answers::add);
        verifier.ask(DomainName.of("home.example.org"), Family.IPV4, ONE);
        verifier.awaitAnswers();
        assertThat(reasons()).singleElement().asString().contains("home.example.org");
    }

    @Test
    void isUnverifiedWhereNoResolverAnswers() {
        AuthoritativeDns deaf = AuthoritativeDns.builder()
                .resolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .queryTimeout(Duration.ofMillis(200))
                .build();
        try (Verifier lost = new Verifier(deaf, LONG, Timekeeper.system(), answers::add)) {
            lost.ask(HOME, Family.IPV4, ONE);
            lost.awaitAnswers();
        }
        assertThat(reasons()).singleElement().asString().contains("cannot be found");
    }

    @Test
    void withdrawnQuestionsAreNotAnswered() {
        verifier.ask(NAS, Family.IPV4, ONE);
        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.forget(NAS, Family.IPV4);
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");
        verifier.awaitAnswers();
        assertThat(answers).extracting(Verification::name).containsExactly(HOME);
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromBeingTold() {
        verifier = verifier(LONG, answer -> {
            answers.add(answer);
            throw new IllegalStateException("the listener's own fault");
        });
        sandbox.zones().add("example.com", "home", "A", "192.0.2.1");
        sandbox.zones().add("example.com", "nas", "A", "192.0.2.1");
        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.ask(NAS, Family.IPV4, ONE);
        verifier.awaitAnswers();
        assertThat(answers).hasSize(2);
    }

    @Test
    void closingEndsEverythingAtOnceAndAnswersNothing() {
        verifier.ask(HOME, Family.IPV4, ONE);
        verifier.ask(NET, Family.IPV4, ONE);
        awaitQueries(2);

        verifier.close();
        verifier.close();
        verifier.awaitAnswers();
        verifier.ask(NAS, Family.IPV4, ONE);

        assertThat(verifier.unanswered()).isZero();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("vpsdns-verify")));
        assertThat(answers).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitForAnswers() {
        verifier.ask(HOME, Family.IPV4, ONE);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancelledException.class).isThrownBy(verifier::awaitAnswers);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void thereMustBeSomethingToLookForAndTimeToDoSo() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> verifier.ask(HOME, Family.IPV4, List.of()))
                .withMessageContaining("home.example.com");
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> verifier(Duration.ZERO, answers::add));
    }

    private Verifier verifier(Duration limit, Consumer<Verification> listener) {
        AuthoritativeDns dns = AuthoritativeDns.builder()
                .nameServers(sandbox.nameServers())
                .queryTimeout(Duration.ofMillis(500))
                .build();
        return new Verifier(dns, limit, Timekeeper.system(), listener);
    }

    private void awaitQueries(int count) {
        await().until(() -> sandbox.dns().server(1).queries().size() >= count);
    }

    private List<List<InetAddress>> verified() {
        return answers.stream()
                .map(Verification.Verified.class::cast)
                .map(Verification.Verified::addresses)
                .toList();
    }

    private List<String> reasons() {
        return answers.stream()
                .map(Verification.Unverified.class::cast)
                .map(Verification.Unverified::reason)
                .toList();
    }
}
