// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.testing.secrecy.Secrets;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {
    @Test
    void findsTheSandboxesTokens() {
        try (Sandbox sandbox = Sandbox.builder().withoutDns().withoutAcme().start()) {
            assertThat(Secrets.in("GET /x?t=" + sandbox.token() + "&y=1")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----",
                "{\"kty\":\"EC\",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA",
                "password=s3cret-of-the-router"
            })
    void findsKeysHashesAndPasswords(String line) {
        assertThat(Secrets.in("before\n" + line + "\nafter"))
                .singleElement()
                .extracting(Secrets.Finding::line)
                .isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "router", "router1", "router22"})
    void findsPasswordsInBasicCredentials(String user) {
        String credentials = user + ":" + Secrets.MARK + "-of-the-router";

        assertThat(Secrets.in("Authorization: Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=***",
                "the token begins with vps_",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "{\"d\": \"2026-01-01\"}",
                "a secret was kept",
                "$argon2id$ is what a hash begins with"
            })
    void leavesOtherTextAlone(String line) {
        assertThat(Secrets.in(line)).isEmpty();
    }

    @Test
    void allowsALineAndNoOther() {
        String text = "export PASSWORD=s3cret\nthe password is s3cret\n";

        assertThat(Secrets.in(text, line -> line.startsWith("export PASSWORD=")))
                .extracting(Secrets.Finding::line)
                .containsExactly("the password is s3cret");
    }

    @Test
    void failsATestThatShowsOne() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Secrets.requireNone("standard error", "x\npassword s3cret\n"))
                .withMessageContaining("standard error shows")
                .withMessageContaining("a test's secret in: password s3cret");
    }
}
