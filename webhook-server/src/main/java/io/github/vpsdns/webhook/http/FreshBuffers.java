// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Memory for bytes under way that never was another connection's. Jetty may give the buffer of a broken request back twice, or use it
 * a little longer than it has it (its issue 12939): out of a pool it would be another client's by then, whose reply lost its
 * header. On the heap, where the garbage collector takes it back soon and cheaply. Thread-safe.
 *
 * @see <a href="https://github.com/jetty/jetty.project/issues/12939">Jetty's issue 12939</a>
 */
final class FreshBuffers extends ByteBufferPool.NonPooling {
    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        return super.acquire(size, false);
    }
}
