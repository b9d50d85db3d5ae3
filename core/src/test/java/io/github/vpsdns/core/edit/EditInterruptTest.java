// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an edit tells when its thread is interrupted in the midst of it. */
@Timeout(30)
class EditInterruptTest {
    private static final DomainName WWW = DomainName.of("www.example.com");

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 2, new ManualTime());
    private final Zone example = api.zone("example.com");
    private final AtomicBoolean flagAfterwards = new AtomicBoolean();

    @Test
    void addingTellsWhatWasMadeWhatWasCancelledAndWhatNeverBegan() throws InterruptedException {
        api.block(call -> call.contains("\"b\"") || call.contains("\"c\""));
        List<RecordDraft> drafts = List.of("a", "b", "c", "d", "e").stream()
                .map(text -> new RecordDraft(WWW, new Txt(text), Ttl.of(60)))
                .toList();

        List<AddOutcome> outcomes = interruptAfterCalls(2 + 3, () -> editor.addAll(drafts));

        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.Added.class);
        assertThat(outcomes.subList(1, 5))
                .extracting(outcome -> ((AddOutcome.NotAdded) outcome).reason())
                .hasOnlyElementsOfType(CancelledException.class);
        assertThat(((AddOutcome.NotAdded) outcomes.get(4)).reason())
                .hasMessage("interrupted before adding TXT at www.example.com; nothing was sent");
        assertThat(api.records(example)).hasSize(1);
        assertThat(flagAfterwards).isTrue();
    }

    @Test
    void addingThatWaitsForTheZonesIsCancelled() throws InterruptedException {
        api.block("zones"::equals);
        List<AddOutcome> outcomes =
                interruptAfterCalls(1, () -> editor.addAll(List.of(new RecordDraft(WWW, new Txt("a"), Ttl.of(60)))));

        assertThat(((AddOutcome.NotAdded) outcomes.get(0)).reason()).isInstanceOf(CancelledException.class);
        assertThat(api.calls()).containsExactly("zones");
        assertThat(flagAfterwards).isTrue();
    }

    @Test
    void addingThatWaitsForAListingWritesNothing() throws InterruptedException {
        api.block(call -> call.startsWith("records"));
        List<AddOutcome> outcomes =
                interruptAfterCalls(2, () -> editor.addAll(List.of(new RecordDraft(WWW, new Txt("a"), Ttl.of(60)))));

        assertThat(((AddOutcome.NotAdded) outcomes.get(0)).reason()).isInstanceOf(CancelledException.class);
        assertThat(api.writes()).isEmpty();
        assertThat(flagAfterwards).isTrue();
    }

    @Test
    void removingTellsWhatIsGone() throws InterruptedException {
        List<DnsRecord> records = IntStream.range(0, 5)
                .mapToObj(i -> api.put(example, "www", new Txt("v" + i), 60))
                .toList();
        api.block(call -> !call.equals("delete " + records.get(0).id()));

        List<RemoveOutcome> outcomes = interruptAfterCalls(3, () -> editor.removeAll(records));

        assertThat(outcomes.get(0)).isInstanceOf(RemoveOutcome.Removed.class);
        assertThat(outcomes.subList(1, 5)).hasOnlyElementsOfType(RemoveOutcome.NotRemoved.class);
        assertThat(api.records(example)).hasSize(4);
        assertThat(flagAfterwards).isTrue();
    }

    @Test
    void settingTellsWhatWasDoneAndRemovesNothing() throws InterruptedException {
        List.of("192.0.2.1", "192.0.2.2", "192.0.2.3").forEach(text -> api.put(example, "www", A.of(text), 60));
        api.block(call -> call.startsWith("patch"));

        Throwable thrown = interruptAfterCalls(
                3, () -> catchThrowable(() -> editor.set(WWW, RecordType.A, List.of(A.of("192.0.2.9")), null)));

        assertThat(thrown).isInstanceOfSatisfying(IncompleteEditException.class, e -> {
            assertThat(e.done()).isEqualTo(new SetOutcome(0, 0, 0, 0));
            assertThat(e.reasons()).hasSize(3).hasOnlyElementsOfType(CancelledException.class);
        });
        assertThat(api.records(example)).hasSize(3);
        assertThat(flagAfterwards).isTrue();
    }

    private <T> T interruptAfterCalls(int calls, Supplier<T> edit) throws InterruptedException {
        AtomicReference<T> result = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            result.set(edit.get());
            flagAfterwards.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        await().until(() -> api.calls().size() >= calls);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        return result.get();
    }
}
