// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeValueTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    @Test
    void aNameAndItsWildcardShareTheChallengeName() {
        assertThat(ChallengeValue.nameFor(DomainName.of("*.example.com")))
                .isEqualTo(ChallengeValue.nameFor(DomainName.of("example.com")))
                .isEqualTo(NAME);
    }

    /** RFC 8555 section 8.1 has the form; the digest is what {@code openssl dgst -sha256} makes of it. */
    @Test
    void digestsAKeyAuthorization() {
        ChallengeValue value = ChallengeValue.ofKeyAuthorization(
                DomainName.of("example.com"),
                "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA.NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

        assertThat(value).isEqualTo(new ChallengeValue(NAME, "ZTRx1Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "5oKjcQe4jWrAh02VoPIHlXvfLFtpTJjrlI1hpDyO1o=", "token.thumbprint"})
    void refusesWhatNoDns01ChallengeWants(String text) {
        assertThatThrownBy(() -> new ChallengeValue(NAME, text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'_acme-challenge.example.com'")
                .hasMessageContaining("43 characters of base64url, got " + text.length());
    }
}
