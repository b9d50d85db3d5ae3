// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RoundTest {
    private static final SourceSpec A = SourceSpec.of("https://a.example/ip");
    private static final SourceSpec A_TOO = SourceSpec.of("https://A.example/other");
    private static final SourceSpec B = SourceSpec.of("https://b.example/ip");
    private static final SourceSpec C = SourceSpec.of("dns:google");
    private static final SourceSpec D = SourceSpec.of("upnp");
    private static final SourceSpec ETH0 = SourceSpec.of("interface:eth0");
    private static final String ONE = "192.0.2.1";
    private static final String TWO = "192.0.2.2";

    @Nested
    final class Asks {
        @Test
        void asManyAsMustAgreeInOrderOfPreference() {
            assertThat(asked(round(2, A, B, C))).containsExactly(A, B);
        }

        @Test
        void anotherWhenOneFails() {
            Round round = round(2, A, B, C, D);
            asked(round);
            fails(round, B);
            assertThat(asked(round)).containsExactly(C);
        }

        @Test
        void anotherWhenOneSaysSomethingElse() {
            Round round = round(2, A, B, C, D);
            asked(round);
            says(round, A, ONE);
            says(round, B, TWO);
            assertThat(asked(round)).containsExactly(C);
        }

        @Test
        void anotherWhenOneSaysWhatMustNotBePublished() {
            Round round = round(1, ETH0, A);
            asked(round);
            says(round, ETH0, "192.168.1.2");
            assertThat(asked(round)).containsExactly(A);
        }

        @Test
        void oneMoreEachTimeItTakesLong() {
            Round round = round(1, A, B, C);
            asked(round);
            round.hurry();
            assertThat(asked(round)).containsExactly(B);
        }

        @Test
        void nobodyMoreOnceEnoughAgree() {
            Round round = round(2, A, B, C);
            asked(round);
            says(round, A, ONE);
            says(round, B, ONE);
            round.hurry();
            assertThat(asked(round)).isEmpty();
        }

        @Test
        void anotherHostRatherThanAnotherPageOfTheSame() {
            assertThat(asked(round(2, A, A_TOO, B))).containsExactly(A, B);
        }

        @Test
        void anotherPageOfAHostThatFailed() {
            Round round = round(2, A, A_TOO, B);
            asked(round);
            fails(round, A);
            assertThat(asked(round)).containsExactly(A_TOO);
        }

        @Test
        void anotherPageOfASlowHostWhenNobodyElseIsLeft() {
            Round round = round(1, A, A_TOO);
            asked(round);
            round.hurry();
            assertThat(asked(round)).containsExactly(A_TOO);
        }

        @Test
        void noOtherPageOfAHostThatHasSpoken() {
            Round round = round(2, A, A_TOO, B);
            asked(round);
            says(round, A, ONE);
            fails(round, B);
            assertThat(asked(round)).isEmpty();
        }

        @Test
        void everyPageWithinTheOwnNetwork() {
            SourceSpec one = SourceSpec.of("http://192.168.1.1/one");
            SourceSpec other = SourceSpec.of("http://192.168.1.1/other");
            assertThat(asked(round(2, one, other))).containsExactly(one, other);
        }

        @Test
        void nobodyWhereTooFewMayBeAsked() {
            Round round = new Round(rule(2, false, A, B), Family.IPV4, List.of(), source -> source != A);
            assertThat(asked(round)).isEmpty();
        }

        @Test
        void nobodyWhoKnowsOnlyTheOtherFamily() {
            SourceSpec six = SourceSpec.of("static:2001:db8::1");
            assertThat(asked(round(1, six, A))).containsExactly(A);
        }
    }

    @Nested
    final class Finds {
        @Test
        void whatEnoughSourcesSay() {
            Round round = round(2, A, B, C);
            asked(round);
            says(round, B, ONE);
            says(round, A, ONE);
            assertThat(round.found())
                    .contains(
                            new Detection.Found(FakeSources.addresses(ONE), List.of(A.toString(), B.toString()), true));
        }

        @Test
        void nothingWhileTooFewSayIt() {
            Round round = round(2, A, B, C);
            asked(round);
            says(round, A, ONE);
            says(round, B, TWO);
            assertThat(round.found()).isEmpty();
        }

        @Test
        void anAddressThatAllTellAmongOthers() {
            Round round = round(2, A, ETH0);
            asked(round);
            says(round, A, TWO);
            says(round, ETH0, ONE, TWO);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(TWO));
        }

        @Test
        void theFirstOfThePreferredSource() {
            Round round = round(2, A, B);
            asked(round);
            says(round, B, TWO, ONE);
            says(round, A, ONE, TWO);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(ONE));
        }

        @Test
        void theCurrentAddressAsLongAsItIsTold() {
            Round round = round(FakeSources.addresses(TWO), rule(1, false, ETH0));
            asked(round);
            says(round, ETH0, ONE, TWO);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(TWO));
        }

        @Test
        void anotherOnceTheCurrentAddressIsNotToldAnyMore() {
            Round round = round(FakeSources.addresses("192.0.2.3"), rule(1, false, ETH0));
            asked(round);
            says(round, ETH0, ONE, TWO);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(ONE));
        }

        @Test
        void wholeSetsWhereAllAreWanted() {
            Round round = round(List.of(), rule(2, true, A, ETH0, B));
            asked(round);
            says(round, A, ONE);
            says(round, ETH0, ONE, TWO);
            asked(round);
            says(round, B, TWO, ONE);
            assertThat(round.found())
                    .contains(new Detection.Found(
                            FakeSources.addresses(ONE, TWO), List.of(ETH0.toString(), B.toString()), true));
        }

        @Test
        void aSetInItsCurrentOrder() {
            Round round = round(FakeSources.addresses(TWO, ONE), rule(1, true, ETH0));
            asked(round);
            says(round, ETH0, ONE, TWO);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(TWO, ONE));
        }

        @Test
        void whatIsLeftOfASetOnceRefusedAddressesAreOut() {
            Round round = round(List.of(), rule(2, true, ETH0, A));
            asked(round);
            says(round, ETH0, "10.0.0.1", ONE, "169.254.1.1");
            says(round, A, ONE);
            assertThat(round.found().orElseThrow().addresses()).isEqualTo(FakeSources.addresses(ONE));
        }

        @Test
        void allowedKinds() {
            AddressRule rule = new AddressRule(List.of(ETH0), 1, 2, false, Set.of(AddressKind.PRIVATE));
            Round round = round(List.of(), rule);
            asked(round);
            says(round, ETH0, "10.0.0.1");
            assertThat(round.found())
                    .contains(new Detection.Found(FakeSources.addresses("10.0.0.1"), List.of("interface:eth0"), false));
        }

        @Test
        void nothingByOneHostThatSpeaksTwice() {
            Round round = round(List.of(), rule(2, false, A, A_TOO, B));
            asked(round);
            round.hurry();
            asked(round);
            says(round, A, ONE);
            says(round, A_TOO, ONE);
            fails(round, B);
            assertThat(round.found()).isEmpty();
        }
    }

    @Nested
    final class Explains {
        @Test
        void whoSaidWhat() {
            Round round = round(2, A, B, C);
            asked(round);
            says(round, A, ONE);
            says(round, B, TWO);
            asked(round);
            fails(round, C);
            assertThat(round.reason())
                    .isEqualTo("fewer than 2 independent sources say the same IPv4 address: https://a.example/ip says"
                            + " 192.0.2.1; https://b.example/ip says 192.0.2.2; dns:google is out of order");
        }

        @Test
        void theOnlySourceBriefly() {
            Round round = round(1, ETH0);
            asked(round);
            says(round, ETH0, "192.168.1.2");
            assertThat(round.reason())
                    .isEqualTo("interface:eth0 says 192.168.1.2, which is private (allow: [private] would accept it)");
        }

        @Test
        void severalRefusedAddresses() {
            Round round = round(1, ETH0);
            asked(round);
            says(round, ETH0, "100.64.0.1", "10.0.0.1");
            assertThat(round.reason())
                    .isEqualTo("interface:eth0 says 100.64.0.1, 10.0.0.1, which are private, cgnat (allow: [private,"
                            + " cgnat] would accept them)");
        }

        @Test
        void addressesThatNobodyShouldAllow() {
            Round round = round(1, ETH0);
            asked(round);
            says(round, ETH0, "127.0.0.1");
            assertThat(round.reason()).isEqualTo("interface:eth0 says 127.0.0.1, which is loopback");
        }

        @Test
        void whoIsSilentAndWhoWasNotAsked() {
            Round round = new Round(
                    rule(1, false, A, B, SourceSpec.of("static:2001:db8::1")),
                    Family.IPV4,
                    List.of(),
                    source -> source != B);
            asked(round);
            assertThat(round.reason())
                    .isEqualTo(
                            "no source has an IPv4 address to publish: https://a.example/ip has not answered in time;"
                                    + " https://b.example/ip may not be asked again yet; static:2001:db8::1 has no IPv4 address");
        }

        @Test
        void thatOneHostCountsOnce() {
            Round round = round(2, A, A_TOO);
            asked(round);
            assertThat(round.reason())
                    .isEqualTo("only 1 independent source of IPv4 addresses where 2 must agree: https://a.example/ip"
                            + " was not asked; https://A.example/other was not asked");
        }
    }

    private static Round round(int agree, SourceSpec... sources) {
        return round(List.of(), rule(agree, false, sources));
    }

    private static Round round(List<InetAddress> current, AddressRule rule) {
        return new Round(rule, Family.IPV4, current, source -> true);
    }

    private static AddressRule rule(int agree, boolean all, SourceSpec... sources) {
        return new AddressRule(List.of(sources), agree, 2, all, Set.of());
    }

    private static List<SourceSpec> asked(Round round) {
        List<SourceSpec> asked = new ArrayList<>();
        Stream.generate(round::next).takeWhile(Optional::isPresent).forEach(source -> asked.add(source.orElseThrow()));
        return asked;
    }

    private static void says(Round round, SourceSpec source, String... addresses) {
        round.hear(source, new Answer.Said(FakeSources.addresses(addresses)));
    }

    private static void fails(Round round, SourceSpec source) {
        round.hear(source, new Answer.Failed(source + " is out of order", true));
    }
}
