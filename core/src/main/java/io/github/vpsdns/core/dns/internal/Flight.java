// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One message on its way over one transport; never blocks. Owned by one thread. */
interface Flight {
    /**
     * Goes on as far as the transport is ready.
     *
     * @param scratch 64 KiB for the use of this call
     * @return a message that came back, or {@code null} if there is none yet
     * @throws IOException if none will come
     */
    byte @Nullable [] advance(ByteBuffer scratch) throws IOException;

    /** Sends again where a packet may have got lost. */
    void resend() throws IOException;

    /** Lets go of the socket. */
    void close();
}
