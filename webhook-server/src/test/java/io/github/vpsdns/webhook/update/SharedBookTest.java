// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers over one book. */
class SharedBookTest {
    private final UpdateWorld one = new UpdateWorld();
    private final UpdateWorld other = one.another();

    @BeforeEach
    void start() {
        one.start();
        other.start();
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
    }

    private void pass(Duration span) {
        for (long second = 0; second < span.toSeconds(); second++) {
            one.settle();
            other.pass(Duration.ofSeconds(1));
        }
        one.settle();
    }

    @Test
    void whatOneHasWrittenTheOtherKnowsWithoutACall() {
        one.set(HOME, "192.0.2.1");
        one.forgetCalls();

        assertThat(other.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(other.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
        assertThat(one.calls()).containsExactly("PATCH /dns-records/*/");
    }

    @Test
    void whatTheOtherHasChangedIsNotSaidToBeUnchanged() {
        one.set(HOME, "192.0.2.1");
        other.set(HOME, "192.0.2.2");

        assertThat(one.set(HOME, "192.0.2.1").one()).isEqualTo(changed("192.0.2.1"));
        assertThat(one.home()).containsExactly("192.0.2.1");
    }

    @Test
    void aNewerWishAtTheOtherIsWrittenAfterTheOneInFlight() {
        one.set(HOME, "192.0.2.1");
        one.callers.hold();
        Reply older = one.set(HOME, "192.0.2.2");
        Reply newer = other.set(HOME, "192.0.2.3");
        assertThat(newer.isThere()).isFalse();
        one.callers.release();
        pass(Duration.ofSeconds(7));

        assertThat(older.one()).isEqualTo(changed("192.0.2.2"));
        assertThat(newer.one()).isEqualTo(changed("192.0.2.3"));
        assertThat(one.home()).containsExactly("192.0.2.3");
    }

    @Test
    void theWorkOfAServerThatIsGoneIsTakenUp() {
        one.set(HOME, "192.0.2.1");
        one.callers.hold();
        one.set(HOME, "192.0.2.2");
        // From here on nobody steps the first one any more.
        other.pass(Duration.ofMinutes(4));

        assertThat(one.home()).containsExactly("192.0.2.2");
        assertThat(one.store.hosts().rows()).allMatch(row -> row.open() == null);
    }

    @Test
    void aLostWriteOfAServerThatIsGoneIsNotTakenForUndone() {
        one.set(HOME, "192.0.2.1");
        one.sandbox.faults().add(Fault.drop().afterCommit().times(3));
        one.dieAt(1, 0, true).start();
        try {
            one.set(HOME, "192.0.2.2");
        } catch (InlineWorkers.Killed e) {
            one.sandbox.faults().clear();
        }
        assertThat(one.home()).containsExactly("192.0.2.2");
        Reply back = other.set(HOME, "192.0.2.1");
        other.pass(Duration.ofMinutes(4));

        assertThat(back.isThere()).isTrue();
        assertThat(one.home()).containsExactly("192.0.2.1");
    }

    @Test
    void theChangeOfAnotherServerIsNoDrift() {
        one.set(HOME, "192.0.2.1");
        pass(Duration.ofMinutes(10));
        other.set(HOME, "192.0.2.2");
        pass(Duration.ofMinutes(70));

        assertThat(one.events(Drifted.class)).isEmpty();
        assertThat(other.events(Drifted.class)).isEmpty();
        assertThat(one.home()).containsExactly("192.0.2.2");
    }
}
