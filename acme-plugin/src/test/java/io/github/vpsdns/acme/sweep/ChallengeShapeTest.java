// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Txt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeShapeTest {
    private static final String DIGEST = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_acme-challenge",
                "_acme-challenge.example.com",
                "_ACME-Challenge.www.example.com",
                "_ujmmovf2vn55tgye._acme-challenge.example.com"
            })
    void knowsChallengeNames(String name) {
        assertThat(ChallengeShape.isChallengeName(DomainName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "acme-challenge.example.com",
                "www._acme-challenge.example.com",
                "_short._acme-challenge.example.com",
                "_ujmmovf2vn55tgye.example.com",
                "_ujmmovf2vn55tgye"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(ChallengeShape.isChallengeName(DomainName.of(name))).isFalse();
    }

    @Test
    void takesTheRootForNoChallengeName() {
        assertThat(ChallengeShape.isChallengeName(DomainName.ROOT)).isFalse();
    }

    @Test
    void looksForTheProofOfAWildcardWhereItsParentsIs() {
        assertThat(ChallengeShape.challengeName(DomainName.of("*.example.com")))
                .isEqualTo(DomainName.of("_acme-challenge.example.com"));
    }

    @Test
    void knowsADigest() {
        assertThat(ChallengeShape.isChallengeValue(new Txt(DIGEST))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 -all",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX00",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX=",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEu+0",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEu 0"
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(ChallengeShape.isChallengeValue(new Txt(text))).isFalse();
    }

    @Test
    void leavesOtherTypesAlone() {
        assertThat(ChallengeShape.isChallengeValue(new Cname(DomainName.of(DIGEST))))
                .isFalse();
    }
}
