// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.dns01.Claims.Claim;
import io.github.vpsdns.core.CancelledException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Claim CLAIM = new Claim("_acme-challenge.example.com", "value");

    private final Claims claims = new Claims();

    @Test
    void onlyTheLastHolderRemovesTheValue() {
        claims.claim(CLAIM);
        claims.claim(CLAIM);

        assertThat(claims.release(CLAIM, null)).isEmpty();
        assertThat(claims.release(CLAIM, null)).isPresent();
    }

    @Test
    void differentValuesAtANameAreDifferentClaims() {
        claims.claim(CLAIM);
        claims.claim(new Claim(CLAIM.name(), "other"));

        assertThat(claims.release(CLAIM, null)).isPresent();
    }

    @Test
    void nobodyClaimsAValueWhileItIsBeingRemoved() {
        claims.claim(CLAIM);
        assertThat(claims.release(CLAIM, null)).isPresent();

        CompletableFuture<Void> next = new CompletableFuture<>();
        Thread claimant = new Thread(() -> {
            claims.claim(CLAIM);
            next.complete(null);
        });
        claimant.setDaemon(true);
        claimant.start();
        await().until(() -> claimant.getState() == Thread.State.WAITING);
        assertThat(next).isNotDone();

        claims.removed(CLAIM);

        await().until(next::isDone);
    }

    @Test
    void anInterruptEndsTheWait() {
        claims.claim(CLAIM);
        assertThat(claims.release(CLAIM, null)).isPresent();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> claims.claim(CLAIM)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
