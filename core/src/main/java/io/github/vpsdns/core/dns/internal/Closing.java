// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing what is of no more use, where a failure changes nothing. */
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            log.debug("a socket did not close cleanly", e);
        }
    }
}
