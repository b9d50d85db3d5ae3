// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import io.github.vpsdns.sandbox.state.SandboxState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps BIND servers equal to the sandbox's zones.
 *
 * <p>The API does not wait for it: as with the vendor, a record is stored first and deployed a little later. Thread-safe.
 */
public final class BindFeed implements AutoCloseable {
    private final List<BindTarget> targets;
    private final List<TargetFeed> feeds;

    private BindFeed(List<BindTarget> targets, List<TargetFeed> feeds) {
        this.targets = targets;
        this.feeds = feeds;
    }

    /**
     * Brings all targets up to date, without their delays, and keeps them so.
     *
     * @param state where the zones come from
     * @param targets the servers to feed
     * @param nameServers how many NS records each zone has
     * @return a running feed
     * @throws UncheckedIOException if a target cannot be written or reloaded
     */
    public static BindFeed start(SandboxState state, List<BindTarget> targets, int nameServers) {
        List<TargetFeed> feeds = new ArrayList<>();
        BindFeed feed = new BindFeed(List.copyOf(targets), feeds);
        try {
            for (BindTarget target : targets) {
                TargetFeed one = new TargetFeed(target, nameServers);
                feeds.add(one);
                state.listen(one);
                one.deployFirst();
            }
            return feed;
        } catch (IOException e) {
            feed.close();
            throw new UncheckedIOException("BIND cannot be fed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            feed.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while BIND was being brought up to date.", e);
        }
    }

    /**
     * Where the targets answer queries, as far as that is known.
     *
     * @return in the order of the targets
     */
    public List<InetSocketAddress> addresses() {
        return targets.stream().flatMap(t -> t.address().stream()).toList();
    }

    /**
     * Sets the delay of one target; changes on their way are held to it as well.
     *
     * @param number which one, counted from 1
     * @param delay zero or more
     * @throws IllegalArgumentException if there is none of that number, or the delay is negative
     */
    public void delay(int number, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay of " + delay + " is less than none; give zero or more.");
        }
        feed(number).delay(delay);
    }

    /**
     * Why one target is not up to date.
     *
     * @param number which one, counted from 1
     * @return what its last attempt said, or empty if that went well
     * @throws IllegalArgumentException if there is none of that number
     */
    public Optional<String> failure(int number) {
        return feed(number).failure();
    }

    private TargetFeed feed(int number) {
        if (number < 1 || number > feeds.size()) {
            throw new IllegalArgumentException(
                    "There is no BIND target " + number + "; they count from 1 to " + feeds.size() + ".");
        }
        return feeds.get(number - 1);
    }

    /** Stops feeding; the files stay as they are. */
    @Override
    public void close() {
        feeds.forEach(TargetFeed::close);
    }
}
