// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.RecordMismatchException;
import io.github.vpsdns.core.edit.internal.Reasons;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.RecordPlace;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes the calls of a plan in three rounds, each side by side: removals that make room, then what comes and changes, and when
 * all of that is done the other removals. For one plan.
 */
final class StepRunner {
    private final RecordApi api;
    private final Batch batch;
    private final ZonePlan plan;
    private final Consumer<StepOutcome> listener;
    private final Stop stop = new Stop();
    private final Map<ZoneStep, StepOutcome> outcomes = new HashMap<>();

    StepRunner(RecordApi api, Batch batch, ZonePlan plan, Consumer<StepOutcome> listener) {
        this.api = api;
        this.batch = batch;
        this.plan = plan;
        this.listener = listener;
    }

    AppliedZonePlan run() {
        round(step -> step instanceof ZoneStep.Remove remove && remove.first());
        Set<DomainName> occupied = new HashSet<>();
        outcomes.values().stream()
                .filter(outcome -> !(outcome instanceof StepOutcome.Done))
                .forEach(outcome -> occupied.add(outcome.step().name()));
        round(step -> !(step instanceof ZoneStep.Remove) && !occupied.contains(step.name()));
        boolean allDone = occupied.isEmpty() && outcomes.values().stream().allMatch(StepOutcome.Done.class::isInstance);
        round(step -> step instanceof ZoneStep.Remove remove && !remove.first() && allDone);
        return new AppliedZonePlan(plan.steps().stream()
                .map(step -> outcomes.getOrDefault(step, new StepOutcome.NotTried(step)))
                .toList());
    }

    private void round(Predicate<ZoneStep> which) {
        List<ZoneStep> steps = plan.steps().stream().filter(which).toList();
        List<Callable<StepOutcome>> tasks = new ArrayList<>();
        steps.forEach(step -> tasks.add(() -> told(attempt(step))));
        List<TaskOutcome<StepOutcome>> ends = batch.run(tasks);
        for (int i = 0; i < steps.size(); i++) {
            outcomes.put(steps.get(i), outcome(steps.get(i), ends.get(i)));
        }
    }

    /** A call that was interrupted may have been carried out; one that did not begin was not. */
    private static StepOutcome outcome(ZoneStep step, TaskOutcome<StepOutcome> end) {
        if (end instanceof TaskOutcome.Done<StepOutcome> done) {
            return done.value();
        }
        boolean unsent = end instanceof TaskOutcome.Cancelled<StepOutcome> cancelled && !cancelled.begun();
        return unsent
                ? new StepOutcome.NotTried(step)
                : new StepOutcome.Failed(step, Reasons.of(end, "changing " + step.type() + " of " + step.name()));
    }

    private StepOutcome told(StepOutcome outcome) {
        listener.accept(outcome);
        return outcome;
    }

    private StepOutcome attempt(ZoneStep step) {
        if (stop.isStopped()) {
            return new StepOutcome.NotTried(step);
        }
        try {
            call(step);
            stop.succeeded();
            return new StepOutcome.Done(step);
        } catch (VpsDnsException e) {
            stop.failed(step, e);
            return new StepOutcome.Failed(step, e);
        }
    }

    private void call(ZoneStep step) {
        Zone zone = plan.zone();
        if (step instanceof ZoneStep.Create create) {
            api.create(zone, create.draft());
        } else if (step instanceof ZoneStep.Change change) {
            DnsRecord now = api.patch(change.record().id(), change.patch());
            if (!now.data().type().equals(change.type()) || !RecordPlace.isAt(change.name(), zone, now)) {
                throw new RecordMismatchException(change.name(), change.type(), now);
            }
        } else if (step instanceof ZoneStep.Remove remove) {
            delete(remove);
        }
    }

    private void delete(ZoneStep.Remove remove) {
        try {
            api.delete(remove.record().id());
        } catch (NotFoundException e) {
            // Somebody else was faster; what should be true is true.
            return;
        }
    }
}
