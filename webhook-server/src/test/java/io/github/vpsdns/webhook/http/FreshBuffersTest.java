// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;

class FreshBuffersTest {
    private static final int SIZE = 8192;

    private final FreshBuffers buffers = new FreshBuffers();

    @Test
    void givesNobodyWhatAnotherHad() {
        RetainableByteBuffer first = buffers.acquire(SIZE, true);
        ByteBuffer bytes = first.getByteBuffer();
        first.release();

        assertThat(buffers.acquire(SIZE, true).getByteBuffer()).isNotSameAs(bytes);
    }

    @Test
    void givingBackTwiceTakesNothingFromTheNext() {
        RetainableByteBuffer first = buffers.acquire(SIZE, false);
        first.release();
        RetainableByteBuffer next = buffers.acquire(SIZE, false);

        assertThatIllegalStateException().isThrownBy(first::release);

        assertThat(next.canRetain()).isTrue();
    }

    @Test
    void staysOnTheHeapWhereTheCollectorTakesItBackSoon() {
        assertThat(buffers.acquire(SIZE, true).getByteBuffer().isDirect()).isFalse();
    }
}
