// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Txt;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofRecordTest {
    private static final String ACCOUNT = "https://ca.example/acct/123";
    private static final Instant UNTIL = Instant.ofEpochSecond(1_767_225_600);

    @Test
    void writesTheLeast() {
        assertThat(ProofRecord.of("CA.example", ACCOUNT, false, null))
                .hasToString("ca.example; accounturi=https://ca.example/acct/123");
    }

    @Test
    void writesPolicyAndTime() {
        assertThat(ProofRecord.of("ca.example", ACCOUNT, true, UNTIL))
                .hasToString(
                        "ca.example; accounturi=https://ca.example/acct/123; policy=wildcard; persistUntil=1767225600");
    }

    @Test
    void readsNamesOfParametersInAnyCase() {
        ProofRecord record =
                ProofRecord.parse("ca.example;AccountUri=" + ACCOUNT + ";POLICY=WildCard;persistuntil=1767225600");

        assertThat(record.accountUri()).isEqualTo(ACCOUNT);
        assertThat(record.wildcard()).isTrue();
        assertThat(record.until()).contains(UNTIL);
    }

    @Test
    void takesAnotherPolicyForNone() {
        assertThat(ProofRecord.parse("ca.example; accounturi=x; policy=future").wildcard())
                .isFalse();
    }

    @Test
    void holdsThroughItsLastSecond() {
        ProofRecord record = ProofRecord.of("ca.example", ACCOUNT, false, UNTIL);

        assertThat(record.holdsAt(UNTIL.plusMillis(999))).isTrue();
        assertThat(record.holdsAt(UNTIL.plusSeconds(1))).isFalse();
    }

    @Test
    void holdsForeverWithoutATime() {
        assertThat(ProofRecord.of("ca.example", ACCOUNT, false, null).holdsAt(Instant.MAX))
                .isTrue();
    }

    @Test
    void takesATimeThatJavaCannotTellForTheNearest() {
        ProofRecord record = ProofRecord.parse("ca.example; accounturi=x; persistUntil=99999999999999999999");

        assertThat(record.holdsAt(Instant.parse("9999-01-01T00:00:00Z"))).isTrue();
        assertThat(ProofRecord.parse("ca.example; accounturi=x; persistUntil=-1")
                        .holdsAt(Instant.EPOCH))
                .isFalse();
    }

    @Test
    void keepsWhatItDoesNotKnowWhenItChanges() {
        ProofRecord record = ProofRecord.parse("ca.example; a=1; persistuntil=1; accounturi=x; policy=other; a=2");

        assertThat(record.withWildcard().withUntil(UNTIL))
                .hasToString("ca.example; a=1; persistUntil=1767225600; accounturi=x; policy=wildcard; a=2");
        assertThat(record.withUntil(null)).hasToString("ca.example; a=1; accounturi=x; policy=other; a=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; accounturi=x",
                "ca.example",
                "ca.example; accounturi=",
                "ca.example; accounturi=x; accounturi=x",
                "ca.example; accounturi=x; policy=wildcard; Policy=wildcard",
                "ca.example; accounturi=x; persistUntil=1; persistUntil=1",
                "ca.example; accounturi=x; persistUntil=",
                "ca.example; accounturi=x; persistUntil=1.5",
                "ca.example; accounturi=x; persistUntil=0x10",
                "ca.example; accounturi=x; persistUntil=2027-01-01",
                "ca.example; accounturi=x;",
                "v=spf1 -all"
            })
    void refusesWhatACaRefuses(String text) {
        assertThatThrownBy(() -> ProofRecord.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesAnAccountThatWouldEndTheParameter() {
        assertThatThrownBy(() -> ProofRecord.of("ca.example", "https://ca.example/a;policy=wildcard", false, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("semicolons");
    }

    @Test
    void readsBackWhatItWrote() {
        SplittableRandom random = new SplittableRandom(2026);
        for (int round = 0; round < 1000; round++) {
            ProofRecord record = ProofRecord.of(
                    List.of("ca.example", "a-b.example", "x").get(random.nextInt(3)),
                    "https://ca.example/" + "p".repeat(random.nextInt(600)) + random.nextInt(),
                    random.nextBoolean(),
                    random.nextBoolean() ? Instant.ofEpochSecond(random.nextLong(1L << 40)) : null);

            // As it comes from a name server: in chunks.
            assertThat(ProofRecord.parse(Txt.of(record.txt().quoted()).text())).isEqualTo(record);
        }
    }

    @Test
    void meansTheSameAfterItWroteWhatItRead() {
        SplittableRandom random = new SplittableRandom(20261121);
        ProofRecord record = ProofRecord.of("ca.example", ACCOUNT, true, UNTIL);
        int read = 0;
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder(record.toString());
            text.setCharAt(random.nextInt(text.length()), (char) (0x20 + random.nextInt(0x5f)));
            try {
                ProofRecord damaged = ProofRecord.parse(text.toString());
                assertThat(ProofRecord.parse(damaged.toString())).isEqualTo(damaged);
                read++;
            } catch (InvalidValueException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        }
        assertThat(read).isGreaterThan(500);
    }
}
