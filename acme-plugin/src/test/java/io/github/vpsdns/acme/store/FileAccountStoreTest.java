// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Crash;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.PowerCutDisk;
import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileAccountStoreTest {
    private static final URI CA = URI.create("https://ca.example/directory");
    private static final StoredAccount OLD = account("https://ca.example/acct/1");
    private static final StoredAccount NEW = account("https://ca.example/acct/2");
    /** The key and its sync, the sync of its name, then a file replaced in four steps; then the old key goes. */
    private static final int STEPS_TO_COMMIT = 7;

    @TempDir
    Path state;

    private AccountStore store;
    private Path home;

    @BeforeEach
    void setUp() {
        store = new FileAccountStore(state, FaultyDisk.none());
        home = state.resolve("accounts/ca.example_directory");
    }

    @Test
    void returnsWhatWasSaved() {
        store.save(CA, OLD);

        assertSame(store.load(CA).orElseThrow(), OLD);
    }

    @Test
    void hasNoneWhereNoneWasSaved() {
        store.save(CA, OLD);

        assertThat(store.load(URI.create("https://other.example/directory"))).isEmpty();
    }

    @Test
    void laysItsFilesOutForPeopleToRead() {
        store.save(CA, OLD);

        assertThat(home.resolve("account.json")).content().isEqualToNormalizingNewlines("""
                {
                  "version" : 1,
                  "server" : "https://ca.example/directory",
                  "url" : "https://ca.example/acct/1",
                  "contacts" : [ "mailto:admin@example.com" ],
                  "created" : "2026-01-02T03:04:05Z",
                  "key" : "key.pem"
                }
                """);
        assertThat(home.resolve("key.pem")).exists();
        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @Test
    void keepsTheKeyFileWhereOnlyTheAccountChanges() {
        store.save(CA, OLD);
        StoredAccount changed = new StoredAccount(OLD.url(), List.of(), OLD.created(), OLD.key());
        store.save(CA, changed);

        assertSame(store.load(CA).orElseThrow(), changed);
        assertThat(home).isDirectoryContaining("glob:**/key.pem").isDirectoryNotContaining("glob:**/key-*");
    }

    @Test
    void leavesNoOldKeyBehind() throws IOException {
        store.save(CA, OLD);
        store.save(CA, NEW);

        assertSame(store.load(CA).orElseThrow(), NEW);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void hasTheKeyOnDiskBeforeTheAccount() {
        PowerCutDisk disk = new PowerCutDisk();

        new FileAccountStore(state, disk).save(CA, OLD);

        assertThat(disk.moves()).isEqualTo(1);
        assertThat(disk.unsynced()).isEmpty();
    }

    static Stream<Arguments> everyStep() {
        return Stream.of(Fault.values())
                .flatMap(
                        fault -> IntStream.rangeClosed(1, STEPS_TO_COMMIT).mapToObj(step -> Arguments.of(fault, step)));
    }

    @Test
    void takesTheStepsThatAreTriedBelow() {
        store.save(CA, OLD);
        FaultyDisk disk = FaultyDisk.none();

        new FileAccountStore(state, disk).save(CA, NEW);

        assertThat(disk.steps()).isEqualTo(STEPS_TO_COMMIT + 1);
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void keepsAnAccountAndItsKeyTogetherWhateverFails(Fault fault, int step) {
        store.save(CA, OLD);
        AccountStore broken = new FileAccountStore(state, new FaultyDisk(fault, step));

        assertThatThrownBy(() -> broken.save(CA, NEW)).isInstanceOfAny(StoreException.class, Crash.class);

        assertSame(store.load(CA).orElseThrow(), step < STEPS_TO_COMMIT ? OLD : NEW);
        store.save(CA, NEW);
        assertSame(store.load(CA).orElseThrow(), NEW);
    }

    @Test
    void doesNotMindThatTheOldKeyCannotBeRemoved() {
        store.save(CA, OLD);

        new FileAccountStore(state, new FaultyDisk(Fault.FAILS_ONCE, STEPS_TO_COMMIT + 1)).save(CA, NEW);

        assertSame(store.load(CA).orElseThrow(), NEW);
    }

    @Test
    void keepsAPendingKeyBesideTheOneOfTheAccount() {
        store.save(CA, OLD);
        store.savePendingKey(CA, NEW.key());

        assertSame(store.load(CA).orElseThrow(), OLD);
        assertThat(store.pendingKey(CA).orElseThrow().getPrivate())
                .isEqualTo(NEW.key().getPrivate());
        assertThat(home).isDirectoryContaining("glob:**/key-next.pem");
        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @Test
    void keepsAPendingKeyWithoutAnAccount() {
        store.savePendingKey(CA, NEW.key());

        assertThat(store.load(CA)).isEmpty();
        assertThat(store.pendingKey(CA)).isPresent();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void hasNoPendingKeyOnceTheAccountIsSaved() throws IOException {
        store.save(CA, OLD);
        store.savePendingKey(CA, NEW.key());
        store.save(CA, NEW);

        assertThat(store.pendingKey(CA)).isEmpty();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void hasAPendingKeyOnDiskBeforeItReturns() {
        PowerCutDisk disk = new PowerCutDisk();

        new FileAccountStore(state, disk).savePendingKey(CA, NEW.key());

        assertThat(disk.unsynced()).isEmpty();
    }

    @Test
    void listsTheAuthoritiesOfAllAccounts() {
        URI other = URI.create("https://b.example/directory");
        store.save(CA, OLD);
        store.save(other, NEW);

        assertThat(store.list()).containsExactly(other, CA);
    }

    @Test
    void forgetsAnAccountWithAllItsKeys() throws IOException {
        store.save(CA, OLD);
        store.savePendingKey(CA, NEW.key());

        store.remove(CA);
        store.remove(CA);

        assertThat(store.load(CA)).isEmpty();
        assertThat(store.pendingKey(CA)).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        store.save(CA, OLD);
        Path key = home.resolve("key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw----r--"));

        assertThatThrownBy(() -> store.load(CA))
                .isInstanceOf(StoreException.class)
                .hasMessage("the private key '" + key + "' is open to others than its owner (rw----r--);"
                        + " close it with: chmod 600 '" + key + "', and replace it if they may have read it");
    }

    @Test
    void saysThatTheKeyIsMissing() throws IOException {
        store.save(CA, OLD);
        Path key = home.resolve("key.pem");
        Files.delete(key);

        assertThatThrownBy(() -> store.load(CA))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot read '" + key + "': there is no such file");
    }

    @Test
    void saysThatTheKeyIsDamaged() throws IOException {
        store.save(CA, OLD);
        Path key = home.resolve("key.pem");
        Files.writeString(key, "x");

        assertThatThrownBy(() -> store.load(CA))
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("'" + key + "' has no private key; expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\" : 1 | \"version\" : 2 | : 'version' is 2; expected the number 1, or a newer program",
                "\"key\" : \"key.pem\" | \"key\" : \"../../x\" | : 'key' is \"../../x\"; expected \"key.pem\"",
                "\"url\" : \"https://ca.example/acct/1\", | `` | ` has no field 'url'; expected a URL`",
                "\"key\" | \"k\" | ` has no field 'key'; expected \"key.pem\"`",
                "ca.example/directory | b.example/x | : 'server' is \"https://b.example/x\"; expected \"https://ca.example/directory\"",
            })
    void saysWhatIsWrongWithACorruptFile(String part, String instead, String reason) throws IOException {
        store.save(CA, OLD);
        Path file = home.resolve("account.json");
        Files.writeString(file, Files.readString(file).replace(part, instead));

        assertThatThrownBy(() -> store.load(CA))
                .isInstanceOf(StoreException.class)
                .hasMessage("'" + file + "'" + reason);
    }

    private static StoredAccount account(String url) {
        return new StoredAccount(
                URI.create(url),
                List.of("mailto:admin@example.com"),
                Instant.parse("2026-01-02T03:04:05Z"),
                TestCertificates.newKey());
    }

    private static void assertSame(StoredAccount actual, StoredAccount expected) {
        assertThat(actual.url()).isEqualTo(expected.url());
        assertThat(actual.contacts()).isEqualTo(expected.contacts());
        assertThat(actual.created()).isEqualTo(expected.created());
        assertThat(actual.key().getPublic()).isEqualTo(expected.key().getPublic());
        assertThat(actual.key().getPrivate()).isEqualTo(expected.key().getPrivate());
    }
}
