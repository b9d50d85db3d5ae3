// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    private final Journal journal = Journal.none();

    @Test
    void offersOnlyWhatWasAbandoned() {
        journal.open(NAME, "at work");
        Entry stuck = journal.open(NAME, "stuck");
        journal.created(stuck, new ZoneId("z"), new RecordId("r"));
        journal.abandoned(stuck);

        assertThat(journal.leftovers()).singleElement().satisfies(entry -> {
            assertThat(entry.value()).isEqualTo("stuck");
            assertThat(entry.record()).isEqualTo(new RecordId("r"));
        });
    }

    @Test
    void forgetsWhatIsClosed() {
        Entry entry = journal.open(NAME, "value");
        journal.abandoned(entry);
        journal.closed(entry);

        assertThat(journal.leftovers()).isEmpty();
    }

    @Test
    void takesNoEntryAfterItsEnd() {
        journal.close();

        assertThatThrownBy(() -> journal.open(NAME, "value")).isInstanceOf(IllegalStateException.class);
    }
}
