// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenLocatorTest {
    @TempDir
    Path folder;

    @Test
    void aNamedFileComesFirst() throws IOException {
        Path file = file("token", "vps_file\n", "rw-------");

        LocatedToken found = locator("VPS_API_TOKEN", "vps_env").locate(file);

        assertThat(found.token()).isEqualTo(ApiToken.of("vps_file"));
        assertThat(found.source()).isEqualTo("file " + file);
    }

    @Test
    void theVariableComesBeforeTheFileItsSiblingNames() throws IOException {
        Path file = file("token", "vps_file", "rw-------");

        LocatedToken found = locator("VPS_API_TOKEN", "vps_env", "VPS_API_TOKEN_FILE", file.toString())
                .locate(null);

        assertThat(found.token()).isEqualTo(ApiToken.of("vps_env"));
        assertThat(found.source()).isEqualTo("environment variable VPS_API_TOKEN");
    }

    @Test
    void theNamedVariableComesBeforeTheCredential() throws IOException {
        Path file = file("token", "vps_file", "rw-------");
        file("vps-api-token", "vps_credential", "r--------");

        LocatedToken found = locator("VPS_API_TOKEN_FILE", file.toString(), "CREDENTIALS_DIRECTORY", folder.toString())
                .locate(null);

        assertThat(found.token()).isEqualTo(ApiToken.of("vps_file"));
        assertThat(found.source()).contains(file.toString(), "VPS_API_TOKEN_FILE");
    }

    @Test
    void theCredentialOfSystemdComesLast() throws IOException {
        file("vps-api-token", "vps_credential", "r--r-----");

        LocatedToken found = locator("CREDENTIALS_DIRECTORY", folder.toString()).locate(null);

        assertThat(found.token()).isEqualTo(ApiToken.of("vps_credential"));
        assertThat(found.source()).startsWith("systemd credential");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() throws IOException {
        Path file = file("token", "vps_file", "rw-------");

        assertThat(locator("VPS_API_TOKEN", "", "VPS_API_TOKEN_FILE", file.toString())
                        .locate(null)
                        .token())
                .isEqualTo(ApiToken.of("vps_file"));
    }

    @Test
    void withoutATokenAnywhereThePlacesAreListed() {
        assertThatThrownBy(() ->
                        locator("CREDENTIALS_DIRECTORY", folder.toString()).locate(null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("token file", "VPS_API_TOKEN", "VPS_API_TOKEN_FILE", "vps-api-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-r--r--"})
    void aFileThatOthersCanReadIsRefusedWithTheRemedy(String permissions) throws IOException {
        Path file = file("token", "vps_file", permissions);

        assertThatThrownBy(() -> locator().locate(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(permissions, "chmod 600 " + file);
    }

    @Test
    void aCredentialThatTheWorldCanReadIsRefused() throws IOException {
        file("vps-api-token", "vps_credential", "r--r--r--");

        assertThatThrownBy(() ->
                        locator("CREDENTIALS_DIRECTORY", folder.toString()).locate(null))
                .hasMessageContaining("can be read by other users");
    }

    @Test
    void aRemedyForAPathWithSpacesCanBePasted() throws IOException {
        Path file = file("my token's", "vps_file", "rw-r--r--");

        assertThatThrownBy(() -> locator().locate(file))
                .hasMessageEndingWith("chmod 600 '" + folder + "/my token'\\''s'");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> locator().locate(folder.resolve("nowhere")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nowhere' does not exist");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Path file = file("token", " \n", "rw-------");

        assertThatThrownBy(() -> locator().locate(file)).hasMessageContaining("is empty");
    }

    @Test
    void aDirectoryIsNotATokenFile() {
        assertThatThrownBy(() -> locator().locate(folder)).hasMessageContaining("is a directory");
    }

    @Test
    void aFileThatHoldsMoreThanATokenIsRefused() throws IOException {
        Path file = file("token", "vps_" + "x".repeat(5000), "rw-------");

        assertThatThrownBy(() -> locator().locate(file)).hasMessageContaining("longer than 4096 bytes");
    }

    @Test
    void aWrongFormIsToldWithoutQuotingIt() throws IOException {
        Path file = file("token", "hunter2 hunter2", "rw-------");

        assertThatThrownBy(() -> locator().locate(file))
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("hunter2");
    }

    private Path file(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static ApiTokenLocator locator(String... pairs) {
        Map<String, String> environment = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return new ApiTokenLocator(environment);
    }
}
