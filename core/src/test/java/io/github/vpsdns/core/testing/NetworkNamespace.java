// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network of its own on this machine (network_namespaces(7)): nothing but loopback at first, and whoever enters may change it
 * with {@code ip}. Needs {@code unshare}, {@code nsenter} and {@code ip}, and either root or a kernel that lets users have
 * namespaces. Gone when closed, or with this process.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NetworkNamespace.class);

    private final Process holder;

    private NetworkNamespace(Process holder) {
        this.holder = holder;
    }

    /** Makes one; where this is not allowed the test is skipped with a message, or fails if {@code CI=true}. */
    public static NetworkNamespace open() {
        List<String> command = new ArrayList<>(List.of("unshare", "--net"));
        if (!isRoot()) {
            command.add("--map-root-user");
        }
        // Ends when the pipe is closed, so that no namespace outlives the test.
        command.addAll(List.of("sh", "-c", "ip link set lo up && echo ready && exec cat"));
        try {
            Process holder =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = holder.inputReader(StandardCharsets.UTF_8).readLine();
            if ("ready".equals(said)) {
                return new NetworkNamespace(holder);
            }
            holder.destroyForcibly();
            return refused("no network namespace can be made here: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a command that runs another one inside. */
    public List<String> inside(String... command) {
        List<String> entering = new ArrayList<>(List.of("nsenter", "--target", Long.toString(holder.pid()), "--net"));
        if (!isRoot()) {
            entering.addAll(List.of("--user", "--preserve-credentials"));
        }
        entering.addAll(Arrays.asList(command));
        return entering;
    }

    /** Runs a command inside, of which nothing but success is expected, and returns what it printed. */
    public String run(String command) {
        try {
            Process process = new ProcessBuilder(inside("sh", "-c", command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Lets go of the namespace, which stays while anything runs inside. */
    @Override
    public void close() {
        holder.destroyForcibly();
    }

    private static NetworkNamespace refused(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(why);
        }
        log.warn("SKIPPED: {}", why);
        return Assumptions.abort(why);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
