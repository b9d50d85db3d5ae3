// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Something that knows addresses of this host.
 *
 * <p>Implementations are thread-safe, keep no connection open between readings, and believe nothing that is not exactly what
 * they expect: a reading that is not clean is a failure, never an address.
 */
public interface AddressSource {
    /**
     * Returns which source this is.
     *
     * @return its name and its traits
     */
    SourceSpec spec();

    /**
     * Reads the host's addresses of a family now.
     *
     * @param family which family
     * @param limit how long it may take, more than zero
     * @return distinct addresses of that family without scope, the best one first; never empty. They may be of any kind:
     *     whether a private one will do is not the source's business
     * @throws SourceException if it has none or did not say
     * @throws CancelledException if the thread is interrupted, whose flag is then set again
     */
    List<InetAddress> read(Family family, Duration limit);
}
