// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.io.IOException;

/**
 * Makes a value of a successful answer, on a thread of the transport.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface ReplyReader<T> {
    /**
     * Reads the answer.
     *
     * @param reply an answer with a status of 200 to 299; who reads it to its end closes it
     * @return the value
     * @throws IOException if the connection breaks meanwhile
     * @throws UnexpectedShapeException if the body is JSON of another shape than documented
     */
    T read(Reply reply) throws IOException;
}
