// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.issue.CaDirectory;
import io.github.vpsdns.acme.issue.IssuingAccount;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CAs that may be meant, each asked what it says of itself when that matters, and once. For one thread. */
final class KnownCas {
    private static final String USUAL = DnsChallengeType.DNS_01.wireName();

    private final StateDirectory state;
    private final Timekeeper time;
    private final @Nullable Path serverCa;
    private final @Nullable URI named;
    private final Map<AcmeServer, Answer> answers = new HashMap<>();

    /** Refuses a CA that is none before anything is done. */
    KnownCas(StateDirectory state, Timekeeper time, @Nullable String server, @Nullable Path serverCa) {
        this.state = state;
        this.time = time;
        this.serverCa = serverCa;
        this.named = server == null ? null : AcmeServer.of(server, null).directory();
        CaAccess.requireTrusted(serverCa);
    }

    /**
     * A CA, and how names are proven to it.
     *
     * @param server the CA
     * @param challenge such as {@code dns-01}
     */
    record KnownCa(AcmeServer server, String challenge) {}

    /** What came of asking a CA. */
    sealed interface Answer {
        /**
         * It told.
         *
         * @param identities by which names CAA records mean it; none if it does not say
         * @param account who we are there, or {@code null} if we are nobody yet
         */
        record Told(List<String> identities, @Nullable URI account) implements Answer {}

        /**
         * It did not.
         *
         * @param reason one clause
         */
        record Silent(String reason) implements Answer {}
    }

    /** Returns the one that was named, or those of what is kept: of certificates first, then of accounts. */
    List<KnownCa> all() {
        if (named != null) {
            return List.of(new KnownCa(CaAccess.known(state, named, serverCa), USUAL));
        }
        Set<KnownCa> all = new LinkedHashSet<>();
        for (RenewalSettings settings : CaAccess.settings(state)) {
            all.add(new KnownCa(CaAccess.known(state, settings.server(), serverCa), settings.challenge()));
        }
        for (URI account : state.accounts().list()) {
            if (all.stream().noneMatch(ca -> ca.server().directory().equals(account))) {
                all.add(new KnownCa(CaAccess.known(state, account, serverCa), USUAL));
            }
        }
        return List.copyOf(all);
    }

    Answer ask(KnownCa ca) {
        return answers.computeIfAbsent(ca.server(), this::read);
    }

    private Answer read(AcmeServer server) {
        try {
            CaDirectory directory = CaDirectory.read(server, time);
            return new Answer.Told(
                    directory.caaIdentities(),
                    directory.stored(state.accounts()).map(IssuingAccount::url).orElse(null));
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }
}
