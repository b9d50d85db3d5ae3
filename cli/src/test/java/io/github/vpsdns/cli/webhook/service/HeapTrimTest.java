// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTrimTest {
    private long garbage;
    private int collections;
    private final HeapTrim trim = new HeapTrim(() -> garbage, () -> collections++);

    private void lookAt(long bytes) {
        garbage = bytes;
        trim.look();
    }

    @Test
    void collectsWhatWorkHasLeftThatIsOver() {
        lookAt(HeapTrim.WORTHWHILE);
        lookAt(HeapTrim.WORTHWHILE);

        assertThat(collections).isEqualTo(1);
    }

    @Test
    void leavesWorkAloneThatIsUnderWay() {
        lookAt(HeapTrim.WORTHWHILE);
        lookAt(HeapTrim.WORTHWHILE + 1);

        assertThat(collections).isZero();
    }

    @Test
    void leavesAloneWhatIsLittle() {
        lookAt(HeapTrim.WORTHWHILE - 1);
        lookAt(HeapTrim.WORTHWHILE - 1);

        assertThat(collections).isZero();
    }

    /** Such as hosts that are really kept: it would be collected at each look, in vain. */
    @Test
    void collectsOnceWhatIsNoGarbage() {
        lookAt(HeapTrim.WORTHWHILE);
        lookAt(HeapTrim.WORTHWHILE);
        lookAt(0);
        lookAt(0);

        assertThat(collections).isEqualTo(1);
    }
}
