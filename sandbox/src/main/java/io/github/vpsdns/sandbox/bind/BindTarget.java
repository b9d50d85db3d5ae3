// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A BIND server to be fed.
 *
 * <p>Immutable.
 *
 * @param directory where zone files and {@code zones.conf} go; made if it does not exist
 * @param rndc the command that reloads, as an argument list to which {@code reconfig} or {@code reload ZONE} is appended
 * @param delay how long a change waits before it is written, zero or more
 * @param listens where the server answers queries, or null if that is not known
 */
public record BindTarget(
        Path directory,
        List<String> rndc,
        Duration delay,
        @Nullable InetSocketAddress listens) {
    public BindTarget {
        directory = directory.toAbsolutePath();
        rndc = List.copyOf(rndc);
        Objects.requireNonNull(delay, "delay");
        if (rndc.isEmpty()) {
            throw new IllegalArgumentException("There is no command to reload BIND with; give one such as rndc.");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay of " + delay + " is less than none; give zero or more.");
        }
        if (directory.toString().indexOf('"') >= 0) {
            throw new IllegalArgumentException("The directory " + directory
                    + " has a quote in its name, which zones.conf" + " cannot hold; choose another.");
        }
    }

    /**
     * A target without delay.
     *
     * @param directory where zone files and {@code zones.conf} go
     * @param rndc the command that reloads, such as {@code ["rndc"]} or {@code ["rndc", "-c", "/etc/x/rndc.conf"]}
     * @return the target
     */
    public static BindTarget of(Path directory, List<String> rndc) {
        return new BindTarget(directory, rndc, Duration.ZERO, null);
    }

    /**
     * This target as a slow one.
     *
     * @param by how long a change waits before it is written, zero or more
     * @return a changed copy
     */
    public BindTarget delayed(Duration by) {
        return new BindTarget(directory, rndc, by, listens);
    }

    /**
     * This target with its address.
     *
     * @param at where the server answers queries
     * @return a changed copy
     */
    public BindTarget listening(InetSocketAddress at) {
        return new BindTarget(directory, rndc, delay, at);
    }

    /**
     * Where the server answers queries.
     *
     * @return empty if that is not known
     */
    public Optional<InetSocketAddress> address() {
        return Optional.ofNullable(listens);
    }
}
