// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.RecordData;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What CAA records mean for one CA, one account and one challenge. Looks nothing up. Immutable and thread-safe. */
final class CaaPolicy {
    private static final int CRITICAL = 128;
    private static final Set<String> UNDERSTOOD = Set.of("issue", "issuewild", "iodef");
    /** Registered with IANA, but not known to every CA. */
    private static final Set<String> REGISTERED = Set.of("contactemail", "contactphone", "issuemail", "issuevmc");

    private final Set<String> identities = new TreeSet<>();
    private final @Nullable URI account;
    private final String method;

    CaaPolicy(Collection<String> identities, @Nullable URI account, String method) {
        identities.forEach(identity -> this.identities.add(identity.toLowerCase(Locale.ROOT)));
        this.account = account;
        this.method = method;
    }

    /** How far one record goes towards letting us, best first. */
    private enum Fit {
        ALLOWS,
        DEPENDS_ON_ACCOUNT,
        OTHER_METHOD,
        OTHER_ACCOUNT,
        OTHER_ISSUER
    }

    CaaVerdict judge(DomainName at, List<RecordData> records, boolean wildcard) {
        List<Caa> readable = records.stream()
                .filter(Caa.class::isInstance)
                .map(Caa.class::cast)
                .toList();
        Optional<Caa> critical = readable.stream()
                .filter(one -> (one.flags() & CRITICAL) != 0 && !UNDERSTOOD.contains(one.tag()))
                .findFirst();
        if (critical.isPresent() && !REGISTERED.contains(critical.get().tag())) {
            return new CaaVerdict.Forbidden(
                    at,
                    List.of(critical.get()),
                    "the record '" + critical.get() + "' at '" + at
                            + "' is marked as critical and of a kind that no CA knows",
                    "remove it, or its flag 128");
        }
        if (critical.isPresent() || readable.size() < records.size()) {
            return new CaaVerdict.Unknown("whether the CA understands all CAA records at '" + at + "' is not known");
        }
        boolean own = wildcard && readable.stream().anyMatch(one -> one.tag().equals("issuewild"));
        String tag = own ? "issuewild" : "issue";
        List<Caa> relevant =
                readable.stream().filter(one -> one.tag().equals(tag)).toList();
        if (relevant.isEmpty()) {
            return new CaaVerdict.Allowed(Optional.of(at));
        }
        Fit best = relevant.stream().map(this::fit).min(Fit::compareTo).orElseThrow();
        List<RecordData> closest = relevant.stream()
                .filter(one -> fit(one) == best)
                .map(RecordData.class::cast)
                .toList();
        return switch (best) {
            case ALLOWS -> new CaaVerdict.Allowed(Optional.of(at));
            case DEPENDS_ON_ACCOUNT ->
                new CaaVerdict.Unknown(
                        "the CAA records at '" + at + "' allow only some accounts, and there is none yet");
            case OTHER_METHOD ->
                new CaaVerdict.Forbidden(
                        at,
                        closest,
                        "the CAA records at '" + at + "' do not allow the challenge " + method + ": " + text(closest),
                        "add " + method + " to its validationmethods");
            case OTHER_ACCOUNT ->
                new CaaVerdict.Forbidden(
                        at,
                        closest,
                        "the CAA records at '" + at + "' allow other accounts only: " + text(closest),
                        "set its accounturi to " + account);
            case OTHER_ISSUER ->
                new CaaVerdict.Forbidden(
                        at,
                        closest,
                        "the CAA records at '" + at + "' do not name this CA: " + text(closest),
                        "add " + new Caa(0, tag, identities.iterator().next()) + " at '" + at + "'");
        };
    }

    private Fit fit(Caa record) {
        IssueValue value;
        try {
            value = IssueValue.parse(record.property());
        } catch (InvalidValueException e) {
            // RFC 8659 section 4.2: what does not fit the syntax names no issuer.
            return Fit.OTHER_ISSUER;
        }
        if (value.issuer().filter(identities::contains).isEmpty()) {
            return Fit.OTHER_ISSUER;
        }
        List<String> accounts = value.parameter("accounturi");
        List<String> methods = value.parameter("validationmethods");
        // RFC 8657 sections 3 and 4: a parameter given twice allows nothing.
        if (accounts.size() > 1 || (account != null && !accounts.isEmpty() && !accounts.contains(account.toString()))) {
            return Fit.OTHER_ACCOUNT;
        }
        if (methods.size() > 1
                || (!methods.isEmpty()
                        && !List.of(methods.get(0).split(",", -1)).contains(method))) {
            return Fit.OTHER_METHOD;
        }
        return account == null && !accounts.isEmpty() ? Fit.DEPENDS_ON_ACCOUNT : Fit.ALLOWS;
    }

    private static String text(List<RecordData> records) {
        return records.stream().map(RecordData::value).collect(Collectors.joining(", "));
    }
}
