// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.testing.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = Files.createFile(directory.resolve("f"));
    }

    /** Holds a file until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (HeldFile held = HeldFile.tryHold(Path.of(arguments[0])).orElseThrow()) {
                ChildJvm.sayAndStay("held " + held.length());
            }
        }
    }

    /** Says whether a file can be held. */
    static final class Trier {
        public static void main(String[] arguments) throws IOException {
            System.out.println(HeldFile.tryHold(Path.of(arguments[0])).isPresent());
        }
    }

    @Test
    void belongsToOneOfThisProcessAtATime() throws IOException {
        try (HeldFile held = HeldFile.tryHold(file).orElseThrow()) {
            assertThat(HeldFile.tryHold(held.path())).isEmpty();
        }
        try (HeldFile again = HeldFile.tryHold(file).orElseThrow()) {
            assertThat(again.length()).isZero();
        }
    }

    @Test
    void isTheSameByWhateverPath() throws IOException {
        Path alias = Files.createSymbolicLink(directory.resolve("alias"), directory);

        try (HeldFile held = HeldFile.tryHold(file).orElseThrow()) {
            assertThat(HeldFile.tryHold(alias.resolve("f"))).isEmpty();
            assertThat(held.path()).isEqualTo(file);
        }
    }

    @Test
    void isFreeOnceItsProcessIsKilled() throws IOException {
        try (ChildJvm child = ChildJvm.start(Holder.class, file)) {
            assertThat(child.line()).isEqualTo("held 0");
            assertThat(HeldFile.tryHold(file)).isEmpty();

            child.kill();

            try (HeldFile held = HeldFile.tryHold(file).orElseThrow()) {
                assertThat(held.path()).isEqualTo(file);
            }
        }
    }

    @Test
    void staysHeldAfterAFailedSecondAttemptHere() throws IOException {
        try (HeldFile held = HeldFile.tryHold(file).orElseThrow()) {
            assertThat(HeldFile.tryHold(file)).isEmpty();
            assertThat(HeldFile.readOfAnother(file)).isEmpty();

            try (ChildJvm child = ChildJvm.start(Trier.class, held.path())) {
                assertThat(child.line()).isEqualTo("false");
            }
        }
    }

    @Test
    void staysHeldAndWritableWhileTheThreadIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try (HeldFile held = HeldFile.tryHold(file).orElseThrow()) {
            Disk.local().write(held, 0, "one".getBytes(StandardCharsets.UTF_8));
            Disk.local().write(held, 3, "two".getBytes(StandardCharsets.UTF_8));

            assertThat(held.read()).isEqualTo("onetwo");
            assertThat(Thread.interrupted()).isTrue();
            try (ChildJvm child = ChildJvm.start(Trier.class, file)) {
                assertThat(child.line()).isEqualTo("false");
            }
        }
    }

    @Test
    void cannotHoldWhatIsNotThere() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> HeldFile.tryHold(missing)).isInstanceOf(NoSuchFileException.class);
        assertThat(missing).doesNotExist();
    }
}
