// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.caa.CaaPin;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.cli.acme.CaAccount;
import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme caa pin} does; apart from the command, whose class is loaded for any line. */
final class PinWork {
    private final Frame frame;
    private final DomainName name;
    private final CaaPin pin;

    private PinWork(Frame frame, DomainName name, CaaPin pin) {
        this.frame = frame;
        this.name = name;
        this.pin = pin;
    }

    static PinWork of(
            Frame frame,
            String name,
            List<String> challenges,
            @Nullable String issuer,
            ServerOptions options,
            StateOptions state) {
        DomainName at = DomainName.of(name);
        if (at.isWildcard()) {
            throw new UsageException("'" + at + "' is a wildcard; pin '" + at.withoutWildcard() + "', which covers it");
        }
        challenges.forEach(ChallengeMethod::require);
        AcmeServer server = CaAccess.server(options, new StateDirectory(state.directory(frame.host())));
        CaAccount known = CaAccount.storedOrMade(frame, server, state, CaAccess.account(options));
        List<String> issuers = issuer == null ? known.directory().caaIdentities() : List.of(issuer);
        if (issuers.isEmpty()) {
            throw new UsageException(
                    "the CA " + server.host()
                            + " does not tell its domain name for CAA records; give it with --issuer, such as --issuer letsencrypt.org");
        }
        CaaPin pin = new CaaPin(issuers.get(0), known.account().url(), challenges);
        return new PinWork(frame, at, pin);
    }

    private record Pinned(
            String name, String record, boolean applied, int kept, int changed, int created, int deleted) {}

    void print() {
        frame.result(
                name + ". CAA " + pin.record().value(),
                () -> new Pinned(name.toString(), pin.record().value(), false, 0, 0, 0, 0));
    }

    void apply(ApiOptions api) {
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            List<DnsRecord> existing = connection.editor().find(name, RecordType.CAA);
            SetOutcome done = connection
                    .editor()
                    .set(
                            name,
                            RecordType.CAA,
                            pin.set(existing.stream().map(DnsRecord::data).toList()),
                            null);
            frame.result(
                    name + ". CAA " + pin.record().value() + (done.unchanged() ? ": stands" : ": " + words(done)),
                    () -> new Pinned(
                            name.toString(),
                            pin.record().value(),
                            true,
                            done.kept(),
                            done.changed(),
                            done.created(),
                            done.deleted()));
        }
    }

    private static String words(SetOutcome done) {
        return "kept " + done.kept() + ", changed " + done.changed() + ", created " + done.created() + ", deleted "
                + done.deleted();
    }
}
