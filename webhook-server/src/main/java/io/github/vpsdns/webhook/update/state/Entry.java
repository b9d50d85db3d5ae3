// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.state;

import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be written into the book when work on a set has ended. Each may be written twice. */
public sealed interface Entry {
    /**
     * Writes it.
     *
     * @throws io.github.vpsdns.webhook.store.StoreException if that is not possible now
     */
    void write(HostBook book, HostKey key);

    /** The API has accepted a wish. */
    record Finished(Wish wish, @Nullable List<InetAddress> before, KnownSet known) implements Entry {
        @Override
        public void write(HostBook book, HostKey key) {
            book.finished(key, wish, before, known);
        }
    }

    /** A wish cannot be done; in doubt it is not known what trying it has left. */
    record GivenUp(Wish wish, boolean doubtful) implements Entry {
        @Override
        public void write(HostBook book, HostKey key) {
            if (doubtful) {
                book.seen(key, null);
            }
            book.giveUp(key, wish);
        }
    }

    /** Nothing was done, or it is not known what: others who take the set must not rely on what was known then. */
    record Released(boolean doubtful) implements Entry {
        @Override
        public void write(HostBook book, HostKey key) {
            if (doubtful) {
                book.seen(key, null);
            }
            book.release(key);
        }
    }
}
