// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.testing.RandomValues;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    private static final DomainName EXAMPLE = DomainName.of("example.com");

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "Example.COM, example.com",
        "example.com., example.com",
        "EXAMPLE.com., example.com",
        "_acme-challenge.Example.com, _acme-challenge.example.com",
        "*.example.com, *.example.com",
        "*, *",
        "localhost, localhost",
        "a-b--c.example, a-b--c.example",
        "1.2.3.4, 1.2.3.4",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "*.bücher.example., *.xn--bcher-kva.example",
        "_acme-challenge.bücher.example, _acme-challenge.xn--bcher-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "例え。テスト, xn--r8jz45g.xn--zckzah",
    })
    void readsAnyFormIntoTheCanonicalOne(String written, String canonical) {
        assertThat(DomainName.of(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|is empty",
                "\" \"|is empty",
                "\"..\"|empty label",
                "\".com\"|empty label",
                "\"a..b\"|empty label",
                "\"example.com..\"|empty label",
                "\"a b.com\"|characters other than",
                "\" example.com\"|characters other than",
                "\"exa\tmple.com\"|characters other than",
                "\"a/b.com\"|characters other than",
                "\"a*.com\"|characters other than",
                "\"@\"|characters other than",
                "\"a\\.b.com\"|characters other than",
                "-a.com|begins or ends with '-'",
                "a-.com|begins or ends with '-'",
                "\"a.*.com\"|'*' elsewhere",
                "\"straße.de\"|A-labels",
                "\"ς.gr\"|A-labels",
                "\"bü..de\"|A-labels",
            })
    void refusesWhatIsNoName(String written, String problem) {
        assertThatThrownBy(() -> DomainName.of(written))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void takesLabelsOf63BytesAndRefuses64() {
        assertThat(DomainName.of("a".repeat(63) + ".com").labels()).hasSize(2);
        assertThatThrownBy(() -> DomainName.of("a".repeat(64) + ".com")).hasMessageContaining("longer than 63");
    }

    @Test
    void takesNamesOf253BytesAndRefuses254() {
        String longest = ("a".repeat(49) + ".").repeat(5) + "bcd";
        assertThat(DomainName.of(longest + ".").toString()).hasSize(253);
        assertThatThrownBy(() -> DomainName.of(longest + "e")).hasMessageContaining("longer than 253");
    }

    @Test
    void countsTheBytesOfTheALabel() {
        assertThatThrownBy(() -> DomainName.of("ü".repeat(60) + "abcdefgh.com"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("A-labels");
    }

    @Test
    void quotesNoMoreThanTheBeginningOfAnEndlessName() {
        assertThatThrownBy(() -> DomainName.of("a".repeat(100_000)))
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(200);
    }

    @Test
    void readsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(DomainName.of("WIKI.EXAMPLE")).isEqualTo(DomainName.of("wiki.example"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void equalsWhatDnsTakesForTheSame() {
        assertThat(DomainName.of("EXAMPLE.com.")).isEqualTo(EXAMPLE).hasSameHashCodeAs(EXAMPLE);
        assertThat(DomainName.of("example.org")).isNotEqualTo(EXAMPLE);
    }

    @Test
    void rootIsTheEmptyName() {
        assertThat(DomainName.of(".")).isEqualTo(DomainName.ROOT).hasToString(".");
        assertThat(DomainName.ROOT.labels()).isEmpty();
        assertThat(DomainName.ROOT.isRoot()).isTrue();
        assertThat(DomainName.ROOT.absolute()).isEqualTo(".");
        assertThat(DomainName.ROOT.parent()).isEqualTo(DomainName.ROOT);
    }

    @Test
    void labelsGoFromLeftToRight() {
        assertThat(DomainName.of("a.b.example.com").labels()).isEqualTo(List.of("a", "b", "example", "com"));
    }

    @Test
    void parentIsOneLabelUp() {
        assertThat(DomainName.of("www.example.com").parent()).isEqualTo(EXAMPLE);
        assertThat(DomainName.of("com").parent()).isEqualTo(DomainName.ROOT);
    }

    @Test
    void wildcardStandsBelowItsName() {
        DomainName wildcard = DomainName.of("*.example.com");
        assertThat(wildcard.isWildcard()).isTrue();
        assertThat(wildcard.withoutWildcard()).isEqualTo(EXAMPLE);
        assertThat(EXAMPLE.isWildcard()).isFalse();
        assertThat(EXAMPLE.withoutWildcard()).isEqualTo(EXAMPLE);
        assertThat(DomainName.of("*").withoutWildcard()).isEqualTo(DomainName.ROOT);
    }

    @Test
    void prependsOneOrMoreLabels() {
        assertThat(EXAMPLE.prepend("_acme-challenge")).hasToString("_acme-challenge.example.com");
        assertThat(EXAMPLE.prepend("A.b")).hasToString("a.b.example.com");
        assertThat(DomainName.ROOT.prepend("com")).hasToString("com");
        assertThatThrownBy(() -> DomainName.of("*.example.com").prepend("a")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "www.example.com, example.com, true",
        "a.b.example.com, example.com, true",
        "badexample.com, example.com, false",
        "example.com, www.example.com, false",
        "example.org, example.com, false",
        "example.com, ., true",
        "., ., true",
        "., com, false",
    })
    void isWithinItselfAndItsAncestors(String name, String ancestor, boolean within) {
        assertThat(DomainName.of(name).isWithin(DomainName.of(ancestor))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, @",
        "www.example.com, example.com, www",
        "*.a.example.com, example.com, *.a",
        "example.com, ., example.com",
        "., ., @"
    })
    void isWrittenRelativeToItsZone(String name, String zone, String relative) {
        assertThat(DomainName.of(name).relativeTo(DomainName.of(zone))).isEqualTo(relative);
    }

    @Test
    void isNotWrittenRelativeToAnotherZone() {
        assertThatThrownBy(() -> DomainName.of("www.example.org").relativeTo(EXAMPLE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'www.example.org' is not within the zone 'example.com'");
    }

    @Test
    void absoluteFormEndsInADot() {
        assertThat(EXAMPLE.absolute()).isEqualTo("example.com.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyNameReadsBackFromEachOfItsForms(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < 500; i++) {
            DomainName name = random.name();
            assertThat(DomainName.of(name.toString())).isEqualTo(name);
            assertThat(DomainName.of(name.absolute().toUpperCase(Locale.ROOT))).isEqualTo(name);
            assertThat(String.join(".", name.labels())).isEqualTo(name.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void everyRelativeFormLeadsBackToTheName(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < 500; i++) {
            DomainName name = random.name();
            for (DomainName zone = name.parent(); !zone.isRoot(); zone = zone.parent()) {
                assertThat(zone.prepend(name.relativeTo(zone))).isEqualTo(name);
                assertThat(name.isWithin(zone)).isTrue();
                assertThat(zone.isWithin(name)).isFalse();
            }
        }
    }

    @Test
    void showsControlCharactersInARefusalAsZoneFilesDo() {
        assertThatThrownBy(() -> DomainName.of("a\u001b[31m\n.example"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'a\\027[31m\\010.example' is not a domain name")
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
    }
}
