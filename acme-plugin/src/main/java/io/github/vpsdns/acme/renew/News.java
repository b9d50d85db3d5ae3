// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener, and keeps what it throws away from the work it is told of. */
record News(RenewalListener listener) {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    void tell(Consumer<RenewalListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed", e);
        }
    }
}
