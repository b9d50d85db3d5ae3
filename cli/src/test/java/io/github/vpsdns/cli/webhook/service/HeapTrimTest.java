// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTrimTest {
    private static final long LIVE = HeapTrim.WORTHWHILE - 1;
    private static final long SOME = HeapTrim.WORTHWHILE;

    private long live = LIVE;
    private long used = LIVE;
    private int collections;
    private final HeapTrim trim = new HeapTrim(() -> used, this::collect);

    private void collect() {
        collections++;
        used = live;
    }

    private void lookAt(long bytes) {
        used = bytes;
        trim.look();
    }

    @Test
    void collectsWhatWorkHasLeftThatIsOver() {
        lookAt(LIVE + SOME);
        lookAt(LIVE + SOME);

        assertThat(collections).isEqualTo(1);
    }

    @Test
    void leavesWorkAloneThatIsUnderWay() {
        lookAt(LIVE + SOME);
        lookAt(LIVE + SOME + 1);

        assertThat(collections).isZero();
    }

    @Test
    void leavesAloneWhatIsLittle() {
        lookAt(LIVE);
        lookAt(LIVE);

        assertThat(collections).isZero();
    }

    /** Such as many hosts: it would be collected at each look, in vain. */
    @Test
    void collectsOnceWhatIsReallyInUse() {
        live = LIVE + SOME;
        lookAt(live);
        lookAt(live);
        lookAt(live);
        lookAt(live);

        assertThat(collections).isEqualTo(1);
    }

    @Test
    void collectsAgainWhatIsLeftLater() {
        lookAt(LIVE + SOME);
        lookAt(LIVE + SOME);
        lookAt(LIVE + SOME);
        lookAt(LIVE + SOME);

        assertThat(collections).isEqualTo(2);
    }
}
