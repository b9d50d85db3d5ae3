// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.renew.RenewalRequest;
import io.github.vpsdns.acme.renew.Renewer;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CertificateView;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.VpsDnsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme list} does; apart from the command, whose class is loaded for any line. */
final class Listing {
    private final Frame frame;
    private final Instant now;
    private final StateDirectory state;
    private final StoredLineages lineages;
    private final Renewer renewer;

    Listing(Frame frame, Path directory) {
        this.frame = frame;
        this.now = frame.host().time().now();
        this.state = new StateDirectory(directory);
        this.lineages = new StoredLineages(state, GivenSettings.none());
        this.renewer = Renewer.builder(state.storage(), new NoSolver())
                .timekeeper(frame.host().time())
                .build();
    }

    /** Prints all there is and returns the exit status. */
    int print(@Nullable Duration failWithin) {
        StateAccess.requireReadable(state.path());
        List<LineageName> names = names();
        List<Object> views = new ArrayList<>();
        boolean fine = true;
        for (LineageName name : names) {
            Object view = view(name, failWithin);
            fine &= view instanceof ListedView listed && listed.problems().isEmpty();
            views.add(view);
        }
        if (frame.globals().json()) {
            frame.documents(views.stream());
        } else if (views.isEmpty()) {
            frame.note("no certificates in '" + state.path() + "'; get one with 'vpsdns acme issue', or give --dir");
        } else {
            views.forEach(view -> frame.say(text(view)));
        }
        // Whoever watches for an end wants to know that there is nothing to watch, such as in a mistyped directory.
        boolean watchesNothing = failWithin != null && views.isEmpty();
        return fine && !watchesNothing ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private List<LineageName> names() {
        SortedSet<LineageName> names = new TreeSet<>(state.lineages().list());
        names.addAll(lineages.all());
        return List.copyOf(names);
    }

    /** What cannot be read of one does not hide the others. */
    private Object view(LineageName name, @Nullable Duration failWithin) {
        Optional<Lineage> lineage;
        try {
            lineage = state.lineages().load(name);
        } catch (VpsDnsException e) {
            return new UnlistedView(name.toString(), List.of(Failure.sentence(e)));
        }
        if (lineage.isEmpty()) {
            return new UnlistedView(name.toString(), List.of("there are settings, but no certificate"));
        }
        CertificateView certificate = CertificateView.of(lineage.get(), now);
        if (lineage.get().revocation().isPresent()) {
            // Given up on purpose: that it ends one day is no news.
            return new ListedView(certificate, null, List.of());
        }
        LineageStatus status = renewer.status(lineages.job(name));
        List<String> problems = new ArrayList<>();
        Alarm.expiry(status, now).ifPresent(problems::add);
        if (problems.isEmpty() && failWithin != null && !now.plus(failWithin).isBefore(certificate.notAfter())) {
            problems.add("expires at " + certificate.notAfter());
        }
        if (!lineages.all().contains(name)) {
            return new ListedView(certificate, null, problems);
        }
        try {
            RenewalRequest unused = lineages.request(name);
            problems.addAll(Alarm.lasting(status, now));
        } catch (RuntimeException e) {
            problems.add("it cannot be renewed: " + Failure.sentence(e));
        }
        return new ListedView(certificate, RenewalView.of(status), problems);
    }

    private String text(Object view) {
        return view instanceof ListedView listed ? listed.text(now) : ((UnlistedView) view).text();
    }
}
