// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.caa.CaaCheck;
import io.github.vpsdns.acme.caa.CaaVerdict;
import io.github.vpsdns.acme.caa.RelevantCaa;
import io.github.vpsdns.acme.issue.CaDirectory;
import io.github.vpsdns.acme.issue.IssuingAccount;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.cli.acme.CaAccount;
import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme caa show} does; apart from the command, whose class is loaded for any line. */
final class CaaWork {
    private CaaWork() {}

    /**
     * What decides for a name.
     *
     * @param name the name as given
     * @param verdict {@code allowed}, {@code forbidden} or {@code unknown}
     * @param at where the records stand that decide, or {@code null} if there are none
     * @param records the records
     * @param reason why it is forbidden or not known, or {@code null}
     * @param remedy what to change, or {@code null}
     */
    private record Shown(
            String name,
            String verdict,
            @Nullable String at,
            List<String> records,
            @Nullable String reason,
            @Nullable String remedy) {}

    static void show(
            Frame frame,
            List<String> given,
            String challenge,
            ServerOptions options,
            StateOptions state,
            DnsOptions dns) {
        List<DomainName> names = given.stream().map(DomainName::of).distinct().toList();
        ChallengeMethod.require(challenge);
        StateDirectory kept = new StateDirectory(state.directory(frame.host()));
        AcmeServer server = CaAccess.server(options, kept);
        CaDirectory directory = CaAccount.read(frame, server);
        @Nullable
        URI account = directory.stored(kept.accounts()).map(IssuingAccount::url).orElse(null);
        CaaCheck check = CaaCheck.of(NameServers.of(frame, dns));
        Map<DomainName, CaaVerdict> verdicts = check.check(names, directory.caaIdentities(), account, challenge);
        List<Shown> shown = new ArrayList<>();
        verdicts.forEach((name, verdict) -> shown.add(shown(name, verdict, check.relevant(name))));
        if (frame.globals().json()) {
            frame.documents(shown.stream());
        } else {
            shown.forEach(one -> frame.say(words(one, server.host())));
        }
    }

    private static Shown shown(DomainName name, CaaVerdict verdict, Optional<RelevantCaa> relevant) {
        @Nullable
        String at = relevant.filter(found -> !found.records().isEmpty())
                .map(found -> found.at().toString())
                .orElse(null);
        List<String> records = relevant.map(RelevantCaa::records).orElse(List.of()).stream()
                .map(RecordData::value)
                .toList();
        if (verdict instanceof CaaVerdict.Forbidden forbidden) {
            return new Shown(name.toString(), "forbidden", at, records, forbidden.reason(), forbidden.remedy());
        }
        if (verdict instanceof CaaVerdict.Unknown unknown) {
            return new Shown(name.toString(), "unknown", at, records, unknown.reason(), null);
        }
        return new Shown(name.toString(), "allowed", at, records, null, null);
    }

    private static String words(Shown one, String host) {
        StringBuilder text = new StringBuilder(one.name())
                .append(": ")
                .append(one.verdict())
                .append(" at ")
                .append(host);
        if (one.reason() != null) {
            text.append(", ").append(one.reason());
        }
        if (one.remedy() != null) {
            text.append("; ").append(one.remedy());
        }
        if (one.verdict().equals("allowed") && one.at() == null) {
            text.append(", there are no CAA records");
        }
        one.records()
                .forEach(record ->
                        text.append("\n  ").append(one.at()).append(" CAA ").append(record));
        return text.toString();
    }
}
