// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An order on its way to its answer. Owned by the loop's thread. */
final class Order {
    private final UpdateOrder wanted;
    private final long deadlineNanos;
    private final Consumer<List<HostOutcome>> answer;
    private final List<OrderedHost> hosts;
    private boolean answered;

    Order(UpdateOrder wanted, long deadlineNanos, Consumer<List<HostOutcome>> answer) {
        this.wanted = wanted;
        this.deadlineNanos = deadlineNanos;
        this.answer = answer;
        this.hosts = wanted.hosts().stream()
                .map(update -> new OrderedHost(this, update))
                .toList();
    }

    String user() {
        return wanted.user();
    }

    InetAddress client() {
        return wanted.client();
    }

    boolean isTest() {
        return wanted.test();
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean isAnswered() {
        return answered;
    }

    Stream<Asker> askers() {
        return hosts.stream().flatMap(host -> host.askers().stream());
    }

    void answered() {
        if (!answered && hosts.stream().allMatch(host -> host.outcome() != null)) {
            answered = true;
            answer.accept(hosts.stream()
                    .map(host -> Objects.requireNonNull(host.outcome()))
                    .toList());
        }
    }

    /** Tells all who still wait that it takes longer. */
    void answerLater() {
        askers().forEach(Asker::answerLater);
        answered();
    }
}
