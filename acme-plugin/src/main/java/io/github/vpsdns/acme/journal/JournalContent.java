// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.acme.journal.Journal.Entry;
import java.util.Collection;
import java.util.Optional;

/**
 * What a journal file says.
 *
 * @param open the entries still open, in the order they were opened
 * @param damaged how many whole lines could not be read; the torn last line of a killed process is none
 */
record JournalContent(Collection<Entry> open, int damaged) {
    static JournalContent of(String text) {
        Ledger ledger = new Ledger();
        int damaged = 0;
        int start = 0;
        // What has no line end was never finished, and nobody relied on it.
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            start = end + 1;
            if (line.isBlank()) {
                continue;
            }
            Optional<JournalLine> read = LineCodec.read(line);
            if (read.isPresent()) {
                ledger.apply(read.get());
            } else {
                damaged++;
            }
        }
        return new JournalContent(ledger.entries(), damaged);
    }
}
