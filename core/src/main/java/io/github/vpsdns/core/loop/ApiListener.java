// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Is told when the API is not called for a while, and when it is again; by the loop's thread, which it must not keep waiting. */
public interface ApiListener {
    /**
     * No calls are made.
     *
     * @param failure why
     * @param until when one is tried, or {@code null} if credentials are refused and others are waited for
     */
    void closed(VpsDnsException failure, @Nullable Instant until);

    /** Calls are made again. */
    void opened();
}
