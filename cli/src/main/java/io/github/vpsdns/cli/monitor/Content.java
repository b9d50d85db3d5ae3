// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says what is to be answered now. Thread-safe. */
interface Content {
    /**
     * Makes the answer.
     *
     * @param accept the request's {@code Accept} header, or {@code null}
     * @return what to answer
     * @throws IOException if it cannot be made
     */
    Answer answer(@Nullable String accept) throws IOException;
}
