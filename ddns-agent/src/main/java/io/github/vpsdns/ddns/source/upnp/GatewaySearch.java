// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search for a router that tells an address. For one thread and one run.
 *
 * <p>The machine that leads to the default route is asked as soon as it answers, and what it says is final, also that it has no
 * address now. Others that answer are asked only when the search is over without it, one after the other.
 */
final class GatewaySearch {
    /** What is asked twice is hardly ever lost; the second time waits out MX and a little more. */
    private static final List<Duration> ROUNDS = List.of(
            Duration.ofMillis(500), Duration.ofSeconds(SearchMessage.SECONDS).plusMillis(500));

    /** A router that hangs must leave time for the others. */
    private static final Duration FOR_ONE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Family family;
    private final List<SearchAnswer> others = new ArrayList<>();
    private @Nullable IOException reason;

    GatewaySearch(Surroundings surroundings, Family family) {
        this.surroundings = surroundings;
        this.family = family;
    }

    /**
     * Where the address came from.
     *
     * @param gateway who told it
     * @param address what it told
     */
    record Result(Gateway gateway, InetAddress address) {}

    Result run(Deadline deadline) throws IOException, InterruptedException {
        if (surroundings.paths().isEmpty()) {
            throw new IOException(
                    "this host is in no network with private IPv4 addresses, where a router could be asked");
        }
        Result result = searchAndAsk(deadline);
        for (int i = 0; result == null && i < others.size(); i++) {
            result = ask(others.get(i), deadline);
        }
        if (result == null) {
            throw reason != null ? reason : new IOException("no router answered the search");
        }
        return result;
    }

    private @Nullable Result searchAndAsk(Deadline deadline) throws IOException, InterruptedException {
        try (Ssdp ssdp = Ssdp.open(surroundings)) {
            for (Duration round : ROUNDS) {
                ssdp.ask();
                Deadline end = Deadline.after(deadline.cut(round), Timekeeper.system());
                for (SearchAnswer answer = ssdp.next(end); answer != null; answer = ssdp.next(end)) {
                    Result result = consider(answer, deadline);
                    if (result != null) {
                        return result;
                    }
                }
                requireNoInterrupt();
            }
            return null;
        }
    }

    private @Nullable Result consider(SearchAnswer answer, Deadline deadline) throws IOException, InterruptedException {
        if (!surroundings.gateways().contains(answer.from())) {
            others.add(answer);
            return null;
        }
        Result result = ask(answer, deadline);
        if (result == null && reason instanceof RefusalException) {
            throw reason;
        }
        return result;
    }

    private @Nullable Result ask(SearchAnswer answer, Deadline deadline) throws InterruptedException {
        Deadline mine = Deadline.after(deadline.cut(FOR_ONE), Timekeeper.system());
        try {
            HttpReply reply = PlainHttp.get(answer.location(), mine);
            for (Gateway gateway : DeviceDescription.of(reply, answer).gateways()) {
                InetAddress address = ask(gateway, mine);
                if (address != null) {
                    return new Result(gateway, address);
                }
            }
        } catch (IOException e) {
            remember(e);
        }
        return null;
    }

    private @Nullable InetAddress ask(Gateway gateway, Deadline deadline) throws InterruptedException {
        try {
            return gateway.address(family, deadline);
        } catch (IOException e) {
            remember(e);
            return null;
        }
    }

    /** A router that said no tells more than one that is out of order. */
    private void remember(IOException e) {
        if (!(reason instanceof RefusalException) || e instanceof RefusalException) {
            reason = e;
        }
    }

    private static void requireNoInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
