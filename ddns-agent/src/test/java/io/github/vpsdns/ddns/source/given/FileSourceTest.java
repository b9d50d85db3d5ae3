// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir
    private Path directory;

    @Test
    void readsTheFileAnewEachTime() throws IOException {
        Path file = directory.resolve("wan");
        FileSource source = source(file);

        Files.writeString(file, "192.0.2.1\n");
        assertThat(read(source)).containsExactly(Family.IPV4.parse("192.0.2.1"));
        Files.writeString(file, "192.0.2.2\n");
        assertThat(read(source)).containsExactly(Family.IPV4.parse("192.0.2.2"));
    }

    @Test
    void takesAFileOf64Kibibytes() throws IOException {
        Path file = directory.resolve("wan");
        Files.writeString(file, "192.0.2.1" + "\n".repeat((1 << 16) - 9));

        assertThat(read(source(file))).hasSize(1);
    }

    @Test
    void refusesALongerOne() throws IOException {
        Path file = directory.resolve("wan");
        Files.writeString(file, "192.0.2.1" + "\n".repeat((1 << 16) - 8));

        assertFailure(file, "it is longer than 65536 bytes");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertFailure(directory.resolve("wan"), "there is no such file");
    }

    @Test
    void saysThatItIsADirectory() {
        assertFailure(directory, "it is a directory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyItCannotBeRead() {
        // A regular file whose beginning nobody can read, not even root.
        assertFailure(Path.of("/proc/self/mem"), "Input/output error");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitAtAPipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertFailure(pipe, "it is not a regular file");
    }

    @Test
    void endsOnAnInterrupt() throws IOException {
        Path file = directory.resolve("wan");
        Files.writeString(file, "192.0.2.1\n");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(source(file))).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotHeldUpByAFileSystemThatHangs() {
        CountDownLatch back = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        FileSource source = new FileSource(new SourceSpec.TextFile(Path.of("/net/wan")), () -> {
            looks.incrementAndGet();
            // As the kernel waits for a server of files: an interrupt does not end it.
            Uninterruptible.await(back);
            return "192.0.2.1\n".getBytes(StandardCharsets.US_ASCII);
        });

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> read(source))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("file:/net/wan cannot be read: its file system does not answer");
        }
        assertThat(looks).hasValue(1);

        back.countDown();
        await().untilAsserted(() -> assertThat(read(source)).containsExactly(Family.IPV4.parse("192.0.2.1")));
    }

    private static void assertFailure(Path file, String reason) {
        assertThatThrownBy(() -> read(source(file)))
                .isInstanceOf(SourceException.class)
                .hasMessage("file:" + file + " cannot be read: " + reason);
    }

    private static final class Uninterruptible {
        static void await(CountDownLatch latch) {
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    // Waits on.
                }
            }
        }
    }

    private static FileSource source(Path file) {
        return new FileSource(new SourceSpec.TextFile(file));
    }

    private static List<InetAddress> read(FileSource source) {
        return source.read(Family.IPV4, Duration.ofSeconds(20));
    }
}
