// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.acme.migrate.CertbotImport;
import io.github.vpsdns.acme.migrate.Imported;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme import} does: one certificate after the other, of which one that cannot be taken stops none. */
final class Importing {
    private final Frame frame;
    private final CertbotImport certbot;
    private final boolean dryRun;
    private final List<ImportView> views = new ArrayList<>();
    private boolean failed;

    private Importing(Frame frame, CertbotImport certbot, boolean dryRun) {
        this.frame = frame;
        this.certbot = certbot;
        this.dryRun = dryRun;
    }

    /** Returns whether all was taken. */
    static boolean run(
            Frame frame, Path from, Path directory, List<String> names, @Nullable Path serverCa, boolean dryRun) {
        CaAccess.requireTrusted(serverCa);
        CertbotImport certbot = new CertbotImport(
                from, new StateDirectory(directory), frame.host().time(), serverCa);
        List<LineageName> wanted = names.isEmpty()
                ? certbot.names()
                : names.stream().map(LineageName::new).toList();
        Importing importing = new Importing(frame, certbot, dryRun);
        wanted.forEach(importing::take);
        importing.finish(from);
        return !importing.failed;
    }

    private void take(LineageName name) {
        try {
            Imported imported = certbot.take(name, dryRun);
            views.add(ImportView.of(imported));
            if (!frame.globals().json()) {
                frame.say(ImportView.text(imported));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            failed = true;
            views.add(ImportView.failed(name, e));
            frame.note(Printable.of(name + ": " + e.getMessage()));
        }
    }

    private void finish(Path from) {
        if (frame.globals().json()) {
            frame.documents(views.stream());
        } else if (views.isEmpty()) {
            frame.note("certbot renews nothing in '" + from + "'");
        } else if (!dryRun) {
            frame.note(
                    "Certbot goes on renewing what it has. For each certificate, once servers use the files named above:"
                            + " rename certbot's file to one that does not end in .conf, or stop certbot for good"
                            + " (systemctl disable --now certbot.timer).");
        }
    }
}
