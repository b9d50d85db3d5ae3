// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.state;

import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other threads may look at while the loop goes on. Thread-safe.
 *
 * <p>What is settled can be answered without the loop, unless something about the set is on its way to it: a request must not be
 * answered by what was so before an earlier one.
 */
public final class Board {
    /**
     * A set that says what it shall, and until when one may rely on it.
     *
     * @param addresses what it says
     * @param untilNanos on the clock that never jumps
     */
    public record Settled(List<InetAddress> addresses, long untilNanos) {}

    private record Shown(HostState state, @Nullable Settled settled) {}

    private final Map<HostKey, Shown> shown = new ConcurrentHashMap<>();
    private final Map<HostKey, Integer> onTheirWay = new ConcurrentHashMap<>();
    private volatile ApiState api = new ApiState(null, null);

    /** Notes, before it is sent, that something about a set is on its way to the loop. */
    public void sent(HostKey key) {
        onTheirWay.merge(key, 1, Integer::sum);
    }

    /** Notes that the loop has taken it, and has shown the set as it is since. */
    public void taken(HostKey key) {
        onTheirWay.computeIfPresent(key, (any, count) -> count == 1 ? null : count - 1);
    }

    /** Shows a set as it is now. */
    public void show(HostState state, @Nullable Settled settled) {
        shown.put(state.row().key(), new Shown(state, settled));
    }

    /** Shows nothing of a set any more. */
    public void hide(HostKey key) {
        shown.remove(key);
    }

    /** Shows how it stands with the API. */
    public void show(ApiState state) {
        api = state;
    }

    /** Returns what a set says, if one may rely on it. */
    public Optional<List<InetAddress>> settled(HostKey key, long nowNanos) {
        // In this order: whoever finds nothing on its way finds what the last has left.
        if (onTheirWay.containsKey(key)) {
            return Optional.empty();
        }
        Shown state = shown.get(key);
        Settled settled = state == null ? null : state.settled();
        return settled == null || settled.untilNanos() - nowNanos <= 0
                ? Optional.empty()
                : Optional.of(settled.addresses());
    }

    /** Returns all sets in order of their names. */
    public List<HostState> hosts() {
        return shown.values().stream()
                .map(Shown::state)
                .sorted(Comparator.comparing(
                                (HostState state) -> state.row().key().host())
                        .thenComparing(state -> state.row().key().family()))
                .toList();
    }

    /** Returns how it stands with the API. */
    public ApiState api() {
        return api;
    }

    /** Returns how many sets are not written yet. */
    public int waiting() {
        return (int) open().count();
    }

    /** Returns since when the longest of them waits, or null. */
    public @Nullable Instant oldestWait() {
        return open().map(Wish::acceptedAt).min(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<Wish> open() {
        return shown.values().stream().map(one -> one.state().row().open()).filter(Objects::nonNull);
    }
}
