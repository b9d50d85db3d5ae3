// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.dns01.CleanupReport.Leftover;
import io.github.vpsdns.acme.dns01.OwnValue.Presence;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.zone.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what the journal says was left behind, by whoever that was.
 *
 * <p>An earlier run may have used another account, or another address of the API, where alone its records are: that a record is
 * not found here proves nothing unless its zone is. Used once, by one thread.
 */
final class LeftoverSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverSweep.class);

    /** No CA takes a value that old for an answer, and an entry whose zone is gone for good must end some time. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Dns01SolverBuilder settings;
    private final List<OwnValue> here = new ArrayList<>();
    private final List<Leftover> elsewhere = new ArrayList<>();

    LeftoverSweep(Dns01SolverBuilder settings) {
        this.settings = settings;
    }

    CleanupReport run() {
        List<Journal.Entry> entries = settings.journal.leftovers().stream()
                .filter(entry -> !settings.claims.isHeld(Claims.Claim.of(entry)))
                .toList();
        if (entries.isEmpty()) {
            return CleanupReport.EMPTY;
        }
        LOG.info("removing {} challenge values that an earlier run left behind", entries.size());
        entries.forEach(this::sort);
        CleanupReport report = new ValueRemover(settings.editor, settings.journal, settings.time).removeOnce(here);
        List<Leftover> left = new ArrayList<>(report.left());
        left.addAll(elsewhere);
        left.forEach(one -> LOG.warn("a challenge value is still left at {}: {}", one.name(), one.reason()));
        return new CleanupReport(report.gone(), left);
    }

    private void sort(Journal.Entry entry) {
        OwnValue value = OwnValue.leftover(entry);
        try {
            boolean zoneKnown =
                    settings.editor.zones().all().stream().map(Zone::id).anyMatch(id -> id.equals(entry.zone()));
            if (!zoneKnown) {
                Zone covering = settings.editor.zones().zoneOf(entry.name());
                LOG.debug("the value at {} is looked for in {}", entry.name(), covering.domain());
            }
            here.add(zoneKnown ? value : value.with(new Presence.Unknown()));
        } catch (ZoneNotFoundException e) {
            if (settings.time.now().isAfter(entry.at().plus(KEPT))) {
                LOG.warn(
                        "no longer looking for a challenge value of {} at {}: {}",
                        entry.at(),
                        entry.name(),
                        e.getMessage());
                settings.journal.closed(entry);
            } else {
                elsewhere.add(leftover(entry, e));
            }
        } catch (VpsDnsException e) {
            elsewhere.add(leftover(entry, e));
        }
    }

    private static Leftover leftover(Journal.Entry entry, VpsDnsException reason) {
        return new Leftover(entry.name(), entry.value(), String.valueOf(reason.getMessage()));
    }
}
