// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one set of records shall become, with those who wait for it; a wish once it is noted. Owned by the loop's thread. */
final class Want {
    private final List<InetAddress> addresses;
    private final List<Asker> askers = new ArrayList<>();
    private @Nullable Wish wish;
    private boolean attempted;

    Want(List<InetAddress> addresses, Asker first) {
        this.addresses = addresses;
        askers.add(first);
    }

    /** One that was noted by another server, or before this one was started. */
    Want(Wish noted) {
        addresses = noted.addresses();
        wish = noted;
        // Whoever noted it may have begun with it.
        attempted = true;
    }

    List<InetAddress> addresses() {
        return addresses;
    }

    /** Who asked first. */
    Order order() {
        return askers.get(0).host().order();
    }

    Wish wish() {
        return Objects.requireNonNull(wish);
    }

    /** Waits for the same. */
    void join(Asker another) {
        if (wish != null) {
            another.noted();
        }
        askers.add(another);
    }

    void joinAll(Want same) {
        same.askers.forEach(this::join);
        same.askers.clear();
    }

    void noted(Wish as) {
        wish = as;
        askers.forEach(Asker::noted);
    }

    /** Notes that it may be in the API from now on. */
    void attempt() {
        attempted = true;
    }

    boolean isAttempted() {
        return attempted;
    }

    /** Tells one whose want was replaced by a newer one before it was done. */
    static void replaced(Asker asker) {
        asker.answer(new HostOutcome.Later(false));
    }

    boolean isAwaited() {
        return askers.stream().anyMatch(asker -> !asker.isAnswered());
    }

    void answer(Consumer<Asker> word) {
        List<Asker> told = List.copyOf(askers);
        askers.clear();
        told.forEach(word);
    }

    /** Tells those who cannot wait until then. */
    void answerWhoCannotWait(long untilNanos) {
        askers.stream()
                .filter(asker -> asker.deadlineNanos() - untilNanos < 0)
                .toList()
                .forEach(Asker::answerLater);
        askers.removeIf(Asker::isAnswered);
    }
}
