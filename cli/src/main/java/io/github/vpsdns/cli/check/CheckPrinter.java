// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import io.github.vpsdns.acme.check.CheckListener;
import io.github.vpsdns.acme.check.CheckReport;
import io.github.vpsdns.acme.check.Finding;
import io.github.vpsdns.acme.check.Severity;
import io.github.vpsdns.acme.check.Subject;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.cli.terminal.Palette;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings as they come, under a heading for each subject; the wait of a round trip as progress. For one thread. */
final class CheckPrinter implements CheckListener, AutoCloseable {
    private final Frame frame;
    private final PrintStream out;
    private final Palette palette;
    private @Nullable Subject subject;
    private @Nullable Progress progress;

    CheckPrinter(Frame frame) {
        this.frame = frame;
        this.out = frame.terminal().out();
        this.palette = frame.outPalette();
    }

    @Override
    public void found(Finding finding) {
        close();
        if (frame.globals().json()) {
            return;
        }
        if (!finding.subject().equals(subject)) {
            subject = finding.subject();
            out.println(palette.heading(heading(subject)));
        }
        out.println("  " + label(finding.severity()) + "  " + Printable.of(finding.message()));
        if (finding.advice() != null) {
            out.println("           -> " + Printable.of(finding.advice()));
        }
        out.flush();
    }

    @Override
    public void propagation(DomainName name, PropagationReport report) {
        Progress shown = progress == null ? Progress.of(frame) : progress;
        progress = shown;
        shown.item(
                name.toString(),
                report.servers().stream()
                        .map(server -> server.server() + (server.has() ? " has it" : " waiting"))
                        .collect(Collectors.joining(", ")));
    }

    void summary(CheckReport report) {
        long problems = report.count(Severity.PROBLEM);
        long warnings = report.count(Severity.WARNING);
        String text = plural(problems, "problem") + (warnings == 0 ? "" : ", " + plural(warnings, "warning"));
        out.println(problems > 0 ? palette.bad(text) : warnings > 0 ? palette.caution(text) : palette.good(text));
    }

    /** Ends the display of a wait; what it showed last stays. */
    @Override
    public void close() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }

    private String label(Severity severity) {
        String text = String.format(Locale.ROOT, "%-7s", severity.name().toLowerCase(Locale.ROOT));
        return switch (severity) {
            case OK -> palette.good(text);
            case WARNING -> palette.caution(text);
            case PROBLEM -> palette.bad(text);
        };
    }

    private static String heading(Subject subject) {
        if (subject instanceof Subject.OfZone zone) {
            return "Zone " + zone.domain();
        }
        return subject instanceof Subject.Name name ? "Name " + name.name() : "Account";
    }

    private static String plural(long count, String word) {
        return count == 0 ? "no " + word + "s" : count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
