// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.webhook.broker.Edits.Edit;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.store.ChallengeBook.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes zones say what the notes say. It looks only at the notes, never at what was asked for and when, so that whatever was interrupted is
 * finished by doing it again. Called by several threads at once, for different names.
 */
final class Settler {
    private static final Outcome DONE = new Outcome.Done();

    private final Notes notes;
    private final Pace pace;
    private final Backlog backlog;
    private final Setbacks setbacks;
    private final Supplier<BrokerSettings> settings;
    private final WebhookListener listener;

    Settler(
            Notes notes,
            Pace pace,
            Backlog backlog,
            Setbacks setbacks,
            Supplier<BrokerSettings> settings,
            WebhookListener listener) {
        this.notes = notes;
        this.pace = pace;
        this.backlog = backlog;
        this.setbacks = setbacks;
        this.settings = settings;
        this.listener = listener;
    }

    void settle(Map<TxtValue, List<Wait>> batch) {
        for (List<Wait> waits : batch.values()) {
            waits.stream().filter(Wait::isGivenUp).forEach(wait -> notes.takeBack(wait.challenge()));
        }
        Map<TxtValue, List<Value>> rows = notes.read();
        List<TxtValue> add = new ArrayList<>();
        List<TxtValue> remove = new ArrayList<>();
        batch.forEach((key, waits) -> {
            List<Value> ofKey = rows.getOrDefault(key, List.of());
            boolean wanted = ofKey.stream().anyMatch(notes::stands);
            if (wanted
                    && (ofKey.stream().allMatch(notes::stands) || waits.stream().anyMatch(Wait::present))) {
                add.add(key);
            } else if (!wanted && !ofKey.isEmpty()) {
                remove.add(key);
            } else {
                forget(key, false);
                answer(waits, wanted);
            }
        });
        int pass = pace.pass();
        RecordEditor editor = pace.editor();
        if (!add.isEmpty()) {
            Edits.add(editor, add, settings.get().ttl())
                    .forEach((key, edit) -> added(
                            key, batch.getOrDefault(key, List.of()), rows.getOrDefault(key, List.of()), edit, pass));
        }
        if (!remove.isEmpty()) {
            Edits.remove(editor, remove)
                    .forEach((key, edit) -> removed(
                            key, batch.getOrDefault(key, List.of()), rows.getOrDefault(key, List.of()), edit, pass));
        }
    }

    private void added(TxtValue key, List<Wait> waits, List<Value> rows, Edit edit, int pass) {
        VpsDnsException failure = edit.failure();
        if (failure != null) {
            notAdded(key, waits, failure, pass);
            return;
        }
        pace.succeeded(edit.wrote(), pass);
        // What was there before anybody had noted it is somebody else's, and must not be removed with ours.
        boolean foreign = !edit.wrote() && waits.stream().anyMatch(Wait::first);
        for (Wait wait : waits) {
            if (wait.present()) {
                if (foreign) {
                    notes.drop(wait.challenge());
                } else {
                    notes.confirm(wait.challenge(), settings.get().expire());
                }
                listener.onEvent(
                        new WebhookEvent.Presented(key.name(), wait.challenge().owner()));
            }
        }
        if (!forget(key, false) && edit.wrote() && !rows.isEmpty()) {
            // Another server may have let go of it for the last owner while we made it.
            notes.noteEnded(Challenge.of(rows.get(0)));
            backlog.add(key, null);
        }
        answer(waits, true);
    }

    private void notAdded(TxtValue key, List<Wait> waits, VpsDnsException failure, int pass) {
        pace.failed(failure, pass);
        boolean nothingWritten = failure instanceof ZoneNotFoundException || failure instanceof CnameConflictException;
        Outcome outcome = Failures.outcome(key, failure);
        for (Wait wait : waits) {
            if (wait.present() && wait.fresh() && nothingWritten) {
                notes.drop(wait.challenge());
            } else if (wait.present() && wait.fresh()) {
                notes.takeBack(wait.challenge());
            }
            if (wait.present()) {
                listener.onEvent(new WebhookEvent.ChallengeFailed(
                        key.name(), wait.challenge().owner(), Failures.sentence(key, failure)));
            }
            wait.answer().complete(wait.present() ? outcome : DONE);
        }
        if (!nothingWritten) {
            backlog.add(key, null);
        }
    }

    private void removed(TxtValue key, List<Wait> waits, List<Value> rows, Edit edit, int pass) {
        VpsDnsException failure = edit.failure();
        if (failure == null) {
            pace.succeeded(edit.wrote(), pass);
            setbacks.clear(key);
            // Another server may have noted it anew after we had read, and seen it there before we removed it.
            if (forget(key, true)) {
                backlog.add(key, null);
            }
            answer(waits, false);
            return;
        }
        pace.failed(failure, pass);
        boolean own = FailureScope.of(failure).compareTo(FailureScope.AWAY) < 0 || setbacks.isAlone(key, pace.writes());
        setbacks.failed(key, Failures.sentence(key, failure), pace.writes());
        rows.stream()
                .findFirst()
                .ifPresent(row -> listener.onEvent(
                        new WebhookEvent.ChallengeFailed(key.name(), row.owner(), Failures.sentence(key, failure))));
        waits.forEach(wait -> wait.answer().complete(Failures.outcome(key, failure)));
        if (!own) {
            backlog.add(key, null);
        }
    }

    /** Forgets the notes that have ended, of a value that is gone or that others go on with; returns whether there are such. */
    private boolean forget(TxtValue key, boolean gone) {
        Notes.Forgotten forgotten = notes.forgetEnded(key, gone);
        if (!forgotten.others()) {
            forgotten
                    .ended()
                    .forEach(row -> listener.onEvent(
                            new WebhookEvent.Withdrawn(row.name(), row.owner(), !Notes.isTakenBack(row))));
        }
        return forgotten.others();
    }

    private void answer(List<Wait> waits, boolean there) {
        for (Wait wait : waits) {
            boolean asWanted = there || !wait.present();
            boolean told = wait.answer()
                    .complete(asWanted ? DONE : new Outcome.NotNow("the value was taken back meanwhile", null));
            // The client has given up in the very moment.
            if (!told && there && wait.isGivenUp() && notes.takeBack(wait.challenge())) {
                backlog.add(wait.challenge().key(), null);
            }
        }
    }
}
