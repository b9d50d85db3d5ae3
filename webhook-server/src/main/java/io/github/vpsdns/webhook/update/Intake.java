// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.update.state.ChangeBudgets;
import io.github.vpsdns.webhook.update.state.Known;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Takes orders in, and says of each what it means for its sets. Owned by the loop's thread. */
final class Intake {
    private final LaneBook book;
    private final ChangeBudgets budgets;
    private final Supplier<UpdateSettings> settings;
    private final BooleanSupplier shared;
    private final Timekeeper time;
    private final PriorityQueue<Order> waiting =
            new PriorityQueue<>(Comparator.comparing(Order::deadlineNanos, (one, other) -> Long.signum(one - other)));
    private final List<Order> early = new ArrayList<>();
    private boolean open;
    private boolean closed;

    Intake(
            LaneBook book,
            ChangeBudgets budgets,
            Supplier<UpdateSettings> settings,
            BooleanSupplier shared,
            Timekeeper time) {
        this.book = book;
        this.budgets = budgets;
        this.settings = settings;
        this.shared = shared;
        this.time = time;
    }

    /** Takes an order; before the book was read it waits for that. */
    void take(Order order) {
        if (closed) {
            order.answerLater();
            return;
        }
        if (open) {
            order.askers().forEach(this::arrive);
        } else {
            early.add(order);
        }
        order.answered();
        if (!order.isAnswered()) {
            waiting.add(order);
        }
    }

    /** Begins to work on orders: the book was read. */
    void open() {
        open = true;
        List<Order> all = List.copyOf(early);
        early.clear();
        all.stream().filter(order -> !order.isAnswered()).flatMap(Order::askers).forEach(this::arrive);
    }

    private void arrive(Asker asker) {
        Lane lane = book.lane(asker.key());
        book.touch(lane);
        if (shared.getAsBoolean()) {
            lane.waiting().forRow(asker);
        } else {
            decide(lane, asker);
        }
    }

    /** Says what one wants of its set, as far as that can be said by now. */
    void decide(Lane lane, Asker asker) {
        if (asker.isAnswered()) {
            return;
        }
        UpdateSettings rules = settings.get();
        Goal goal = Goal.of(asker.wish(), asker.key().family(), lane.basis(rules.recheck(), time.nanoTime()));
        if (goal instanceof Goal.Not not) {
            asker.answer(new HostOutcome.Impossible(not.reason()));
        } else if (goal instanceof Goal.To to) {
            if (rules.dryRun() || asker.host().order().isTest()) {
                test(lane, asker, to.addresses(), rules);
            } else {
                want(lane, asker, to.addresses(), rules);
            }
        } else {
            lane.waiting().forListing(asker);
        }
    }

    private void want(Lane lane, Asker asker, List<InetAddress> goal, UpdateSettings rules) {
        long now = time.nanoTime();
        Want newest = lane.wants().newest();
        if (newest != null && newest.addresses().equals(goal)) {
            newest.join(asker);
        } else if (lane.says(goal, rules.recheck(), now)) {
            asker.answerUnchanged(goal);
        } else if (asker.host().charge(budgets, now)) {
            lane.wants().add(new Want(goal, asker));
        } else {
            asker.answer(new HostOutcome.TooOften());
        }
    }

    private void test(Lane lane, Asker asker, List<InetAddress> goal, UpdateSettings rules) {
        long now = time.nanoTime();
        Known known = lane.known();
        if (lane.says(goal, rules.recheck(), now)) {
            asker.answerUnchanged(goal);
        } else if (known == null || !known.suffices(goal, rules.recheck(), now, true)) {
            lane.waiting().forListing(asker);
        } else {
            try {
                if (known.plan(lane.key(), goal, rules.ttl(), now).isEmpty()) {
                    asker.answerUnchanged(goal);
                } else {
                    asker.answerChanged(goal);
                }
            } catch (CnameConflictException e) {
                asker.answer(new HostOutcome.Impossible(Objects.requireNonNullElse(e.getMessage(), e.toString())));
            }
        }
    }

    /** Answers those who cannot wait any longer. */
    void expire() {
        long now = time.nanoTime();
        Order first = waiting.peek();
        while (first != null && (first.isAnswered() || first.deadlineNanos() - now <= 0)) {
            waiting.remove();
            first.answerLater();
            first = waiting.peek();
        }
    }

    /** Takes no more orders: whoever comes is told to come again. */
    void refuse() {
        closed = true;
    }

    /** Answers all who still wait. */
    void close() {
        waiting.forEach(Order::answerLater);
        waiting.clear();
    }

    /** When the first of those who wait cannot wait any longer. */
    long dueNanos(long latest) {
        Order first = waiting.peek();
        return first != null && first.deadlineNanos() - latest < 0 ? first.deadlineNanos() : latest;
    }
}
