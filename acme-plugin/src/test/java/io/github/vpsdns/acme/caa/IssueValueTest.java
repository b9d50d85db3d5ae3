// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.caa.IssueValue.Parameter;
import io.github.vpsdns.core.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueValueTest {
    @Test
    void readsIssuerAndParameters() {
        IssueValue value =
                IssueValue.parse("ca.example; accounturi=https://ca.example/acct/1; validationmethods=dns-01");

        assertThat(value.issuer()).contains("ca.example");
        assertThat(value.parameters())
                .containsExactly(
                        new Parameter("accounturi", "https://ca.example/acct/1"),
                        new Parameter("validationmethods", "dns-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.example", " \tca.example \t", "ca.example;", "ca.example ; ", "CA.Example"})
    void readsAnIssuerAlone(String text) {
        assertThat(IssueValue.parse(text)).isEqualTo(IssueValue.of("ca.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", " ; ", "\t"})
    void readsNoIssuer(String text) {
        IssueValue value = IssueValue.parse(text);

        assertThat(value.issuer()).isEmpty();
        assertThat(value).hasToString(";");
    }

    @Test
    void readsParametersWithoutIssuer() {
        assertThat(IssueValue.parse("; a=b"))
                .isEqualTo(new IssueValue(Optional.empty(), List.of(new Parameter("a", "b"))));
    }

    @Test
    void allowsSpaceAroundEverySign() {
        assertThat(IssueValue.parse("ca.example\t; a \t=\t b ;  c="))
                .isEqualTo(IssueValue.of("ca.example", new Parameter("a", "b"), new Parameter("c", "")));
    }

    @Test
    void findsAParameterInAnyCase() {
        assertThat(IssueValue.parse("ca.example; AccountURI=X; accounturi=y").parameter("accountUri"))
                .containsExactly("X", "y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca.example; a=b;",
                "ca.example;; a=b",
                "ca.example; a",
                "ca.example; =b",
                "ca.example; a=b c",
                "ca.example; -a=b",
                "ca.example; a=ü",
                "ca.example.",
                "-ca.example",
                "ca_.example",
                "ca..example",
                "ca.example a=b",
                "ca.example; a=b\u00a0"
            })
    void refusesWhatTheSyntaxDoesNotAllow(String text) {
        assertThatThrownBy(() -> IssueValue.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void saysWhichParameterIsWrong() {
        assertThatThrownBy(() -> IssueValue.parse("ca.example; a=b; c"))
                .hasMessage(
                        "'c' in 'ca.example; a=b; c' is not a parameter; expected tag=value, with one semicolon between two");
    }

    @Test
    void readsBackWhatItWrote() {
        SplittableRandom random = new SplittableRandom(8659);
        for (int round = 0; round < 2000; round++) {
            IssueValue value = arbitrary(random);

            assertThat(IssueValue.parse(value.toString())).isEqualTo(value);
        }
    }

    @Test
    void readsTheSameWhateverSpaceStandsBetween() {
        SplittableRandom random = new SplittableRandom(8657);
        for (int round = 0; round < 500; round++) {
            IssueValue value = arbitrary(random);
            StringBuilder spaced =
                    new StringBuilder(space(random)).append(value.issuer().orElse(""));
            value.parameters()
                    .forEach(parameter -> spaced.append(space(random))
                            .append(';')
                            .append(space(random))
                            .append(parameter.tag())
                            .append(space(random))
                            .append('=')
                            .append(space(random))
                            .append(parameter.value()));

            assertThat(IssueValue.parse(spaced.append(space(random)).toString()))
                    .isEqualTo(value);
        }
    }

    private static IssueValue arbitrary(SplittableRandom random) {
        List<Parameter> parameters = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Parameter(label(random), value(random)))
                .toList();
        return new IssueValue(
                random.nextInt(5) == 0
                        ? Optional.empty()
                        : Optional.of((label(random) + "." + label(random)).toLowerCase(java.util.Locale.ROOT)),
                parameters);
    }

    private static String label(SplittableRandom random) {
        String letters = "abcXYZ019";
        StringBuilder label = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            if (i > 0 && random.nextInt(4) == 0) {
                label.append('-');
            }
            label.append(letters.charAt(random.nextInt(letters.length())));
        }
        return label.toString();
    }

    private static String value(SplittableRandom random) {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(12);
        while (value.length() < length) {
            char c = (char) (0x21 + random.nextInt(0x7f - 0x21));
            if (c != ';') {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static String space(SplittableRandom random) {
        return " \t ".substring(random.nextInt(4));
    }
}
