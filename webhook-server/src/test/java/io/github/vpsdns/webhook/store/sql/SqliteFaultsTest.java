// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import io.github.vpsdns.webhook.store.Wish;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are really full or cannot be written, and processes that are really killed. */
@Timeout(120)
class SqliteFaultsTest {
    private static final InetAddress ADDRESS = Family.IPV4.parse("192.0.2.1");
    private static final Duration LEASE = Duration.ofHours(1);

    @TempDir
    private Path directory;

    private final List<String> health = new ArrayList<>();

    private Store open(Path file) {
        return SqlStore.open(new FilePlace(file), Timekeeper.system(), problem -> health.add(String.valueOf(problem)));
    }

    private static HostKey host(int number) {
        return new HostKey(DomainName.of("h" + number + ".example.com"), Family.IPV4);
    }

    private static Wish accept(Store store, int number) {
        return store.hosts().accept(host(number), List.of(ADDRESS), "fritzbox", ADDRESS);
    }

    @Test
    void aFullDiskChangesNothingAndIsForgottenWhenThereIsRoom() throws Exception {
        Path mount = mount("size=512k,mode=0700");
        try (Store store = open(mount.resolve("webhook.db"))) {
            accept(store, 0);
            fill(mount.resolve("filler"));

            int accepted = acceptUntilItFails(store);
            List<HostRow> rows = store.hosts().rows();
            assertThat(rows).hasSize(accepted);
            assertThat(health).singleElement().asString().contains("the disk is full");

            Files.delete(mount.resolve("filler"));
            accept(store, accepted);
            assertThat(store.hosts().rows()).hasSize(accepted + 1).containsAll(rows);
            assertThat(health).hasSize(2).last().isEqualTo("null");
        } finally {
            unmount(mount);
        }
    }

    /** There is room in the log and in the last pages for a few more. */
    private static int acceptUntilItFails(Store store) {
        for (int number = 1; number < 10_000; number++) {
            try {
                accept(store, number);
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("the disk is full").matches(StoreException::isTransient);
                int failed = number;
                assertThatExceptionOfType(StoreException.class).isThrownBy(() -> accept(store, failed));
                return number;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    @Test
    void aDiskThatCannotBeWrittenIsRefused() throws Exception {
        Path mount = mount("size=512k,mode=0700");
        try {
            open(mount.resolve("webhook.db")).close();
            assertThat(run("mount", "-o", "remount,ro", mount.toString())).isTrue();

            assertThatExceptionOfType(UnusableStoreException.class)
                    .isThrownBy(() -> open(mount.resolve("webhook.db")))
                    .withMessageStartingWith("the database '" + mount.resolve("webhook.db") + "' cannot be used: ");
        } finally {
            unmount(mount);
        }
    }

    @Test
    void sqliteIsLoadedFromBesideTheFileWhereNothingElseMayBeExecuted() throws Exception {
        Path temporary = mount("size=8m,noexec");
        Path file = directory.resolve("state/webhook.db");
        try (ChildJvm child = ChildJvm.start(Unpacking.class, file, temporary)) {
            assertThat(child.line()).isEqualTo("0 accounts");
            assertThat(file.resolveSibling("webhook.db.sqlite")).doesNotExist();
            assertThat(temporary).isEmptyDirectory();
        } finally {
            unmount(temporary);
        }
    }

    /** A server that finds nothing to execute from in its temporary directory. */
    static final class Unpacking {
        private Unpacking() {}

        public static void main(String[] arguments) throws IOException {
            System.setProperty("java.io.tmpdir", arguments[1]);
            try (Store store =
                    SqlStore.open(new FilePlace(Path.of(arguments[0])), Timekeeper.system(), problem -> {})) {
                ChildJvm.sayAndStay(store.accounts().count() + " accounts");
            }
        }
    }

    @Test
    void whatWasAcceptedIsThereAfterTheProcessIsKilled() {
        Path file = directory.resolve("webhook.db");
        for (int life = 0; life < 3; life++) {
            int last = 0;
            try (ChildJvm child = ChildJvm.start(Writing.class, file)) {
                for (int line = 0; line < 60; line++) {
                    last = Integer.parseInt(child.line());
                }
                child.kill();
            }
            try (Store store = open(file)) {
                assertEverythingIsThere(store, last);
            }
        }
    }

    /** Every wish has said its number after it was noted, and every third is done; the last may be noted and not said. */
    private static void assertEverythingIsThere(Store store, int last) {
        for (int number = 1; number <= last; number++) {
            HostRow row = store.hosts().row(host(number)).orElseThrow();
            boolean done = number % 3 == 0;
            Wish wish = Objects.requireNonNull(done ? row.done() : row.open());
            assertThat(wish.addresses()).containsExactly(ADDRESS);
            assertThat(store.history().last(host(number), 9)).hasSizeGreaterThanOrEqualTo(done ? 1 : 0);
        }
        assertThat(store.hosts().claim(host(last), LEASE))
                .as("nobody else can have a claim to it")
                .isPresent();
    }

    /** A server that claims, notes and finishes as fast as it can. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) {
            try (Store store =
                    SqlStore.open(new FilePlace(Path.of(arguments[0])), Timekeeper.system(), problem -> {})) {
                for (int number = 1; number < 100_000; number++) {
                    Wish wish = accept(store, number);
                    store.hosts().claim(host(number), LEASE);
                    if (number % 3 == 0) {
                        store.hosts().finished(host(number), wish, null, new KnownSet(List.of(), wish.acceptedAt()));
                    }
                    System.out.println(number);
                }
            }
        }
    }

    private Path mount(String options) throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", mount.toString());
        System.err.println(mounted ? "SqliteFaultsTest has a real disk" : "SqliteFaultsTest: no real full disk");
        assumeTrue(mounted, "a small disk can be mounted only by root");
        return mount;
    }

    private static void unmount(Path mount) throws Exception {
        assertThat(run("umount", mount.toString())).isTrue();
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}
