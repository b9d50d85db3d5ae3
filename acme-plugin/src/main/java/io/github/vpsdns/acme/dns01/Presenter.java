// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.AddOutcome;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shredzone.acme4j.challenge.Challenge;

/** Puts values where they go: all of them, or none. Immutable and thread-safe. */
final class Presenter {
    private final Dns01SolverBuilder settings;

    Presenter(Dns01SolverBuilder settings) {
        this.settings = settings;
    }

    /** Writes a value for each of the sites; the challenges are only handed on. */
    Presentation present(List<ChallengeSite> sites, List<String> texts, List<Challenge> challenges) {
        sites.forEach(settings.listener::sited);
        // Apex and wildcard share a name, and some CAs give both the same token: one value, one record.
        Set<RecordDraft> drafts = new LinkedHashSet<>();
        for (int i = 0; i < sites.size(); i++) {
            drafts.add(new RecordDraft(sites.get(i).target(), new Txt(texts.get(i)), settings.ttl));
        }
        return present(drafts, sites, challenges);
    }

    /** Writes one value that belongs to no challenge. */
    Presentation present(DomainName target, String text) {
        return present(Set.of(new RecordDraft(target, new Txt(text), settings.ttl)), List.of(), List.of());
    }

    private Presentation present(Set<RecordDraft> drafts, List<ChallengeSite> sites, List<Challenge> challenges) {
        OwnValues values =
                new OwnValues(settings.editor, settings.journal, settings.claims, settings.time, settings.cleanupLimit);
        try {
            List<AddOutcome.Added> added = added(values.write(drafts));
            return new Presentation(settings, values, added, sites, challenges);
        } catch (RuntimeException | Error e) {
            CleanupReport report = values.cleanUp();
            settings.listener.cleanedUp(report);
            if (!report.complete()) {
                e.addSuppressed(new CleanupException(report));
            }
            throw e;
        }
    }

    private List<AddOutcome.Added> added(List<AddOutcome> outcomes) {
        List<AddOutcome.Added> added = new ArrayList<>();
        Map<DomainName, VpsDnsException> failures = new LinkedHashMap<>();
        for (AddOutcome outcome : outcomes) {
            if (outcome instanceof AddOutcome.Added one) {
                added.add(one);
                settings.listener.presented(one.draft().name(), one.created());
            } else if (outcome instanceof AddOutcome.NotAdded one) {
                failures.put(one.draft().name(), one.reason());
            }
        }
        if (failures.isEmpty()) {
            return added;
        }
        for (VpsDnsException failure : failures.values()) {
            if (failure instanceof CancelledException || failure instanceof ZoneNotFoundException) {
                throw failure;
            }
        }
        throw new PresentationException(failures);
    }
}
