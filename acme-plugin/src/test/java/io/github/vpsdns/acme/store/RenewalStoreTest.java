// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalStoreTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final List<DomainName> NAMES = List.of(DomainName.of("example.com"), DomainName.of("*.example.com"));
    private static final RenewalSettings LEAST =
            RenewalSettings.builder(NAMES, URI.create("https://ca.example/dir")).build();
    private static final RenewalSettings MOST = LEAST.toBuilder()
            .serverCa(Path.of("/etc/ca.pem"))
            .email("admin@example.com")
            .keyType(KeyType.RSA2048)
            .reuseKey(true)
            .csr(Path.of("/etc/a.csr"))
            .profile("shortlived")
            .preferredChain("Root \"X\"")
            .challenge("dns-account-01")
            .alias(DomainName.of("alias.example.net"))
            .propagationTimeout(Duration.ofSeconds(90))
            .deployHook("systemctl reload nginx")
            .keystorePasswordFile(Path.of("/etc/password"))
            .persistFor(Duration.ofDays(365))
            .build();

    @TempDir
    Path state;

    private RenewalStore store;
    private Path file;

    @BeforeEach
    void setUp() {
        store = new RenewalStore(state, Disk.local());
        file = state.resolve("renewal/example.com.json");
    }

    @Test
    void returnsWhatWasSaved() {
        store.save(NAME, LEAST);
        assertThat(store.load(NAME)).contains(LEAST);

        store.save(NAME, MOST);
        assertThat(store.load(NAME)).contains(MOST);
    }

    @Test
    void hasNoneWhereNoneWasSaved() {
        assertThat(store.load(NAME)).isEmpty();
    }

    @Test
    void isForPeopleToReadAndForTheOwnerAlone() {
        store.save(NAME, LEAST);

        assertThat(file).content().isEqualToNormalizingNewlines("""
                {
                  "version" : 1,
                  "names" : [ "example.com", "*.example.com" ],
                  "server" : "https://ca.example/dir",
                  "keyType" : "p256",
                  "reuseKey" : false,
                  "challenge" : "dns-01",
                  "propagationTimeout" : "PT10M"
                }
                """);
        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @Test
    void keepsTheFormerSettingsWhereTheDiskIsFull() {
        store.save(NAME, LEAST);
        RenewalStore broken = new RenewalStore(state, new FaultyDisk(Fault.STAYS_FULL, 1));

        assertThatThrownBy(() -> broken.save(NAME, MOST))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot write '" + file + "': No space left on device");
        assertThat(store.load(NAME)).contains(LEAST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"version\" : 1` | `\"version\" : \"1\"` | `: 'version' is \"1\"; expected the number 1, or a newer program`",
                "`\"*.example.com\"` | `\"a..b\"` | `: 'names[1]' is \"a..b\"; expected a domain name`",
                "`\"*.example.com\"` | 7 | `: 'names[1]' is 7; expected a domain name`",
                "`[ \"example.com\", \"*.example.com\" ]` | `[ ]` | ` cannot be used: a certificate needs at least one name`",
                "`[ \"example.com\", \"*.example.com\" ]` | `\"a\"` | `: 'names' is \"a\"; expected a list, each a domain name`",
                "`\"p256\"` | `\"dsa\"` | `: 'keyType' is \"dsa\"; expected p256, p384, rsa2048, rsa3072 or rsa4096`",
                "`false` | `\"no\"` | `: 'reuseKey' is \"no\"; expected true or false`",
                "`PT10M` | `10m` | `: 'propagationTimeout' is \"10m\"; expected a duration such as \"PT10M\"`",
                "`PT10M` | `PT-1S` | ` cannot be used: the propagation timeout is PT-1S; expected more than zero`",
                "`\"challenge\"` | `\"chalenge\"` | ` has no field 'challenge'; expected a string such as \"dns-01\"`",
                "`\"challenge\"` | `\"token\" : 1, \"challenge\"` | ` has the unknown field 'token';"
                        + " it was written by a newer program or changed by hand`",
                "`https://ca.example/dir` | `ca` | ` cannot be used: 'ca' is not the URL of an ACME directory;"
                        + " expected https://host/path`",
            })
    void saysFileAndFieldOfWhatIsWrong(String part, String instead, String reason) throws IOException {
        store.save(NAME, LEAST);
        Files.writeString(file, Files.readString(file).replace(part, instead));

        assertThatThrownBy(() -> store.load(NAME))
                .isInstanceOf(StoreException.class)
                .hasMessage("'" + file + "'" + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is not a JSON object; expected { ... }",
                "`{` | is not valid JSON at line 1",
                "`{\n\"version\" 1}` | is not valid JSON at line 2",
                "`{\"version\":1,\"version\":1}` | is not valid JSON at line 1",
                "`{} {}` | is not valid JSON at line 1",
                "`[]` | is not a JSON object; expected { ... }",
                "`{}` | has no field 'version'; expected the number 1",
            })
    void saysWhatIsNoSettingsFileAtAll(String content, String reason) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThatThrownBy(() -> store.load(NAME))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("'" + file + "' " + reason)
                .hasMessageNotContaining("Source");
    }

    @Test
    void makesPathsAbsoluteBecauseTheNextRunStartsElsewhere() {
        RenewalSettings settings = LEAST.toBuilder()
                .serverCa(Path.of("ca.pem"))
                .keystorePasswordFile(Path.of("./password"))
                .build();

        assertThat(settings.serverCa()).isEqualTo(Path.of("ca.pem").toAbsolutePath());
        assertThat(settings.keystorePasswordFile())
                .isEqualTo(Path.of("password").toAbsolutePath());
    }

    @Test
    void needsAName() {
        assertThatThrownBy(() -> LEAST.toBuilder().names(List.of()).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a certificate needs at least one name");
    }
}
