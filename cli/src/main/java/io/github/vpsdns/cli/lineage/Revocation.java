// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.revoke.LineageRevoker;
import io.github.vpsdns.acme.revoke.LineageRevoker.By;
import io.github.vpsdns.acme.revoke.LineageRevoker.Revoked;
import io.github.vpsdns.acme.revoke.RevocationReason;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaRefusal;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme revoke} does. */
final class Revocation {
    private Revocation() {}

    /**
     * What is printed.
     *
     * @param lineage what the certificate is called here
     * @param serial its serial number in hexadecimal
     * @param server the CA's ACME directory
     * @param revokedNow whether it was valid until now
     * @param wasRenewed whether it would have been renewed; no longer
     * @param directory where its files still are
     */
    private record View(
            String lineage, String serial, String server, boolean revokedNow, boolean wasRenewed, String directory) {}

    static void run(
            Frame frame,
            Path directory,
            String lineage,
            String reason,
            String by,
            @Nullable String server,
            @Nullable Path serverCa) {
        RevocationReason why = RevocationReason.of(reason);
        By right = right(by);
        if (server == null && serverCa != null) {
            throw new UsageException("--server-ca says whom to trust at a server; give --server as well");
        }
        AcmeServer given = server == null ? null : AcmeServer.of(server, serverCa);
        StateDirectory state = new StateDirectory(directory);
        LineageName name = state.requireKnown(new LineageName(lineage));
        Timekeeper time = frame.host().time();
        try {
            print(frame, new LineageRevoker(state, time).revoke(name, right, why, given));
        } catch (CaException e) {
            throw CaRefusal.of(e, time.now());
        }
    }

    private static void print(Frame frame, Revoked done) {
        String serial = done.lineage().certificate().getSerialNumber().toString(16);
        String what = "the certificate " + done.lineage().name() + " (serial " + serial + ")";
        frame.result(
                (done.now() ? "revoked " + what : what + " was revoked before")
                        + "; it is not renewed, and its files stay in "
                        + done.lineage().live(),
                () -> new View(
                        done.lineage().name().toString(),
                        serial,
                        done.server().directory().toString(),
                        done.now(),
                        done.renewed(),
                        done.lineage().live().toString()));
    }

    private static By right(String text) {
        return switch (text) {
            case "account" -> By.ACCOUNT;
            case "certificate-key" -> By.CERTIFICATE_KEY;
            default ->
                throw new UsageException("--by: '" + text + "' has no right; expected account or certificate-key");
        };
    }
}
