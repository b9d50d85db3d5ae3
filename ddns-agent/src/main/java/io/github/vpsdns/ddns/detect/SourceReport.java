// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says.
 *
 * @param source its name
 * @param accepted what it says that the rule accepts, the best one first
 * @param refused what else it says
 * @param problem why nothing is accepted, one clause that names the source; {@code null} if something is
 * @param took how long it took to answer; zero if it was not asked
 */
public record SourceReport(
        String source,
        List<InetAddress> accepted,
        List<InetAddress> refused,
        @Nullable String problem,
        Duration took) {
    /** Copies the lists. */
    public SourceReport {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }
}
