// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.file.HeldFile;
import io.github.vpsdns.core.file.IoReason;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to change a state directory, which ends when this is closed or the process ends in whatever way.
 *
 * <p>Not bound to a thread; closing it is thread-safe.
 */
public final class StateLock implements CertificateStorage.Lock {
    private static final Logger LOG = LoggerFactory.getLogger(StateLock.class);

    private final HeldFile file;

    StateLock(HeldFile file) {
        this.file = file;
    }

    /** Gives the right back; a second time does nothing. */
    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("could not close '{}': {}", file.path(), IoReason.of(e));
        }
    }
}
