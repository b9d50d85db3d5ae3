// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever another client's files say, they are read, or refused in a sentence that quotes no key. */
final class ForeignFuzzTest {
    private static final Path CERTBOT = Path.of("src/test/resources/certbot");

    @TempDir
    Path directory;

    @Test
    void theSettingsOfACertificate() throws IOException {
        String whole = Files.readString(CERTBOT.resolve("renewal/example.com.conf"));
        Damage damage = new Damage(List.of("[", "]", "=", "[[", "\"\"\"", "'''", "renewalparams", "\n"));
        Fuzz.rounds(3_000, random -> {
            try {
                assertThat(RenewalConf.parse(Path.of("x.conf"), damage.of(whole, random)))
                        .isNotNull();
            } catch (MigrationException | InvalidValueException e) {
                assertThat(e.getMessage()).contains("x.conf").hasSizeLessThan(1_000);
            }
        });
    }

    @Test
    void theKeyOfAnAccount() throws IOException {
        Path key = find("private_key.json");
        byte[] whole = Files.readAllBytes(key);
        Damage damage = new Damage(List.of("\"kty\":\"EC\"", "\"d\":", "\"n\":\"\"", "AQAB"));
        Path file = directory.resolve("private_key.json");
        Fuzz.rounds(400, random -> {
            Files.write(file, damage.of(whole, random));
            try {
                assertThat(JsonWebKey.read(file).getPrivate()).isNotNull();
            } catch (MigrationException | InvalidValueException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
            }
        });
    }

    private static Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(CERTBOT)) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
