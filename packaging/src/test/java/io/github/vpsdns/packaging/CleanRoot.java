// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A Debian with nothing on it but what a machine with systemd needs: the oldest release that has a Java for vpsdns. The packages that
 * vpsdns depends on are downloaded, but not installed.
 */
final class CleanRoot {
    private static final String SUITE = "bookworm";

    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    private CleanRoot() {}

    /** Makes a copy that a test may change, and must remove. */
    static Path copy(Path parent) throws IOException {
        Path copy = parent.resolve("root");
        Command.of("cp", "-a", made().toString(), copy.toString()).succeed();
        // mmdebstrap leaves devices with what the umask allows, that is without a /dev/null for whoever is not root.
        for (String device : DEVICES) {
            Command.of("chmod", "0666", copy.resolve("dev").resolve(device).toString())
                    .succeed();
        }
        return copy;
    }

    static void remove(Path copy) {
        Command.of("rm", "-rf", "--one-file-system", copy.toString()).succeed();
    }

    private static Path made() throws IOException {
        Path root = Build.repository().resolve(".peers").resolve("root-" + SUITE);
        return Once.make(root, SUITE + " with systemd", () -> make(root));
    }

    private static void make(Path root) {
        Command.Outcome outcome = Command.of(
                        "mmdebstrap",
                        "--quiet",
                        "--mode=root",
                        "--variant=minbase",
                        "--include=systemd,systemd-sysv,dbus",
                        "--skip=cleanup/apt,cleanup/tmp",
                        "--customize-hook=chroot \"$1\" apt-get -q update",
                        "--customize-hook=chroot \"$1\" apt-get -q -y install --download-only --no-install-recommends"
                                + " adduser default-jre-headless",
                        SUITE,
                        root.toString())
                .run();
        if (outcome.status() != 0) {
            String why = "a clean root cannot be made: " + outcome.said();
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why);
            }
            System.err.println("SKIPPED: " + why);
            throw new TestAbortedException(why);
        }
    }
}
