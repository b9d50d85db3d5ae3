// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.AddOutcome;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records stand at the API with the fewest calls: one listing of each zone, then one call for each record that is missing or
 * to be changed. Immutable and thread-safe.
 */
final class ProofWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProofWriter.class);
    private static final Ttl TTL = Ttl.API_DEFAULT;

    private final RecordEditor editor;
    private final ProofTerms terms;

    ProofWriter(RecordEditor editor, ProofTerms terms) {
        this.editor = editor;
        this.terms = terms;
    }

    /** Two names that share a record: an apex and its wildcard, or what is delegated to one place. */
    private record Place(DomainName target, String accountUri) {}

    /** A record at the API, and what it says. */
    private record Own(DnsRecord at, ProofRecord record) {}

    List<ProofStep> plan(Collection<ProofStatus> open) {
        Map<Place, List<ProofStatus>> places = new LinkedHashMap<>();
        open.forEach(status -> places.computeIfAbsent(
                        new Place(
                                status.target(),
                                status.demand().account().uri(status.demand().name())),
                        any -> new ArrayList<>())
                .add(status));
        Map<DomainName, List<DnsRecord>> found =
                editor.find(open.stream().map(ProofStatus::target).toList(), RecordType.TXT);
        List<ProofStep> steps = new ArrayList<>();
        places.forEach((place, statuses) ->
                steps.add(step(place.target(), statuses, found.getOrDefault(place.target(), List.of()))));
        return steps;
    }

    private ProofStep step(DomainName target, List<ProofStatus> statuses, List<DnsRecord> there) {
        ProofDemand demand = widest(statuses);
        List<Own> own = own(demand, there);
        Optional<Own> kept =
                own.stream().filter(one -> terms.keep(demand, one.record())).findFirst();
        if (kept.isPresent()) {
            return new ProofStep(
                    statuses,
                    target,
                    ProofChange.NONE,
                    kept.get().record(),
                    kept.get().at());
        }
        return own.stream()
                .max(Comparator.comparing(Own::record, ProofStatus.byUntil()))
                .map(one -> new ProofStep(
                        statuses, target, ProofChange.CHANGED, terms.renewed(demand, one.record()), one.at()))
                .orElseGet(() -> new ProofStep(statuses, target, ProofChange.CREATED, terms.made(demand), null));
    }

    private static List<Own> own(ProofDemand demand, List<DnsRecord> there) {
        return there.stream()
                .filter(record -> record.data() instanceof Txt)
                .flatMap(record -> demand.own(((Txt) record.data()).text()).map(text -> new Own(record, text)).stream())
                .toList();
    }

    private static ProofDemand widest(List<ProofStatus> statuses) {
        return statuses.stream()
                .map(ProofStatus::demand)
                .max(Comparator.comparing(ProofDemand::wildcard))
                .orElseThrow();
    }

    /**
     * Carries the steps out.
     *
     * @return those that are done; a refreshment that failed is left out where the record proves its names as it is
     */
    List<ProofStep> run(List<ProofStep> steps) {
        List<ProofStep> done = new ArrayList<>();
        List<ProofStep> created =
                steps.stream().filter(step -> step.existing() == null).toList();
        List<AddOutcome> added =
                editor.addAll(created.stream().map(step -> draft(step)).toList());
        for (int i = 0; i < created.size(); i++) {
            if (added.get(i) instanceof AddOutcome.NotAdded failed) {
                throw failed.reason();
            }
            done.add(created.get(i));
        }
        for (ProofStep step : steps) {
            if (step.existing() != null && (step.change() == ProofChange.NONE || changed(step, step.existing()))) {
                done.add(step);
            }
        }
        return done;
    }

    private boolean changed(ProofStep step, DnsRecord existing) {
        try {
            change(step, existing);
            return true;
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            if (!step.isOptional(terms)) {
                throw e;
            }
            LOG.warn(
                    "the record at {} could not be refreshed, and proves its name all the same: {}",
                    step.target(),
                    e.getMessage());
            return false;
        }
    }

    private void change(ProofStep step, DnsRecord existing) {
        try {
            editor.change(existing, step.record().txt());
        } catch (NotFoundException e) {
            // Somebody removed it since it was listed.
            editor.add(draft(step));
        }
    }

    private static RecordDraft draft(ProofStep step) {
        return new RecordDraft(step.target(), step.record().txt(), TTL);
    }

    /** Finds all records of ours at the places. */
    List<DnsRecord> ours(Collection<ProofStatus> statuses) {
        Map<DomainName, List<DnsRecord>> found =
                editor.find(statuses.stream().map(ProofStatus::target).toList(), RecordType.TXT);
        return statuses.stream()
                .flatMap(status -> own(status.demand(), found.getOrDefault(status.target(), List.of())).stream())
                .map(Own::at)
                .distinct()
                .toList();
    }
}
