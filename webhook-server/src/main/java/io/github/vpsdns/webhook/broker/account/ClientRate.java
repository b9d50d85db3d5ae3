// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker.account;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may come from an address, all of one IPv6 /64 counting as one: a number at once, and one more each time a while has
 * passed. Of very many addresses those that were seen last are remembered. Thread-safe.
 */
public final class ClientRate {
    private static final int MOST_CLIENTS = 10_000;
    private static final int NETWORK_BITS = 64;

    private final int atOnce;
    private final long whileNanos;
    private final Timekeeper time;
    /** When each address will have all it may take again; guarded by this. */
    private final Map<InetAddress, Long> full = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Creates a rate that nobody has used yet.
     *
     * @param atOnce how many are taken at once, 1 or more
     * @param whilePassed after how long one more is taken
     * @param time the clock to go by
     */
    public ClientRate(int atOnce, Duration whilePassed, Timekeeper time) {
        this.atOnce = atOnce;
        this.whileNanos = whilePassed.toNanos();
        this.time = time;
    }

    /**
     * Tells whether one more is taken, without counting it.
     *
     * @param client from where
     * @return whether {@link #take} would take it
     */
    public synchronized boolean has(InetAddress client) {
        return spent(client) + whileNanos <= atOnce * whileNanos;
    }

    /**
     * Counts one.
     *
     * @param client from where
     * @return whether it is taken; what is not does not count
     */
    public synchronized boolean take(InetAddress client) {
        boolean taken = has(client);
        if (taken) {
            full.put(network(client), time.nanoTime() + spent(client) + whileNanos);
            if (full.size() > MOST_CLIENTS) {
                full.remove(full.keySet().iterator().next());
            }
        }
        return taken;
    }

    private long spent(InetAddress client) {
        Long at = full.get(network(client));
        return at == null ? 0 : Math.max(0, at - time.nanoTime());
    }

    private static InetAddress network(InetAddress client) {
        return client instanceof Inet6Address ? new Network(client, NETWORK_BITS).prefix() : client;
    }
}
