// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** From the tests of the reference implementation, {@code src/test.c} of P-H-C/phc-winner-argon2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                "password $argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
                "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
                "password $argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw"
            })
    void verifiesWhatTheReferenceImplementationHashed(String password, String hash) {
        assertThat(PasswordHash.parse(hash).matches(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password", "password ", "", "passwor", "pässword"})
    void refusesOtherPasswords(String password) {
        assertThat(PasswordHash.parse(
                                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                        .matches(password))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "", "grün 漢 😀", "a:b", "line\nfeed"})
    void verifiesWhatItHashedOnceItIsReadAgain(String password) {
        String stored = PasswordHash.of(password).encoded();

        assertThat(PasswordHash.parse(stored).matches(password)).isTrue();
    }

    @Test
    void verifiesPasswordsOfAnyLength() {
        PasswordHash hash = PasswordHash.of("x".repeat(100_000));

        assertThat(hash.matches("x".repeat(100_000))).isTrue();
        assertThat(hash.matches("x".repeat(99_999))).isFalse();
    }

    @Test
    void hashesWithWhatOwaspRecommends() {
        assertThat(PasswordHash.of("secret").encoded())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void saltsEachHash() {
        assertThat(PasswordHash.of("secret").encoded())
                .isNotEqualTo(PasswordHash.of("secret").encoded());
    }

    @Test
    void returnsTheTextThatItRead() {
        String text = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

        assertThat(PasswordHash.parse(text).encoded()).isEqualTo(text);
    }

    @Test
    void printsAsNothing() {
        assertThat(PasswordHash.of("secret")).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void refusesWhatIsNoArgon2idHash(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PasswordHash.parse(text))
                .withMessage(
                        "it is no argon2id hash; expected what 'vpsdns webhook hash-password' prints, beginning with"
                                + " $argon2id$v=19$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=7,t=2,p=1", "m=15,t=2,p=2", "m=256,t=0,p=1", "m=256,t=101,p=1", "m=256,t=2,p=0"})
    void refusesParametersThatAreTooWeakOrTooDear(String parameters) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PasswordHash.parse(
                        "$argon2id$v=19$" + parameters + "$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
                .withMessageStartingWith("its parameters are out of range");
    }

    @Test
    void refusesToTakeMoreMemoryThanThereIs() {
        int tooMuch = HashMemory.OF_PROCESS.kibibytes() + 1;
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PasswordHash.parse("$argon2id$v=19$m=" + tooMuch
                        + ",t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
                .withMessageContaining("MiB for it here");
    }

    @Test
    void refusesSaltsThatAreNoBase64() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PasswordHash.parse(
                        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxx$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
                .withMessageStartingWith("its salt or its hash is no Base64");
    }

    @Test
    void doesNotRepeatWhatItRefuses() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PasswordHash.parse("my plain password"))
                .withMessageNotContaining("plain");
    }
}
